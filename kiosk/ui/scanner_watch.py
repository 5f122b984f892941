"""Hears a hand scanner in what a keyboard types, wherever the focus is (access O22)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.scanning import Scanning, Taken
from kiosk.ui.item_tree import focused_in

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ScannerWatch(QObject):
    """Ask it about each key, or install it on the window.

    Args:
        window: Whose focus tells whether somebody writes.
        now_ms: A clock that never goes back.
        prefix: What the scanner is set to put before each code; empty where it puts nothing.

    Signals:
        scanned: A whole code; carries its text.
    """

    scanned = Signal(str)

    def __init__(self, window: QQuickWindow, now_ms: Callable[[], float], prefix: str = "") -> None:
        super().__init__(window)
        self._window = window
        self._now_ms = now_ms
        self._scanning = Scanning(prefix)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key that was pressed is the scanner's, and nobody else's."""
        is_enter = event.key() in _ENTER
        text = event.text() if event.text().isprintable() and not is_enter else ""
        self._scanning, taken = self._scanning.after(
            text, self._now_ms(), is_enter=is_enter, is_written=self._is_written()
        )
        if self._scanning.code:
            self.scanned.emit(self._scanning.code)
        return taken is Taken.SCANNERS

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Swallow the scanner's keys."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self.takes(event)
        return False

    def _is_written(self) -> bool:
        item = focused_in(self._window)
        return item is not None and bool(item.inputMethodQuery(Qt.InputMethodQuery.ImEnabled))
