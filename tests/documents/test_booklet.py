"""The A5 booklet: read aloud as all documents, fair as all brochures, and folded in order."""

import io
import re
from dataclasses import replace
from functools import cache
from itertools import chain

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from brochures.brochure import BrochurePages
from brochures.comparison import even_parts
from brochures.editions import BOOKLET
from brochures.imposition import sides
from brochures.lines import LineBreaker, text_of
from brochures.marks import Frame, TextMark
from brochures.typeface import Typeface
from kiosk.domain.document.brochure import Brochure, Comparison
from kiosk.domain.edition import Edition
from kiosk.late_adapters import LateDocuments
from kiosk.settings import Resources
from tests.documents import samples
from tests.documents.every_document import LANGUAGES, every_document
from tests.documents.second_opinion import second_faults
from tests.documents.tag_faults import faults_by_check, hidden
from tests.documents.tag_reading import TaggedPdf
from tests.documents.told_texts import (
    WHERE_EMPTY,
    foot_of,
    in_one_line,
    told,
)
from tests.documents.vera import PRINTED, VeraPdf
from tests.unit.app import factory as make

NAMES = ("brochure of a person", "brochure of a zone")
MM = 72 / 25.4
FOOT_Y_PT = 7.5 * MM
in_each_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.value)
every = pytest.mark.parametrize("name", NAMES)


def brochure_of(name, language) -> Brochure:
    blocks = every_document(language)[name].blocks
    assert isinstance(blocks, Brochure)
    return blocks


@cache
def booklet(name, language):
    """The file that is read, and the sheets."""
    maker = LateDocuments(Resources.shipped(), make.words)
    blocks = brochure_of(name, language)
    return (
        maker.brochure(blocks, samples.ISSUED_AT, Edition.BOOKLET),
        maker.booklet_sheets(blocks, samples.ISSUED_AT).pdf,
    )


@pytest.fixture(scope="module")
def printer_vera(tmp_path_factory):
    with VeraPdf(tmp_path_factory.mktemp("sheets"), PRINTED) as checker:
        yield checker


@every
@in_each_language
def test_the_file_that_is_read_keeps_all_rules(vera, tmp_path, name, language):
    pdf, _ = booklet(name, language)
    file = tmp_path / "booklet.pdf"
    file.write_bytes(pdf)

    assert vera.faults(pdf) == []
    assert second_faults(TaggedPdf(pdf), file) == []


@every
@in_each_language
def test_all_that_is_told_is_read_aloud_once_and_in_order(name, language):
    blocks, words = brochure_of(name, language), make.words(language)
    pdf = TaggedPdf(booklet(name, language)[0])

    found = faults_by_check(pdf, expected(blocks, words), foot_of(blocks, words))

    assert {check: faults for check, faults in found.items() if faults} == {
        "hidden": list(hidden(pdf, [foot_of(blocks, words)]))
    }
    assert not_repeated(pdf, blocks, words) == []


@every
@in_each_language
def test_the_sheets_are_for_archives_too(printer_vera, name, language):
    _, sheets = booklet(name, language)

    assert printer_vera.faults(sheets) == []
    with pikepdf.open(io.BytesIO(sheets)) as file:
        assert file.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert "/StructTreeRoot" not in file.Root


@every
@in_each_language
def test_the_sheets_show_the_pages_side_by_side(name, language):
    pages, sheets = (pdfium.PdfDocument(each) for each in booklet(name, language))

    assert len(pages) == 2 * len(sheets)
    for side, pair in zip(sheets, sides(len(pages)), strict=True):
        width, height = side.get_size()
        assert (round(width / MM), round(height / MM)) == (297, 210)
        text = in_one_line(side.get_textpage().get_text_range())
        halves = [in_one_line(pages[at].get_textpage().get_text_range()) for at in pair]
        assert sorted(text.split()) == sorted(chain.from_iterable(map(str.split, halves)))
        left = side.get_textpage().get_text_bounded(right=width / 2)
        assert in_one_line(left).split() == halves[0].split()


@every
@in_each_language
def test_pages_fill_their_sheets_and_providers_begin_on_the_left(name, language):
    blocks, pages = brochure_of(name, language), laid_out(name, language)

    framed = [at for at, page in enumerate(pages, start=1) if frame(page)]
    assert len(pages) % 4 == 0
    assert framed == list(range(framed[0], framed[0] + 2 * len(blocks.providers)))
    assert framed[0] % 2 == 0
    assert "Side" in texts(pages[-1])[-1]


