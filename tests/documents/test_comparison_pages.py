"""Comparisons on paper: nobody alone, no page of nearly nothing, in every edition for any pack."""

from functools import cache

import pytest

from brochures.comparison import comparison_pages, fair_forms
from brochures.editions import LOOKS
from brochures.flow import Room, flow_evenly
from brochures.lines import Place, text_of
from brochures.marks import Page, TextMark
from brochures.prose import ProseSetter
from brochures.tables import CellSetter
from brochures.typeface import Typeface
from kiosk.domain.document.brochure import Comparison
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from kiosk.layout.breaker import RememberingBreaker
from tests.documents import samples
from tests.unit.app import factory as make

EDITIONS = pytest.mark.parametrize(
    "edition",
    [Edition.STANDARD, Edition.LARGE_PRINT, Edition.BOOKLET],
    ids=lambda each: each.value,
)
COUNTS = pytest.mark.parametrize("count", range(1, 13))
ROWS = pytest.mark.parametrize("rows", [2, 11, 14, 30])
NOTE = "Oppgitt av leverandørene. Godkjent av kommunen 2. november 2026."
LONG = "Stiftelsen Nr {} hjemmehjelp og omsorg"
WIDE = "Hjemmetjenesteleverandørselskap{}"


@cache
def breaker():
    return RememberingBreaker(Typeface(samples.font_files()))


def compared(count: int, rows: int, name: str = LONG) -> Comparison:
    values = ("Ja", "Norsk, engelsk, arabisk og somali")
    return Comparison(
        "Sammenlign: hjemmesykepleie",
        "Tabellen har de korte opplysningene. Alt annet står på leverandørenes egne sider.",
        tuple(name.format(number) for number in range(count)),
        tuple((f"Rad nr {row}", (values[row % 2],) * count) for row in range(rows)),
        NOTE,
    )


@cache
def pages_of(edition, count: int, rows: int) -> list[list[str]]:
    return set_in(edition, compared(count, rows))


def set_in(edition: Edition, comparison: Comparison) -> list[list[str]]:
    """The texts of each page."""
    look = LOOKS[edition]
    room = Room(look.paper.content_top_pt, look.paper.content_bottom_pt)

    def flow(pieces):
        return tuple(Page(marks) for marks in flow_evenly(pieces, "Brosjyre", room).pages)

    setters = ProseSetter(breaker(), "Brosjyre", look.prose), CellSetter(breaker(), look.cells)
    pages = comparison_pages(comparison, *setters, samples.FixedWords(Language.BOKMAL), look, flow)
    return [
        [" ".join(map(text_of, mark.lines)) for mark in page.marks if isinstance(mark, TextMark)]
        for page in pages
    ]


@EDITIONS
@COUNTS
@ROWS
def test_nobody_stands_alone_and_no_page_has_a_single_row(edition, count, rows):
    comparison = compared(count, rows)
    pages = pages_of(edition, count, rows)

    together = [sum(name in page for name in comparison.columns) for page in pages]
    lengths = [sum(label in page for label, _ in comparison.rows) for page in pages]
    assert 1 not in together or count == 1
    assert max(together) - min(together) <= 1
    assert min(lengths) >= 2


@EDITIONS
@COUNTS
@ROWS
def test_the_pages_of_a_table_are_about_equally_long_and_the_note_is_on_the_last(
    edition, count, rows
):
    comparison = compared(count, rows)
    pages = pages_of(edition, count, rows)

    lengths = [sum(label in page for label, _ in comparison.rows) for page in pages]
    assert min(lengths) * 3 >= max(lengths)
    ends = [at for at, page in enumerate(pages) if comparison.rows[-1][0] in page]
    assert [at for at, page in enumerate(pages) if page[-1].startswith("Oppgitt")] == ends


@EDITIONS
@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_everybody_has_a_table_where_a_name_is_wider_than_a_column(edition, count):
    comparison = compared(count, 5, WIDE)

    pages = set_in(edition, comparison)

    assert [[each for each in page if each in comparison.columns] for page in pages] == [
        [name] for name in comparison.columns
    ]


@EDITIONS
@COUNTS
def test_there_is_a_form_for_any_number_of_providers(edition, count):
    assert fair_forms(count, LOOKS[edition].table)


@EDITIONS
@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
def test_the_number_of_a_table_is_never_broken_over_lines(edition, language):
    words = make.words(language)
    title = words.gettext("{title} ({part} of {parts})").format(title="i", part=1, parts=2)

    for length in range(8, 60, 4):
        placed = Place("", "")
        style, width = LOOKS[edition].prose.headings[0], LOOKS[edition].prose.width_pt
        lines = breaker().break_text("i" * length + title, style, width, placed)
        assert any(text_of(line).replace("\u00a0", " ").endswith("(1 av 2)") for line in lines)
