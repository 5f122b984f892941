"""What stands before the providers takes no page more than it must, and loses nothing."""

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from brochures.brochure import BrochurePages
from brochures.editions import LOOKS
from brochures.lines import LineBreaker, text_of
from brochures.marks import Page, TextMark
from brochures.typeface import Typeface
from kiosk.domain.document.brochure import Brochure, OverviewRow
from kiosk.domain.edition import Edition
from kiosk.domain.municipality import ProseKind, ProsePart
from tests.documents import samples
from tests.unit.app import factory as make

facing = pytest.mark.parametrize("edition", [Edition.LARGE_PRINT, Edition.BOOKLET])
PARAGRAPH = ProsePart(ProseKind.PARAGRAPH, "Du kan velge hvem som skal hjelpe deg hjemme. " * 8)


@cache
def breaker() -> LineBreaker:
    return LineBreaker(Typeface(samples.font_files()))


@cache
def laid_out(brochure: Brochure, edition: Edition) -> tuple[Page, ...]:
    return BrochurePages(brochure, breaker(), make.words(brochure.language), LOOKS[edition]).pages()


def read(page: Page) -> list[str]:
    marks = [each for each in page.marks if isinstance(each, TextMark) and each.element]
    return [" ".join(map(text_of, each.lines)) for each in marks]


def with_what(brochure: Brochure, paragraphs: int) -> Brochure:
    return replace(brochure, what=(*brochure.what, *[PARAGRAPH] * paragraphs))


def first_provider(pages: tuple[Page, ...], brochure: Brochure) -> int:
    """Number of the page on which the first form begins."""
    name = brochure.providers[0].kind_line
    return next(at for at, page in enumerate(pages, start=1) if name in read(page))


@facing
@pytest.mark.parametrize("paragraphs", [0, 2, 4])
def test_everything_is_read_once_before_the_providers_whatever_stands_where(edition, paragraphs):
    brochure = with_what(samples.brochure(6), paragraphs)
    notes = (*brochure.overview.about_order, *brochure.overview.how_to_read)
    titles = (brochure.what[0].text, brochure.nonchoice.title, brochure.overview.title)

    pages = laid_out(brochure, edition)

    first = first_provider(pages, brochure)
    told = Counter(text for page in pages[: first - 1] for text in read(page))
    assert first % 2 == 0
    assert all(told[text] == 1 for text in titles)
    lines = " ".join(text for page in pages[: first - 1] for text in read(page))
    assert all(lines.count(each) == 1 for each in notes)


@facing
@pytest.mark.parametrize("paragraphs", [0, 2, 4])
def test_the_overview_says_on_which_page_it_is_told_what_happens_without_a_choice(
    edition, paragraphs
):
    brochure = with_what(samples.brochure(6), paragraphs)

    pages = laid_out(brochure, edition)

    title = brochure.nonchoice.title
    number = next(at for at, page in enumerate(pages, start=1) if title in read(page))
    row = next(row.name for row in brochure.overview.rows if row.name.startswith("Jeg vil ikke"))
    (page,) = [read(page) for page in pages if row in read(page)]
    cells = page[page.index(row) :]
    assert next(each for each in cells if each.isdigit()) == str(number)


@facing
@pytest.mark.parametrize("providers", [2, 4, 6])
def test_notes_on_a_page_of_their_own_are_no_cause_of_an_empty_one(edition, providers):
    brochure = samples.brochure(providers)

    pages = laid_out(brochure, edition)

    note, first = brochure.overview.about_order[0], first_provider(pages, brochure)
    others = {each.text for each in (*brochure.what, *brochure.same)}
    others |= {row.name for row in brochure.overview.rows}
    others |= {row.text for row in brochure.nonchoice.rows}
    (number,) = [at for at, page in enumerate(pages, start=1) if note in read(page)]
    assert others & set(read(pages[number - 1])) or number == first - 1


def test_notes_stay_below_the_table_where_they_cost_no_page():
    brochure = samples.brochure(2)

    pages = laid_out(brochure, Edition.STANDARD)

    (page,) = [read(page) for page in pages if brochure.overview.title in read(page)]
    assert {brochure.overview.about_order[0], brochure.overview.how_to_read[0]} <= set(page)


def many_services(count: int) -> Brochure:
    """An overview of so many services of long names."""
    brochure = samples.brochure(4)
    table = brochure.overview
    names = tuple(f"Dagaktivitetstilbud for eldre med demens {at}" for at in range(count))
    rows = tuple(
        OverviewRow(
            row.name,
            ("Ja",) * count,
            row.page_of,
            row.see,
            (True,) * count,
            f"{count} av {count}",
        )
        for row in table.rows
    )
    heads = (table.headings[0], *names, table.headings[-1])
    overview = replace(table, headings=heads, rows=rows, services="Tjenester")
    return replace(brochure, overview=overview)


@pytest.mark.parametrize("edition", [Edition.STANDARD, Edition.LARGE_PRINT, Edition.BOOKLET])
def test_many_services_are_counted_before_the_overview_takes_more_pages(edition):
    brochure = many_services(8)

    pages = [read(page) for page in laid_out(brochure, edition)]

    (page,) = [page for page in pages if brochure.overview.title in page]
    assert all(row.name in page for row in brochure.overview.rows)
    assert page.count("8 av 8") == len(brochure.overview.rows)
