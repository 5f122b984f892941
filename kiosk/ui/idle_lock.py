"""Locks the staff side when nobody has used it for a while; never the citizen's side (access O14)."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQml import QmlElement

from kiosk.domain.idle_times import LEAST_WARNING_S, WARNING_S
from kiosk.domain.staff import LONGEST_SIGNED_IN
from kiosk.ui.qtkit import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

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
# What begins with the one goes on to the other, and belongs to it.
_REST = {
    QEvent.Type.KeyPress: QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonPress: QEvent.Type.MouseButtonRelease,
    QEvent.Type.TouchBegin: QEvent.Type.TouchEnd,
}
_STAY_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})
_LOOK_EVERY_MS = 10_000
_LONGEST_MS = LONGEST_SIGNED_IN / timedelta(milliseconds=1)
_WARNING_MS = 1000 * WARNING_S
_LEAST_WARNING_MS = 1000 * LEAST_WARNING_S
_MINUTE_MS = 60_000
# How long before the end of a long day it is told, in minutes.
_TOLD_MIN = (1, 10)


@QmlElement
@QmlUncreatable("made by the application")
class IdleLock(QObject):
    """Install it as an event filter on the application.

    Args:
        now_ms: A clock that never goes back.
        limit: How long nobody may touch the staff side.
        may_lock: Whether the staff side is showing and somebody is signed in.

    Signals:
        idle: The limit has passed, or somebody has been signed in for too long.
        changed: The warning comes or goes.
        endingChanged: The day that a code is good for comes to its end, or a new one began.
    """

    idle = Signal()
    changed = Signal()
    endingChanged = Signal()

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
        self._warned_ms: float | None = None
        self._ends_within = self._put_away = 0
        self._unfinished: QEvent.Type | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Property(bool, notify=changed)
    def isWarning(self) -> bool:
        """Whether the pages are about to be locked, and whoever is there is asked to stay."""
        return self._warned_ms is not None

    @Property(int, notify=endingChanged)
    def endsWithin(self) -> int:
        """Within how many minutes a code is asked for again; 0 where nobody need be told."""
        return 0 if self._ends_within == self._put_away else self._ends_within

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  all are alike
        """Notice input and let every event pass, but none that comes too late to be let in.

        Nor does what answers the warning do anything on the page below it.
        """
        kind = event.type()
        is_answer = self.isWarning and _is_answer(event)
        if kind in _INPUT:
            self.note_input()
        if self.endsWithin and not is_answer and _is_escape(event):
            self.putAway()
            is_answer = True
        if is_answer:
            self._unfinished = _REST[kind]
            event.accept()
        elif kind is self._unfinished:
            self._unfinished = None
            event.accept()
            return True
        # Not handed on: while an engine closes, ``watched`` can be a wrapper of something else.
        return is_answer

    @Slot()
    def stay(self) -> None:
        """Somebody is there."""
        self.note_input()

    @Slot()
    def putAway(self) -> None:
        """Somebody has read that their day ends; told once more in its last minute."""
        self._put_away = self._ends_within
        self.endingChanged.emit()

    @Slot()
    def note_input(self) -> None:
        """Somebody did something; a screen reader's actions reach the window as no event at all."""
        # A laptop that slept wakes with this very event, before the timer looks.
        self.look()
        self._last_ms = self._now_ms()
        self._warn_since(None)

    def restart(self) -> None:
        """Count from now, as after signing in."""
        self._last_ms = self._since_ms = self._now_ms()
        self._warn_since(None)
        self._end_within(0)

    def look(self) -> None:
        """Warn or lock where the time has come; after a long sleep lock without a warning."""
        self._look_at_input()
        left_ms = _LONGEST_MS - (self._now_ms() - self._since_ms)
        soon = (each for each in _TOLD_MIN if left_ms <= each * _MINUTE_MS)
        self._end_within(next(soon, 0) if self._may_lock() else 0)

    def _look_at_input(self) -> None:
        now_ms = self._now_ms()
        still_ms = now_ms - self._last_ms
        if not self._may_lock():
            self._last_ms = now_ms
            self._warn_since(None)
        elif self._is_over(now_ms) or now_ms - self._since_ms >= _LONGEST_MS:
            self._last_ms = now_ms
            self._warn_since(None)
            self.idle.emit()
        elif still_ms >= self._limit_ms - _WARNING_MS and not self.isWarning:
            self._warn_since(now_ms)

    def _is_over(self, now_ms: float) -> bool:
        """A warning that came late, as after a short sleep, is shown for its least time all the same."""
        if now_ms - self._last_ms < self._limit_ms:
            return False
        return self._warned_ms is None or now_ms - self._warned_ms >= _LEAST_WARNING_MS

    def _end_within(self, minutes: int) -> None:
        was_told = self.endsWithin
        self._ends_within = minutes
        if minutes == 0:
            self._put_away = 0
        if self.endsWithin != was_told:
            self.endingChanged.emit()

    def _warn_since(self, warned_ms: float | None) -> None:
        was_warning = self.isWarning
        self._warned_ms = warned_ms
        if self.isWarning is not was_warning:
            self.changed.emit()


def _is_escape(event: QEvent) -> bool:
    if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
        return event.key() == Qt.Key.Key_Escape
    return False


def _is_answer(event: QEvent) -> bool:
    """A tap or click anywhere, Space, Enter or Escape; letters go on to where they are written."""
    if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
        return event.key() in _STAY_KEYS
    return event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
