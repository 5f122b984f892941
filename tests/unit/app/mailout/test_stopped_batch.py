"""A batch that was cut short: what lies there, and when it can go on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.case import Closing
from kiosk.domain.case_events import CaseClosed
from kiosk.domain.errors import StorageError
from kiosk.domain.event import LetterNotMade, LetterProduced
from tests.unit.app.factory import ACTOR, TODAY
from tests.unit.app.mailout.office import Office, person, ref, refused


def people(count):
    return [person(number) for number in range(1, count + 1)]


def stopped(office, after, plan=None):
    looked = iter([False] * after + [True] * 99)
    with pytest.raises(CancelledError):
        office.made(plan, Watch(is_cancelled=lambda: next(looked)))
    return office.batch().key


def lies(office):
    return sorted(office.folder.files)


def test_files_that_no_note_names_are_gone_before_the_first_new_one(monkeypatch):
    office = Office(*people(5))
    append = office.record.append

    def fails(events):
        if any(isinstance(event.body, LetterProduced) for event in events):
            raise StorageError
        return append(events)

    monkeypatch.setattr(office.record, "append", fails)
    with pytest.raises(StorageError):
        office.made(office.plan(has_letter_files=True, per_file=3))
    left = lies(office)
    monkeypatch.setattr(office.record, "append", append)
    office.tell(ref(5), CaseClosed(Closing(TODAY, "flyttet")))
    office.go_on(office.batch().key)

    assert left == [*(f"brev/00000{each}.pdf" for each in (1, 2, 3)), "trykk/000001-000003.pdf"]
    assert lies(office) == [
        *(f"brev/00000{each}.pdf" for each in (1, 2, 3, 4)),
        "trykk/000001-000003.pdf",
        "trykk/000004-000004.pdf",
    ]
    assert sorted(office.printed()) == [f"Person Nummer {each}" for each in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("trykk/000005-000006.pdf", False),
        ("trykk/000001-000009.pdf", False),
        ("brev/000001-2.pdf", False),
        ("trykk/adresser.pdf", True),
        ("brev/les meg.txt", True),
        ("trykk/gammelt/000001-000002.pdf", True),
        ("innhold.csv", True),
    ],
)
def test_only_what_a_mail_out_can_have_made_is_taken_away(name, stays):
    office = Office(*people(4))
    key = stopped(office, 2)
    office.folder.files[name] = b"x"

    office.go_on(key)

    assert (office.folder.files.get(name) == b"x") is stays
    assert "trykk/000001-000002.pdf" in office.folder.files


def test_one_whose_files_are_elsewhere_does_not_go_on_here():
    office = Office(*people(4))
    key = stopped(office, 2)
    office.folder.files.clear()

    assert refused(lambda: office.go_on(key)) == ["mailout.files_missing"]


def test_one_whose_day_has_passed_does_not_go_on():
    office = Office(*people(4))
    key = stopped(office, 2)
    office.desk.clock.moment += timedelta(days=1)

    assert refused(lambda: office.go_on(key)) == ["mailout.too_late_to_go_on"]


def test_one_that_is_posted_later_goes_on_until_that_day():
    office = Office(*people(4))
    key = stopped(office, 2, office.plan(posting_on=TODAY + timedelta(days=2)))
    office.desk.clock.moment += timedelta(days=2)

    office.go_on(key)

    assert office.batch().is_whole


def test_one_that_another_pack_began_does_not_go_on():
    office = Office(*people(4))
    key = stopped(office, 2)
    another = replace(office.desk.municipality, version="2+eksempel")
    office.batches = replace(office.batches, kits=replace(office.desk.kits, municipality=another))

    assert refused(lambda: office.go_on(key)) == ["mailout.other_pack"]


def test_why_a_letter_is_missing_is_kept_with_its_case_until_it_is_made():
    office = Office(person(1), person(2, family_name="Rar"), person(3), refused="Rar")
    office.made()
    key = office.batch().key
    (missing,) = office.batch().unmade.values()
    office.go_on(key)
    kept = office.record.batch(key)

    assert list(office.batch().unmade) == [ref(2)]
    assert (missing.field, missing.codes) == ("Navn", ())
    assert sum(event.body == missing for event in kept) == 1

    office.batches = replace(office.batches, press=type(office.batches.press)())
    office.go_on(key)

    assert office.batch().unmade == {}
    assert office.batch().is_whole


def test_a_discarded_one_is_neither_posted_nor_goes_on_and_frees_its_people():
    office = Office(*people(3))
    office.made()
    key = office.batch().key

    assert office.discarding.discard(key, ACTOR) == 3
    assert refused(lambda: office.go_on(key)) == ["mailout.discarded"]
    assert refused(lambda: office.posting.post(key, TODAY, ACTOR)) == ["mailout.discarded"]
    assert refused(lambda: office.discarding.discard(key, ACTOR)) == ["mailout.discarded"]
    assert len(office.batches.choose(office.plan()).cases) == 3


def test_a_posted_one_is_not_discarded():
    office = Office(*people(1))
    office.made()
    office.posting.post(office.batch().key, TODAY, ACTOR)

    assert refused(lambda: office.discarding.discard(office.batch().key, ACTOR)) == [
        "mailout.posted_before"
    ]


def test_the_front_desk_discards_nothing():
    office = Office(*people(1))
    office.made()

    assert refused(lambda: office.discarding.discard(office.batch().key, "Ola Skranke")) == [
        "staff.may_not_mail_out"
    ]
    assert office.batch().is_open


def test_why_a_letter_is_missing_is_noted_once_however_the_list_changes_before_it():
    office = Office(*people(3), person(4, family_name="Rar"), refused="Rar")
    office.made()
    office.tell(ref(3), CaseClosed(Closing(TODAY, "flyttet")))
    office.go_on(office.batch().key)

    kept = [event.body for event in office.record.batch(office.batch().key)]
    assert sum(isinstance(each, LetterNotMade) for each in kept) == 1
    assert list(office.batch().unmade) == [ref(4)]
