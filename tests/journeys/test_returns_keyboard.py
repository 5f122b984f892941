"""Letters that came back, by a hand scanner and the keyboard alone: into the list, then entered."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.ui.shell import Page
from tests.journeys.test_slips_keyboard import scan
from tests.journeys.test_staff_keyboard import Keys
from tests.stage import OFFICER, SOLVEIG, memory_program, open_stage

FIELD = "Saksnummer eller koden på svarslippen"


@pytest.fixture
def keys(qapp: object) -> Iterator[Keys]:
    program = memory_program()
    posted = LetterPosted(LetterKind.INVITATION, program.clock.now().date())
    program.note_for_rule.store(SOLVEIG, posted, program.ids.event_id(), OFFICER)
    with open_stage(program) as stage:
        stage.open.window.requestActivate()
        stage.reader.settle()
        made = Keys(stage)
        made.sign_in()
        yield made


def returned(keys: Keys) -> bool:
    (letter,) = keys.stage.program.record.case_file(SOLVEIG).letters
    return letter.returned_on is not None


def test_a_letter_is_scanned_and_entered_without_a_mouse(keys):
    keys.open_task("Brev i retur")
    at_first = keys.page, keys.focus
    scan(keys)
    after_scan = keys.focus
    keys.use("Før inn at de kom i retur")

    assert at_first == (Page.RETURNS, FIELD)
    assert after_scan == FIELD
    assert returned(keys)
    assert (keys.page, keys.focus) == (Page.RETURNS, FIELD)


def test_a_letter_is_taken_out_of_the_list_without_a_mouse(keys):
    keys.open_task("Brev i retur")
    keys.write(SOLVEIG)
    keys.press(Qt.Key.Key_Return)
    keys.use(SOLVEIG)
    keys.use("Ta ut av listen")

    assert not returned(keys)
    assert keys.stage.open.staff.desk.returns.countText == ""
    assert keys.focus == FIELD