@every
@in_each_language
def test_every_provider_has_the_same_two_boxes_with_labels_at_the_same_heights(name, language):
    blocks, pages = brochure_of(name, language), laid_out(name, language)

    framed = [page for page in pages if frame(page)]
    for half in (framed[::2], framed[1::2]):
        assert {frame(page) for page in half} == {Frame(15 * MM, 9 * MM, 118 * MM, 187.5 * MM, 1.1)}
        labels = [_labels(page, blocks) for page in half]
        assert all(each == labels[0] for each in labels)
        styles = [
            {mark.style for mark in page.marks if isinstance(mark, TextMark)} for page in half
        ]
        assert all(each == styles[0] for each in styles)
    assert {mark.style.size_pt for page in pages for mark in _text_marks(page)} >= {12}
    assert min(mark.style.size_pt for page in pages for mark in _text_marks(page)) == 12


@in_each_language
def test_the_cover_says_that_large_print_exists(language):
    cover = laid_out(NAMES[0], language)[0]

    assert any("stor skrift" in text for text in texts(cover))


def laid_out(name, language):
    breaker = LineBreaker(Typeface(samples.font_files()))
    blocks = brochure_of(name, language)
    return BrochurePages(blocks, breaker, make.words(language), BOOKLET).pages()


def frame(page):
    return next(
        (each for each in page.marks if isinstance(each, Frame) and each.line_pt == 1.1), None
    )


def _text_marks(page):
    return [each for each in page.marks if isinstance(each, TextMark)]


def texts(page):
    return [" ".join(map(text_of, mark.lines)) for mark in _text_marks(page)]


def _labels(page, blocks):
    names = {fact.label for provider in blocks.providers for fact in provider.facts}
    return [
        (text, round(mark.x_pt, 2), round(mark.baseline_pt, 2))
        for mark, text in zip(_text_marks(page), texts(page), strict=True)
        if text in names and mark.style.is_bold
    ]


def expected(blocks, words):
    """What the booklet tells: fair tables, and empty pages where there may be some."""
    comparisons = tuple(part for each in blocks.comparisons for part in _in_parts(each, words))
    overview = _with_services_in_one_column(blocks.overview)
    found = told(replace(blocks, comparisons=comparisons, overview=overview), words)
    empty = WHERE_EMPTY + words.gettext("This page is empty.")
    first = found.index(in_one_line(blocks.providers[0].kind_line)) - 1
    last = found.index(in_one_line(blocks.privacy[0].text))
    return [*found[:first], empty, *found[first:last], *[empty] * 3, *found[last:]]


def _with_services_in_one_column(table):
    """Three services and their names have no room beside each other."""
    first, *services, last = table.headings
    if len(services) < 3:
        return table
    rows = (
        ", ".join(name for name, ticked in zip(services, row.ticks, strict=True) if ticked)
        or row.cells[0]
        for row in table.rows
    )
    return replace(
        table,
        headings=(first, table.services, last),
        rows=tuple(replace(row, cells=(cell,)) for row, cell in zip(table.rows, rows, strict=True)),
    )


def _in_parts(comparison, words):
    parts = even_parts(len(comparison.columns), 3)
    title = words.gettext("{title} ({part} of {parts})")
    for number, columns in enumerate(parts, start=1):
        yield Comparison(
            title.format(title=comparison.title, part=number, parts=len(parts))
            if len(parts) > 1
            else comparison.title,
            comparison.lead,
            tuple(comparison.columns[at] for at in columns),
            tuple((label, tuple(row[at] for at in columns)) for label, row in comparison.rows),
            comparison.note,
        )


def not_repeated(pdf, blocks, words):
    """Artifacts that are neither foot lines, nor names on right pages, nor heads of tables."""
    foot = re.compile(rf"{re.escape(foot_of(blocks, words))} (\w+ )?\w+ \d+ \w+ \d+")
    names = {in_one_line(each.name) for each in blocks.providers}
    heads = {
        in_one_line(tag.text)
        for table in pdf.root.below
        if table.kind == "Table"
        for tag in table.below
        if tag.kind == "TR"
    }
    found = []
    for each in pdf.artifacts:
        text = in_one_line(each.text)
        at_foot = all(abs(piece.y_pt - FOOT_Y_PT) < 0.02 for piece in each.pieces)
        is_name = text in names and each.page % 2 == 0
        if text and not (at_foot and foot.fullmatch(text)) and not is_name and text not in heads:
            found.append(text)
    return found
