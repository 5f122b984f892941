"""A result of the rule whose start the municipality agrees on with the person."""

from datetime import timedelta

from kiosk.app.agree_start import AgreeStart
from kiosk.app.delivery_due import due_of
from kiosk.app.nonchoice.issue_letters import IssueLetters
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.language import Language
from kiosk.domain.notice import AgreedDate, NoticeRule
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, NURSING
from tests.unit.app.nonchoice.people import (
    LATER,
    TODAY,
    employed,
    municipality,
    opened,
    silent_record,
)
from tests.unit.app.nonchoice.test_allocation_letter import KeptLetters, lines

FIRST = CaseRef("2026/000001")
CONTENT = municipality(notice=NoticeRule("avtale", AgreedDate()))
START = TODAY + timedelta(days=7)


def allocated():
    record = silent_record(1)
    employed(record)
    opened(record, CONTENT).confirm()
    return record


def agree(record):
    agreeing = AgreeStart(CONTENT, record, make.FixedClock(LATER), make.WORKING)
    agreeing.store(FIRST, NURSING, START, EventId("agreed"), ACTOR)


def letter(record):
    kept = KeptLetters()
    clock = make.FixedClock(LATER)
    letters = IssueLetters(CONTENT, record, clock, kept, make.words)  # type: ignore[arg-type]
    return lines(letters.in_words(FIRST, make.words(Language.BOKMAL)))


def test_the_letter_promises_no_day_before_one_is_agreed_on():
    assert letter(allocated())["Fra"] == "Vi avtaler datoen med deg."


def test_the_letter_tells_the_day_that_was_agreed_on():
    record = allocated()
    agree(record)

    assert letter(record)["Fra"] == "mandag 18. januar 2027"


def test_the_provider_hears_of_the_day_that_was_agreed_on():
    record = allocated()
    agree(record)

    due = due_of(record, FIRST)

    starts = [(each.turn.day, each.turn.is_start) for each in due.changes]
    assert (START, True) in starts
