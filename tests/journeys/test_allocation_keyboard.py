"""Letters, a paper answer and the allocation by the keyboard alone."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.allocation_events import LetterPosted, ServiceAllocated
from kiosk.domain.choice import EventId, Outcome
from kiosk.domain.event import Event
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.ui.shell import Page
from tests.journeys.test_staff_keyboard import Keys, outcomes
from tests.stage import NOW, OFFICER, SOLVEIG, FixedClock, memory_program, open_stage

LATER = NOW + timedelta(days=70)


def posted(program):
    """Letter and reminder went to everybody, and nobody replied."""
    for reference in sorted(program.record.case_refs()):
        case = program.record.case_file(reference).case
        decided = max(granted.decided_on for granted in case.services)
        for kind, days in ((LetterKind.INVITATION, 2), (LetterKind.REMINDER, 25)):
            body = LetterPosted(kind, decided + timedelta(days=days))
            event_id = EventId(f"{reference}-{kind.value}")
            program.record.append([Event(event_id, NOW, OFFICER, reference, body)])
    return program


@pytest.fixture
def clock():
    return FixedClock(LATER)


@pytest.fixture
def keys(qapp: object, clock: FixedClock) -> Iterator[Keys]:
    with open_stage(posted(memory_program(clock=clock))) as stage:
        stage.open.window.requestActivate()
        stage.reader.settle()
        made = Keys(stage)
        made.sign_in()
        yield made


def allocated(keys):
    record = keys.stage.program.record
    return [
        event.body.applicant.case
        for reference in sorted(record.case_refs())
        for _, event in record.history(reference)
        if isinstance(event.body, ServiceAllocated)
    ]


def test_a_letter_that_came_back_and_a_wish_are_entered(keys):
    keys.open_case()
    keys.use("Purringen: registrer retur")
    assert keys.focus == "Purringen: dato for retur"
    keys.press(Qt.Key.Key_Return)

    assert keys.stage.program.record.case_file(SOLVEIG).letters[-1].returned_on == LATER.date()
    assert keys.focus == "Brevet om valget: registrer sending"

    keys.use("Noter for regelen: Hjemmesykepleie")
    keys.use("Nordvik omsorg")
    keys.tab_to("Siste dag med leverandøren")
    keys.write("30.09.2026")
    keys.use("Lagre")

    (noted,) = keys.stage.program.record.case_file(SOLVEIG).wishes.values()
    assert noted.known.former == "nordvik"
    assert keys.focus == "Noter for regelen: Hjemmesykepleie"


def test_an_answer_on_paper_is_entered_as_of_its_day(keys):
    keys.open_case()
    keys.use("Før inn svar på papir")
    assert (keys.page, keys.focus) == (Page.PAPER, "Svar på papir")
    keys.use("Vil ikke velge")
    keys.use("Personen selv")
    keys.tab_to("Når kom svaret?")
    keys.window.activeFocusItem().selectAll()
    keys.write("20.11.2026")
    keys.use("Lagre svaret")

    assert outcomes(keys)[0] is Outcome.DOES_NOT_WISH
    assert keys.focus == "Svar på papir"

    keys.use("Til saken")

    assert keys.page is Page.CASE


def test_proposals_are_looked_at_set_aside_confirmed_and_left(keys):
    keys.open_task("Fordeling")
    assert (keys.page, keys.focus) == (Page.ALLOCATION, "Fordeling ved ikke-valg")
    keys.use("Lag forslag")
    assert keys.focus == "Forslag etter regelen"
    assert allocated(keys) == []

    keys.tab_to("1. ")
    keys.press(Qt.Key.Key_Space)
    assert any(name.startswith("Ingen hjelper nå.") for name in keys.stage.reader.names())

    keys.use("Bekreft denne")
    assert len(allocated(keys)) == 1
    assert keys.focus == "Bekreft denne"

    keys.use("Hold utenfor")
    assert keys.focus == "Grunn"
    keys.write("Har flyttet")
    keys.press(Qt.Key.Key_Return)
    assert len(allocated(keys)) == 1
    assert keys.focus == "Bekreft denne"

    keys.use("Alle oppgaver")
    assert keys.focus == "Fortsett med listen"
    keys.press(Qt.Key.Key_Return)
    stayed = keys.page
    assert keys.focus == "Forslag etter regelen"

    keys.use("Alle oppgaver")
    keys.use("Gå ut uten å bekrefte")
    assert (stayed, keys.page) == (Page.ALLOCATION, Page.OFFICE)


def test_one_further_down_is_set_aside_before_the_next_one_is_confirmed(keys):
    keys.open_task("Fordeling")
    keys.use("Lag forslag")
    keys.tab_to("1. ")
    keys.press(Qt.Key.Key_Down)
    second = keys.focus
    assert second.startswith("2. ")
    keys.press(Qt.Key.Key_Space)

    keys.use("Hold denne utenfor")
    assert keys.focus == "Grunn"
    assert any(name.startswith("Hold utenfor: ") for name in keys.stage.reader.names())
    keys.write("Har flyttet")
    keys.press(Qt.Key.Key_Return)

    assert keys.focus == "Bekreft denne"
    names = keys.stage.reader.names()
    assert any(name.startswith("1. ") for name in names)
    assert second not in names


def ready(keys):
    (chip,) = [each for each in keys.stage.reader.names() if each.startswith("Klare for regelen")]
    return int(chip.split()[-1])


def test_all_are_confirmed_and_are_ready_no_more(keys):
    keys.open_task("Fordeling")
    before = ready(keys)
    keys.use("Lag forslag")
    (name,) = [each for each in keys.stage.reader.names() if each.startswith("Bekreft alle")]
    keys.use(name)

    count = int(name.split()[2])
    assert len(allocated(keys)) == count > 1
    assert keys.focus == "Forslag etter regelen"

    keys.use("Alle oppgaver")
    keys.open_task("Fordeling")

    assert ready(keys) == before - count
