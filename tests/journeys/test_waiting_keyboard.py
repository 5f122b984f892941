"""Waiting lists by the keyboard alone: a place is offered, declined, offered to the next, taken."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.app.program import Program
from kiosk.domain.choice import EventId, Outcome, ServiceAnswer
from kiosk.domain.event import ChoiceRecorded, Event
from kiosk.domain.municipality import Municipality
from kiosk.domain.provider import CapacityState
from kiosk.domain.service import ProviderId, ServiceId
from kiosk.domain.typed_day import as_typed
from kiosk.ui.shell import Page
from tests.journeys.test_staff_keyboard import Keys
from tests.record_samples import choice
from tests.stage import NOW, OFFICER, example, memory_program, open_stage

NURSING, NORDVIK = ServiceId("hjemmesykepleie"), ProviderId("nordvik")
TWO = 2


def one_place(content: Municipality) -> Municipality:
    """Nordvik has one place in every zone."""
    providers = tuple(
        replace(
            provider,
            offers=tuple(
                replace(
                    offer,
                    capacity=replace(offer.capacity, state=CapacityState.OPEN, limit=1),
                )
                for offer in provider.offers
            ),
        )
        if provider.id == NORDVIK
        else provider
        for provider in content.providers
    )
    return replace(content, providers=providers)


def waiting(program: Program, count: int = TWO) -> Program:
    """Some people of one zone wait for Nordvik, in the order of their case numbers."""
    record, today = program.record, NOW.date()
    files = [record.case_file(reference) for reference in sorted(record.case_refs())]
    named = [file.case for file in files if file.case.granted(NURSING) and file.case.is_open]
    zones = [case.zone for case in named]
    here = [
        case
        for case in named
        if NORDVIK in program.municipality.offered(NURSING, case.zone, today)
        and zones.count(case.zone) >= count
    ]
    zone = here[0].zone
    profile = program.municipality.provider(NORDVIK)
    for case in [case for case in here if case.zone == zone][:count]:
        granted = case.granted(NURSING)
        answer = ServiceAnswer(
            NURSING,
            Outcome.CHOSEN,
            NORDVIK,
            profile.name,
            previous_provider=None if granted is None else granted.present_provider,
            waits_for_place=True,
            interim=ProviderId("eksempelvik-hjemmetjenesten"),
        )
        told = choice(case.reference, answer, id=EventId(f"w-{case.reference}"), at=NOW)
        body = ChoiceRecorded(told, "EV")
        record.append([Event(told.id, NOW, OFFICER, case.reference, body)])
    return program


@pytest.fixture
def keys(qapp: object) -> Iterator[Keys]:
    with open_stage(waiting(memory_program(one_place(example())))) as stage:
        stage.open.window.requestActivate()
        stage.reader.settle()
        made = Keys(stage)
        made.sign_in()
        yield made


def pick(keys: Keys, place: int) -> None:
    """Walk to a row of the list with the arrow keys, and pick it."""
    keys.tab_to("1. ")
    for _ in range(place - 1):
        keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Space)


def steps(keys: Keys) -> list[str]:
    return [str(row["step"]) for row in keys.stage.open.staff.desk.waiting.rows.rows()]


def test_a_place_goes_to_the_next_when_it_is_not_taken(keys):
    keys.open_task("Ventelister")
    assert (keys.page, keys.focus) == (Page.WAITING, "Ventelister")
    assert steps(keys) == ["Ledig plass: gi tilbud", "Venter"]

    pick(keys, 1)
    keys.use("Gi tilbud om plassen")
    keys.use("Lagre")
    assert steps(keys)[0].startswith("Har fått tilbud")

    pick(keys, 1)
    keys.use("Takker nei til plassen")
    assert steps(keys)[0].startswith("Har fått tilbud")
    keys.use("Lagre")
    assert steps(keys) == ["Ledig plass: gi tilbud"]

    pick(keys, 1)
    keys.use("Gi tilbud om plassen")
    keys.use("Lagre")
    pick(keys, 1)
    keys.use("Tar plassen")
    assert keys.focus == "Personen tar plassen. Når kom svaret?"
    keys.write(as_typed(NOW.date()))
    keys.use("Lagre")
    assert steps(keys) == []
    assert "Ingen venter på plass." in keys.stage.reader.names()

    keys.use("Alle oppgaver")
    assert keys.page is Page.OFFICE


def test_who_is_not_the_next_cannot_be_offered_the_place(keys):
    keys.open_task("Ventelister")
    pick(keys, 2)

    assert "Gi tilbud om plassen" not in keys.stage.reader.names()
