"""Any reasonable municipality gets its brochures, in every edition, and fair ones."""

from functools import cache
from itertools import combinations

import pytest

from brochures.brochure import BrochurePages
from brochures.easy_brochure import EasyPages
from brochures.editions import LOOKS
from brochures.imposition import PAGES_OF_A_SHEET
from brochures.lines import LineBreaker, text_of
from brochures.marks import Frame, Page, TextMark
from brochures.press.breaker import RememberingBreaker
from brochures.typeface import Typeface
from kiosk.app.compose_brochure import BrochurePlan
from kiosk.app.compose_edition import compose_edition, words_of
from kiosk.app.compose_overview import Reader
from kiosk.app.compose_provider import ProviderScope
from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from kiosk.domain.service import ServiceId
from kiosk.late_adapters import LateDocuments
from kiosk.settings import Resources
from tests.documents import samples
from tests.documents.hostile_packs import pack
from tests.documents.second_opinion import second_faults
from tests.documents.tag_reading import TaggedPdf
from tests.unit.app import factory as make

FRAME_LINE_PT = 1.1
SIZES = [(1, 1, 1), (2, 8, 1), (5, 5, 15), (12, 8, 15)]
"""Providers, services and zones."""

anyone = pytest.mark.parametrize("size", SIZES, ids=lambda size: "-".join(map(str, size)))
every = pytest.mark.parametrize("edition", list(Edition), ids=lambda each: each.value)


@cache
def breaker() -> LineBreaker:
    return RememberingBreaker(Typeface(samples.font_files()))


def brochure_of(
    size: tuple[int, int, int],
    edition: Edition,
    language: Language,
    services: tuple[ServiceId, ...] = (),
) -> Brochure | EasyBrochure:
    municipality = pack(*size)
    words = words_of(edition, municipality, make.words(language))
    zone = municipality.zones[0].id
    chosen = services or tuple(each.id for each in municipality.services)
    given = {key for each in chosen for key in municipality.offered(each, zone, make.TODAY)}
    plan = BrochurePlan(
        ProviderScope(municipality, zone, chosen, make.TODAY),
        tuple(each.id for each in municipality.providers if each.id in given),
        Reader(None),
        ExplainNonchoice(municipality, make.FixedClock()).for_zone(zone, chosen, words),
        edition,
    )
    return compose_edition(plan, words)


def laid_out(brochure: Brochure | EasyBrochure, edition: Edition) -> tuple[Page, ...]:
    words = make.words(brochure.language)
    if isinstance(brochure, EasyBrochure):
        return EasyPages(brochure, breaker(), words).pages()
    return BrochurePages(brochure, breaker(), words, LOOKS[edition]).pages()


def frames(page: Page) -> list[tuple[float, float, float, float, float]]:
    return [
        (each.x_pt, each.y_pt, each.width_pt, each.height_pt, each.line_pt)
        for each in page.marks
        if isinstance(each, Frame)
    ]


def said(page: Page) -> list[str]:
    texts = (each for each in page.marks if isinstance(each, TextMark) and each.element)
    return [" ".join(map(text_of, each.lines)).replace("\u00a0", " ") for each in texts]


@anyone
@every
def test_every_brochure_comes_out_with_equal_boxes(size, edition):
    brochure = brochure_of(size, edition, Language.NYNORSK)

    pages = laid_out(brochure, edition)

    framed = [found for page in pages if (found := frames(page)) and found[0][-1] == FRAME_LINE_PT]
    each = len(framed) // len(brochure.providers)
    assert len(framed) == each * len(brochure.providers)
    outer = [[page[0] for page in framed[at * each : (at + 1) * each]] for at in range(size[0])]
    assert all(boxes == outer[0] for boxes in outer)
    rows = [[len(page) for page in framed[at * each : (at + 1) * each]] for at in range(size[0])]
    assert all(counts == rows[0] for counts in rows)


@anyone
@every
def test_all_names_stand_on_the_overview_and_every_provider_where_it_says(size, edition):
    brochure = brochure_of(size, edition, Language.BOKMAL)

    pages = [said(page) for page in laid_out(brochure, edition)]

    name_style = LOOKS[edition].form.name
    names = [each.name.replace("\u00a0", " ") for each in brochure.providers]
    begins = {
        text: number
        for number, page in enumerate(laid_out(brochure, edition), start=1)
        for mark in page.marks
        if isinstance(mark, TextMark) and mark.style == name_style
        for text in [" ".join(map(text_of, mark.lines)).replace("\u00a0", " ")]
    }
    overview = [page for page in pages if any(row.name in page for row in brochure.overview.rows)]
    told = [text for page in overview for text in page]
    assert list(begins) == names
    assert set(names) <= set(told)
    assert {str(number) for number in begins.values()} <= set(told)


@every
def test_any_two_or_five_of_many_services_can_be_asked_for(edition):
    keys = tuple(each.id for each in pack(2, 8, 1).services)

    for chosen in (*list(combinations(keys, 2))[::9], *list(combinations(keys, 5))[::19]):
        assert laid_out(brochure_of((2, 8, 1), edition, Language.BOKMAL, chosen), edition)


@pytest.mark.parametrize("edition", [Edition.LARGE_PRINT, Edition.EASY_READ])
def test_the_file_of_many_services_keeps_the_rules(vera, tmp_path, edition):
    maker = LateDocuments(Resources.shipped(), make.words)
    brochure = brochure_of((2, 8, 1), edition, Language.NYNORSK)

    pdf = maker.brochure(brochure, samples.ISSUED_AT, edition)

    file = tmp_path / "checked.pdf"
    file.write_bytes(pdf)
    assert vera.faults(pdf) == []
    assert second_faults(TaggedPdf(pdf), file) == []


@pytest.mark.parametrize("size", [(1, 1, 1), (1, 4, 3), (1, 8, 15)])
def test_the_booklet_of_a_single_provider_spends_no_sheet_on_empty_pages(size):
    pages = [
        said(page)
        for page in laid_out(brochure_of(size, Edition.BOOKLET, Language.BOKMAL), Edition.BOOKLET)
    ]

    empty = [page for page in pages if "Denne siden er tom." in page]
    assert len(pages) % PAGES_OF_A_SHEET == 0
    assert len(empty) < PAGES_OF_A_SHEET


def test_large_print_of_a_single_provider_spends_no_sheet_on_empty_pages_either():
    brochure = brochure_of((1, 8, 15), Edition.LARGE_PRINT, Language.BOKMAL)

    pages = [said(page) for page in laid_out(brochure, Edition.LARGE_PRINT)]

    assert sum("Denne siden er tom." in page for page in pages) < 2
