"""The history tells everything, in the light of what was before, and readings day by day."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.app.case_story import CaseStory
from kiosk.domain.choice import Correction, EventId, Outcome, ServiceAnswer
from kiosk.domain.decider import Decider, DeciderRole, Question, Reply
from kiosk.domain.event import (
    PROGRAM,
    CaseChanged,
    CaseImported,
    ChoiceRecorded,
    EventKind,
    HandOverCalledOff,
    ScreenHandedOver,
    VisitEndedWithoutAnswers,
)
from kiosk.domain.handling import AccessGiven, CaseHeld, CaseRead, HoldReleased
from kiosk.domain.language import Language, LocalText
from kiosk.domain.reading import Reading
from tests import record_samples as samples
from tests.unit.app import factory as make
from tests.unit.record.test_record_codec import EVENTS

WORDS = make.words(Language.ENGLISH)
READ = CaseRead(Reading.CASE_PAGE)


def told(*events):
    return CaseStory(events, make.municipality(), WORDS).lines()


def whats(*events):
    return [make.plain(line.what) for line in told(*events)]


def test_readings_of_one_person_on_one_day_stand_once():
    day = samples.event(READ)
    next_day = replace(day, at=day.at + timedelta(days=1))
    other = replace(day, actor="Ola Kontor")

    lines = told(day, day, other, next_day, day)

    assert [(make.plain(line.what), make.plain(line.who)) for line in lines] == [
        ("Read the case.", "3 November 2026, Ola Kontor"),
        ("Read the case.", "4 November 2026, Kari Kontor"),
        ("Read the case 3 times.", "3 November 2026, Kari Kontor"),
    ]
    assert all(line.is_reading for line in lines)


def test_an_update_tells_the_old_and_the_new_value():
    before = make.case(phone="00001300")
    after = replace(before, phone="00001400")

    first, second = whats(
        samples.event(CaseImported(before)), samples.event(CaseChanged(after, ("phone",)))
    )

    assert first == "The case came in from a case list."
    assert second.endswith("Telephone: 00001300 → 00001400.")


@pytest.fixture
def choice():
    """The person's own, with one answer."""
    named = ServiceAnswer(
        make.NURSING,
        Outcome.CHOSEN,
        make.LIND,
        LocalText.same("Lind AS"),
        service_name=LocalText.same("Home nursing"),
    )
    return replace(samples.choice("2026/1", named), decider=make.SELF, person="Kari")


@pytest.mark.parametrize("reason", ["Wrong key.", "Wrong key"])
def test_a_correction_tells_what_stood_there_before(reason):
    named = ServiceAnswer(
        make.NURSING,
        Outcome.CHOSEN,
        make.LIND,
        LocalText.same("Lind AS"),
        service_name=LocalText.same("Home nursing"),
    )
    wrong = samples.choice("2026/1", named)
    right = replace(wrong, id=samples.fresh_id(), answers=(replace(named, outcome=Outcome.KEEPS),))
    correction = Correction(wrong.id, reason, samples.TODAY)

    _first, second = whats(
        samples.recorded(wrong),
        samples.event(ChoiceRecorded(right, "EV", correction), id=right.id),
    )

    assert "What was wrong: Wrong key. Home nursing: keeps Lind AS." in second
    assert second.endswith("Before: Home nursing: has chosen Lind AS.")


def test_who_answered_for_another_is_told_with_what_gives_the_right(choice):
    guardian = Decider(DeciderRole.GUARDIAN, "Nils", {Question.DOCUMENT_SEEN: Reply.YES})
    by_another = replace(choice, decider=guardian)

    (own,) = whats(samples.recorded(choice))
    (told,) = whats(samples.recorded(by_another))

    assert "on behalf of" not in own
    assert "Chosen by Nils (guardian) on behalf of Kari. " in told


def test_a_correction_of_who_decided_and_when_tells_the_old_and_the_new(choice):
    guardian = Decider(DeciderRole.GUARDIAN, "Nils", {Question.DOCUMENT_SEEN: Reply.YES})
    right = replace(choice, id=samples.fresh_id(), decider=guardian)
    before = samples.TODAY - timedelta(days=2)

    _first, second = whats(
        samples.recorded(choice),
        samples.event(ChoiceRecorded(right, "EV", Correction(choice.id, "x.", before))),
    )

    assert "Before:" not in second
    assert second.endswith(
        "Who answered: Kari answered personally → Chosen by Nils (guardian) on behalf of Kari. "
        "Basis: not stated → Guardianship. Document seen. "
        "Received: 3 November 2026 → 1 November 2026."
    )


def test_a_correction_of_a_correction_tells_what_the_first_one_said(choice):
    first = Correction(choice.id, "x.", samples.TODAY - timedelta(days=2))
    second = Correction(EventId("2"), "y.", samples.TODAY - timedelta(days=1))

    *_, last = whats(
        samples.recorded(choice),
        samples.event(ChoiceRecorded(replace(choice, id=EventId("2")), "EV", first), id="2"),
        samples.event(ChoiceRecorded(replace(choice, id=EventId("3")), "EV", second), id="3"),
    )

    assert last.endswith("Received: 1 November 2026 → 2 November 2026.")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (AccessGiven(Language.BOKMAL), "What is stored about the person was written out."),
        (CaseHeld("Klage."), "The case is kept, whatever the rules say: Klage."),
        (HoldReleased(), "The rules of retention hold for the case again."),
    ],
)
def test_what_was_done_with_the_data_is_told(body, text):
    assert whats(samples.event(body)) == [text]


def test_a_command_is_told_as_the_program():
    (line,) = told(samples.event(READ, actor=PROGRAM))

    assert line.who.endswith("The program")


def test_every_kind_of_event_of_a_case_is_told():
    silent = {
        event.kind
        for event in EVENTS
        if event.case is not None and not CaseStory([event], make.municipality(), WORDS).lines()
    }
    assert silent <= {EventKind.DELIVERY_BEGUN}


HANDED = ScreenHandedOver(Language.ENGLISH)
NO_END = "How the visit ended is not stored, as when the program or the machine stops."


def visit(*bodies):
    """Events of one case, each with an id of its own."""
    return [
        replace(samples.event(body), id=EventId(f"visit-{number}"))
        for number, body in enumerate(bodies)
    ]


@pytest.mark.parametrize("after", [READ, HANDED])
def test_a_visit_that_was_cut_off_says_that_its_end_is_not_stored(after):
    (first, *_others) = whats(*visit(HANDED, after))

    assert first.startswith(f"The screen was handed over. {NO_END}")


@pytest.mark.parametrize(
    "end", [VisitEndedWithoutAnswers(), HandOverCalledOff(EventId("visit-0"))], ids=type
)
def test_a_visit_with_an_end_does_not(end):
    (first, *_others) = whats(*visit(HANDED, end, READ))

    assert first == "The screen was handed over."


def test_nor_does_one_with_answers_or_one_that_may_be_going_on(choice):
    stored = whats(*visit(HANDED, ChoiceRecorded(choice, "EV"), READ))
    going_on = whats(*visit(READ, HANDED))

    assert [text for text in (*stored, *going_on) if NO_END in text] == []
