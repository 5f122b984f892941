"""All options stand on one page where that is possible, and no page has little more than its end."""

from dataclasses import replace
from itertools import pairwise

import pytest

from brochures.editions import LOOKS
from brochures.flow import Flowed, Room
from brochures.lines import LineBreaker, text_of
from brochures.marks import TextMark
from brochures.overview import OverviewSetter, PageNumbers
from brochures.prose import ProseSetter
from brochures.tables import CellSetter
from brochures.typeface import Typeface
from kiosk.domain.document.brochure import OverviewRow
from kiosk.domain.edition import Edition
from tests.documents import samples

FULL = (Edition.STANDARD, Edition.LARGE_PRINT, Edition.BOOKLET)
in_full = pytest.mark.parametrize("edition", FULL)


def laid_out(rows: int, edition: Edition, services: int = 1) -> Flowed:
    table = samples.brochure(1).overview
    heads = (table.headings[0], *(["BPA"] * services), table.headings[-1])
    many = tuple(
        OverviewRow(f"Leverandør {at}", ("Ja",) * services, None, ticks=(True,) * services)
        for at in range(rows)
    )
    return set_up(edition).flowed(replace(table, headings=heads, rows=many), PageNumbers({}, {}))


def set_up(edition: Edition) -> OverviewSetter:
    look, breaker = LOOKS[edition], LineBreaker(Typeface(samples.font_files()))
    return OverviewSetter(
        ProseSetter(breaker, "Brosjyre", look.prose),
        CellSetter(breaker, look.cells),
        look,
        Room(look.paper.content_top_pt, look.paper.content_bottom_pt),
    )


def texts(marks) -> list[str]:
    found = (each for each in marks if isinstance(each, TextMark) and each.element is not None)
    return [" ".join(map(text_of, each.lines)) for each in found]


def names(flowed: Flowed) -> list[int]:
    """How many options each page has."""
    return [sum(text.startswith("Leverandør ") for text in texts(page)) for page in flowed.pages]


def first_on_two_pages(edition: Edition) -> Flowed:
    return next(
        flowed for rows in range(4, 40) if len((flowed := laid_out(rows, edition)).pages) > 1
    )


@in_full
def test_rows_are_set_closer_before_a_page_is_added(edition):
    usual = LOOKS[edition].table.row_height_pt
    rows = sum(names(first_on_two_pages(edition))) - 1

    (marks,) = laid_out(rows, edition).pages

    lines = [each for each in marks if isinstance(each, TextMark) and "Leverandør" in str(each)]
    steps = [under.baseline_pt - above.baseline_pt for above, under in pairwise(lines)]
    assert max(steps) - min(steps) < 0.01
    assert steps[0] < usual


@in_full
def test_what_is_told_below_the_table_stays_together_where_the_table_fills_a_page(edition):
    flowed = first_on_two_pages(edition)

    below = samples.brochure(1).overview
    assert names(flowed) == [sum(names(flowed)), 0]
    assert below.about_order[0] in texts(flowed.pages[1])
    assert below.how_to_read[0] in texts(flowed.pages[1])


@in_full
def test_a_table_that_has_to_be_cut_is_cut_evenly(edition):
    cut = next(
        flowed for rows in range(4, 60) if names(flowed := laid_out(rows, edition))[1:] > [0]
    )

    assert len(cut.pages) == 2
    assert min(names(cut)) > sum(names(cut)) / 4


@pytest.mark.parametrize("edition", [Edition.LARGE_PRINT, Edition.BOOKLET])
def test_services_are_counted_where_their_names_leave_no_room_for_those_of_providers(edition):
    name, service = "Brukerstyringsfellesskapet AS", "Habiliteringsavlastningstjenester"
    table = samples.brochure(1).overview
    services = tuple(f"{service} {at}" for at in range(4))
    row = OverviewRow(name, ("Ja",) * 4, None, ticks=(True,) * 4, held="4 av 4")
    heads = (table.headings[0], *services, table.headings[-1])

    (page,) = (
        set_up(edition)
        .flowed(
            replace(table, headings=heads, rows=(row,), services="Tjenester"), PageNumbers({}, {})
        )
        .pages
    )

    assert {name, "4 av 4"} <= {each.replace("\u00a0", " ") for each in texts(page)}


@in_full
def test_rows_are_no_higher_than_their_names_where_there_is_room(edition):
    """A text beside short names is not broken only to make its column narrow."""
    table = samples.brochure(1).overview
    row = OverviewRow("Behold den", ("Hvis du har hjelp",), None, ticks=(False,), held="")

    (page,) = (
        set_up(edition)
        .flowed(
            replace(table, headings=("Svar", "Tjenester", "Side"), rows=(row,)), PageNumbers({}, {})
        )
        .pages
    )

    (mark,) = [each for each in page if isinstance(each, TextMark) and "Hvis" in str(each.lines)]
    assert len(mark.lines) == 1
