"""Letters struck in large print are the letters that would be laid out in full."""

from dataclasses import replace

import pytest

from brochures.pdf import pdf_bytes
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from tests.documents import samples
from tests.documents.envelopes import addressed, chance, envelope, press, somebody
from tests.documents.test_press import is_struck, pixels, read_aloud, texts

LARGE = Edition.LARGE_PRINT


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK], ids=lambda e: e.value)
def test_a_struck_letter_is_the_letter_laid_out_in_full(language):
    used, by_chance = press(), chance(2)
    first, other = (addressed(envelope(language), somebody(by_chance, "Bo Å")) for _ in range(2))
    standard = used.set(first, Edition.STANDARD)
    used.set(first, LARGE)

    letter = used.set(other, LARGE)

    facts = replace(used.facts(other), issued_at=samples.ISSUED_AT)
    full = pdf_bytes(used.laid_out(other, LARGE).pages, facts, used._typeface)
    file = used.letter_file(letter, samples.ISSUED_AT)
    assert is_struck(letter)
    assert letter.pages > standard.pages
    assert letter.pages % 2 == 0
    assert texts(file) == texts(full)
    assert read_aloud(file) == read_aloud(full)
    assert pixels(file) == pixels(full)
    assert letter.digest == used.in_full(other, LARGE).digest
