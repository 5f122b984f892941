"""A provider stops, by the keyboard alone: announced, its letter asked for, and called off."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kiosk.app.exits.standing_exits import known_exits
from kiosk.domain.typed_day import as_typed
from kiosk.ui.shell import Page
from tests.journeys.test_staff_keyboard import Keys
from tests.stage import NOW, memory_program, open_stage

LAST_DAY = NOW.date() + timedelta(days=90)


@pytest.fixture
def keys(qapp: object) -> Iterator[Keys]:
    with open_stage(memory_program()) as stage:
        stage.open.window.requestActivate()
        stage.reader.settle()
        made = Keys(stage)
        made.sign_in()
        yield made


def announce(keys: Keys) -> None:
    keys.open_task("Leverandør slutter")
    keys.use("Meld at en leverandør slutter")
    keys.use("Lind")
    keys.tab_to("Siste dag")
    keys.write(as_typed(LAST_DAY))
    keys.use("Avtalen")
    keys.use("Vis hvem det gjelder")


def test_it_is_seen_before_it_is_stored_then_announced_and_called_off(keys):
    announce(keys)
    record = keys.stage.program.record

    assert keys.focus == "Hvem det gjelder"
    assert record.exits() == ()

    keys.use("Meld det")
    assert (keys.page, keys.focus) == (Page.EXITS, "Leverandør slutter")
    assert any(name.startswith("Det er meldt.") for name in keys.stage.reader.names())

    keys.use("Leverandøren fortsetter likevel")
    assert keys.focus.startswith("Grunn")
    keys.write("Avtalen er forlenget.")
    keys.press(Qt.Key.Key_Return)

    (known,) = known_exits(record)
    assert known.called_off_at is not None
    assert any(name.startswith("Avlyst.") for name in keys.stage.reader.names())
    keys.use("Alle oppgaver")
    assert keys.page is Page.OFFICE


def test_the_letter_of_one_person_is_printed_and_the_way_leads_back(keys):
    announce(keys)
    keys.use("Meld det")
    person = str(keys.stage.open.staff.desk.exits.details.people.rows()[0]["who"])

    keys.tab_to(person)
    keys.press(Qt.Key.Key_Space)
    keys.use("Skriv ut brevet")
    printing = keys.page
    keys.use("Tilbake")

    assert (printing, keys.page) == (Page.PRINT, Page.EXITS)


def test_the_form_says_what_is_missing_and_leads_back(keys):
    keys.open_task("Leverandør slutter")
    keys.use("Meld at en leverandør slutter")
    assert keys.focus == "Meld at en leverandør slutter"

    keys.use("Vis hvem det gjelder")
    assert any("Velg hvilken leverandør" in name for name in keys.stage.reader.names())

    keys.use("Tilbake til listen")
    assert keys.focus == "Leverandør slutter"
