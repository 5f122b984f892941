"""What is spoken for at every provider, counted case by case."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.case import CaseRef, GrantedService
from kiosk.domain.choice import Outcome
from kiosk.domain.nonchoice.minutes import minutes_of
from kiosk.domain.nonchoice.taken import Taken
from kiosk.domain.service import ProviderId, ZoneId
from kiosk.record.folding.case_state import Answered, CaseState, Granted
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.folding.place_fold import shares_of
from kiosk.record.folding.views import help_of
from kiosk.record.memory import MemoryLog, MemoryRecord
from tests.record_samples import NURSING, TODAY, case, choice, chosen, imported, recorded
from tests.unit.record.test_record_model import STEPS, Model

NORTH = ZoneId("nord")
LIND, FJORD = ProviderId("lind"), ProviderId("fjord")


def with_hours(reference, provider, hours=None):
    services = (GrantedService(NURSING, TODAY, hours_per_week=hours, present_provider=provider),)
    return imported(case(CaseRef(reference), services=services))


def counted(record, service=NURSING, zone=NORTH):
    """The same, from every case file anew."""
    users: Counter[ProviderId] = Counter()
    minutes: Counter[ProviderId] = Counter()
    waiting: Counter[ProviderId] = Counter()
    for reference in record.case_refs():
        file = record.case_file(reference)
        item = file.case.granted(service)
        if item is None or not file.case.is_open or file.case.zone != zone:
            continue
        provider = file.helps[service].counted_to
        if provider is not None:
            users[provider] += 1
            minutes[provider] += minutes_of(item.hours_per_week)
        for state in file.states:
            if state.service == service and state.answer and state.answer.waits_for_place:
                waiting[state.answer.provider] += 1
    return {key: (users[key], minutes[key], waiting[key]) for key in users.keys() | waiting.keys()}


def told(record, service=NURSING, zone=NORTH):
    taken = record.taken(service, zone)
    return {key: (each.users, each.minutes, each.waiting_users) for key, each in taken.items()}


def test_hours_come_from_the_decisions():
    record = MemoryRecord()
    record.append([with_hours("1", LIND, Decimal("2.5")), with_hours("2", LIND)])

    assert record.taken(NURSING, NORTH) == {LIND: Taken(users=2, minutes=150)}


def test_a_case_sees_what_others_have_and_not_itself():
    record = MemoryRecord()
    record.append([with_hours("1", LIND), with_hours("2", LIND), with_hours("3", FJORD)])

    taken = record.case_file(CaseRef("1")).taken

    assert taken == {(NURSING, NORTH): {LIND: Taken(users=1), FJORD: Taken(users=1)}}


def test_who_waits_is_counted_apart_and_still_helped_by_another():
    record = MemoryRecord()
    answer = replace(chosen(NURSING, FJORD), start_on=None, waits_for_place=True, interim=LIND)
    record.append([with_hours("1", LIND), recorded(choice("1", answer))])

    assert record.taken(NURSING, NORTH) == {LIND: Taken(users=1), FJORD: Taken(waiting_users=1)}


def test_a_promised_place_is_taken_and_the_old_one_is_free():
    record = MemoryRecord()
    record.append([with_hours("1", LIND), recorded(choice("1", chosen(NURSING, FJORD)))])

    assert told(record) == {FJORD: (1, 0, 0)}
    assert record.case_file(CaseRef("1")).states[0].outcome is Outcome.CHOSEN


@given(st.data())
def test_the_counts_equal_a_count_of_every_case_at_every_step(data):
    record, model = FoldedRecord(MemoryLog("7F3K")), Model()

    for _ in range(data.draw(st.integers(1, 20))):
        record.append([data.draw(STEPS)(model, data.draw)])

        if data.draw(st.booleans()):
            assert told(record) == counted(record)
    assert told(record) == counted(record)


DAYS = st.dates(TODAY, TODAY + timedelta(days=5))


@given(
    st.builds(
        Answered,
        position=st.just(1),
        choice=st.just("c"),
        outcome=st.just("chosen"),
        on=DAYS.map(date.isoformat),
        provider=st.sampled_from([None, LIND, FJORD]),
        start_on=st.none() | DAYS.map(date.isoformat),
        waits_for_place=st.booleans(),
        interim=st.sampled_from([None, LIND, FJORD, "kommunen"]),
        awaits_date=st.booleans(),
    ),
    DAYS,
    st.sampled_from([None, LIND, "kommunen"]),
)
def test_the_short_way_for_one_answer_is_the_long_one(answer, listed_on, present):
    if answer.start_on is not None and answer.start_on < answer.on:
        answer.start_on = answer.on
    listed = Granted(NURSING, None, present, listed_on.isoformat())
    state = CaseState(services=[listed], answers={NURSING: [answer]}, zone=NORTH)

    shares = {spot[2] for spot, share in shares_of(state) if share.users}

    counted = help_of(listed, state).counted_to
    assert shares == (set() if counted is None else {counted})
