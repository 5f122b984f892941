from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers, Task
from kiosk.app.nonchoice.note_for_rule import NoteForRule, postable, returnable
from kiosk.domain.allocation_events import AskedAgain, LetterPosted, LetterReturned, WishesNoted
from kiosk.domain.case import CaseRef, Closing, PostRecipient
from kiosk.domain.choice import EventId
from kiosk.domain.errors import RefusedError
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.silence import Letter, LetterKind
from kiosk.domain.service import ProviderId
from kiosk.domain.staff import StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, NURSING, PRACTICAL
from tests.unit.app.nonchoice.people import LATER, TODAY, employed, invited, municipality, person

FIRST = CaseRef("2026/000001")
INVITATION, REMINDER = LetterKind.INVITATION, LetterKind.REMINDER
POSTED = date(2026, 11, 9)


class Desk:
    def __init__(self, role=StaffRole.CASE_OFFICER, **changes):
        self.record = make.record_with(person(1, **changes))
        employed(self.record, role)
        self.use_case = NoteForRule(
            municipality(), self.record, make.FixedClock(LATER), make.WORKING
        )

    def store(self, noted, event_id="noted", actor=ACTOR):
        self.use_case.store(FIRST, noted, EventId(event_id), actor)

    def refused(self, noted, **changes):
        before = len(self.record.history(FIRST))
        with pytest.raises(RefusedError) as error:
            self.store(noted, **changes)
        assert len(self.record.history(FIRST)) == before
        return [each.code for each in error.value.refusals]

    @property
    def file(self):
        return self.record.case_file(FIRST)


def test_letters_are_entered_as_they_are_posted_and_come_back():
    desk = Desk()
    desk.store(LetterPosted(INVITATION, POSTED), "1")
    desk.store(LetterPosted(REMINDER, date(2026, 12, 7)), "2")
    desk.store(LetterReturned(REMINDER, date(2026, 12, 14)), "3")

    assert desk.file.letters == (
        Letter(INVITATION, POSTED),
        Letter(REMINDER, date(2026, 12, 7), date(2026, 12, 14)),
    )


def test_the_office_can_note_that_it_has_asked_again():
    desk = Desk()

    desk.store(AskedAgain(POSTED), "1")
    desk.store(AskedAgain(TODAY), "2")

    assert desk.file.asked_again == (POSTED, TODAY)


def test_the_same_attempt_again_stores_nothing():
    desk = Desk()
    desk.store(LetterPosted(INVITATION, POSTED))

    desk.store(LetterPosted(INVITATION, POSTED))

    assert len(desk.file.letters) == 1


