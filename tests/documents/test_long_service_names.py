"""A service with a long name stands above its row, for all providers, where it has no room beside.

Its row then has room for all that may stand in it, such as that something is not stated.
"""

from dataclasses import replace

import pytest

from brochures.editions import LOOKS
from brochures.lines import LineBreaker, text_of
from brochures.marks import Frame, Page, TextMark
from brochures.provider_page import provider_pages
from brochures.typeface import Typeface
from kiosk.domain.document.provider_block import ProviderBlock
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from tests.documents import samples
from tests.unit.app import factory as make

LONG = ("Kvardagsrehabilitering", "Dagaktivitetstilbod for eldre med demens")
CELL_LINE_PT = 0.7
narrow = pytest.mark.parametrize("edition", [Edition.LARGE_PRINT, Edition.BOOKLET])


def renamed(provider: ProviderBlock, names: tuple[str, ...]) -> ProviderBlock:
    strips = tuple(
        replace(strip, service_name=name)
        for strip, name in zip(provider.strips, names, strict=True)
    )
    return replace(provider, strips=strips)


def first_pages(edition: Edition, names: tuple[str, ...]) -> list[Page]:
    """The page of every provider that has the strip."""
    many = samples.providers(4, samples.TWO_SERVICES, Language.NYNORSK)
    providers = tuple(renamed(each, names) for each in many)
    breaker = LineBreaker(Typeface(samples.font_files()))
    pages = provider_pages(providers, breaker, make.words(Language.NYNORSK), LOOKS[edition])
    return list(pages[:: len(pages) // len(providers)])


def names_and_cells(page: Page, names: tuple[str, ...]):
    """Baselines of the names, last lines, and the frames around the cells."""
    texts = [each for each in page.marks if isinstance(each, TextMark)]
    named = [each for each in texts if " ".join(map(text_of, each.lines)) in names]
    frames = [each for each in page.marks if isinstance(each, Frame)]
    ends = [each.baseline_pt + (len(each.lines) - 1) * each.style.leading_pt for each in named]
    return ends, [each for each in frames if each.line_pt == CELL_LINE_PT]


@narrow
def test_long_names_stand_above_their_rows_alike_for_all(edition):
    found = [names_and_cells(page, LONG) for page in first_pages(edition, LONG)]

    assert all(each == found[0] for each in found)
    names, frames = found[0]
    assert len(names) == len(frames) == len(LONG)
    for name, frame, above in zip(names, frames, [None, *frames[:-1]], strict=True):
        assert name < frame.y_pt
        assert above is None or name > above.y_pt + above.height_pt


@pytest.mark.parametrize("edition", [Edition.STANDARD, Edition.LARGE_PRINT, Edition.BOOKLET])
def test_usual_names_stand_beside_their_rows_in_one_frame(edition):
    usual = ("Heimesjukepleie", "Praktisk bistand")

    for page in first_pages(edition, usual):
        names, (frame,) = names_and_cells(page, usual)
        assert all(frame.y_pt < name < frame.y_pt + frame.height_pt for name in names)
