"""A whole visit, played by role and name as a screen reader would, with a picture of every page."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2  # type: ignore[import-untyped]
import pytest

import kiosk.ui
from kiosk.content import load_pack
from kiosk.devtools.tour import run
from kiosk.devtools.tour_options import TourOptions
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
QML = Path(kiosk.ui.__file__).parent / "qml" / "Kiosk"
NOT_VISITED = {
    "maintenance": "it stands behind a pattern on a public machine, see test_maintenance",
    "selftest": "as above, see test_machine_care_pages",
    "touchtest": "as above, see test_machine_care_pages",
    "dayend": "as above, see test_machine_care_pages",
    "public-cleaning": "as above",
    "ties": "an example asks nobody for ties, see test_ties_statement",
    "public-brochure": "it waits for paper, see test_public_brochure",
    "public-views": "only the largest text needs it, and the visit shows it",
}
"""Pages that no tour can reach, by the names of their pictures, each with the reason."""


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


def names_of(files):
    return [path.stem.split("-", 1)[1] for path in files if path.suffix == ".png"]


@pytest.fixture(scope="module")
def files(tmp_path_factory, qapp):
    return played(tmp_path_factory.mktemp("tour"))


def test_every_page_of_the_visit_has_a_picture_in_the_order_of_the_visit(files):
    first_seen = list(dict.fromkeys(names_of(files)))
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


@pytest.fixture(scope="module")
def every_file(tmp_path_factory, qapp):
    return played(tmp_path_factory.mktemp("all"), every_page=True)


def test_the_long_tour_visits_every_page_that_there_is(every_file):
    pages = [*QML.glob("staff/*Page.qml"), *QML.glob("citizen/*Page.qml")]
    known = {path.stem.removesuffix("Page").lower() for path in pages}
    public = QML.glob("public/*Page.qml")
    known |= {f"public-{path.stem.removesuffix('Page').lower()}" for path in public}

    assert set(names_of(every_file)) == known - NOT_VISITED.keys()


def test_pictures_of_the_long_tour_are_numbered_through(every_file):
    numbers = [int(path.name.split("-")[0]) for path in every_file if path.suffix == ".png"]

    assert numbers == list(range(1, len(numbers) + 1))
    assert all(path.is_file() for path in every_file)


@pytest.mark.parametrize(
    ("page", "steps"),
    [
        ("allocation", {"tasks", "letters to post", "proposals", "set aside", "confirmed"}),
        ("waiting", {"list", "picked"}),
        ("exits", {"list", "form"}),
        ("tryrule", {"questions", "result"}),
        ("delivery", {"waiting", "delivered"}),
        ("disposal", {"list", "approval"}),
        ("backup", {"places", "done"}),
        ("import", {"file", "preview", "done"}),
        ("setup", {"passphrase", "escrow key"}),
    ],
)
def test_the_long_tour_goes_on_where_there_is_something_to_do(every_file, page, steps):
    assert Counter(names_of(every_file))[page] >= len(steps)
