from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest

from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers, Task
from kiosk.app.nonchoice.replay_run import replay_run
from kiosk.app.nonchoice.survey import survey
from kiosk.domain.allocation_events import (
    LetterReturned,
    ServiceAllocated,
    StepsTaken,
    WishesNoted,
)
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId, Outcome
from kiosk.domain.errors import NotFoundError, RefusedError
from kiosk.domain.event import Event
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.parts import (
    ChooseFirst,
    Distribute,
    Lots,
    MinimumShare,
    MunicipalDefault,
    Turns,
    WeightedKey,
)
from kiosk.domain.nonchoice.proposal import Way
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.provider import Capacity, CapacityState
from kiosk.record.memory import MemoryRecord
from tests.unit.app import factory as make
from tests.unit.app.factory import FJORDHEIM, FULL, LIND, MUNICIPAL, NURSING
from tests.unit.app.nonchoice.people import (
    LATER,
    TODAY,
    desk,
    invited,
    municipality,
    opened,
    person,
    silent_record,
    told,
)


def tasks(record):
    due = survey(municipality(), record, TODAY).due
    return [(each.case, each.task) for each in due]


FIRST = CaseRef("2026/000001")


def test_only_those_whom_letter_and_reminder_have_reached_are_proposed():
    record = make.record_with(*(person(number) for number in range(1, 5)))
    invited(record, CaseRef("2026/000002"), reminded=False)
    invited(record, CaseRef("2026/000003"))
    invited(record, CaseRef("2026/000004"))
    told(record, CaseRef("2026/000004"), LetterReturned(LetterKind.REMINDER, date(2026, 12, 14)))

    assert tasks(record) == [
        ("2026/000001", Task.POST_LETTER),
        ("2026/000002", Task.POST_REMINDER),
        ("2026/000003", Task.APPLY_RULE),
        ("2026/000004", Task.FIND_ADDRESS),
    ]


def test_nothing_is_stored_before_somebody_confirms():
    record = silent_record(3)
    before = len(record.history(FIRST))

    run = opened(record)

    assert [each.position for each in run.open] == [1, 2, 3]
    assert (len(record.history(FIRST)), record.runs()) == (before, ())


def test_confirming_stores_who_helps_why_and_from_when():
    record = silent_record(2)
    run = opened(record)
    expected = run.open[0].proposal

    assert run.confirm() == 2

    (stored,) = [
        each.body for _, each in record.history(FIRST) if isinstance(each.body, ServiceAllocated)
    ]
    state = record.case_file(FIRST).states[0]
    assert (stored.way, stored.answer.provider) == (Way.TURN, expected.provider)
    assert (state.outcome, state.answer) == (Outcome.NO_REPLY, stored.answer)
    assert stored.answer.provider_name is not None
    assert survey(municipality(), record, TODAY).due == ()


def test_the_next_run_goes_on_where_the_last_one_stopped():
    at_once = [each.proposal.provider for each in opened(silent_record(8)).open]
    record = silent_record(8)
    first = opened(record)
    first.confirm(last_position=3)

    second = opened(record)

    given = [each.proposal.provider for each in first.open]
    assert [each.proposal.provider for each in second.open] == given == at_once[3:]


def test_setting_somebody_aside_gives_the_next_person_that_turn():
    record = silent_record(4)
    run = opened(record)
    before = [each.proposal.provider for each in run.open]

    run.set_aside(1, "Bor på sykehjem nå.")

    assert [each.position for each in run.open] == [2, 3, 4]
    assert [each.proposal.provider for each in run.open] == before[:3]
    assert tasks(record)[0] == ("2026/000001", Task.APPLY_RULE)


@pytest.mark.parametrize(("position", "reason"), [(1, " "), (3, "Grunn.")])
def test_setting_aside_needs_a_reason_and_a_proposal(position, reason):
    record = silent_record(2)
    run = opened(record)

    with pytest.raises(RefusedError):
        run.set_aside(position, reason)

    assert record.runs() == ()


