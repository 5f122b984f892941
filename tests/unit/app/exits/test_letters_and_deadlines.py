"""The day that a letter tells is the deadline, and each exit has letters of its own."""

from dataclasses import replace
from datetime import date, timedelta

from kiosk.app.exits.exit_status import Stage, exit_status
from kiosk.app.exits.provider_exits import Planned
from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.nonchoice.due_nonchoosers import Task
from kiosk.app.nonchoice.note_for_rule import NoteForRule
from kiosk.app.nonchoice.work_texts import task_text
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.choice import EventId
from kiosk.domain.event import DocumentIssued, DocumentKind, Event
from kiosk.domain.exits.asking import told_day
from kiosk.domain.exits.exit import AnswerTime, ExitCause
from kiosk.domain.exits.exit_told import ExitTold
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.paper_events import DocumentChannel
from tests.unit.app import factory as make
from tests.unit.app.exits.test_provider_exits import (
    FIRST,
    IDS,
    PLAN,
    due,
    exits,
    person,
    record_of,
)
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, NURSING, TODAY

SHORT = replace(PLAN, last_day=TODAY + timedelta(days=24), services=(NURSING,))


def posted(record, day=TODAY, letter=LetterKind.EXIT, at=None):
    content = with_exits(make.municipality(), standing_exits(record))
    clock = make.FixedClock(at or make.NOW + (day - TODAY))
    noting = NoteForRule(content, record, clock, make.WORKING)
    noting.store(FIRST, LetterPosted(letter, day), IDS.event_id(), ACTOR)


def stages(record, *exits_):
    content = with_exits(make.municipality(), standing_exits(record))
    statuses = (exit_status(content, record, each, TODAY) for each in exits_)
    return [each.people[0].stage for each in statuses]


def test_the_told_day_is_the_deadline_of_a_short_exit():
    record = record_of(person(FIRST))
    made = exits(record).announce(SHORT, ACTOR)
    posted(record)

    tomorrow = made.answer_by + timedelta(days=1)
    assert due(record, make.municipality(), made.answer_by) == []
    (found,) = due(record, make.municipality(), tomorrow)
    assert (found.task, found.since) == (Task.POST_REMINDER, made.answer_by)
    assert tomorrow < SHORT.last_day


def test_a_letter_that_is_posted_late_gives_a_week_to_a_working_day():
    record = record_of(person(FIRST))
    made = exits(record).announce(SHORT, ACTOR)
    late = date(2026, 12, 15)
    posted(record, late)

    # A week after it is there is the second day of Christmas, a Saturday.
    (told,) = record.case_file(FIRST).letters[0].exits
    assert told == ExitTold(made.id, date(2026, 12, 28))
    assert due(record, make.municipality(), date(2026, 12, 28)) == []
    (found,) = due(record, make.municipality(), date(2026, 12, 29))
    assert found.task is Task.POST_REMINDER


def test_the_told_day_is_the_announced_one_as_long_as_a_week_is_left():
    (made,) = standing_exits(announced(record_of(person(FIRST))))
    time = AnswerTime(make.municipality().patience, (), make.WORKING)

    days = [told_day(made, TODAY + timedelta(each), time) for each in range(60)]

    assert days == sorted(days)
    assert days[0] == made.answer_by
    for offset, day in enumerate(days):
        assert make.WORKING.is_working_day(day)
        assert day >= TODAY + timedelta(offset + 4 + 7)


def announced(record, provider=LIND):
    plan = Planned(provider, PLAN.last_day, ExitCause.CONTRACT_ENDS, services=(NURSING,))
    exits(record).announce(replace(plan, backup=FJORDHEIM if provider == LIND else None), ACTOR)
    return record


def test_a_letter_about_one_exit_says_nothing_of_one_that_is_announced_later_that_day():
    record = announced(record_of(person(FIRST)))
    posted(record)
    exits(record).call_off(standing_exits(record)[0].id, "Avtalen er forlenget.", ACTOR)
    announced(record)

    (again,) = standing_exits(record)

    assert stages(record, again) == [Stage.LETTER_DUE]
    (found,) = due(record, make.municipality(), TODAY)
    assert (found.task, found.letter) == (Task.POST_LETTER, LetterKind.EXIT)


def test_a_letter_that_was_printed_before_a_second_exit_does_not_tell_of_it():
    record = announced(record_of(person(FIRST)))
    printed = DocumentIssued(DocumentKind.EXIT, Language.BOKMAL, DocumentChannel.PRINTER)
    record.append([Event(EventId("printed"), make.NOW, ACTOR, FIRST, printed)])
    (first,) = standing_exits(record)
    exits(record).call_off(first.id, "Avtalen er forlenget.", ACTOR)
    later = exits(record, at=make.NOW + timedelta(hours=1))
    again = later.announce(replace(SHORT, backup=FJORDHEIM), ACTOR)
    posted(record, at=make.NOW + timedelta(hours=2))

    assert stages(record, again) == [Stage.LETTER_DUE]


def test_a_reminder_counts_for_whichever_letter_came_before_it():
    record = announced(record_of(person(FIRST)))
    (made,) = standing_exits(record)
    posted(record)
    posted(record, made.answer_by + timedelta(days=3), LetterKind.REMINDER)

    assert due(record, make.municipality(), made.answer_by + timedelta(days=10)) == []
    (found,) = due(record, make.municipality(), made.answer_by + timedelta(days=18))
    assert found.task is Task.APPLY_RULE


def test_the_work_list_names_the_letter_that_counts():
    record = announced(record_of(person(FIRST)))

    (found,) = due(record, make.municipality(), TODAY)

    assert task_text(found, make.words()) == "send brev om leverandøren som slutter"
