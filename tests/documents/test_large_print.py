"""Large print: every document, with the rules of all files, fair, and never smaller than 14 pt."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from brochures.brochure import BrochurePages
from brochures.editions import LARGE_PRINT
from brochures.lines import LineBreaker, text_of
from brochures.marks import Frame, Page, Stroke, TextMark
from brochures.styles import PAGE_HEIGHT_PT
from brochures.typeface import Typeface
from brochures.window import ADDRESS
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.document.receipt import Receipt
from kiosk.domain.document.sheet import Sheet
from kiosk.domain.document.slip import Slip
from kiosk.domain.document.window_letter import WindowLetter
from kiosk.domain.edition import Edition
from kiosk.domain.errors import RefusedError
from kiosk.domain.language import Language
from kiosk.late_adapters import LateDocuments
from kiosk.settings import Resources
from tests.documents import samples
from tests.documents.every_document import LANGUAGES, NAMES, every_document
from tests.documents.reading import ReadPdf, plain
from tests.documents.second_opinion import second_faults
from tests.documents.tag_faults import faults_by_check
from tests.documents.tag_reading import TaggedPdf
from tests.documents.test_booklet import expected
from tests.documents.told_texts import (
    WHERE_EMPTY,
    foot_of,
    in_one_line,
    told,
)
from tests.unit.app import factory as make

MM = 72 / 25.4
LEAST_PT, BODY_PT = 14, 18
LARGE = tuple(name for name in NAMES if "easy to read" not in name)
BROCHURES = tuple(name for name in LARGE if name.startswith("brochure"))
every = pytest.mark.parametrize("name", LARGE)
every_brochure = pytest.mark.parametrize("name", BROCHURES)
in_each_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.value)


@cache
def printed(name: str, language: Language, edition: Edition = Edition.LARGE_PRINT) -> bytes:
    maker = LateDocuments(Resources.shipped(), make.words)
    match every_document(language)[name].blocks:
        case Brochure() | EasyBrochure() as blocks:
            return maker.brochure(blocks, samples.ISSUED_AT, edition)
        case Receipt() as blocks:
            return maker.receipt(blocks, samples.ISSUED_AT, edition)
        case Sheet() as blocks:
            return maker.sheet(blocks, samples.ISSUED_AT, edition)
        case WindowLetter() as blocks:
            return maker.letter([blocks], samples.ISSUED_AT, edition)
        case Slip() as blocks:
            return maker.slip(blocks, samples.ISSUED_AT, edition)


@cache
def tagged(name: str, language: Language) -> TaggedPdf:
    """The large print of a document, read once for all tests."""
    return TaggedPdf(printed(name, language))


def brochure_of(name: str, language: Language) -> Brochure:
    blocks = every_document(language)[name].blocks
    assert isinstance(blocks, Brochure)
    return blocks


@cache
def laid_out(name: str, language: Language) -> tuple[Page, ...]:
    breaker = LineBreaker(Typeface(samples.font_files()))
    blocks = brochure_of(name, language)
    return BrochurePages(blocks, breaker, make.words(language), LARGE_PRINT).pages()


def told_in(name: str, language: Language) -> list[str]:
    """What is told, with the empty pages that there may be between providers."""
    blocks, words = every_document(language)[name].blocks, make.words(language)
    if not isinstance(blocks, Brochure):
        # With room above the fold, a reply slip asks first who answers.
        return told(blocks, words, who_first=name == "reply slip")
    approvals = {in_one_line(each.approval) for each in blocks.providers}
    empty = WHERE_EMPTY + words.gettext("This page is empty.")
    texts = []
    for text in expected(blocks, words):
        texts += [text, empty] if text in approvals else [text]
    return texts


@every
@in_each_language
def test_the_file_keeps_the_rules_of_archives_and_of_screen_readers(vera, name, language):
    assert vera.faults(printed(name, language)) == []


@every
def test_a_second_checker_finds_nothing(tmp_path, name):
    pdf = printed(name, Language.NYNORSK)
    file = tmp_path / "checked.pdf"
    file.write_bytes(pdf)

    assert second_faults(tagged(name, Language.NYNORSK), file) == []


@every
@in_each_language
def test_all_that_is_told_is_read_aloud_once_and_in_order(name, language):
    blocks, words = every_document(language)[name].blocks, make.words(language)
    pdf = tagged(name, language)

    found = faults_by_check(pdf, told_in(name, language), foot_of(blocks, words))

    names = [each.name for each in blocks.providers] if isinstance(blocks, Brochure) else []
    repeated = tuple(repr(in_one_line(each)) for each in names)
    hidden = [each for each in found.pop("hidden") if not each.endswith(repeated)]
    assert (hidden, [each for faults in found.values() for each in faults]) == ([], [])


@every
@in_each_language
def test_no_type_is_small_but_the_address_for_the_post(name, language):
    pieces = [each for drawn in tagged(name, language).sequences for each in drawn.pieces]

    sizes = {piece.size_pt for piece in pieces}
    body = sum(len(piece.text) for piece in pieces if piece.size_pt >= BODY_PT)
    small = [piece for piece in pieces if piece.size_pt < LEAST_PT]
    assert min(sizes - {ADDRESS.size_pt}) >= LEAST_PT
    assert all(in_window(each.x_pt, PAGE_HEIGHT_PT - each.y_pt) for each in small)
    assert body > 0.6 * sum(len(piece.text) for piece in pieces)


@pytest.mark.parametrize("name", ["letter of a mail-out", "switch form"])
def test_sizes_in_the_file_are_those_that_are_seen(name):
    """Nothing is made smaller after its size was set, and small type ends inside the window."""
    drawn = [each for drawn in tagged(name, Language.BOKMAL).sequences for each in drawn.pieces]

    glyphs = [g for page in ReadPdf(printed(name, Language.BOKMAL)).pages for g in page.glyphs]
    assert {glyph.size_pt for glyph in glyphs} == {piece.size_pt for piece in drawn}
    small = [glyph for glyph in glyphs if glyph.size_pt < LEAST_PT]
    assert all(in_window(glyph.x0_pt, glyph.baseline_pt) for glyph in small)
    assert all(glyph.x1_pt <= 120 * MM for glyph in small)


def in_window(x_pt: float, baseline_pt: float) -> bool:
    return 15 * MM <= x_pt <= 120 * MM and 39 * MM <= baseline_pt <= 70 * MM


@in_each_language
@pytest.mark.parametrize(
    "name", [name for name in LARGE if {"letter", "slip", "form"} & set(name.split())]
)
def test_letters_and_slips_fill_their_sheets(name, language):
    assert len(tagged(name, language).file.pages) % 2 == 0


@pytest.mark.parametrize("name", ["reply slip", "switch form"])
@in_each_language
def test_a_slip_has_one_service_to_a_page(name, language):
    slip = every_document(language)[name].blocks
    assert isinstance(slip, Slip)
    few = tuple(replace(each, answers=each.answers[:2]) for each in slip.services)
    maker = LateDocuments(Resources.shipped(), make.words)
    short = maker.slip(replace(slip, services=few), samples.ISSUED_AT, Edition.LARGE_PRINT)
    pages = ReadPdf(short).pages

    names = [plain(each.name) for each in slip.services]
    found = [[name for name in names if name in page.lines] for page in pages]
    assert [each for each in found if each] == [[name] for name in names]


@every_brochure
@in_each_language
def test_every_provider_begins_on_a_left_page_and_has_as_many_as_the_others(name, language):
    pages = laid_out(name, language)
    providers = brochure_of(name, language).providers

    starts = [at for at, page in enumerate(pages, start=1) if is_start(page, providers)]
    assert len(starts) == len(providers)
    assert starts[0] % 2 == 0
    steps = {after - before for before, after in pairwise(starts)}
    assert len(steps) == 1
    assert steps <= {2, 4}


@every_brochure
@in_each_language
def test_all_boxes_are_one_and_what_is_in_them_stands_at_the_same_heights(name, language):
    pages = [page for page in laid_out(name, language) if frame(page)]
    per_provider = len(pages) // len(brochure_of(name, language).providers)

    assert {box(page) for page in pages} == {(56.69, 41.1, 481.89, 744.09)}
    for side in range(per_provider):
        places = [labels_and_rules(page) for page in pages[side::per_provider]]
        assert all(each == places[0] for each in places)


@pytest.mark.parametrize("name", ["receipt, signed", "reply slip", "access", "reminder"])
@pytest.mark.parametrize("edition", [Edition.EASY_READ, Edition.BOOKLET])
def test_what_is_no_brochure_has_no_other_editions(name, edition):
    with pytest.raises(RefusedError):
        printed(name, Language.BOKMAL, edition)


def frame(page: Page) -> Frame | None:
    frames = (mark for mark in page.marks if isinstance(mark, Frame) and mark.line_pt == 1.1)
    return next((mark for mark in frames if mark.width_pt > 160 * MM), None)


def box(page: Page) -> tuple[float, ...]:
    """The provider's frame to a hundredth of a point: left, top, width, height."""
    found = frame(page)
    assert found is not None
    sides = (found.x_pt, found.y_pt, found.width_pt, found.height_pt)
    return tuple(round(each, 2) for each in sides)


def is_start(page: Page, providers) -> bool:
    names = {in_one_line(each.name) for each in providers}
    size = LARGE_PRINT.form.name.size_pt
    return frame(page) is not None and any(
        mark.style.size_pt == size and in_one_line(" ".join(map(text_of, mark.lines))) in names
        for mark in page.marks
        if isinstance(mark, TextMark)
    )


def labels_and_rules(page: Page) -> list[tuple[str, float, float]]:
    """What is the same for all: labels and wide rules, to a hundredth of a point."""
    inner = 158 * MM
    found = []
    for mark in page.marks:
        if isinstance(mark, Stroke) and mark.x1_pt - mark.x0_pt > inner - 1:
            found.append(("", round(mark.x0_pt, 2), round(mark.y0_pt, 2)))
        if isinstance(mark, TextMark) and mark.style == LARGE_PRINT.cells.strong:
            text = " ".join(map(text_of, mark.lines))
            found.append((text, round(mark.x_pt, 2), round(mark.baseline_pt, 2)))
    return found
