"""Many services of long names: rows of the strip go on over further pages, alike for everybody."""

from dataclasses import replace
from itertools import groupby

import pytest

from brochures.editions import LOOKS
from brochures.lines import LineBreaker, text_of
from brochures.marks import Frame, Page, TextMark
from brochures.provider_page import provider_pages
from brochures.structure import Element, Kind
from brochures.typeface import Typeface
from kiosk.domain.document.provider_block import FactKey, ProviderBlock
from kiosk.domain.edition import Edition
from kiosk.domain.errors import DoesNotFitError
from kiosk.domain.language import Language
from kiosk.domain.provider import Coverage
from tests.documents import samples
from tests.unit.app import factory as make

FRAME_LINE_PT = 1.1
NAMES = (
    "Brukerstyrt personlig assistanse for voksne",
    "Dagaktivitetstilbud for eldre med demens",
    "Hverdagsrehabilitering og ergoterapi",
    "Trygghetsalarm med utrykningstjeneste",
    "Avlastningstjenester for pårørende",
    "Matombringing og ernæringsoppfølging",
    "Velferdsteknologi og medisineringsstøtte",
    "Støttekontakt og fritidsfellesskap",
)
many = pytest.mark.parametrize("services", [7, 8])
anyone = pytest.mark.parametrize("edition", list(Edition))


def providers(count: int, services: int) -> tuple[ProviderBlock, ...]:
    """Samples with so many rows; the second one tells something of every service."""
    found = []
    for provider in samples.providers(count, samples.TWO_SERVICES, Language.BOKMAL):
        strips = tuple(
            replace(provider.strips[at % 2], service_name=name)
            for at, name in enumerate(NAMES[:services])
        )
        found.append(replace(provider, strips=strips))
    rooms = " ".join(f"{name}: ja, per 20. november 2026." for name in NAMES[:services])
    facts = tuple(
        replace(fact, value=rooms) if fact.key is FactKey.CAPACITY else fact
        for fact in found[1].facts
    )
    first, *others = found[1].strips
    unknown = tuple(
        replace(cell, short="Ikkje oppgjeve", comes=Coverage.NOT_STATED) for cell in first.cells
    )
    found[1] = replace(found[1], facts=facts, strips=(replace(first, cells=unknown), *others))
    return tuple(found)


def forms(blocks: tuple[ProviderBlock, ...], edition: Edition) -> list[list[Page]]:
    """The pages of each provider."""
    breaker = LineBreaker(Typeface(samples.font_files()))
    pages = provider_pages(blocks, breaker, make.words(Language.BOKMAL), LOOKS[edition])
    each = len(pages) // len(blocks)
    return [list(pages[at : at + each]) for at in range(0, len(pages), each)]


def texts(page: Page) -> list[TextMark]:
    return [each for each in page.marks if isinstance(each, TextMark)]


def said(mark: TextMark) -> str:
    return " ".join(map(text_of, mark.lines))


def shape(page: Page):
    """Frames, and the names of services where they stand."""
    frames = [each for each in page.marks if isinstance(each, Frame)]
    names = [(said(each), each.x_pt, each.baseline_pt) for each in texts(page)]
    return (
        [(each.x_pt, each.y_pt, each.width_pt, each.height_pt) for each in frames],
        [each for each in names if each[0] in NAMES],
    )


@many
@anyone
def test_every_provider_has_the_same_boxes_and_all_rows(edition, services):
    found = [[shape(page) for page in form] for form in forms(providers(3, services), edition)]

    assert all(each == found[0] for each in found)
    assert [name for page in found[0] for name, *_ in page[1]] == list(NAMES[:services])


@many
@anyone
def test_nothing_of_a_form_stands_outside_its_frame(edition, services):
    for page in (page for form in forms(providers(3, services), edition) for page in form):
        frames = [each for each in page.marks if isinstance(each, Frame)]
        if not frames:
            continue
        box = frames[0]
        end = box.y_pt + box.height_pt
        assert box.line_pt == FRAME_LINE_PT
        assert all(each.y_pt + each.height_pt < end for each in frames[1:])
        lowest = (m.baseline_pt + (len(m.lines) - 1) * m.style.leading_pt for m in texts(page))
        assert max(lowest) < end


@pytest.fixture
def going_on() -> list[Page]:
    """A form whose strip needs a second page."""
    form = forms(providers(3, 8), Edition.BOOKLET)[0]
    assert sum(bool(shape(page)[1]) for page in form) > 1
    return form


def table_of(element: Element | None) -> Element | None:
    while element is not None and element.kind is not Kind.TABLE:
        element = element.parent
    return element


def test_a_strip_on_two_pages_is_one_table_whose_heads_are_heard_once(going_on):
    marks = [mark for page in going_on for mark in texts(page)]

    heads = [mark for mark in marks if said(mark) == "Natt"]
    tables = {table_of(mark.element) for mark in marks if said(mark) in NAMES}
    assert len(heads) == sum(bool(shape(page)[1]) for page in going_on)
    assert [mark.element is not None for mark in heads] == [True, *[False] * (len(heads) - 1)]
    assert len({mark.x_pt for mark in heads}) == 1
    assert len(tables) == 1
    assert table_of(heads[0].element) in tables


def test_who_goes_on_is_named_again_on_every_further_page(going_on):
    name = samples.providers(3, samples.TWO_SERVICES, Language.BOKMAL)[0].name
    framed = [page for page in going_on if any(isinstance(each, Frame) for each in page.marks)]

    named = [[mark for mark in texts(page) if said(mark) == name] for page in framed]

    assert all(len(each) == 1 for each in named)
    assert [each[0].element is not None for each in named] == [True, *[False] * (len(framed) - 1)]


def test_facts_begin_below_the_last_row(going_on):
    labels = {fact.label for fact in samples.providers(1, samples.TWO_SERVICES)[0].facts}
    told = [said(mark) for page in going_on for mark in texts(page)]

    kinds = ["row" if each in NAMES else "fact" for each in told if each in {*NAMES, *labels}]

    assert [kind for kind, _ in groupby(kinds)] == ["row", "fact"]


def test_a_row_that_is_higher_than_a_page_is_refused_by_its_service():
    blocks = providers(2, 1)
    name = "Hjelp hjemme " * 600
    named = tuple(
        replace(each, strips=(replace(each.strips[0], service_name=name),)) for each in blocks
    )

    with pytest.raises(DoesNotFitError) as refused:
        forms(named, Edition.STANDARD)

    assert refused.value.field == name.strip()
