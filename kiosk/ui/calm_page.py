"""A few large words over the whole screen, when the program itself is out of order.

Needs no content pack, no record, no catalogue and no QML: any of them may be what failed. ``python -m
kiosk.ui.calm_page`` is what ``kiosk watch`` shows when it gives up (access O05).
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QRasterWindow,
)

from kiosk import early
from kiosk.domain.supervision import BEAT
from kiosk.settings import Resources
from kiosk.ui.whole_screen import WholeScreen

# Bokmål and nynorsk say it alike.
OUT_OF_ORDER = ("Spør oss i skranken", "Please ask us at the desk")
_PAPER, _INK = QColor("#ffffff"), QColor("#1e2b3c")
_LINES_ON_SCREEN = 12
_SMALLER = 0.6


class CalmWindow(QRasterWindow):
    """Stays until the program ends; nothing that people press closes it.

    Args:
        lines: The first one large; at least one.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self._lines = tuple(lines)
        self._is_told = False
        self.setTitle(lines[0])
        self.setFlag(Qt.WindowType.FramelessWindowHint)
        self.setCursor(Qt.CursorShape.BlankCursor)

    def event(self, event: QEvent) -> bool:
        """Take no notice of a wish to close."""
        if event.type() is QEvent.Type.Close:
            event.ignore()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        painter = QPainter(self)
        paint_calm(painter, self.size(), self._lines)
        painter.end()


def paint_calm(painter: QPainter, size: QSize, lines: Sequence[str]) -> None:
    """Words in the middle, one line below the other; a line that is too wide is broken.

    Args:
        painter: Draws on the window or a picture.
        size: How large that is, in pixels of the painter.
        lines: The first one large; at least one.
    """
    painter.fillRect(QRect(0, 0, size.width(), size.height()), _PAPER)
    painter.setPen(_INK)
    large_px = max(1, min(size.width(), size.height()) // _LINES_ON_SCREEN)
    height = round(large_px * 2.5)
    top = (size.height() - height * len(lines)) // 2
    for number, line in enumerate(lines):
        font = QFont(painter.font())
        font.setPixelSize(max(1, round(large_px if number == 0 else large_px * _SMALLER)))
        painter.setFont(font)
        room = QRect(large_px, top + number * height, size.width() - 2 * large_px, height)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, line)


def use_own_font(folder: Path) -> None:
    """Draw with the program's font; with any other where it cannot be read."""
    added = QFontDatabase.addApplicationFont(str(folder / "SourceSans3_600SemiBold.ttf"))
    families = QFontDatabase.applicationFontFamilies(added) if added >= 0 else []
    if families:
        QGuiApplication.setFont(QFont(families[0]))


def main() -> int:
    """Show that the screen is out of order, until this process is ended."""
    early.prepare()
    app = QGuiApplication(sys.argv[:1])
    use_own_font(Resources.shipped().fonts)
    window = CalmWindow(OUT_OF_ORDER)
    WholeScreen(window)
    os.write(1, BEAT)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
