"""The papers of a batch tell what was printed and what lies on the disk."""

import csv
import io
from collections import Counter
from dataclasses import replace
from hashlib import sha256

import pytest

from kiosk.domain.case import Address, PostRecipient
from kiosk.domain.event import Medium
from kiosk.domain.order_events import OrderDealt
from tests.unit.app import factory as make
from tests.unit.app.factory import NURSING
from tests.unit.app.mailout.office import Office, person, ref

VERGE = PostRecipient("Per Verge", "verge", Address(("Vei 1",), "0001", "BY"), instead=False)


def rows_of(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def manifest(office):
    return rows_of(office.report.manifest(office.batch().key, make.words()))[1:]


def totals(office):
    return rows_of(office.report.totals(office.batch().key, make.words()))


@pytest.mark.parametrize("making", [{}, {"has_letter_files": True}])
def test_every_hash_is_that_of_the_file_on_the_disk(making):
    office = Office(person(1, post=VERGE), person(2), person(3))
    office.made(office.plan(**making))
    files = {name: sha256(content).hexdigest() for name, content in office.folder.files.items()}

    listed = {row[0]: row[-1] for row in totals(office) if row and row[0] in files}

    assert listed == files
    assert [(row[2], row[-1]) for row in manifest(office)] == [
        (name, files[name])
        for name in (*["trykk/000001-000002.pdf"] * 2, "trykk/000003-000003.pdf")
    ]


def test_without_files_for_the_print_shop_a_letter_lies_in_its_own():
    office = Office(person(1, post=VERGE), person(2))
    office.made(office.plan(per_file=0, has_letter_files=True))

    rows = manifest(office)

    assert [row[2] for row in rows] == ["brev/000001.pdf", "brev/000002.pdf"]
    for row in rows:
        assert row[-1] == sha256(office.folder.files[row[2]]).hexdigest()


def test_places_are_counted_as_they_were_printed():
    office = Office(*(person(number) for number in range(1, 10)))
    office.made()
    before = office.report.positions(office.batch())
    for number in range(1, 10):
        dealt = office.record.case_file(ref(number)).order
        assert dealt is not None
        turned = replace(dealt, order=tuple(reversed(dealt.order)))
        office.tell(ref(number), OrderDealt(turned, Medium.SCREEN))

    assert office.report.positions(office.batch()) == before
    assert list(before) == [NURSING]


def test_n31_the_table_tells_the_places_that_were_dealt_to_each_person():
    numbers = range(1, 10)
    office = Office(*(person(number) for number in numbers))
    office.made()
    dealt = [office.record.case_file(ref(number)).order for number in numbers]

    (positions,) = office.report.positions(office.batch()).values()

    counted = Counter(
        place for order in dealt if order for place in enumerate(order.among(positions))
    )
    assert len({order.among(positions) for order in dealt if order}) > 1
    assert {key: list(counts) for key, counts in positions.items()} == {
        key: [counted[place, key] for place in range(len(positions))] for key in positions
    }


def test_a_letter_that_was_not_printed_counts_in_no_place():
    office = Office(person(1), person(2, family_name="Rar"), refused="Rar")
    office.made()

    (places,) = office.report.positions(office.batch()).values()

    assert {sum(counts) for counts in places.values()} == {1}
    # The letter itself bears the case number, too; a place in a list would change with the list.
    named = [row for row in totals(office) if any("2026/" in cell for cell in row)]
    assert [row[0] for row in named] == ["Sak 2026/000002"]
    assert "«Navn»" in named[0][1]
