"""Envelopes whose brochures tell of many services are the same from parts as laid out in full."""

from dataclasses import replace

import pytest

from kiosk.domain.document.brochure import Brochure
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from tests.documents import samples
from tests.documents.envelopes import addressed, chance, envelope, press, somebody
from tests.documents.test_hostile_packs import brochure_of
from tests.documents.test_press import pixels, read_aloud


@pytest.mark.parametrize("size", [(3, 3, 1), (2, 8, 6)], ids=["three", "eight"])
@pytest.mark.parametrize("edition", [Edition.STANDARD, Edition.LARGE_PRINT])
def test_a_letter_from_parts_is_the_letter_laid_out_in_full(edition, size):
    by_chance, used = chance(8), press()
    brochure = brochure_of(size, edition, Language.BOKMAL)
    assert isinstance(brochure, Brochure)
    kit = replace(envelope(Language.BOKMAL), brochure=brochure)
    used.set(addressed(kit, somebody(by_chance)), edition)
    rows = brochure.overview.rows
    given, others = rows[: len(brochure.providers)], rows[len(brochure.providers) :]
    reverse = replace(
        brochure,
        providers=brochure.providers[::-1],
        overview=replace(brochure.overview, rows=(*given[::-1], *others)),
    )
    letter = addressed(replace(kit, brochure=reverse), somebody(by_chance))

    file = used.letter_file(used.set(letter, edition), samples.ISSUED_AT)

    full = press().letter_file(press().in_full(letter, edition), samples.ISSUED_AT)
    assert pixels(file) == pixels(full)
    assert read_aloud(file) == read_aloud(full)