@pytest.mark.parametrize(
    ("noted", "codes"),
    [
        (LetterPosted(INVITATION, date(2027, 1, 12)), ["letters.day_ahead"]),
        (LetterPosted(INVITATION, date(2026, 11, 1)), ["letters.before_decision"]),
        (LetterPosted(REMINDER, TODAY), ["letters.no_letter"]),
        (LetterReturned(INVITATION, TODAY), ["letters.nothing_to_return"]),
        (AskedAgain(date(2027, 1, 12)), ["asked.day_ahead"]),
        (AskedAgain(date(2026, 11, 1)), ["asked.before_decision"]),
        (
            WishesNoted(NURSING, Known(former=LIND), ()),
            ["wishes.former_day_missing"],
        ),
        (
            WishesNoted(NURSING, Known(LIND, date(2027, 1, 12)), ()),
            ["wishes.former_day_ahead"],
        ),
        (
            WishesNoted(NURSING, Known(household=ProviderId("nobody")), ()),
            ["wishes.unknown_provider"],
        ),
        (WishesNoted(PRACTICAL, Known(), (LIND,)), ["choice.service_not_offered"]),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(noted, codes):
    assert Desk().refused(noted) == codes


@pytest.mark.parametrize(
    ("noted", "codes"),
    [
        (LetterPosted(REMINDER, date(2026, 11, 8)), ["letters.before_letter"]),
        (LetterReturned(INVITATION, date(2026, 11, 8)), ["letters.returned_before_posted"]),
        (LetterReturned(INVITATION, date(2027, 1, 12)), ["letters.day_ahead"]),
        (LetterReturned(REMINDER, TODAY), ["letters.nothing_to_return"]),
    ],
)
def test_a_day_fits_those_before_it(noted, codes):
    desk = Desk()
    desk.store(LetterPosted(INVITATION, POSTED))

    assert desk.refused(noted, event_id="next") == codes


def test_a_reminder_needs_a_letter_that_is_there():
    desk = Desk()
    assert postable(desk.file) == (INVITATION,)
    desk.store(LetterPosted(INVITATION, POSTED), "1")
    assert (postable(desk.file), list(returnable(desk.file))) == (
        (INVITATION, REMINDER),
        [INVITATION],
    )
    desk.store(LetterReturned(INVITATION, TODAY), "2")

    assert (postable(desk.file), returnable(desk.file)) == ((INVITATION,), {})


def test_what_was_noted_last_holds():
    desk = Desk()
    desk.store(WishesNoted(NURSING, Known(LIND, date(2026, 9, 1)), ()), "1")
    desk.store(WishesNoted(NURSING, Known(household=LIND), (FJORDHEIM,)), "2")

    assert desk.file.wishes[NURSING] == WishesNoted(NURSING, Known(household=LIND), (FJORDHEIM,))


def test_the_front_desk_and_strangers_enter_nothing():
    posted = LetterPosted(INVITATION, POSTED)

    assert Desk(StaffRole.FRONT_DESK).refused(posted) == ["staff.may_not_note_for_rule"]
    assert Desk().refused(posted, actor="Ukjent") == ["staff.unknown"]


def test_nothing_is_entered_in_a_closed_case():
    closed = Desk(closing=Closing(date(2026, 12, 1), "Flyttet"))

    assert closed.refused(LetterPosted(INVITATION, POSTED)) == ["choice.case_closed"]


def test_a_letter_from_before_the_decision_tells_nothing_of_the_service():
    record = make.record_with(person(1))
    invited(record, FIRST)
    later = replace(make.granted(NURSING), decided_on=date(2026, 12, 10))
    old = replace(record.case_file(FIRST), case=replace(person(1), services=(later,)))

    (due,) = DueNonchoosers(municipality(), record).of_case(old, date(2027, 3, 1))

    assert due.task is Task.POST_LETTER


@pytest.mark.parametrize("letter", [INVITATION, REMINDER])
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"address": None}, "letters.no_address"),
        ({"is_address_protected": True}, "letters.protected"),
    ],
)
def test_no_letter_was_posted_to_nobody_s_address(letter, changes, code):
    assert code in Desk(**changes).refused(LetterPosted(letter, POSTED))


def test_a_letter_may_go_to_whoever_gets_the_post_instead():
    post = PostRecipient("Verge Prøve", "verge", make.ADDRESS, instead=True)
    desk = Desk(address=None, post=post)

    desk.store(LetterPosted(INVITATION, POSTED))

    assert [each.kind for each in desk.file.letters] == [INVITATION]


def test_nobody_helped_before_who_does_not_give_the_service():
    desk = Desk()
    place = desk.use_case.municipality
    giving = {LIND: (), FJORDHEIM: place.provider(FJORDHEIM).offers}
    providers = tuple(
        replace(each, offers=giving.get(each.id, each.offers)) for each in place.providers
    )
    desk.use_case = replace(desk.use_case, municipality=replace(place, providers=providers))

    for noted in (Known(LIND, date(2026, 9, 1)), Known(household=LIND)):
        assert desk.refused(WishesNoted(NURSING, noted, ())) == ["wishes.unknown_provider"]
    assert desk.refused(WishesNoted(NURSING, Known(), (LIND,))) == ["wishes.unknown_provider"]
    desk.store(WishesNoted(NURSING, Known(), (FJORDHEIM,)))
