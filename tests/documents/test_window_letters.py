"""What stands in and beside the window of an envelope, on the laid out pages."""

from dataclasses import replace

import pytest

from brochures.letter import LetterPages
from brochures.lines import LineBreaker, text_of
from brochures.marks import TextMark
from brochures.structure import Kind
from brochures.styles import MM
from brochures.typeface import Typeface
from brochures.window import BODY_TOP_PT
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.window_letter import WindowLetter
from kiosk.domain.language import Language
from tests.documents import samples
from tests.documents.envelopes import LONGEST, envelope
from tests.unit.app import factory as make

WINDOW_MM = (15, 120, 39, 70)
"""Left, right, upper and lower edge of where nothing but the address may stand."""


@pytest.fixture(scope="module")
def breaker():
    return LineBreaker(Typeface(samples.font_files()))


def letter_about(name: str) -> WindowLetter:
    letter = envelope(Language.BOKMAL).letter
    return replace(letter, references=(*letter.references, ReceiptLine("Gjelder", name)))


def texts(letter, breaker, page=0):
    pages = LetterPages(letter, breaker, make.words(letter.language)).pages()
    return [each for each in pages[page].marks if isinstance(each, TextMark)]


def ends_mm(mark, breaker):
    """Left, right, upper and lower edge of a text, in millimetres."""
    width = max(breaker.text_width_pt(text_of(line), mark.style) for line in mark.lines)
    lower = mark.baseline_pt + (len(mark.lines) - 1) * mark.style.leading_pt
    upper = mark.baseline_pt - mark.style.cap_height_pt
    return [each / MM for each in (mark.x_pt, mark.x_pt + width, upper, lower)]


@pytest.mark.parametrize("name", ["Bo Å", "Kari Eksempelsen", LONGEST])
def test_whom_a_letter_is_about_stands_beside_the_window_and_above_the_body(breaker, name):
    letter = letter_about(name)
    address = " ".join(letter.post.lines)

    marks = texts(letter, breaker)
    (named,) = [
        each
        for each in marks
        if " ".join(map(text_of, each.lines)) == name and each.element is not None
    ]
    title = next(each for each in marks if each.element and each.element.kind is Kind.HEADING)
    left, right, upper, lower = WINDOW_MM
    for mark in marks:
        x0, x1, y0, y1 = ends_mm(mark, breaker)
        is_in_window = x0 < right and x1 > left and y0 < lower and y1 > upper
        said = " ".join(map(text_of, mark.lines))
        assert not is_in_window or said in {address, letter.post.back_to}
    x0, x1, _, lowest = ends_mm(named, breaker)
    assert (x0 > right, x1 <= 190.01) == (True, True)
    assert lowest + 2 < ends_mm(title, breaker)[2]


def test_a_short_name_moves_nothing(breaker):
    plain, named = envelope(Language.BOKMAL).letter, letter_about("Kari Eksempelsen")

    before, after = (
        [(each.x_pt, each.baseline_pt) for each in texts(letter, breaker)]
        for letter in (plain, named)
    )
    assert set(before) < set(after)
    assert min(y for _, y in before if y > BODY_TOP_PT) == min(
        y for _, y in after if y > BODY_TOP_PT
    )
