"""Pages of a PDF file as pictures for a printer, in bands so that little of a page is in memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtGui import QImage

POINTS_PER_INCH = 72
BAND_ROWS = 512
"""At 600 dots per inch a band of A4 is 2.5 MB of grey."""


@dataclass(frozen=True, slots=True)
class Sheetful:
    """One page.

    Attributes:
        width_pt: In points.
        height_pt: In points.
    """

    width_pt: float
    height_pt: float
    _page: Any

    def bands(self, dots_per_inch: int) -> Iterator[tuple[int, QImage]]:
        """Parts of the page from top to bottom at full size, each with the row where it begins.

        Black or white where text and lines are: grey edges would be screened by the printer.
        """
        scale = dots_per_inch / POINTS_PER_INCH
        rows = ceil(self.height_pt * scale)
        for top in range(0, rows, BAND_ROWS):
            below = max(rows - top - BAND_ROWS, 0)
            bitmap = self._page.render(
                scale=scale,
                crop=(0, _points(below, scale), 0, _points(top, scale)),
                grayscale=True,
                optimize_mode="print",
                no_smoothtext=True,
                no_smoothpath=True,
                may_draw_forms=False,
            )
            yield top, _image(bitmap)
            bitmap.close()


def sheetfuls(pdf: bytes) -> Iterator[Sheetful]:
    """The pages of a file, one at a time; each is of use until the next one is asked for.

    Raises:
        ValueError: It is no PDF file.
    """
    import pypdfium2  # type: ignore[import-untyped] # noqa: PLC0415  slow, and few print with it

    try:
        opened = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as fault:
        message = "no PDF file"
        raise ValueError(message) from fault
    try:
        for number in range(len(opened)):
            page = opened[number]
            try:
                width_pt, height_pt = page.get_size()
                yield Sheetful(width_pt, height_pt, page)
            finally:
                page.close()
    finally:
        opened.close()


def _points(rows: int, scale: float) -> float:
    """So many rows as a length that is rounded up to exactly them."""
    return (rows - 0.5) / scale if rows else 0.0


def _image(bitmap: Any) -> QImage:
    size = bitmap.width, bitmap.height, bitmap.stride
    return QImage(bitmap.buffer, *size, QImage.Format.Format_Grayscale8)
