"""Opening a case leaves a trace, and changes nothing else."""

import pytest

from kiosk.app.read_case import ReadCase, unlogged_text
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import NotFoundError
from kiosk.domain.event import Stored
from kiosk.domain.handling import CaseRead
from kiosk.domain.language import Language
from kiosk.domain.reading import Reading
from kiosk.domain.soundness import Damage, Harm
from tests.unit.app import factory as make


@pytest.fixture
def record():
    return make.record_with(make.case())


@pytest.fixture
def read(record):
    return ReadCase(record, make.FixedClock(), make.CountingIds())


def test_a_reading_tells_who_read_what_and_when(record, read):
    assert read.log(make.CASE, Reading.CASE_PAGE, make.ACTOR) is None

    _place, event = record.history(make.CASE)[-1]
    assert event.body == CaseRead(Reading.CASE_PAGE)
    assert (event.actor, event.at, event.case) == (make.ACTOR, make.NOW, make.CASE)


def test_an_opening_that_is_tried_again_is_logged_once(record, read):
    for _ in range(2):
        read.log(make.CASE, Reading.RECEIPT, make.ACTOR, "the same")

    assert len(record.history(make.CASE)) == 2


def test_a_case_that_does_not_exist_gets_no_history(record, read):
    with pytest.raises(NotFoundError):
        read.log(CaseRef("none"), Reading.CASE_PAGE, make.ACTOR)

    assert record.history(CaseRef("none")) == ()


def test_reading_changes_neither_the_case_nor_what_it_is_found_by(record, read):
    record.case_refs()
    entries, file = dict(record._fold.index.entries), record.case_file(make.CASE)

    read.log(make.CASE, Reading.CASE_PAGE, make.ACTOR)

    assert not record._fold.index._changed
    assert record._fold.index.entries == entries
    assert record.case_file(make.CASE) == file


def test_a_damaged_record_can_be_read_and_says_that_it_does_not_log(record, read):
    record._log.note(Damage(Harm.UNREADABLE, Stored("7F3K", 1)))

    unlogged = read.log(make.CASE, Reading.CASE_PAGE, make.ACTOR)

    text = unlogged_text(unlogged, make.words(Language.ENGLISH))
    assert text.startswith("It could not be logged that you read this case. The record is damaged")
