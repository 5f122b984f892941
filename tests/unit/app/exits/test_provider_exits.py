"""A provider stops: announced, taken over, asked, settled; on a record in memory."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from kiosk.app.delivery_due import due_of
from kiosk.app.exits.exit_status import Stage, exit_status
from kiosk.app.exits.provider_exits import Planned, ProviderExits
from kiosk.app.exits.standing_exits import known_exits, standing_exits
from kiosk.app.import_cases import ImportCases
from kiosk.app.nonchoice.allocation_run import open_run
from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers, Task
from kiosk.app.nonchoice.proposing import Desk
from kiosk.app.nonchoice.survey import survey
from kiosk.app.ports.intake import CaseList
from kiosk.domain.allocation_events import LetterPosted, LetterReturned
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Chooses, DoesNotWish, EventId, Keeps, Outcome
from kiosk.domain.errors import NotFoundError, RefusedError
from kiosk.domain.event import PROGRAM, CaseImported, Event, StaffAdded
from kiosk.domain.exits.exit import ExitCause, ExitMode
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.nonchoice import clauses
from kiosk.domain.nonchoice.allocate import propose
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import Distribute, MinimumShare, NonchoiceState, Turns
from kiosk.domain.nonchoice.proposal import Draw, Table
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.nonchoice.standing import Standing
from kiosk.domain.situations import situation_of
from kiosk.domain.staff import StaffMember, StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NORTH, NURSING, TODAY
from tests.unit.app.flow import choice_of
from tests.unit.app.nonchoice.people import told

LAST_DAY = date(2027, 1, 31)
FIRST, SECOND, THIRD = (CaseRef(f"2026/{number:06}") for number in (1, 2, 3))
IDS = make.CountingIds()
PLAN = Planned(LIND, LAST_DAY, ExitCause.CONTRACT_ENDS)


def person(reference, present=LIND):
    granted = replace(make.granted(NURSING), present_provider=present)
    made = make.case(granted, reference=reference, address=make.ADDRESS)
    return replace(made, family_name=reference[-1])


def record_of(*cases):
    record = make.record_with(*cases)
    staff = StaffAdded(StaffMember(ACTOR, StaffRole.CASE_OFFICER, "hash"))
    record.append([Event(EventId("staff"), make.NOW, ACTOR, None, staff)])
    return record


class FixedList:
    """Reads the same cases from whatever file."""

    def __init__(self, *cases):
        self._cases = cases

    headings, sheet_name = (), ""

    def open(self, data, sheet=""):
        return self

    def read(self, meanings):
        return CaseList(self._cases, len(self._cases), len(self._cases), (), (), ())


def exits(record, content=None, at=make.NOW):
    content = make.municipality() if content is None else content
    return ProviderExits(content, record, make.FixedClock(at), IDS, make.WORKING)


def helper(record, case, day):
    (help_,) = record.case_file(case).helps.values()
    return help_.on(day)


def test_a_planned_exit_is_stored_with_mode_deadline_and_no_name_of_a_person():
    record = record_of(person(FIRST))

    made = exits(record).announce(PLAN, ACTOR)

    assert (made.mode, made.zones) == (ExitMode.PLANNED, (NORTH, make.SOUTH))
    assert made.answer_by == date(2026, 12, 18)
    assert standing_exits(record) == (made,)
    (event,) = record.exits()
    assert event.case is None


def test_help_goes_on_from_the_first_day_without():
    record = record_of(person(FIRST), person(SECOND, FJORDHEIM))

    exits(record).announce(PLAN, ACTOR)

    assert helper(record, FIRST, LAST_DAY) == LIND
    assert helper(record, FIRST, date(2027, 2, 1)) == MUNICIPAL
    assert helper(record, SECOND, date(2027, 2, 1)) == FJORDHEIM


def test_an_acute_exit_on_a_red_day_is_taken_over_at_once_by_the_back_up():
    christmas = datetime(2026, 12, 25, 11, 0, tzinfo=make.NORWAY)
    record = record_of(person(FIRST))
    stopped = replace(
        PLAN, last_day=date(2026, 12, 24), cause=ExitCause.BANKRUPTCY, backup=FJORDHEIM
    )

    made = exits(record, at=christmas).announce(stopped, ACTOR)

    assert made.mode is ExitMode.ACUTE
    assert helper(record, FIRST, christmas.date()) == FJORDHEIM
    assert make.WORKING.is_working_day(made.answer_by)
    assert record.case_file(FIRST).case_on(christmas.date()).services[0].present_provider == (
        FJORDHEIM
    )


def test_an_announcement_that_was_cut_short_is_finished_and_late_cases_are_seen_to():
    record = record_of(person(FIRST))
    use = exits(record)
    use.announce(PLAN, ACTOR)
    told(record, SECOND, CaseImported(person(SECOND)))

    assert use.follow_up(ACTOR) == 1
    assert use.follow_up(ACTOR) == 0
    assert helper(record, SECOND, date(2027, 2, 1)) == MUNICIPAL


def test_it_can_be_called_off_and_announced_again():
    record = record_of(person(FIRST))
    use = exits(record)
    made = use.announce(replace(PLAN, last_day=TODAY - timedelta(days=1)), ACTOR)
    later = exits(record, at=make.NOW + timedelta(days=3))

    assert later.call_off(made.id, "Avtalen er forlenget.", ACTOR) == 1

    assert helper(record, FIRST, TODAY + timedelta(days=2)) == MUNICIPAL
    assert helper(record, FIRST, TODAY + timedelta(days=3)) == LIND
    assert standing_exits(record) == ()
    assert known_exits(record)[0].called_off_at is not None
    with pytest.raises(RefusedError, match=r"exit\.called_off_already"):
        later.call_off(made.id, "Avtalen er forlenget.", ACTOR)
    later.announce(PLAN, ACTOR)
    assert len(standing_exits(record)) == 1


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (replace(PLAN, zones=(make.ISLAND,)), "exit.nothing_to_stop"),
        (replace(PLAN, answer_by=TODAY), "exit.answer_by_passed"),
        (replace(PLAN, backup=LIND), "exit.backup_is_the_same"),
        (replace(PLAN, provider=MUNICIPAL), "exit.nobody_takes_over"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(plan, code):
    record = record_of(person(FIRST))

    with pytest.raises(RefusedError) as refused:
        exits(record).announce(plan, ACTOR)

    assert code in {each.code for each in refused.value.refusals}
    assert record.exits() == ()


def test_the_same_is_not_announced_twice_and_only_by_those_who_may():
    record = record_of(person(FIRST))
    exits(record).announce(PLAN, ACTOR)

    with pytest.raises(RefusedError):
        exits(record).announce(PLAN, ACTOR)
    with pytest.raises(RefusedError):
        exits(record).announce(PLAN, "Nobody")
    with pytest.raises(NotFoundError):
        exits(record).call_off("unknown", "x", ACTOR)


def due(record, content, day):
    (file,) = [record.case_file(each) for each in record.case_refs()]
    judge = DueNonchoosers(with_exits(content, standing_exits(record)), record)
    return list(judge.of_case(file, day))


def test_letter_then_reminder_then_the_rule():
    content = make.municipality()
    record = record_of(person(FIRST))
    made = exits(record).announce(PLAN, ACTOR)

    (first,) = due(record, content, TODAY)
    told(record, FIRST, LetterPosted(LetterKind.EXIT, TODAY))
    waiting = due(record, content, made.answer_by)
    (reminder,) = due(record, content, date(2026, 12, 19))
    told(record, FIRST, LetterPosted(LetterKind.REMINDER, date(2026, 12, 21)))
    (rule,) = due(record, content, date(2027, 1, 5))

    assert (first.task, first.letter) == (Task.POST_LETTER, LetterKind.EXIT)
    assert waiting == []
    assert reminder.task is Task.POST_REMINDER
    assert rule.task is Task.APPLY_RULE
    assert rule.applicant is not None
    assert rule.applicant.present == LIND


def test_a_letter_that_came_back_asks_for_the_address():
    record = record_of(person(FIRST))
    exits(record).announce(PLAN, ACTOR)
    told(record, FIRST, LetterPosted(LetterKind.EXIT, TODAY))
    told(record, FIRST, LetterReturned(LetterKind.EXIT, TODAY))

    (found,) = due(record, make.municipality(), TODAY)

    assert found.task is Task.FIND_ADDRESS


@pytest.mark.parametrize("last_day", [date(2027, 1, 31), date(2026, 11, 22)])
@pytest.mark.parametrize("fallback", [Distribute(Turns(), MUNICIPAL), MinimumShare(90, MUNICIPAL)])
def test_a_run_gives_the_silent_to_another_from_the_first_day_without(fallback, last_day):
    content = make.municipality(rules=make.rules(True, fallback))
    record = record_of(person(FIRST), person(SECOND, FJORDHEIM))
    exits(record, content).announce(replace(PLAN, last_day=last_day, services=(NURSING,)), ACTOR)
    told(record, FIRST, LetterPosted(LetterKind.EXIT, TODAY))
    told(record, FIRST, LetterPosted(LetterKind.REMINDER, date(2026, 12, 21)))
    later = make.NOW + timedelta(days=43)
    joined = with_exits(content, standing_exits(record))
    desk = Desk(joined, record, make.FixedClock(later), IDS, make.WORKING)
    run = open_run(desk, survey(joined, record, later.date()), ACTOR)

    (placed,) = [each for each in run.open if each.proposal.applicant.case == FIRST]
    run.confirm()

    given = placed.proposal.provider
    assert given not in {None, LIND}
    if isinstance(fallback, MinimumShare):
        assert given == MUNICIPAL
    for offset in range(200):
        day = TODAY + timedelta(days=offset)
        assert helper(record, FIRST, day) is not None
        assert helper(record, FIRST, day) != LIND or day <= last_day
        assert helper(record, SECOND, day) == FJORDHEIM
    state = record.case_file(FIRST).states[0]
    assert (state.outcome, state.answer.provider) == (Outcome.NO_REPLY, given)


def test_status_tells_everybody_where_they_stand_and_what_room_there_is():
    record = record_of(person(FIRST), person(SECOND), person(THIRD, FJORDHEIM))
    made = exits(record).announce(PLAN, ACTOR)
    told(record, FIRST, LetterPosted(LetterKind.EXIT, TODAY))
    content = with_exits(make.municipality(), standing_exits(record))

    status = exit_status(content, record, made, TODAY)
    after = exit_status(content, record, made, date(2027, 2, 1))

    assert [(each.case, each.stage) for each in status.people] == [
        (FIRST, Stage.ASKED),
        (SECOND, Stage.LETTER_DUE),
    ]
    assert status.counts[NURSING, NORTH, Stage.ASKED] == 1
    assert status.unseen == () == status.left
    assert LIND not in {each.provider for each in status.rooms}
    assert [each.case for each in after.left] == [FIRST, SECOND]


@pytest.mark.parametrize("fallback", [Distribute(Turns(), MUNICIPAL), MinimumShare(90, MUNICIPAL)])
def test_after_an_acute_exit_the_person_is_told_what_the_rule_then_gives(fallback):
    content = make.municipality(rules=make.rules(True, fallback))
    record = record_of(person(FIRST))
    stopped = replace(PLAN, last_day=TODAY - timedelta(days=1), services=(NURSING,))
    exits(record, content).announce(stopped, ACTOR)
    told(record, FIRST, LetterPosted(LetterKind.EXIT, TODAY))
    told(record, FIRST, LetterPosted(LetterKind.REMINDER, date(2026, 12, 21)))
    later = TODAY + timedelta(days=43)
    joined = with_exits(content, standing_exits(record))
    case = record.case_file(FIRST).case_on(later)
    (granted,) = case.services

    announced = situation_of(joined, case, granted, later, make.WORKING).announced()
    (found,) = due(record, content, later)

    assert found.applicant is not None
    table = Table(
        joined.rule(NURSING, NORTH),
        supply_of(joined, NURSING, NORTH, later),
        Standing(),
        Draw("s"),
        later,
    )
    given = propose(found.applicant, table)
    assert announced.admits(given.way, given.provider)
    assert not any(isinstance(clause, clauses.Keeps) for clause in announced.clauses)


def test_whoever_a_later_list_brings_is_seen_to_at_once():
    record = record_of(person(FIRST))
    use = exits(record)
    use.announce(PLAN, ACTOR)
    importing = ImportCases(record, FixedList(person(SECOND)), make.FixedClock(), IDS, use.see_to)

    importing.confirm(importing.preview(b""), close_missing=False, actor=PROGRAM)

    assert helper(record, SECOND, date(2027, 2, 1)) == MUNICIPAL


def answered(record, answer, case=FIRST):
    """The person says something on the day of the announcement, after it."""
    file = record.case_file(case)
    content = with_exits(make.municipality(), standing_exits(record))
    now = file.case_on(TODAY)
    choice_of({NURSING: answer}, case=now, municipality=content, record=record)


def test_who_leaves_it_to_the_rule_gets_no_letter_more_and_the_rule_at_once():
    turns = make.rules(True, Distribute(Turns(), MUNICIPAL))
    content = make.municipality(rules=turns)
    record = record_of(person(FIRST))
    made = exits(record, content).announce(replace(PLAN, services=(NURSING,)), ACTOR)
    joined = with_exits(content, (made,))
    case = record.case_file(FIRST).case_on(TODAY)

    choice_of({NURSING: DoesNotWish()}, case=case, municipality=joined, record=record)

    (found,) = due(record, content, TODAY)
    (shown,) = exit_status(joined, record, made, TODAY).people
    assert found.task is Task.APPLY_RULE
    assert found.applicant is not None
    assert (found.applicant.state, found.applicant.present) == (
        NonchoiceState.DOES_NOT_WISH,
        LIND,
    )
    assert shown.stage is Stage.WAITS_FOR_RULE


def test_who_chooses_another_is_settled_and_never_moved_again():
    record = record_of(person(FIRST))
    made = exits(record).announce(PLAN, ACTOR)

    answered(record, Chooses(FJORDHEIM))

    (shown,) = exit_status(make.municipality(), record, made, TODAY).people
    assert shown.stage is Stage.SETTLED
    assert due(record, make.municipality(), date(2027, 3, 1)) == []
    assert helper(record, FIRST, date(2027, 3, 1)) == FJORDHEIM


def test_nobody_new_chooses_it_and_nobody_keeps_it():
    record = record_of(person(FIRST))
    exits(record).announce(PLAN, ACTOR)

    for answer in (Chooses(LIND), Keeps()):
        with pytest.raises(RefusedError):
            answered(record, answer)


def test_the_providers_hear_who_stops_and_who_starts():
    record = record_of(person(FIRST))
    exits(record).announce(PLAN, ACTOR)

    changes = due_of(record, FIRST).changes

    heard = {(each.turn.day, each.turn.provider, each.turn.is_start) for each in changes}
    first_day = date(2027, 2, 1)
    assert heard == {(first_day, LIND, False), (first_day, MUNICIPAL, True)}
