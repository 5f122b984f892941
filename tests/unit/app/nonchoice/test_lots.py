"""A person's draw cannot be made again until it suits (domain 6.1, R7)."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.nonchoice.allocation_run import open_run
from kiosk.app.nonchoice.lots import lots_of
from kiosk.app.nonchoice.replay_run import replay_run
from kiosk.app.nonchoice.survey import survey
from kiosk.domain.allocation_events import RunOpened, ServiceAllocated, StepsTaken, WishesNoted
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.event import Event
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.parts import Distribute, Lots
from kiosk.domain.nonchoice.proposal import DrawInPlace
from kiosk.domain.service import ProviderId
from kiosk.record.memory import MemoryRecord
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, MUNICIPAL, NURSING, PRACTICAL
from tests.unit.app.nonchoice.people import (
    LATER,
    desk,
    invited,
    municipality,
    opened,
    person,
    silent_record,
    told,
)
from tests.unit.domain.nonchoice.samples import applicant

DRAWN = municipality(Distribute(Lots(), MUNICIPAL))
PEOPLE = 6


def given_by(run):
    """What each person is given, and with which lot."""
    return {
        each.proposal.applicant.case: (each.proposal.provider, each.proposal.lot)
        for each in run.open
    }


def opened_on(record, days):
    moment = LATER + timedelta(days=days)
    made = replace(desk(record, DRAWN), clock=make.FixedClock(moment), ids=Many())
    return open_run(made, survey(DRAWN, record, moment.date()), ACTOR)


class Many(make.CountingIds):
    """Gives every run ids of its own."""

    _all = iter(range(10**9, 2 * 10**9))

    def __init__(self) -> None:
        self._numbers = Many._all  # type: ignore[assignment]  # a counter all the same


FIRST_DRAWS = given_by(opened(silent_record(PEOPLE), DRAWN))

acts = st.lists(
    st.tuples(st.sampled_from(["aside", "confirm", "leave", "day"]), st.integers(0, PEOPLE)),
    max_size=8,
)


@given(acts, st.integers(1, 3))
def test_nothing_that_an_officer_does_gives_anybody_another_draw(done, joins_later):
    record = silent_record(PEOPLE)
    run, days = opened_on(record, 0), 0
    for number in range(joins_later):
        came = person(100 + number)
        quiet = make.record_with(came)
        record.append(
            [
                replace(each, id=EventId(f"came-{number}"))
                for _, each in quiet.history(came.reference)
            ]
        )
        invited(record, came.reference)
    for act, number in done:
        if act == "aside" and run.open:
            run.set_aside(run.open[number % len(run.open)].position, "Grunn.")
        elif act == "confirm":
            run.confirm(number)
        elif act == "day":
            days += number
        if act in {"leave", "day"}:
            run = opened_on(record, days)
        drawn = {case: told for case, told in given_by(run).items() if case in FIRST_DRAWS}
        assert drawn.items() <= FIRST_DRAWS.items()


@given(st.permutations(range(1, PEOPLE + 1)))
def test_everybody_can_be_confirmed_in_any_order(order):
    record = silent_record(PEOPLE)
    for position in order:
        run = opened_on(record, 0)
        wanted = CaseRef(f"2026/{position:06}")
        for each in run.open:
            if each.proposal.applicant.case != wanted:
                run.set_aside(each.position, "Senere.")
        run.confirm()

    given_to = {}
    for key in record.runs():
        assert replay_run(record, key).difference is None
        bodies = [each.body for each in record.run(key)]
        for body in bodies:
            if isinstance(body, ServiceAllocated):
                given_to[body.applicant.case] = (body.answer.provider, body.lot)
    assert given_to == FIRST_DRAWS


def test_an_objection_changes_the_draw_of_nobody_whom_it_does_not_meet():
    for number in range(1, PEOPLE + 1):
        case = CaseRef(f"2026/{number:06}")
        provider, lot = FIRST_DRAWS[case]
        others = {MUNICIPAL, *(each for each, _ in FIRST_DRAWS.values())} - {provider}
        for other in others:
            record = silent_record(PEOPLE)
            told(record, case, WishesNoted(NURSING, Known(), (other,)))
            assert given_by(opened(record, DRAWN))[case] == (provider, lot)


def test_two_services_of_one_person_have_lots_of_their_own():
    lot_of = lots_of(MemoryRecord())

    assert lot_of(applicant(1)) != lot_of(applicant(1, service=PRACTICAL))
    assert lot_of(applicant(1)) != lot_of(applicant(2))


def test_a_lot_hangs_on_nothing_but_case_and_service():
    lot_of = lots_of(MemoryRecord())

    other = applicant(
        1,
        due=date(2027, 3, 1),
        decided_on=date(2027, 1, 2),
        minutes_per_week=600,
        present=MUNICIPAL,
        objects_to=frozenset({MUNICIPAL}),
    )

    assert lot_of(other) == lot_of(applicant(1))


def test_lots_are_spread_evenly():
    run = opened(silent_record(600), DRAWN)
    drawn = Counter(each.proposal.provider for each in run.open)
    able = run.open[0].proposal.could_come

    assert set(drawn) == set(able)
    expected = 600 / len(able)
    assert all(abs(count - expected) < 4 * expected**0.5 for count in drawn.values())


def test_anybody_can_repeat_a_draw_from_what_is_stored():
    record = silent_record(3)
    opened(record, DRAWN).confirm()
    bodies = [each.body for each in record.run(record.runs()[0])]

    for body in (each for each in bodies if isinstance(each, ServiceAllocated)):
        order = sorted(
            body.could_come, key=lambda key: sha256(f"{body.lot}|{key}".encode()).hexdigest()
        )
        assert body.answer.provider == order[0]


class OtherLot(MemoryRecord):
    """Tells of a lot that the record would not give."""

    def run(self, run: str) -> tuple[Event, ...]:
        return tuple(
            replace(each, body=replace(each.body, lot="0" * 32))
            if isinstance(each.body, ServiceAllocated)
            else each
            for each in super().run(run)
        )


def test_a_replay_finds_a_lot_that_is_not_of_the_record():
    record = OtherLot()
    quiet = silent_record(2)
    for _, event in (each for case in quiet.case_refs() for each in quiet.history(case)):
        record.append([event])
    opened(record, DRAWN).confirm()

    assert replay_run(record, record.runs()[0]).difference is not None


SEED = "6f1c"


class Earlier(MemoryRecord):
    """Tells of its runs as they were stored before each person had a lot."""

    def run(self, run: str) -> tuple[Event, ...]:
        return tuple(replace(each, body=_earlier(each.body)) for each in super().run(run))


def _earlier(body):
    able = sorted(opened(silent_record(1), DRAWN).open[0].proposal.could_come)
    match body:
        case RunOpened():
            return replace(body, seed=SEED)
        case ServiceAllocated():
            drawn = DrawInPlace(SEED, body.position).among(able)
            return replace(body, lot="", seed=SEED, answer=replace(body.answer, provider=drawn))
        case StepsTaken():
            steps = tuple(
                replace(each, provider=DrawInPlace(SEED, each.position).among(able))
                for each in body.steps
            )
            return replace(body, steps=steps)
        case _:
            return body


def test_a_run_from_before_is_worked_out_with_its_seed_and_places():
    record = Earlier()
    quiet = silent_record(4)
    for _, event in (each for case in quiet.case_refs() for each in quiet.history(case)):
        record.append([event])
    opened(record, DRAWN).confirm()

    assert replay_run(record, record.runs()[0]).difference is None


@pytest.mark.parametrize(("position", "drawn"), [(1, "a"), (2, "a"), (3, "c")])
def test_a_draw_by_place_is_what_it_was(position, drawn):
    able = [ProviderId(key) for key in ("a", "b", "c")]

    assert DrawInPlace("frø", position).among(able) == drawn
