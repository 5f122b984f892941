"""Locks the staff side when nobody has used it for a while; never the citizen's side (access O14)."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

from kiosk.domain.staff import LONGEST_SIGNED_IN

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    }
)
_LOOK_EVERY_MS = 10_000
_LONGEST_MS = LONGEST_SIGNED_IN / timedelta(milliseconds=1)


class IdleLock(QObject):
    """Install it as an event filter on the application.

    Args:
        now_ms: A clock that never goes back.
        limit: How long nobody may touch the staff side.
        may_lock: Whether the staff side is showing and somebody is signed in.

    Signals:
        idle: The limit has passed, or somebody has been signed in for too long.
    """

    idle = Signal()

    def __init__(
        self,
        now_ms: Callable[[], float],
        limit: timedelta,
        may_lock: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._limit_ms = limit / timedelta(milliseconds=1)
        self._may_lock = may_lock
        self._last_ms = self._since_ms = now_ms()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  all are alike
        """Notice input and let every event pass, but none that comes too late to be let in."""
        if event.type() in _INPUT:
            self.note_input()
        # Not handed on: while an engine closes, ``watched`` can be a wrapper of something else.
        return False

    @Slot()
    def note_input(self) -> None:
        """Somebody did something; a screen reader's actions reach the window as no event at all."""
        # A laptop that slept wakes with this very event, before the timer looks.
        self.look()
        self._last_ms = self._now_ms()

    def restart(self) -> None:
        """Count from now, as after signing in."""
        self._last_ms = self._since_ms = self._now_ms()

    def look(self) -> None:
        """Lock if the limit has passed."""
        now_ms = self._now_ms()
        is_idle = now_ms - self._last_ms >= self._limit_ms
        if not self._may_lock():
            self._last_ms = now_ms
        elif is_idle or now_ms - self._since_ms >= _LONGEST_MS:
            self._last_ms = now_ms
            self.idle.emit()
