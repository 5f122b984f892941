"""Places of what was chosen, per staff member and machine; few are hidden (neutrality N35)."""

from datetime import date, timedelta

import pytest

from kiosk.app.report.count_places import CountPlaces, Places, chance_of
from kiosk.app.report.count_states import Period
from kiosk.app.report.place_tables import place_lines
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Channel, EventId, Outcome, RecordedChoice, ServiceAnswer
from kiosk.domain.event import ChoiceRecorded, Event
from kiosk.domain.language import Language
from tests.unit.app import factory as make
from tests.unit.app.factory import AAS, FJORDHEIM, LIND, NOW, NURSING, TODAY

KARI, OLA = "Kari Eksempel", "Ola Eksempel"
THREE = (LIND, FJORDHEIM, AAS)


def record_of(*picks):
    """A record of choices: who was signed in, which provider, in which order."""
    cases = [
        make.case(make.granted(NURSING), reference=CaseRef(f"2026/{number}"))
        for number in range(len(picks))
    ]
    record = make.record_with(*cases)
    for number, (actor, provider, shown) in enumerate(picks):
        outcome = Outcome.CHOSEN if provider else Outcome.DOES_NOT_WISH
        choice = RecordedChoice(
            id=EventId(f"c{number}"),
            case=CaseRef(f"2026/{number}"),
            answers=(ServiceAnswer(NURSING, outcome, provider),),
            decider=None,
            participants=(),
            shown={NURSING: shown},
            content_version="1",
            language=Language.BOKMAL,
            channel=Channel.CASE_PAGE,
            at=NOW,
            recorded_by=actor,
        )
        body = ChoiceRecorded(choice, "EV")
        record.append([Event(choice.id, NOW, actor, choice.case, body)])
    return record


def lines(record):
    return list(place_lines(CountPlaces(record).count(), make.words(Language.BOKMAL)))


def test_n35_a_place_is_counted_for_who_was_signed_in_and_for_the_machine():
    record = record_of((KARI, LIND, THREE), (KARI, AAS, THREE), (OLA, AAS, (AAS, LIND)))
    counted = CountPlaces(record).count()

    assert counted.staff[KARI].chosen == {1: 1, 3: 1}
    assert counted.staff[OLA].chosen == {1: 1}
    (machine,) = counted.machines.values()
    assert machine.total == 3
    assert machine.expected[1] == pytest.approx(2 / 3 + 1 / 2)


def test_n35_only_a_choice_among_several_has_a_place():
    record = record_of((KARI, None, THREE), (KARI, LIND, (LIND,)), (KARI, AAS, (LIND,)))

    assert CountPlaces(record).count().staff == {}


def test_n35_choices_of_another_period_are_left_out():
    record = record_of((KARI, LIND, THREE))
    later = Period(TODAY + timedelta(days=1), None)

    assert CountPlaces(record).count(later).staff == {}
    assert CountPlaces(record).count(Period(date(2026, 1, 1), TODAY)).staff[KARI].total == 1


def test_n35_few_choices_are_hidden():
    told = lines(record_of(*[(KARI, LIND, THREE)] * 9))

    assert f"  {KARI}: –" in told
    assert not any("%" in line for line in told)


def test_n35_an_even_hand_is_told_and_not_pointed_at():
    told = lines(record_of(*[(KARI, each, THREE) for each in THREE] * 10))

    assert f"  {KARI}: plass 1: 33 %, plass 2: 33 %, plass 3: 33 %" in told
    assert not any("tilfeldig" in line and "Plassene" in line for line in told)


def test_n35_whoever_leads_people_to_one_place_is_pointed_at():
    uneven = [(KARI, LIND, THREE)] * 26 + [(KARI, AAS, THREE)] * 2
    even = [(OLA, each, THREE) for each in THREE] * 10
    told = lines(record_of(*uneven, *even))
    place = told.index(next(line for line in told if KARI in line))

    assert "Plassene er mer ulike" in told[place + 1]
    assert sum("Plassene er mer ulike" in line for line in told) <= 2
    assert "Plassene" not in told[told.index(next(line for line in told if OLA in line)) + 1]


@pytest.mark.parametrize(
    ("squares", "freedom", "chance"),
    # From the usual tables.
    [(3.841, 1, 0.05), (10.828, 1, 0.001), (11.070, 5, 0.05), (20.515, 5, 0.001), (0, 3, 1.0)],
)
def test_the_chance_is_that_of_the_tables(squares, freedom, chance):
    assert chance_of(squares, freedom) == pytest.approx(chance, abs=0.004)


def test_without_two_places_everything_is_chance():
    assert chance_of(9.0, 0) == 1.0
    assert not Places().is_worth_a_look
