"""Invented blocks to print, gathered for the tests."""

from datetime import UTC, datetime
from pathlib import Path

from brochures.documents import PdfDocuments
from brochures.typeface import FontFiles
from tests.documents.paper_words import FixedWords
from tests.documents.sample_brochure import brochure
from tests.documents.sample_prose import NBSP, PHONE, heading, item, paragraph
from tests.documents.sample_providers import ALL_SERVICES, TWO_SERVICES, providers
from tests.documents.sample_receipt import receipt

__all__ = [
    "ALL_SERVICES",
    "ISSUED_AT",
    "NBSP",
    "PHONE",
    "TWO_SERVICES",
    "FixedWords",
    "brochure",
    "documents",
    "font_files",
    "heading",
    "item",
    "paragraph",
    "providers",
    "receipt",
]

ASSETS = Path(__file__).parents[2] / "assets"
FONT_DIR = ASSETS / "fonts"
PROFILE = ASSETS / "colour" / "srgb.icc"
ISSUED_AT = datetime(2026, 11, 3, 9, 42, 5, tzinfo=UTC)


def font_files() -> FontFiles:
    return FontFiles(
        regular=FONT_DIR / "SourceSans3_400Regular.ttf", bold=FONT_DIR / "SourceSans3_700Bold.ttf"
    )


def documents() -> PdfDocuments:
    return PdfDocuments(font_files(), PROFILE, FixedWords)
