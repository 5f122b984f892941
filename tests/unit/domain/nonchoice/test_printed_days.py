"""The day that is printed in a letter, and what it asks about, hold whatever happens later."""

from datetime import date, timedelta

import pytest

from kiosk.domain.nonchoice.silence import (
    Letter,
    LetterKind,
    Patience,
    Reach,
    asking_about,
    reached,
)
from kiosk.domain.service import ServiceId

PATIENCE = Patience(reply=21)
DECIDED = date(2026, 9, 1)
POSTED = date(2026, 10, 5)
NURSING, PRACTICAL = ServiceId("nursing"), ServiceId("practical")
FOLLOWS = date(2026, 10, 30)
"""The last day that follows from posting: four days until it is there, and three weeks."""


def asked(**changes):
    return Letter(LetterKind.INVITATION, POSTED, **changes)


def until(*letters, today=POSTED):
    return reached(letters, DECIDED, PATIENCE, today).until


@pytest.mark.parametrize(
    ("printed", "counted"),
    [
        (None, FOLLOWS),
        (FOLLOWS - timedelta(days=3), FOLLOWS),
        (FOLLOWS, FOLLOWS),
        (date(2026, 11, 18), date(2026, 11, 18)),
    ],
)
def test_the_later_of_the_printed_day_and_the_one_that_follows_from_posting_counts(
    printed, counted
):
    assert until(asked(reply_by=printed)) == counted


def test_nobody_is_silent_before_the_printed_day_has_passed():
    printed = date(2026, 12, 1)
    letters = [
        asked(reply_by=FOLLOWS),
        Letter(LetterKind.REMINDER, date(2026, 11, 2), reply_by=printed),
    ]

    assert reached(letters, DECIDED, PATIENCE, printed).reach is Reach.REMINDED
    assert reached(letters, DECIDED, PATIENCE, printed + timedelta(days=1)).reach is Reach.SILENT


def test_whoever_s_copy_alone_was_posted_has_not_been_reached():
    assert reached([asked(is_copy_only=True)], DECIDED, PATIENCE, FOLLOWS).reach is Reach.RETURNED


def test_a_letter_asks_about_what_it_names_and_one_that_names_nothing_about_all():
    named, old = asked(services=(NURSING,)), asked()

    assert asking_about([named, old], NURSING) == [named, old]
    assert asking_about([named, old], PRACTICAL) == [old]
