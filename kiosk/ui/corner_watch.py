"""Notices the hidden pattern of four corners (access O13)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.corner_pattern import CornerPattern, corner_at

_SYNTHETIC = Qt.MouseEventSource.MouseEventSynthesizedByQt


class CornerWatch(QObject):
    """Install it as an event filter on the window; every event passes.

    Args:
        window: Whose corners count.
        reach_px: How far from both edges a tap still counts.
        may_count: Whether the pattern means anything now.
        now_ms: A clock that never goes back.

    Signals:
        drawn: All four corners were tapped in their order.
    """

    drawn = Signal()

    def __init__(
        self,
        window: QQuickWindow,
        reach_px: Callable[[], float],
        may_count: Callable[[], bool],
        now_ms: Callable[[], float],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._reach_px = reach_px
        self._may_count = may_count
        self._now_ms = now_ms
        self._pattern = CornerPattern()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look where it was tapped."""
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.source() is not _SYNTHETIC:
                self._tap(event.position())
        elif event.type() is QEvent.Type.TouchBegin and isinstance(event, QTouchEvent):
            self._tap(event.points()[0].position())
        return False

    def _tap(self, at: QPointF) -> None:
        if not self._may_count():
            self._pattern = CornerPattern()
            return
        size = self._window.width(), self._window.height()
        corner = corner_at(at.x(), at.y(), *size, self._reach_px())
        self._pattern = self._pattern.tapped(corner, self._now_ms() / 1000)
        if self._pattern.is_complete:
            self.drawn.emit()
