"""A whole visit, played by role and name as a screen reader would, with a picture of every page."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pypdfium2  # type: ignore[import-untyped]
import pytest

from kiosk.content import load_pack
from kiosk.devtools.tour import TourOptions, run
from kiosk.domain.language import Language
from kiosk.settings import Resources
from kiosk.theme.tokens import Contrast, TextSize

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=ZoneInfo("Europe/Oslo"))
RESOURCES = Resources.shipped()
PAGES = [
    "signin",
    "cases",
    "case",
    "handover",
    "welcome",
    "what",
    "nonchoice",
    "overview",
    "answer",
    "whodecides",
    "review",
    "stored",
    "receiptprint",
    "giveback",
    "note",
]


class FixedClock:
    def now(self):
        return NOW


def played(folder, **changes):
    options = TourOptions(out=folder, content=RESOURCES.example, **changes)
    return run(load_pack(RESOURCES.example, NOW.date()), RESOURCES, FixedClock(), options)


def text_of(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def files(tmp_path_factory, qapp):
    return played(tmp_path_factory.mktemp("tour"))


def test_every_page_of_the_visit_has_a_picture_in_the_order_of_the_visit(files):
    names = [path.stem.split("-", 1)[1] for path in files if path.suffix == ".png"]

    first_seen = list(dict.fromkeys(names))
    assert first_seen == PAGES


def test_the_receipt_tells_what_was_answered(files):
    receipt = next(path for path in files if path.name == "receipt.pdf")

    text = text_of(receipt)
    assert "Solveig Strand" in text
    assert "Vil ikke velge" in text or "vil ikke velge" in text


def test_the_brochure_presents_every_provider_of_the_zone(files):
    brochure = next(path for path in files if path.name == "brochure.pdf")

    text = text_of(brochure)
    for provider in load_pack(RESOURCES.example, NOW.date()).providers:
        if any("sentrum" in offer.zones for offer in provider.offers):
            assert provider.name.nb in text


@pytest.mark.parametrize(
    ("language", "device", "size", "contrast"),
    [
        (Language.NYNORSK, "kiosk-21", TextSize.XL, Contrast.HIGH_DARK),
        (Language.ENGLISH, "laptop-15", TextSize.L, Contrast.LOW),
        (Language.NYNORSK, "kiosk-21-portrait", TextSize.M, Contrast.HIGH_LIGHT),
    ],
)
def test_the_visit_can_be_played_in_every_dress(qapp, tmp_path, language, device, size, contrast):
    files = played(tmp_path, language=language, device=device, size=size, contrast=contrast)

    assert all(path.stat().st_size > 0 for path in files)
