"""Holding, giving access and disposing by the keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from kiosk.app.hold_case import is_held
from kiosk.domain.handling import AccessGiven
from kiosk.ui.shell import Page
from tests.journeys.test_staff_keyboard import Keys
from tests.old_cases import ADMIN, OLD, with_old_cases
from tests.stage import CODE, SOLVEIG, memory_program, open_stage


@pytest.fixture
def keys(qapp: object, tmp_path) -> Iterator[Keys]:
    with open_stage(with_old_cases(memory_program()), home=tmp_path) as stage:
        stage.open.window.requestActivate()
        stage.reader.settle()
        made = Keys(stage)
        made.use(ADMIN)
        made.tab_to("Kode")
        made.write(CODE)
        made.press(Qt.Key.Key_Return)
        yield made


def test_a_case_is_kept_and_released_and_the_focus_stays_in_sight(keys):
    record = keys.stage.program.record
    keys.open_case()
    keys.use("Ta vare på saken")
    assert keys.focus == "Grunn"
    keys.write("Klage")
    keys.press(Qt.Key.Key_Return)

    assert is_held(record, SOLVEIG)
    assert keys.focus == "Frigi saken"

    keys.press(Qt.Key.Key_Return)

    assert not is_held(record, SOLVEIG)
    assert keys.focus == "Ta vare på saken"


def test_what_is_stored_is_given_to_the_person_as_files(keys):
    keys.open_case()
    keys.use("Innsyn i det som er lagret")
    keys.use("Lagre som filer (PDF og JSON)")
    keys.use("Lagre filen")

    history = keys.stage.program.record.history(SOLVEIG)
    given = [event for _place, event in history if isinstance(event.body, AccessGiven)]
    assert [event.actor for event in given] == [ADMIN]
    assert keys.page is Page.PRINT


def test_a_case_is_spared_and_the_other_disposed_of_in_two_steps(keys):
    record = keys.stage.program.record
    spared, gone = OLD
    keys.open_task("Kassasjon")
    keys.tab_to(spared)
    keys.press(Qt.Key.Key_Space)
    keys.use("Gå videre med 1 sak")

    assert keys.focus == "Slette 1 sak for godt?"
    assert set(OLD) <= record.case_refs()

    keys.tab_to("Koden din")
    keys.write(CODE)
    keys.use("Slett for godt")

    assert gone not in record.case_refs()
    assert spared in record.case_refs()
    assert keys.focus == "Kassasjon"
    assert any("slettet for godt" in name for name in keys.stage.reader.names())

    keys.use("Skriv slettemeldingen")
    keys.use("Alle oppgaver")

    assert keys.page is Page.OFFICE
