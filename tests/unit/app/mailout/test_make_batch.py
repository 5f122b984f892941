"""A batch from the choice of recipients to its posting."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.nonchoice.due_nonchoosers import Task
from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.allocation_events import LetterPosted, LetterReturned
from kiosk.domain.case import Address, Closing, PostRecipient
from kiosk.domain.case_events import CaseChanged, CaseClosed
from kiosk.domain.errors import NotFoundError, PrintError
from kiosk.domain.event import LetterProduced
from kiosk.domain.mail_events import LeftOutCount, MailFilter, MailState
from kiosk.domain.mailing import LeftOut
from kiosk.domain.nonchoice.silence import LetterKind
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, PRACTICAL, SOUTH, TODAY
from tests.unit.app.mailout.office import FRONT, Office, person, ref, refused
from tests.unit.app.mailout.press import FakeFolder


def test_letters_are_printed_by_postcode_in_files_of_so_many():
    office = Office(*(person(number) for number in range(1, 6)))

    made = office.made()

    assert made.letters == 5
    assert sorted(office.folder.files) == [
        "trykk/000001-000002.pdf",
        "trykk/000003-000004.pdf",
        "trykk/000005-000005.pdf",
    ]
    assert office.printed() == [f"Person Nummer {number}" for number in (5, 4, 3, 2, 1)]


def test_making_letters_sets_no_deadline_going():
    office = Office(person(1))
    office.made()

    (due,) = office.due.of_case(office.record.case_file(ref(1)), TODAY + timedelta(days=365))
    assert due.task is Task.POST_LETTER


def test_posting_a_batch_posts_each_of_its_letters():
    office = Office(person(1), person(2))
    office.made()

    assert len(office.posting.post(office.batch().key, TODAY, ACTOR).cases) == 2

    for number in (1, 2):
        (letter,) = office.record.case_file(ref(number)).letters
        assert (letter.kind, letter.posted_on) == (LetterKind.INVITATION, TODAY)
    assert office.batch().posted_on == TODAY
    assert not list(office.due.of_case(office.record.case_file(ref(1)), TODAY))


def test_a_batch_is_posted_once_and_never_on_a_day_to_come():
    office = Office(person(1))
    office.made()
    key = office.batch().key

    assert refused(lambda: office.posting.post(key, TODAY + timedelta(days=1), ACTOR)) == [
        "letters.day_ahead"
    ]
    assert refused(lambda: office.posting.post(key, TODAY - timedelta(days=1), ACTOR)) == [
        "mailout.posted_before_made"
    ]
    office.posting.post(key, TODAY, ACTOR)
    assert refused(lambda: office.posting.post(key, TODAY, ACTOR)) == ["mailout.posted_before"]


def test_who_was_closed_since_is_not_posted_to():
    office = Office(person(1), person(2))
    office.made()
    office.tell(ref(1), CaseClosed(Closing(TODAY, "flyttet")))

    assert office.posting.post(office.batch().key, TODAY, ACTOR).cases == (ref(2),)
    assert office.record.case_file(ref(1)).letters == ()


def test_everybody_left_out_is_counted_with_the_reason():
    protected = replace(person(2), is_address_protected=True)
    without = replace(person(3), address=None)
    long = replace(person(4), address=Address(tuple("abcdefgh"), "0000", "BY"))
    closed = replace(person(5), closing=Closing(TODAY, "flyttet"))
    office = Office(person(1), protected, without, long, closed, person(6))
    office.tell(ref(6), LetterPosted(LetterKind.INVITATION, date(2026, 11, 10)))
    office.tell(ref(6), LetterReturned(LetterKind.INVITATION, date(2026, 11, 18)))

    office.made()

    begun = office.batch().begun
    assert begun is not None
    assert begun.cases == 1
    assert begun.left_out == (
        LeftOutCount(LeftOut.CLOSED, 1),
        LeftOutCount(LeftOut.PROTECTED, 1),
        LeftOutCount(LeftOut.RETURNED, 1),
        LeftOutCount(LeftOut.NO_ADDRESS, 1),
        LeftOutCount(LeftOut.ADDRESS_TOO_LONG, 1),
    )


def test_a_new_address_brings_who_was_not_reached_back():
    office = Office(person(6))
    office.tell(ref(6), LetterPosted(LetterKind.INVITATION, date(2026, 11, 10)))
    office.tell(ref(6), LetterReturned(LetterKind.INVITATION, date(2026, 11, 18)))
    office.tell(ref(6), CaseChanged(person(6, phone="00 00 00 01"), ("phone",)))
    assert office.batches.choose(office.plan()).cases == ()

    office.tell(ref(6), CaseChanged(person(6, address=person(7).address), ("address",)))

    assert [each.case for each in office.batches.choose(office.plan()).cases] == [ref(6)]


def test_a_batch_that_was_stopped_goes_on_where_it_stopped():
    office = Office(*(person(number) for number in range(1, 8)))
    looked = iter([False] * 4 + [True] * 9)

    with pytest.raises(CancelledError):
        office.made(watch=Watch(is_cancelled=lambda: next(looked)))
    first = dict(office.folder.files)
    assert len(office.batch().made) == 4

    office.go_on(office.batch().key)

    assert office.batch().is_whole
    assert {name: office.folder.files[name] for name in first} == first
    assert sorted(office.printed()) == sorted(f"Person Nummer {each}" for each in range(1, 8))
    numbers = [each.number for each in office.batch().made.values()]
    assert sorted(numbers) == list(range(1, 8))


def test_what_was_finished_before_the_disk_was_full_stays():
    office = Office(*(person(number) for number in range(1, 8)))
    office.folder = FakeFolder(room=2)

    with pytest.raises(PrintError):
        office.made()
    assert len(office.batch().made) == 4
    assert not office.batch().is_whole

    office.folder.room = 100
    office.go_on(office.batch().key)

    assert office.batch().is_whole
    assert len(set(office.printed())) == len(office.printed()) == 7


def test_a_letter_that_cannot_be_made_keeps_no_other_back():
    office = Office(person(1), person(2, family_name="Rar"), person(3), refused="Rar")

    made = office.made()

    assert made.letters == 2
    (case,) = made.unmade
    assert case == ref(2)
    assert made.unmade[case].field == "Navn"
    assert "Rar" not in repr(made.unmade[case])
    assert not office.batch().is_whole


def test_who_gets_the_post_as_well_gets_an_envelope_of_their_own():
    post = PostRecipient("Per Verge", "verge", Address(("Vei 1",), "0001", "BY"), instead=False)
    office = Office(person(1, post=post))

    office.made(office.plan(has_letter_files=True))

    assert sorted(office.folder.files) == [
        "brev/000001-2.pdf",
        "brev/000001.pdf",
        "trykk/000001-000001.pdf",
    ]
    (letter,) = office.batch().made.values()
    assert (letter.copies, letter.pages) == (2, 12)


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (MailFilter(LetterKind.INVITATION, zone=SOUTH), [2]),
        (MailFilter(LetterKind.INVITATION, service=PRACTICAL), []),
        (MailFilter(LetterKind.REMINDER), []),
        (MailFilter(LetterKind.INVITATION, MailState.ANY), [2, 1]),
        (MailFilter(LetterKind.INVITATION, MailState.OPEN), [2, 1]),
        (MailFilter(LetterKind.INVITATION, MailState.KEEPS), []),
        (MailFilter(LetterKind.ALLOCATION), []),
        (MailFilter(LetterKind.EXIT), []),
    ],
)
def test_a_filter_chooses_by_zone_service_and_state(wanted, numbers):
    office = Office(person(1), person(2, zone=SOUTH))

    chosen = office.batches.choose(office.plan(wanted))

    assert [each.case for each in chosen.cases] == [ref(number) for number in numbers]


def test_a_batch_for_nobody_or_without_files_is_refused():
    office = Office(person(1))
    plan = office.plan()
    chosen = office.batches.choose(plan)
    nobody = replace(chosen, cases=())

    assert refused(lambda: office.batches.begin(plan, nobody, ACTOR)) == ["mailout.nobody"]
    lying = replace(nobody, left_out={LeftOut.CLOSED: (ref(2),), LeftOut.LIES_UNPOSTED: (ref(1),)})
    assert refused(lambda: office.batches.begin(plan, lying, ACTOR)) == ["mailout.all_lie_unposted"]
    late = replace(plan, posting_on=TODAY - timedelta(days=1))
    assert refused(lambda: office.batches.begin(late, chosen, ACTOR)) == ["mailout.posting_passed"]
    none = office.plan(per_file=0)
    assert refused(lambda: office.batches.begin(none, chosen, ACTOR)) == ["mailout.no_files"]
    assert office.record.batches() == ()


def test_the_front_desk_makes_and_posts_nothing():
    office = Office(person(1))
    plan = office.plan()
    chosen = office.batches.choose(plan)
    assert refused(lambda: office.batches.begin(plan, chosen, FRONT)) == ["staff.may_not_mail_out"]

    office.made()
    key = office.batch().key

    assert refused(lambda: office.batches.make(key, chosen, office.folder, FRONT)) == [
        "staff.may_not_mail_out"
    ]
    assert refused(lambda: office.posting.post(key, TODAY, FRONT)) == ["staff.may_not_mail_out"]


def test_a_batch_that_is_not_there_is_not_found():
    office = Office(person(1))

    with pytest.raises(NotFoundError):
        office.batches.plan_of("utsending-1")


def test_the_proof_holds_the_longest_name_and_the_longest_address():
    longest = person(7, family_name="Eksempelsen-Prøvestad den eldre")
    widest = person(
        8, address=Address(("Den aller lengste gata i hele Eksempelvik 1000",), "0", "B")
    )
    office = Office(*(person(number) for number in range(1, 7)), longest, widest)
    plan = office.plan()

    proof = office.batches.proof(plan, office.batches.choose(plan), ACTOR, count=4).decode()

    assert "Eksempelsen-Prøvestad" in proof
    assert "Den aller lengste gata" in proof
    assert len(proof.split("\n")) == 4
    assert office.record.batches() == ()


def rows_of(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_the_manifest_tells_where_each_letter_lies_and_names_nobody():
    office = Office(person(1), person(2), person(3))
    office.made()

    content = office.report.manifest(office.batch().key, make.words())

    heads, *rows = rows_of(content)
    assert len(heads) == len(rows[0]) == 9
    assert [(row[0], row[2], row[3]) for row in rows] == [
        ("1", "trykk/000001-000002.pdf", "1"),
        ("2", "trykk/000001-000002.pdf", "7"),
        ("3", "trykk/000003-000003.pdf", "1"),
    ]
    assert "Nummer" in heads[0]
    assert "Person" not in content.decode()
    assert "2026/" not in content.decode()


def test_the_totals_tell_every_page_every_file_and_every_place():
    office = Office(*(person(number) for number in range(1, 10)))
    office.made()

    rows = rows_of(office.report.totals(office.batch().key, make.words()))

    told = {row[0]: row[1] for row in rows if len(row) == 2}
    assert told["Sider"] == str(9 * 6)
    assert told["Ark"] == str(9 * 3)
    files = [row for row in rows if row and row[0].startswith("trykk/")]
    assert len(files) == 5
    (positions,) = office.report.positions(office.batch()).values()
    assert all(sum(counts) == 9 for counts in positions.values())
    assert all(sum(column) == 9 for column in zip(*positions.values(), strict=True))


def test_every_letter_is_told_in_the_history_of_its_case():
    office = Office(person(1))
    office.made()

    bodies = [event.body for _, event in office.record.history(ref(1))]
    (letter,) = (each for each in bodies if isinstance(each, LetterProduced))
    assert letter.number == 1
    assert letter.reply_by is not None
    assert letter.slip == office.record.case_file(ref(1)).slip_code


def test_a_letter_told_of_the_rules_of_the_day_on_which_it_was_made():
    office = Office(person(1))
    office.made()
    made = office.batch().made[ref(1)]
    office.desk.clock.moment += timedelta(days=3)

    office.posting.post(office.batch().key, office.desk.clock.now().date(), ACTOR)

    (letter,) = office.record.case_file(ref(1)).letters
    assert made.told is not None
    assert [each.on for each in made.told] == [TODAY]
    assert letter.told == made.told


def test_the_front_desk_sees_no_letters_to_look_at():
    office = Office(person(1))
    plan = office.plan()
    chosen = office.batches.choose(plan)

    assert refused(lambda: office.batches.proof(plan, chosen, FRONT)) == ["staff.may_not_mail_out"]


def test_nothing_is_made_of_a_batch_that_was_posted():
    office = Office(person(1), person(2))
    office.made()
    key = office.batch().key
    office.posting.post(key, TODAY, ACTOR)

    assert refused(lambda: office.go_on(key)) == ["mailout.posted_before"]


def test_letters_are_not_posted_before_the_day_that_they_bear():
    office = Office(person(1))
    office.made(office.plan(posting_on=TODAY + timedelta(days=20)))
    key = office.batch().key

    assert refused(lambda: office.posting.post(key, TODAY, ACTOR)) == [
        "mailout.posted_before_planned"
    ]


def test_what_came_in_between_choosing_and_making_counts():
    office = Office(person(1), person(2), person(3))
    plan = office.plan()
    chosen = office.batches.choose(plan)
    batch = office.batches.begin(plan, chosen, ACTOR)
    moved = Address(("Nyvegen 1",), "1111", "NYSTAD")
    protected = person(1, is_address_protected=True)
    office.tell(ref(1), CaseChanged(protected, ("is_address_protected",)))
    office.tell(ref(2), CaseChanged(person(2, address=moved), ("address",)))

    made = office.batches.make(batch, chosen, office.folder, ACTOR)

    assert made.letters == 2
    assert made.unmade[ref(1)].codes == ("mailout.changed_since",)
    printed = b"".join(office.folder.files.values()).decode()
    assert "Nummer 1" not in printed
    assert "Nyvegen 1" in printed
    assert "gata 2" not in printed
