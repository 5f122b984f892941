"""A signature on paper: lines, not a picture, never larger than drawn, with the name below."""

import io
from dataclasses import replace

import pdfplumber
import pytest

from brochures.signed import INK_PT, MOST_HEIGHT_PT, MOST_WIDTH_PT, drawn_signature
from brochures.structure import figure
from brochures.styles import MM
from kiosk.domain.document.receipt import ReceiptLine, SignatureBlock
from kiosk.domain.document.sheet import SheetSection
from kiosk.domain.signature import Signature
from tests.documents import samples
from tests.documents.reading import ReadPdf, plain
from tests.documents.test_sheet_pages import SHEET

SMALL = Signature((((0, 1000), (1000, 0), (2000, 1000)), ((2500, 300),)))
LARGE = Signature((((0, 9000), (20_000, 0), (40_000, 9000)),))
NAME = "Kari Prøve Eksempelsen"


def signed(signature, receipt=None):
    block = SignatureBlock("Underskrift", signature, NAME)
    return replace(receipt or samples.receipt(), signature=block)


def ink(data: bytes):
    """Curves, lines and dots of the pen, each as the points of its path."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [
            each["pts"]
            for page in pdf.pages
            for each in (*page.curves, *page.lines)
            if abs(each["linewidth"] - INK_PT) < 0.01 and each["stroke"]
        ]


def extent(strokes):
    xs = [x for stroke in strokes for x, _ in stroke]
    ys = [y for stroke in strokes for _, y in stroke]
    return max(xs) - min(xs), max(ys) - min(ys)


def test_the_strokes_are_vectors_of_the_size_in_which_they_were_drawn(documents):
    data = documents.receipt(signed(SMALL), samples.ISSUED_AT)

    (stroke,) = ink(data)
    assert len(stroke) == 3
    assert extent([stroke]) == pytest.approx((20 * MM, 10 * MM), abs=0.01)
    assert list(ReadPdf(data).objects("XObject")) == []


def test_what_was_drawn_large_is_made_smaller_and_keeps_its_shape(documents):
    strokes = ink(documents.receipt(signed(LARGE), samples.ISSUED_AT))

    width, height = extent(strokes)
    assert width == pytest.approx(MOST_WIDTH_PT, abs=0.01)
    assert height / width == pytest.approx(9 / 40, rel=0.001)


@pytest.mark.parametrize("signature", [SMALL, LARGE, Signature((((0, 0), (0, 30_000)),))])
def test_the_room_is_never_exceeded(signature):
    _, height = drawn_signature(signature, 0, figure("EKSEMPEL"))

    assert height <= MOST_HEIGHT_PT + 0.001


def test_the_name_stands_in_clear_below(documents):
    page = ReadPdf(documents.receipt(signed(SMALL), samples.ISSUED_AT)).pages[0]

    text = plain(page.text)
    assert text.index("Hvis du vil bytte") < text.index("Underskrift") < text.rindex(NAME)


def test_a_receipt_with_two_services_and_a_signature_is_one_page(documents):
    pdf = ReadPdf(documents.receipt(signed(LARGE), samples.ISSUED_AT))

    assert len(pdf.pages) == 1


def test_without_a_signature_the_receipt_is_as_before(documents, receipt_pdf):
    unsigned = replace(signed(SMALL), signature=None)

    assert documents.receipt(unsigned, samples.ISSUED_AT) == receipt_pdf.data


def test_the_same_receipt_gives_the_same_bytes(documents):
    one, other = (documents.receipt(signed(SMALL), samples.ISSUED_AT) for _ in range(2))

    assert one == other


def test_a_sheet_shows_signatures_below_the_lines_of_their_section(documents):
    section = SheetSection(
        "Det som har hendt",
        (ReceiptLine("23. november", "Svar lagret."),),
        may_break=True,
        signatures=(SignatureBlock("Underskrift fra 23. november", SMALL, NAME),),
    )
    data = documents.sheet(replace(SHEET, sections=(section,)), samples.ISSUED_AT)

    assert len(ink(data)) == 1
    assert plain(ReadPdf(data).pages[0].text).index("Svar lagret.") < plain(
        ReadPdf(data).pages[0].text
    ).index(NAME)
