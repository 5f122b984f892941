"""Nobody is given a provider by another rule than the one that the letter told of."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers, Task
from kiosk.app.nonchoice.note_for_rule import NoteForRule
from kiosk.app.nonchoice.replay_run import replay_run
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import DoesNotWish, EventId
from kiosk.domain.event import CaseChanged
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.parts import (
    ChooseFirst,
    Circle,
    Distribute,
    Floor,
    Lots,
    MunicipalDefault,
    NonchoiceState,
    StartUp,
    Turns,
)
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.record.memory import MemoryRecord
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NURSING, SOUTH
from tests.unit.app.nonchoice.people import (
    LATER,
    TODAY,
    employed,
    municipality,
    opened,
    person,
    silent_record,
    told,
)
from tests.unit.app.nonchoice.test_meanwhile import answered

FIRST = CaseRef("2026/000001")
INVITED, REMINDED = date(2026, 11, 9), date(2026, 12, 7)
SOME = Distribute(Turns(), MUNICIPAL, frozenset({LIND, FJORDHEIM}))


def post(record, content, kind, day, event_id):
    noting = NoteForRule(content, record, make.FixedClock(LATER), make.WORKING)
    noting.store(FIRST, LetterPosted(kind, day), EventId(event_id), ACTOR)


def told_record(content: Municipality, reminded_by: Municipality | None = None) -> MemoryRecord:
    """One person whom letter and reminder have told of the rules of a pack."""
    record = make.record_with(person(1))
    employed(record)
    post(record, content, LetterKind.INVITATION, INVITED, "letter")
    post(record, reminded_by or content, LetterKind.REMINDER, REMINDED, "reminder")
    return record


def tasks(record, content, day=TODAY):
    judge = DueNonchoosers(content, record)
    return [each.task for each in judge.of_case(record.case_file(FIRST), day)]


def changed(content: Municipality, **changes) -> Municipality:
    """The pack with other parts in every rule, and a new version."""
    rules = {
        spot: tuple(replace(each, version="2", **changes) for each in book)
        for spot, book in content.rules.items()
    }
    return replace(content, version="2", rules=rules)


def test_whoever_was_told_of_the_rule_that_holds_is_proposed():
    record = told_record(municipality(SOME))

    assert tasks(record, municipality(SOME)) == [Task.APPLY_RULE]


def test_whoever_was_told_of_another_rule_gets_a_new_letter_and_no_provider():
    record, now = told_record(municipality(MunicipalDefault(MUNICIPAL))), municipality(SOME)

    assert tasks(record, now) == [Task.POST_ANEW]
    assert opened(record, now).open == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"fallback": replace(SOME, among=Circle.PRIVATE)},
        {"fallback": replace(SOME, pick=Lots())},
        {"fallback": ChooseFirst(MUNICIPAL, 14)},
        {"floor": Floor(language=True)},
        {"decision": replace(make.DECISION, reference="48/26")},
        {"states": frozenset({NonchoiceState.NO_REPLY})},
        {"start_up": StartUp(LIND, INVITED, 3, 10)},
    ],
)
def test_what_the_rule_announces_must_be_what_was_told(changes):
    content = municipality(SOME)
    record = told_record(content)

    assert tasks(record, changed(content, **changes)) == [Task.POST_ANEW]


def test_wording_and_a_new_number_of_the_pack_tell_no_other_rule():
    content = municipality(SOME)
    record = told_record(content)
    office = replace(content.office, contact=replace(content.office.contact, phone="00001399"))
    named = tuple(
        replace(each, name=LocalText.same(f"{each.name.nb} EKSEMPEL")) for each in content.providers
    )
    organ = replace(make.DECISION, organ=LocalText("Kommunestyret", "Kommunestyret"))

    now = replace(changed(content, decision=organ), office=office, providers=named)

    assert tasks(record, now) == [Task.APPLY_RULE]


def test_a_start_up_period_that_ends_as_announced_is_no_other_rule():
    content = changed(municipality(SOME), start_up=StartUp(LIND, date(2026, 11, 1), 2, 10))
    record = told_record(content)

    assert tasks(record, content) == [Task.APPLY_RULE]


@pytest.mark.parametrize(
    ("there", "task"), [(SOME, Task.APPLY_RULE), (MunicipalDefault(MUNICIPAL), Task.POST_ANEW)]
)
def test_whoever_moves_needs_a_new_letter_where_another_rule_holds_there(there, task):
    content = municipality(SOME)
    rules = {
        spot: tuple(replace(each, fallback=there) for each in book) if spot[1] == SOUTH else book
        for spot, book in content.rules.items()
    }
    content = replace(content, rules=rules)
    record = told_record(content)
    told(record, FIRST, CaseChanged(replace(person(1), zone=SOUTH), ()))

    assert tasks(record, content) == [task]


def test_a_new_letter_begins_the_deadline_anew():
    record, now = told_record(municipality(MunicipalDefault(MUNICIPAL))), municipality(SOME)
    post(record, now, LetterKind.INVITATION, date(2027, 1, 8), "new letter")

    assert tasks(record, now) == []
    assert tasks(record, now, date(2027, 3, 1)) == [Task.POST_REMINDER]


def test_whoever_said_not_to_want_to_choose_said_it_of_the_rule_of_that_day():
    before = municipality(SOME)
    now = changed(before, fallback=replace(SOME, among=Circle.PRIVATE))
    record = told_record(before)
    answered(record, before, DoesNotWish(), date(2026, 12, 10))
    assert tasks(record, before) == [Task.APPLY_RULE]
    assert tasks(record, now) == [Task.POST_ANEW]

    post(record, now, LetterKind.INVITATION, date(2027, 1, 8), "new letter")

    assert tasks(record, now) == []
    assert tasks(record, now, date(2027, 3, 1)) == [Task.APPLY_RULE]


def test_whoever_said_so_of_the_rule_that_holds_is_proposed():
    before = municipality(SOME)
    now = changed(before, fallback=replace(SOME, among=Circle.PRIVATE))
    record = told_record(before)
    answered(record, now, DoesNotWish(), date(2026, 12, 10))

    assert tasks(record, now) == [Task.APPLY_RULE]


def test_the_reminder_tells_the_rule_too():
    before, now = municipality(MunicipalDefault(MUNICIPAL)), municipality(SOME)

    assert tasks(told_record(before, now), now) == [Task.APPLY_RULE]
    assert tasks(told_record(now, before), now) == [Task.POST_ANEW]


def test_a_letter_of_an_older_version_says_nothing_of_what_it_told():
    record = silent_record(1)

    assert record.case_file(FIRST).letters[0].told is None
    assert tasks(record, municipality(SOME)) == [Task.APPLY_RULE]


def test_a_letter_that_told_nothing_of_the_service_told_of_no_rule():
    content = municipality(SOME)
    record = told_record(replace(content, rules={}))

    assert tasks(record, content) == [Task.POST_ANEW]


def test_what_a_letter_told_is_stored_with_it():
    record = told_record(municipality(SOME))

    (rule,) = record.case_file(FIRST).letters[0].told or ()

    assert (rule.service, rule.rule) == (NURSING, "hjemmesykepleie-nord@1")
    assert set(rule.states) == set(NonchoiceState)


def test_a_run_after_letters_that_told_of_its_rule_comes_out_the_same():
    content = municipality(SOME)
    record = told_record(content)
    opened(record, content).confirm()

    assert replay_run(record, record.runs()[0]).difference is None
