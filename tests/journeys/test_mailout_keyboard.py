"""A mail-out by the keyboard alone: chosen, made, and entered as posted though its files are gone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.app.mailout.known_batch import KnownBatch, known_batch
from kiosk.ui.shell import Page
from tests.journeys.test_staff_keyboard import Keys
from tests.stage import memory_program, open_stage


@pytest.fixture
def keys(qapp: object, tmp_path: Path) -> Iterator[Keys]:
    with open_stage(memory_program(), home=tmp_path) as stage:
        stage.open.window.requestActivate()
        stage.reader.settle()
        made = Keys(stage)
        made.sign_in()
        yield made


def batch(keys: Keys) -> KnownBatch:
    record = keys.stage.program.record
    (key,) = record.batches()
    return known_batch(record, key)


def test_letters_are_made_and_entered_as_posted_once_somebody_has_looked(keys, tmp_path):
    keys.open_task("Utsending")
    assert (keys.page, keys.focus) == (Page.MAIL_OUT, "Utsending")
    keys.tab_to("Med brosjyre")
    keys.press(Qt.Key.Key_Space)
    keys.use("Se hvem som får brev")
    keys.use("Lag brevene")
    assert batch(keys).is_whole
    files = sorted(tmp_path.rglob("*.pdf"))
    assert files
    for file in files:
        file.unlink()

    keys.use("Brevene er sendt")
    assert keys.focus == "Ikke ennå"
    assert any(files[0].name in name for name in keys.stage.reader.names())
    keys.press(Qt.Key.Key_Return)
    assert batch(keys).is_open

    keys.use("Brevene er sendt")
    keys.use("Sendt likevel")
    assert not batch(keys).is_open
