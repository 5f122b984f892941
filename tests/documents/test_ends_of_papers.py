"""What ends a paper stands on no page by itself: it takes along what was told last."""

from dataclasses import replace

import pytest

from brochures.editions import A4
from brochures.flow import Flowed, Piece
from brochures.letter import LetterPages
from brochures.letter_look import LARGE_LETTERS, LETTERS
from brochures.lines import LineBreaker, Place, text_of
from brochures.marks import TextMark
from brochures.paper_end import flow_with_end
from brochures.receipt import ReceiptPages
from brochures.sheet import SheetPages
from brochures.styles import CONTENT_WIDTH_PT
from brochures.typeface import Typeface
from kiosk.app.mailout.in_window import in_window
from kiosk.domain.document.receipt import Receipt, ReceiptLine
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.document.window_letter import WindowLetter
from kiosk.domain.errors import DoesNotFitError
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.silence import LetterForm
from tests.documents import samples
from tests.documents.every_document import LANGUAGES, every_document
from tests.unit.app import factory as make
from tests.unit.app.factory import NURSING, PRACTICAL
from tests.unit.app.mailout.test_compose_letter import KARI
from tests.unit.app.nonchoice.test_allocation_letter import FALLBACKS, about
from tests.unit.app.nonchoice.test_allocation_letter import letter as allocated

ROWS = range(3, 40)
LAST = "Til slutt."


@pytest.fixture(scope="module")
def breaker():
    return LineBreaker(Typeface(samples.font_files()))


def rows(count: int) -> tuple[ReceiptLine, ...]:
    told = ("Først.", *["Så dette."] * (count - 2), LAST)
    return tuple(ReceiptLine("Dag", each) for each in told)


def blocks(name: str):
    return every_document(Language.BOKMAL)[name].blocks


def letter(count: int, breaker: LineBreaker):
    made = blocks("exit of a provider")
    assert isinstance(made, WindowLetter)
    part = SheetSection("Det som har hendt", rows(count), may_break=True)
    return LetterPages(replace(made, parts=(part,)), breaker, make.words()).pages()


def sheet(count: int, breaker: LineBreaker):
    made = blocks("access")
    assert isinstance(made, Sheet)
    part = SheetSection("Det som har hendt", rows(count), may_break=True)
    return SheetPages(replace(made, sections=(part,)), breaker, make.words()).pages()


def receipt(count: int, breaker: LineBreaker):
    made = blocks("receipt, signed")
    assert isinstance(made, Receipt)
    many = replace(made, about=rows(count)[:-1], next_text=(LAST,), signature=None)
    return ReceiptPages(many, breaker, make.words()).pages()


@pytest.mark.parametrize("made", [letter, sheet, receipt])
def test_what_was_told_last_stands_on_the_page_of_the_end(made, breaker):
    turned = 0
    for count in ROWS:
        *_, last = [page for page in made(count, breaker) if "er tom." not in said(page)]
        turned += "Først." not in said(last)
        assert LAST in said(last), count
    assert turned


def said(page) -> str:
    return " ".join(
        text_of(line) for mark in page.marks if isinstance(mark, TextMark) for line in mark.lines
    )


def test_an_end_that_has_no_room_beside_what_was_told_last_stands_alone():
    body, end = [Piece(100, ()), Piece(600, ())], [Piece(300, ())]

    placed = flow_with_end(body, end, "brev")

    assert len(placed.pages) == 2


def test_a_body_that_has_no_room_is_told():
    with pytest.raises(DoesNotFitError):
        flow_with_end([Piece(2000, ())], [Piece(30, ())], "brev")


def test_a_paper_may_have_an_end_only_or_none():
    ended = flow_with_end([], [Piece(30, ())], "brev")
    plain = flow_with_end([Piece(30, ())], [], "brev")

    assert isinstance(ended, Flowed)
    assert [len(each.pages) for each in (ended, plain)] == [1, 1]


@pytest.mark.parametrize("before", range(3, 22))
def test_those_whom_one_can_choose_stand_on_one_page(before, breaker):
    names = [f"Omsorg {number}" for number in range(1, 7)]
    made = blocks("exit of a provider")
    told = SheetSection("Det som har hendt", rows(before), may_break=True)
    choice = SheetSection("Disse kan du velge", tuple(ReceiptLine(each, "Full") for each in names))
    letter = replace(made, parts=(told, choice))

    pages = [said(page) for page in LetterPages(letter, breaker, make.words()).pages()]

    (page,) = [each for each in pages if "Omsorg 1" in each]
    assert [each for each in [*names, choice.heading] if each not in page] == []


def test_more_than_a_page_of_them_goes_on_over_the_page(breaker):
    made = blocks("exit of a provider")
    lines = tuple(ReceiptLine(f"Omsorg {number}", "Full") for number in range(60))

    letter = replace(made, parts=(SheetSection("Disse kan du velge", lines),))

    assert len(LetterPages(letter, breaker, make.words()).pages()) == 4


def test_a_long_row_goes_on_over_the_page_and_never_with_a_single_line(breaker):
    made = blocks("exit of a provider")
    long = ReceiptLine("Regelen", " ".join(f"ord{number:03}" for number in range(60)))
    lines = len(breaker.break_text(long.value, *value_column()))
    found = set()

    for before in range(3, 32):
        told = SheetSection("Det som har hendt", (*rows(before), long), may_break=True)
        pages = LetterPages(replace(made, parts=(told,)), breaker, make.words()).pages()
        found.add(tuple(filter(None, (lines_of(long, page) for page in pages))))

    assert {sum(each) for each in found} == {lines}
    assert {(2, lines - 2), (lines - 2, 2), (lines,)} <= found
    assert min(map(min, found)) == 2


def lines_of(row, page):
    """How many lines of its value stand on a page."""
    words = row.value.split()
    marks = [mark for mark in page.marks if isinstance(mark, TextMark)]
    return sum(text_of(line).split()[0] in words for mark in marks for line in mark.lines)


def value_column():
    width = CONTENT_WIDTH_PT - LETTERS.labelled.indent_pt
    return LETTERS.plain, width, Place("brev", "Regelen")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fallback", FALLBACKS, ids=repr)
def test_a_letter_about_one_service_is_one_sheet_in_large_print(fallback, language, breaker):
    words = make.words(language)
    told, _ = allocated(fallback, LetterForm.INFORMATION, language)
    letter = in_window(told, make.case(), KARI, make.municipality(), words)

    pages = LetterPages(letter, breaker, words, LARGE_LETTERS).pages()

    assert len(pages) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_about_two_services_that_came_in_turn_is_one_sheet_in_large_print(
    language, breaker
):
    silent = NonchoiceState.NO_REPLY
    told = about((NURSING, silent), (PRACTICAL, silent), language=language)
    letter = in_window(told, make.case(), KARI, make.municipality(), make.words(language))

    pages = LetterPages(letter, breaker, make.words(language), LARGE_LETTERS).pages()

    assert len(pages) == 2


@pytest.mark.parametrize("name", ["offered place", "exit of a provider", "allocation as decision"])
def test_no_front_in_large_print_is_half_empty(name, breaker):
    made = blocks(name)
    assert isinstance(made, WindowLetter)

    front, *_ = LetterPages(made, breaker, make.words(), LARGE_LETTERS).pages()

    ends = [
        mark.baseline_pt + (len(mark.lines) - 1) * mark.style.leading_pt
        for mark in front.marks
        if isinstance(mark, TextMark) and mark.element is not None
    ]
    assert max(ends) > 0.7 * A4.height_pt
