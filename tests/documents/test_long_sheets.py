"""Sheets whose sections are longer than a page."""

from datetime import date

import pytest

from brochures.lines import LineBreaker
from brochures.sheet import SheetPages
from brochures.typeface import Typeface
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.errors import DoesNotFitError
from kiosk.domain.language import Language
from tests.documents import samples
from tests.unit.app import factory


@pytest.fixture
def breaker():
    return LineBreaker(Typeface(samples.font_files()))


def sheet(*, may_break: bool) -> Sheet:
    lines = tuple(ReceiptLine("22. november", f"Saken ble lest {each}.") for each in range(150))
    section = SheetSection("Det som har hendt", lines, may_break=may_break)
    day = date(2026, 11, 22)
    return Sheet(
        Language.BOKMAL, "Eksempelvik", "Kontoret", True, "Innsyn", "Alt.", (section,), (), "1", day
    )


def test_a_long_history_goes_on_over_the_page(breaker):
    pages = SheetPages(sheet(may_break=True), breaker, factory.words()).pages()

    assert len(pages) > 2


def test_what_must_stay_together_does_not_part(breaker):
    with pytest.raises(DoesNotFitError):
        SheetPages(sheet(may_break=False), breaker, factory.words()).pages()
