"""Statistics that keep every state of the choice apart, and tell of nobody (N20, domain 6.2)."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.report.count_states import Counted, CountStates, Period, State
from kiosk.app.report.tables import (
    report_tables,
    state_names,
    table_lines,
    tables_csv,
    way_names,
)
from kiosk.domain.allocation_events import LetterPosted, RunOpened, Step, StepsTaken
from kiosk.domain.case import CaseRef, Closing
from kiosk.domain.choice import Channel, EventId, Outcome, RecordedChoice, ServiceAnswer
from kiosk.domain.event import ChoiceRecorded, Event
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.proposal import Way
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.nonchoice.stored import StoredStanding
from tests.unit.app import factory as make
from tests.unit.app.factory import (
    AAS,
    ACTOR,
    FJORDHEIM,
    ISLAND,
    LIND,
    MUNICIPAL,
    NORTH,
    NOW,
    NURSING,
    PRACTICAL,
    SOUTH,
    TODAY,
)

LATER = TODAY + timedelta(days=200)


class People:
    """A record with people in every state."""

    def __init__(self):
        self.record = make.record_with()
        self.content = make.municipality()
        self.count_of = 0

    def add(self, outcome=None, provider=None, zone=NORTH, closing=None):
        self.count_of += 1
        reference = CaseRef(f"2026/{self.count_of}")
        case = make.case(make.granted(NURSING), reference=reference, zone=zone, closing=closing)
        record = make.record_with(case)
        told = [event for _, event in record.history(reference)]
        told = [replace(event, id=EventId(f"i{self.count_of}")) for event in told]
        if outcome is not None:
            answer = ServiceAnswer(NURSING, outcome, provider)
            told.append(self._choice(reference, answer))
        self.record.append(told)
        return reference

    def _choice(self, reference, answer):
        choice = RecordedChoice(
            id=EventId(f"c{self.count_of}"),
            case=reference,
            answers=(answer,),
            decider=None,
            participants=(),
            shown={},
            content_version="1",
            language=Language.BOKMAL,
            channel=Channel.CASE_PAGE,
            at=NOW,
            recorded_by=ACTOR,
        )
        return Event(choice.id, NOW, ACTOR, reference, ChoiceRecorded(choice, "EV"))

    def silent(self):
        reference = self.add()
        posted = [(LetterKind.INVITATION, TODAY), (LetterKind.REMINDER, TODAY + timedelta(40))]
        self.record.append(
            [
                Event(EventId(f"{reference}-{kind.value}"), NOW, ACTOR, reference, body)
                for kind, day in posted
                for body in [LetterPosted(kind, day)]
            ]
        )

    def count(self, period=Period(), today=LATER):  # noqa: B008  a value without state
        return CountStates(self.content, self.record).count(today, period)


@pytest.fixture
def people():
    """One person in each state, and two who chose."""
    made = People()
    made.add(Outcome.CHOSEN, FJORDHEIM)
    made.add(Outcome.CHOSEN, MUNICIPAL)
    for outcome in (Outcome.KEEPS, Outcome.DOES_NOT_WISH, Outcome.CANNOT, Outcome.POSTPONED):
        made.add(outcome, MUNICIPAL if outcome is not Outcome.POSTPONED else None)
    made.add()
    made.silent()
    made.add(zone=ISLAND)
    return made


def test_every_state_is_counted_by_itself(people):
    states = people.count().states

    assert states[NURSING, NORTH] == {
        (State.CHOSEN, FJORDHEIM): 1,
        (State.CHOSEN, MUNICIPAL): 1,
        (State.KEEPS, None): 1,
        (State.DOES_NOT_WISH, None): 1,
        (State.CANNOT, None): 1,
        (State.POSTPONED, None): 1,
        (State.WAITING, None): 1,
        (State.NO_REPLY, None): 1,
    }
    assert states[NURSING, ISLAND] == {(State.NOT_OFFERED, None): 1}


def test_whoever_wants_the_municipality_is_counted_among_those_who_chose(people):
    tables = report_tables(people.count(), people.content, make.words(Language.BOKMAL))

    assert "Valgte Eksempelvik kommune, hjemmetjenesten" in tables[0].heads
    assert len(set(tables[0].heads)) == len(tables[0].heads)


@pytest.mark.parametrize("language", Language)
def test_no_two_states_and_no_two_ways_share_a_name(language):
    words = make.words(language)

    for names in (state_names(words), way_names(words)):
        assert len(set(names.values())) == len(names)
        assert all(names.values())
    assert set(state_names(words)) == set(State)
    assert set(way_names(words)) == set(Way)


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_state_of_its_own(outcome):
    people = People()
    people.add(outcome, LIND)

    [(state, _)] = people.count().states[NURSING, NORTH]

    assert state.value == outcome.value


def test_closed_cases_stand_nowhere_and_count_in_their_period(people):
    before = people.count().states[NURSING, NORTH]
    people.add(Outcome.KEEPS, closing=Closing(TODAY, ""))

    assert people.count().states[NURSING, NORTH] == before
    assert people.count(Period(TODAY, TODAY)).states[NURSING, NORTH][State.KEEPS, None] == 2


def test_a_period_holds_answers_of_its_days_and_decisions_without_an_answer():
    people = People()
    people.add(Outcome.KEEPS)
    people.add()

    assert people.count(Period(last=date(2026, 11, 3))).states[NURSING, NORTH] == {
        (State.WAITING, None): 1
    }
    assert people.count(Period(TODAY)).states[NURSING, NORTH] == {(State.KEEPS, None): 1}


def run(record, key, *ways):
    opened = RunOpened(key, TODAY, "1", (), StoredStanding((), (), ()), ())
    steps = tuple(
        Step(place, NURSING, NORTH, "regel", 0, way, MUNICIPAL) for place, way in enumerate(ways, 1)
    )
    aside = Step(99, NURSING, NORTH, "regel", 0)
    for body in (opened, StepsTaken(key, (*steps, aside), ())):
        record.append([Event(EventId(f"{key}-{type(body).__name__}"), NOW, ACTOR, None, body)])


def test_what_rules_gave_is_counted_by_way():
    people = People()
    run(people.record, "r1", Way.TURN, Way.TURN, Way.KEEPS)

    assert people.count().ways == {(NURSING, NORTH): {Way.TURN: 2, Way.KEEPS: 1}}
    assert people.count(Period(TODAY + timedelta(days=1))).ways == {}


def test_small_groups_are_hidden_in_every_zone_and_in_the_sum():
    people = People()
    for zone in (NORTH, SOUTH):
        for _ in range(20):
            people.add(Outcome.KEEPS, zone=zone)
            people.add(Outcome.DOES_NOT_WISH, zone=zone)
    people.add(Outcome.CANNOT)

    words = make.words(Language.BOKMAL)
    tables = report_tables(people.count(), people.content, words)
    told = "\n".join(table_lines(tables, words))
    column = tables[0].heads.index("Kan ikke velge")

    assert tables[0].rows[0][1][column] is None
    assert tables[0].rows[-1][1][column] is None
    assert sum(number is None for _, numbers in tables[0].rows for number in numbers) > 3
    assert "–" in told


def test_the_tables_are_written_for_a_spreadsheet(people):
    words = make.words(Language.NYNORSK)
    csv = tables_csv(report_tables(people.count(), people.content, words), words)

    lines = csv.decode("utf-8-sig").splitlines()
    assert lines[0].count(";") == 4
    assert all(line.count(";") == 4 for line in lines)


def test_who_stops_the_count_hears_nothing(people):
    stopped = CountStates(people.content, people.record).count(
        LATER, watch=lambda read, _total: read < 3
    )

    assert stopped == Counted(is_whole=False)


COUNTS = st.lists(
    st.tuples(
        st.sampled_from([*Outcome, None]),
        st.sampled_from([LIND, MUNICIPAL]),
        st.sampled_from([NORTH, SOUTH]),
    ),
    max_size=25,
)


@given(COUNTS)
def test_everybody_is_counted_once_in_exactly_one_state(told):
    people = People()
    for outcome, provider, zone in told:
        people.add(outcome, provider, zone)

    states = people.count().states

    assert sum(sum(groups.values()) for groups in states.values()) == len(told)
    for outcome in Outcome:
        expected = sum(each is outcome for each, _, _ in told)
        found = sum(
            count
            for groups in states.values()
            for (state, _), count in groups.items()
            if state.value == outcome.value
        )
        assert found == expected


def tables_of(states, ways=None, service=NURSING):
    counted = Counted(
        {(service, zone): Counter(groups) for zone, groups in states.items()},
        {(service, zone): Counter(counts) for zone, counts in (ways or {}).items()},
    )
    return report_tables(counted, make.municipality(), make.words(Language.BOKMAL))


@pytest.mark.parametrize(
    "small", [(State.CHOSEN, LIND), (State.CHOSEN, AAS), (State.NO_REPLY, None)]
)
@pytest.mark.parametrize("fjordheim", [0, 9, 12])
def test_nobody_is_hidden_behind_a_provider_that_everybody_knows_not_to_come_there(
    small, fjordheim
):
    only_north = (State.CHOSEN, FJORDHEIM)
    groups = {(State.CHOSEN, LIND): 7, only_north: fjordheim, (State.NO_REPLY, None): 8}
    (table,) = tables_of({NORTH: groups, SOUTH: {small: 3}}, service=PRACTICAL)

    column = table.heads.index("Valgte Stiftelsen Fjordheim")
    south = dict(table.rows)["Sør"]
    assert south[column] == 0
    assert sum(number is None for number in south) >= 2


def test_one_table_does_not_tell_what_another_one_hides():
    kept, silent = (State.KEEPS, None), (State.NO_REPLY, None)
    states, ways = tables_of(
        {NORTH: {kept: 40, silent: 3}, SOUTH: {kept: 20, silent: 30}},
        {NORTH: {Way.MUNICIPAL: 3}, SOUTH: {Way.MUNICIPAL: 30}},
    )

    assert [place for place, _ in ways.rows] == ["Alle soner"]
    assert any(number is None for _, numbers in states.rows for number in numbers)
    assert {number for _, numbers in ways.rows for number in numbers} == {None, 0}


def test_how_rules_settled_it_is_told_where_nothing_is_hidden():
    kept, silent = (State.KEEPS, None), (State.NO_REPLY, None)
    _, ways = tables_of(
        {NORTH: {kept: 40, silent: 30}, SOUTH: {kept: 20, silent: 30}},
        {NORTH: {Way.MUNICIPAL: 30}, SOUTH: {Way.MUNICIPAL: 30}},
    )

    assert max(number or 0 for _, numbers in ways.rows for number in numbers) == 60


def test_no_column_is_told_for_what_gives_nobody_a_provider():
    silent = (State.NO_REPLY, None)
    _, ways = tables_of({NORTH: {silent: 30}}, {NORTH: {Way.MUNICIPAL: 30}})

    names = way_names(make.words())
    left_out = {names[Way.MUST_CHOOSE], names[Way.OFFICER]}
    assert left_out.isdisjoint(ways.heads)
    assert len(ways.heads) == len(Way) - len(left_out)
