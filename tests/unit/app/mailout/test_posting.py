"""Whose deadline runs when a mail-out is posted: those whose letters left the house."""

from datetime import timedelta

import pytest

from kiosk.app.mailout.letter_numbers import letter_numbers, numbers_text
from kiosk.app.mailout.posting_texts import before_posting_lines, posted_lines
from kiosk.app.mailout.since_made import Changed
from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.allocation_events import LetterPosted, LetterReturned
from kiosk.domain.case import Address, Closing
from kiosk.domain.case_events import CaseChanged, CaseClosed
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import BatchPosted
from kiosk.domain.mail_events import NotPosted, NotPostedCount
from kiosk.domain.nonchoice.silence import LetterKind
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, TODAY
from tests.unit.app.mailout.office import Office, person, ref, refused


@pytest.fixture
def office():
    """Six letters; the postcodes order them backwards."""
    made = Office(*(person(number) for number in range(1, 7)))
    made.made()
    return made


def post(office, apart=frozenset(), day=TODAY):
    return office.posting.post(office.batch().key, day, ACTOR, frozenset(apart))


def happened_to_three(office):
    office.tell(ref(6), CaseClosed(Closing(TODAY, "flyttet")))
    protected = person(5, is_address_protected=True)
    office.tell(ref(5), CaseChanged(protected, ("is_address_protected",)))
    moved = person(4, address=Address(("Ny vei 1",), "0000", "BY"))
    office.tell(ref(4), CaseChanged(moved, ("address",)))


def test_letters_that_were_pulled_out_are_not_posted(office):
    posting = post(office, {2, 5})

    assert posting.not_posted == {NotPosted.PULLED_OUT: {2, 5}}
    letters = {number: office.record.case_file(ref(number)).letters for number in range(1, 7)}
    assert [number for number, each in letters.items() if not each] == [2, 5]


def test_who_may_not_be_written_to_since_is_passed_over_and_who_moved_is_told(office):
    happened_to_three(office)

    posting = post(office)

    assert posting.not_posted == {NotPosted.CLOSED: {1}, NotPosted.PROTECTED: {2}}
    assert posting.changed == {Changed.ADDRESS: {3}}
    assert set(posting.cases) == {ref(1), ref(2), ref(3), ref(4)}
    assert office.record.case_file(ref(5)).letters == ()


def test_how_many_were_not_posted_is_kept_and_names_nobody(office):
    happened_to_three(office)
    post(office, {6})

    (whole,) = (
        event.body
        for event in office.record.batch(office.batch().key)
        if isinstance(event.body, BatchPosted)
    )
    assert whole.not_posted == (
        NotPostedCount(NotPosted.PULLED_OUT, 1),
        NotPostedCount(NotPosted.CLOSED, 1),
        NotPostedCount(NotPosted.PROTECTED, 1),
    )


def test_a_letter_that_came_back_since_is_not_posted_after_another(office):
    office.tell(ref(1), LetterPosted(LetterKind.INVITATION, TODAY))
    office.tell(ref(1), LetterReturned(LetterKind.INVITATION, TODAY))

    assert post(office).not_posted == {NotPosted.RETURNED: {6}}


def test_what_to_take_out_is_told_before_posting_by_numbers_alone(office):
    happened_to_three(office)

    look = office.posting.look(office.batch().key)
    lines = list(before_posting_lines(look, make.words()))

    assert lines == [
        "Ta ut før sending: nummer 1. Saken er avsluttet.",
        "Ta ut før sending: nummer 2. Adressen er sperret.",
        "Adressen er endret etter at brevet ble laget: nummer 3.",
    ]
    assert office.batch().is_open


def test_the_lines_after_posting_name_nobody(office):
    happened_to_three(office)

    said = "\n".join(posted_lines(post(office, {6}), TODAY, make.words()))

    assert "3 brev er ført inn som sendt" in said
    assert "Ikke sendt, tatt ut: 1 (nummer 6)" in said
    assert "Nummer" not in said
    assert "2026/" not in said


def test_a_number_that_is_none_of_the_mail_out_is_refused(office):
    assert refused(lambda: post(office, {2, 7, 8})) == ["mailout.no_such_number"]
    assert office.batch().is_open


def test_nothing_left_to_post_is_refused(office):
    assert refused(lambda: post(office, set(range(1, 7)))) == ["mailout.nothing_to_post"]


def test_letters_are_not_posted_before_the_last_of_them_was_made():
    office = Office(*(person(number) for number in range(1, 5)))
    looked = iter([False] * 2 + [True] * 9)
    plan = office.plan(posting_on=TODAY)
    chosen = office.batches.choose(plan)
    key = office.batches.begin(plan, chosen, ACTOR)
    with pytest.raises(CancelledError):
        office.batches.make(
            key, chosen, office.folder, ACTOR, Watch(is_cancelled=lambda: next(looked))
        )
    # The clock of a machine may stand on the day before when the batch goes on.
    office.desk.clock.moment -= timedelta(days=1)
    office.go_on(key)
    made_on = office.batch().made_on
    office.desk.clock.moment += timedelta(days=1)

    assert made_on == TODAY
    assert refused(lambda: post(office, day=TODAY - timedelta(days=1))) == [
        "mailout.posted_before_made"
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", set()),
        ("3", {3}),
        ("3, 17-19", {3, 17, 18, 19}),
        ("3;4  5", {3, 4, 5}),
        ("000007", {7}),
        (" 1 - 3 ,9\u201310", {1, 2, 3, 9, 10}),
    ],
)
def test_numbers_are_read_as_people_write_them(text, numbers):
    assert letter_numbers(text) == numbers


@pytest.mark.parametrize("text", ["x", "3-", "0", "5-3", "-2", "1.5", "3,,x", "1-2-3", "1234567"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(RefusedError):
        letter_numbers(text)


def test_numbers_are_told_in_stretches():
    assert numbers_text({9, 1, 2, 3, 7, 10}) == "1-3, 7, 9-10"
    assert letter_numbers(numbers_text({9, 1, 2, 3, 7, 10})) == {9, 1, 2, 3, 7, 10}