def test_somebody_in_the_middle_is_set_aside_before_anybody_is_confirmed():
    record = silent_record(6)
    run = opened(record)
    before = [each.proposal.provider for each in run.open]

    run.set_aside(4, "Flytter.")
    run.confirm()

    (key,) = record.runs()
    given = [
        step.provider
        for each in record.run(key)
        if isinstance(each.body, StepsTaken)
        for step in each.body.steps
        if step.way is not None
    ]
    assert given == before[:5]
    assert tasks(record) == [("2026/000004", Task.APPLY_RULE)]
    assert replay_run(record, key).difference is None


def test_somebody_in_the_middle_is_not_set_aside_twice():
    run = opened(silent_record(3))
    run.set_aside(2, "Flytter.")

    assert refusals(lambda: run.set_aside(2, "Flytter.")) == ["allocation.not_open"]


def test_somebody_who_answered_meanwhile_is_not_allocated_and_the_rest_is_seen_again():
    record = silent_record(3)
    run = opened(record)
    told(record, CaseRef("2026/000002"), LetterReturned(LetterKind.REMINDER, date(2026, 12, 14)))

    assert run.confirm() == 1

    assert [each.case for each in run.stale] == ["2026/000002"]
    assert [each.position for each in run.open] == [3]
    assert run.confirm() == 1


def test_who_must_choose_is_told_of_and_never_confirmed():
    record = silent_record(2)
    content = municipality(ChooseFirst(MUNICIPAL))
    run = opened(record, content)

    assert [each.proposal.way for each in run.open] == [Way.MUST_CHOOSE, Way.MUST_CHOOSE]
    assert (run.confirm(), record.runs()) == (0, ())


def test_a_share_counts_everybody_who_has_help():
    cases = [
        person(number, services=(make.granted(NURSING, MUNICIPAL if number > 1 else LIND),))
        for number in range(1, 11)
    ]
    record = make.record_with(*cases, person(11))
    invited(record, CaseRef("2026/000011"))

    run = opened(record, municipality(MinimumShare(10, MUNICIPAL)))

    (placed,) = run.open
    assert placed.proposal.share is not None
    assert (placed.proposal.share.private, placed.proposal.share.total) == (1, 10)
    assert placed.proposal.way is Way.SHARE_REACHED


def test_a_ceiling_counts_those_who_are_promised_the_provider():
    content = municipality()
    limited = tuple(
        replace(
            each,
            offers=tuple(
                replace(offer, capacity=Capacity(CapacityState.OPEN, None, 1))
                for offer in each.offers
            ),
        )
        for each in content.providers
    )
    content = replace(content, providers=limited)
    record = silent_record(3)
    opened(record, content).confirm(last_position=1)

    (second, *_) = opened(record, content).open

    first = record.case_file(FIRST).states[0].answer
    assert first is not None
    assert second.proposal.provider != first.provider


def test_what_was_noted_for_the_rule_is_heard():
    record = silent_record(1)
    told(record, FIRST, WishesNoted(NURSING, Known(), (LIND, FJORDHEIM)))

    (placed,) = opened(record).open

    assert placed.proposal.applicant.objects_to == {LIND, FJORDHEIM}
    assert placed.proposal.provider not in {LIND, FJORDHEIM}


@pytest.mark.parametrize(
    "fallback",
    [Distribute(Lots(), MUNICIPAL), MinimumShare(40, MUNICIPAL), MunicipalDefault(MUNICIPAL)],
)
def test_a_run_comes_out_the_same_again(fallback):
    record = silent_record(7)
    content = municipality(fallback)
    run = opened(record, content)
    run.confirm(last_position=2)
    run.set_aside(3, "Grunn.")
    run.confirm()

    replayed = replay_run(record, record.runs()[0])

    assert (replayed.given, replayed.set_aside, replayed.difference) == (6, 1, None)


