"""How many pages a file of our own has."""

import zlib

from kiosk.app.pdf_pages import pages_of


def test_pages_are_found_where_they_stand_and_where_they_are_packed():
    packed = zlib.compress(
        b"<< /Type /Page >> << /Type/Pages /Count 3 >> << /Type/Page/Parent 1 0 R >>"
    )
    pdf = b"1 0 obj << /Type/ObjStm/N 3 >> stream\n" + packed + b"\nendstream << /Type /Page >>"

    assert pages_of(pdf) == 3


def test_a_damaged_part_counts_for_nothing():
    assert pages_of(b"/Type/ObjStm stream\nxx\nendstream") == 0
