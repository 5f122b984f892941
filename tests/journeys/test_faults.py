"""What does not work on the citizen's side stands on the page, above the answers that stay."""

import pytest

from kiosk.domain.errors import StorageError
from kiosk.domain.language import Language
from kiosk.ui.shell import Page
from tests.stage import SOLVEIG, memory_program, open_stage


@pytest.fixture
def stage(qapp):
    with open_stage(memory_program()) as opened:
        opened.visit(SOLVEIG)
        yield opened


def fail(*_args):
    raise StorageError


@pytest.mark.parametrize("page", [page for page in Page if page.is_citizens])
def test_every_page_of_the_citizens_tells_what_did_not_work(stage, monkeypatch, page):
    # Their view-models are made when they are first asked for.
    _made = (stage.open.staff.desk.giveBack, stage.open.staff.desk.printOut)
    stage.open.shell.show(page)
    stage.reader.settle()
    monkeypatch.setattr(stage.program.record, "case_file", fail)
    stage.open.settings.set_language(Language.NYNORSK)
    stage.reader.settle()

    assert "Svara dine er her framleis." in " ".join(stage.reader.names())