class Emptied(MemoryRecord):
    """Everybody whom the rules gave a provider was disposed of since."""

    def run(self, run: str) -> tuple[Event, ...]:
        return tuple(each for each in super().run(run) if each.case is None)


@pytest.mark.parametrize(
    "fallback",
    [
        Distribute(Turns(), MUNICIPAL),
        Distribute(Turns(), MUNICIPAL, frozenset({FULL}), MUNICIPAL),
        Distribute(WeightedKey(((LIND, 2), (FJORDHEIM, 1))), MUNICIPAL),
        MinimumShare(40, MUNICIPAL),
    ],
)
def test_a_run_comes_out_the_same_when_all_of_its_people_were_disposed_of(fallback):
    record = Emptied()
    for case_event in (each for number in (1, 2, 3) for each in _events_of(number)):
        record.append([case_event])
    opened(record, municipality(fallback)).confirm()

    replayed = replay_run(record, record.runs()[0])

    assert (replayed.given, replayed.erased, replayed.difference) == (3, 3, None)


class Forged(MemoryRecord):
    """Tells of another provider in one place than the run gave."""

    def run(self, run: str) -> tuple[Event, ...]:
        events = super().run(run)
        return tuple(self._forged(each) for each in events)

    def _forged(self, event: Event) -> Event:
        body = event.body
        if not isinstance(body, StepsTaken):
            return event
        steps = tuple(
            replace(step, provider=LIND if step.provider != LIND else FJORDHEIM)
            if step.position == 2
            else step
            for step in body.steps
        )
        return replace(event, body=replace(body, steps=steps))


def test_a_replay_tells_the_first_place_that_differs():
    record = Forged()
    for case_event in (each for number in (1, 2, 3) for each in _events_of(number)):
        record.append([case_event])
    opened(record).confirm()

    difference = replay_run(record, record.runs()[0]).difference

    assert difference is not None
    assert difference.position == 2


def _events_of(number):
    quiet = make.record_with(person(number))
    invited(quiet, CaseRef(f"2026/{number:06}"))
    events = [event for _, event in quiet.history(CaseRef(f"2026/{number:06}"))]
    return [replace(event, id=EventId(f"{number}-{place}")) for place, event in enumerate(events)]


def test_there_is_no_replay_of_a_run_that_is_not_there():
    with pytest.raises(NotFoundError):
        replay_run(silent_record(1), "none")


def test_turns_are_even_over_many():
    given = Counter(each.proposal.provider for each in opened(silent_record(40)).open)

    assert max(given.values()) - min(given.values()) <= 1


def test_one_case_is_judged_by_itself_as_in_the_whole_survey():
    record = silent_record(2)
    judge = DueNonchoosers(desk(record).municipality, record)

    (due,) = judge.of_case(record.case_file(FIRST), TODAY)

    assert due.task is Task.APPLY_RULE


def refusals(attempt):
    with pytest.raises(RefusedError) as found:
        attempt()
    return [each.code for each in found.value.refusals]


def test_a_list_from_before_another_run_is_made_again():
    record = silent_record(6)
    older, newer = opened(record), opened(record)
    newer.desk = replace(newer.desk, ids=make.CountingIds())
    older.key, older.desk = "older", replace(older.desk, ids=FromAThousand())
    newer.confirm(last_position=2)

    assert refusals(older.confirm) == ["allocation.outdated"]
    assert refusals(lambda: older.set_aside(1, "Grunn.")) == ["allocation.outdated"]
    assert record.runs() == (newer.key,)


class FromAThousand(make.CountingIds):
    """Gives other ids than the usual ones."""

    def __init__(self) -> None:
        self._numbers = count(1000)


def test_a_list_from_yesterday_is_made_again():
    record = silent_record(2)
    run = opened(record)
    run.confirm(last_position=1)
    run.desk = replace(run.desk, clock=make.FixedClock(LATER + timedelta(hours=15)))

    assert refusals(run.confirm) == ["allocation.outdated"]
    assert len(run.open) == 1
