"""What a rule announces of asking again is on the work list on that very day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers, Task
from kiosk.app.nonchoice.survey import survey
from kiosk.domain.allocation_events import AskedAgain, LetterPosted, LetterReturned, WishesNoted
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Chooses, DoesNotWish, Postpones
from kiosk.domain.nonchoice.announcement import announce
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.clauses import MustChoose
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import ChooseFirst, Continuity, MunicipalDefault
from kiosk.domain.nonchoice.silence import LetterKind
from tests.unit.app import factory as make
from tests.unit.app.factory import AAS, LIND, MUNICIPAL, NORTH, NURSING
from tests.unit.app.nonchoice.people import municipality, person, silent_record, told
from tests.unit.app.nonchoice.test_meanwhile import answered
from tests.unit.domain.nonchoice import samples

FIRST = CaseRef("2026/000001")
# The reminder was posted on the seventh of December: 4 days by post, and 10 for an answer.
LAST_DAY = date(2026, 12, 21)
ASKS = ChooseFirst(AAS, 14)


def tasks(record, content, day):
    judge = DueNonchoosers(content, record)
    return [(each.task, each.since) for each in judge.of_case(record.case_file(FIRST), day)]


def days_after(days):
    return LAST_DAY + timedelta(days=days)


def test_whoever_stays_silent_is_asked_again_on_the_day_that_was_announced():
    record, content = silent_record(1), municipality(ASKS)

    assert tasks(record, content, days_after(13)) == []
    assert tasks(record, content, days_after(14)) == [(Task.ASK_AGAIN, days_after(14))]
    assert tasks(record, content, days_after(40)) == [(Task.ASK_AGAIN, days_after(14))]


def test_the_question_is_told_apart_from_a_day_that_was_agreed_on():
    record, content = silent_record(2), municipality(ASKS)
    answered(record, content, Postpones(days_after(3)))

    found = survey(content, record, days_after(20)).due

    assert [(each.case, each.task, each.is_announced) for each in found] == [
        (FIRST, Task.ASK_AGAIN, False),
        ("2026/000002", Task.ASK_AGAIN, True),
    ]


def test_a_note_that_the_office_has_asked_begins_the_days_anew():
    record, content = silent_record(1), municipality(ASKS)
    told(record, FIRST, AskedAgain(days_after(16)))

    assert tasks(record, content, days_after(29)) == []
    assert tasks(record, content, days_after(30)) == [(Task.ASK_AGAIN, days_after(30))]


def test_what_was_asked_before_the_deadline_is_not_the_question_that_was_announced():
    record, content = silent_record(1), municipality(ASKS)
    told(record, FIRST, AskedAgain(days_after(-2)))

    assert tasks(record, content, days_after(14)) == [(Task.ASK_AGAIN, days_after(14))]


def test_a_new_reminder_begins_them_anew_too():
    record, content = silent_record(1), municipality(ASKS)
    told(record, FIRST, LetterPosted(LetterKind.REMINDER, days_after(14)))

    assert tasks(record, content, days_after(41)) == []
    assert tasks(record, content, days_after(42)) == [(Task.ASK_AGAIN, days_after(42))]


def test_who_was_not_reached_is_found_first():
    record, content = silent_record(1), municipality(ASKS)
    told(record, FIRST, LetterReturned(LetterKind.REMINDER, days_after(1)))

    assert [task for task, _ in tasks(record, content, days_after(20))] == [Task.FIND_ADDRESS]


def test_whoever_does_not_wish_to_choose_is_asked_again_after_the_deadline():
    record, content = silent_record(1), municipality(ASKS)
    answered(record, content, DoesNotWish())

    assert tasks(record, content, days_after(13)) == []
    assert tasks(record, content, days_after(14)) == [(Task.ASK_AGAIN, days_after(14))]


def test_whoever_says_so_late_was_asked_on_that_day():
    record, content = silent_record(1), municipality(ASKS)
    answered(record, content, DoesNotWish(), days_after(20))

    assert tasks(record, content, days_after(33)) == []
    assert tasks(record, content, days_after(34)) == [(Task.ASK_AGAIN, days_after(34))]


@pytest.mark.parametrize("fallback", [ChooseFirst(AAS), MunicipalDefault(MUNICIPAL)])
def test_nobody_is_asked_again_where_nothing_was_announced(fallback):
    record, content = silent_record(1), municipality(fallback)

    found = tasks(record, content, days_after(400))

    assert found == [(Task.APPLY_RULE, LAST_DAY)]


def test_whoever_has_chosen_is_not_asked():
    record, content = silent_record(1), municipality(ASKS)
    answered(record, content, Chooses(LIND))

    assert tasks(record, content, days_after(30)) == []


days = st.integers(1, 60)
people = st.builds(
    lambda present, known, objects, asked: (present, known, objects, asked),
    st.sampled_from([None, MUNICIPAL, LIND]),
    st.builds(Known, st.sampled_from([None, LIND]), st.just(date(2026, 11, 1)), st.none()),
    st.sampled_from([(), (LIND,), (MUNICIPAL, LIND)]),
    st.lists(st.integers(-20, 90), max_size=2, unique=True),
)


@settings(max_examples=60, deadline=None)
@given(days, people, st.booleans(), st.integers(0, 24), st.booleans())
def test_what_is_announced_is_on_the_list_on_that_day_and_never_earlier(
    after, someone, keeps_present, months, has_answered
):
    """Domain 6.1, R0: whoever is told that the office asks again is asked, and nobody else."""
    present, known, objects_to, asked = someone
    record = silent_record(1, services=(make.granted(NURSING, present),))
    rules = {
        spot: tuple(
            samples.rule(
                ChooseFirst(AAS, after),
                id=each.id,
                service=spot[0],
                zone=spot[1],
                keeps_present=keeps_present,
                continuity=Continuity(months),
            )
            for each in book
        )
        for spot, book in make.rules().items()
    }
    content = municipality(rules=rules)
    told(record, FIRST, WishesNoted(NURSING, known, objects_to))
    if has_answered:
        answered(record, content, DoesNotWish())
    told(record, FIRST, *(AskedAgain(days_after(each)) for each in asked))
    promised = announce(
        rules[NURSING, NORTH][0],
        supply_of(content, NURSING, NORTH, LAST_DAY),
        LAST_DAY,
        present=present,
        known=known,
        objects_to=frozenset(objects_to),
    )
    first = days_after(max(0, *asked, 0) + after)

    found = {
        day
        for day in (days_after(each) for each in range(-30, 160))
        if Task.ASK_AGAIN in {task for task, _ in tasks(record, content, day)}
    }

    if any(isinstance(each, MustChoose) for each in promised.clauses):
        assert min(found) == first
        assert max(found) == days_after(159)
    else:
        assert found == set()


def test_nobody_is_asked_again_before_the_letter():
    record = make.record_with(person(1))

    assert [task for task, _ in tasks(record, municipality(ASKS), days_after(90))] == [
        Task.POST_LETTER
    ]
