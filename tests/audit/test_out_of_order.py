"""What stands on a public screen that nobody can use: the cleaning lock, and the calm page (O06, O12)."""

import math
from collections.abc import Sequence

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from kiosk.settings import Resources
from kiosk.theme.tokens import Contrast, Device
from kiosk.ui.application import load_fonts
from kiosk.ui.calm_page import OUT_OF_ORDER, paint_calm
from tests.audit.office_walk import LOCKED, OPEN_AGAIN, Office, walk_machine
from tests.audit.pixels import measured_contrast
from tests.audit.setups import TOKENS
from tests.audit.snapshot import family_of

SMALLEST_CAP_MM = 3.5
LEAST_TARGET_MM = 12.7
LEAST_DEGREES = 0.7
LEAST_HIGH = 10.0
KIOSKS = [device for device in TOKENS.devices.values() if device.is_kiosk]


@pytest.fixture(scope="module", params=["kiosk-21", "kiosk-32-portrait"])
def cleaned(request: pytest.FixtureRequest, qapp: object) -> Office:
    """The pages of a cleaning."""
    return Office(TOKENS.devices[request.param], walk_machine(request.param)[1:])


def test_a04_a08_b01_the_words_of_a_cleaning_are_large_whole_and_clear(cleaned):
    inks = [(page, ink) for page in cleaned.pages for ink in page.inks]
    low, _high = TOKENS.text_range(Contrast.STANDARD)

    assert {str(page.place) for page, _ink in inks} == {LOCKED, OPEN_AGAIN}
    assert [
        f"{page.place}: {ink}"
        for page, ink in inks
        if ink.cap_px / cleaned.device.px_per_mm < SMALLEST_CAP_MM
        or ink.is_truncated
        or ink.wide_px > 1
        or ink.contrast < low
    ] == []


def test_c01_e01_the_buttons_after_a_cleaning_are_large_and_named(cleaned):
    locked, over = cleaned.pages
    least_px = LEAST_TARGET_MM * cleaned.device.px_per_mm

    assert [node for node in locked.controls if node.name] == []
    assert len(over.controls) == 2
    assert all(node.name.strip() for node in over.controls)
    assert all(min(each.rect.width(), each.rect.height()) >= least_px for each in over.controls)


def test_e04_e06_a_screen_reader_finds_every_word_of_a_cleaning(cleaned):
    lost = [
        f"{page.place}: {ink}" for page in cleaned.pages for ink in page.inks if ink.owner is None
    ]

    assert lost == []


@pytest.mark.parametrize("device", KIOSKS, ids=lambda device: device.name)
def test_a03_a06_b01_the_calm_page_can_be_read_from_where_people_stand(qapp, device):
    load_fonts(Resources.shipped().fonts)
    font = QFont("Source Sans 3")
    picture, sizes_px = _calm(device, font)

    assert family_of(font) == "Source Sans 3"
    assert measured_contrast(picture) >= LEAST_HIGH
    for px in sizes_px:
        font.setPixelSize(px)
        cap_mm = QFontMetricsF(font).capHeight() / device.px_per_mm
        assert math.degrees(math.atan(cap_mm / device.view_mm)) >= LEAST_DEGREES


def _calm(device: Device, font: QFont) -> tuple[Image.Image, list[int]]:
    """The page as it is painted, and the sizes of its letters."""
    size = QSize(device.width_px, device.height_px)
    image = QImage(size, QImage.Format.Format_RGB888)
    painter = SizesToldPainter(image)
    painter.setFont(font)
    paint_calm(painter, size, OUT_OF_ORDER)
    painter.end()
    data = bytes(image.constBits())
    shape = (size.width(), size.height())
    return Image.frombuffer("RGB", shape, data, "raw", "RGB", image.bytesPerLine(), 1), painter.px


class SizesToldPainter(QPainter):
    """Remembers how large the letters were that it painted."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.px: list[int] = []

    def setFont(self, font: QFont | str | Sequence[str]) -> None:  # noqa: N802
        if isinstance(font, QFont) and font.pixelSize() > 0:
            self.px.append(font.pixelSize())
        super().setFont(font)
