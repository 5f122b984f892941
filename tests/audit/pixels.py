"""What is really on the screen: crops of a picture, and the contrast that can be measured there."""

from collections.abc import Iterable
from typing import cast

from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

Colour = tuple[int, int, int]
_LEAST_SHARE = 0.002
_LEAST_PIXELS = 3


def grab(window: QQuickWindow) -> Image.Image:
    """The window as it is painted now."""
    painted = window.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
    size = (painted.width(), painted.height())
    data = bytes(painted.constBits())
    return Image.frombuffer("RGB", size, data, "raw", "RGB", painted.bytesPerLine(), 1)


def crop(picture: Image.Image, rect: QRectF, around_px: int = 0) -> Image.Image:
    """Part of a picture in whole pixels, cut off at its edges; empty outside."""
    left, top = max(0, round(rect.left()) - around_px), max(0, round(rect.top()) - around_px)
    right = min(picture.width, round(rect.right()) + around_px)
    bottom = min(picture.height, round(rect.bottom()) + around_px)
    return picture.crop((left, top, max(left, right), max(top, bottom)))


def luminance(colour: Colour) -> float:
    """Relative luminance (WCAG 2.1)."""
    parts = [part / 255 for part in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Colour, other: Colour) -> float:
    """Contrast ratio, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def colours(picture: Image.Image) -> list[tuple[int, Colour]]:
    """How often each colour occurs, most frequent first; empty for an empty picture."""
    if not picture.width * picture.height:
        return []
    counted = cast(
        "Iterable[tuple[int, Colour]]", picture.getcolors(picture.width * picture.height)
    )
    return sorted(counted, reverse=True)


def measured_contrast(picture: Image.Image) -> float:
    """Contrast of the ink: the colour farthest from the ground that covers more than a few pixels.

    The edges of letters are mixed colours, so that a colour counts only where it is not rare.
    """
    counted = colours(picture)
    if not counted:
        return 1.0
    ground = counted[0][1]
    least = max(_LEAST_PIXELS, _LEAST_SHARE * picture.width * picture.height)
    return max(
        ratio(colour, ground) for count, colour in counted if count >= least or colour == ground
    )
