"""The catalogues as they are shipped: complete, and printable with the shipped font."""

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from kiosk.devtools import catalogue_files
from kiosk.devtools.catalogue_checks import check

FONT = catalogue_files.ROOT / "assets" / "fonts" / "SourceSans3_400Regular.ttf"
CATALOGUES = [
    (language, domain)
    for language in catalogue_files.LANGUAGES
    for domain in catalogue_files.SOURCES
]


def test_bokmal_and_nynorsk_are_complete():
    assert check(catalogue_files.ROOT) == []


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_the_font_has_every_character_of_a_catalogue(language, domain):
    path = catalogue_files.catalogue_path(catalogue_files.ROOT / "locales", language, domain)
    catalogue = catalogue_files.read(path, language, domain)
    texts = "".join(
        text if isinstance(text, str) else "".join(text)
        for message in catalogue
        if message.id and (text := message.string)
    )

    known = TTFontFace(str(FONT)).charToGlyph

    assert {character for character in texts if ord(character) not in known} <= {"\n", "\t"}
