"""The only time limit of a public machine: whether somebody is still there (access G01-G07)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.idle_times import IdleTimes, MachineIdleTimes
from kiosk.domain.public_session import Attention, IdleClock
from kiosk.ui.item_tree import shown_below

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)
_LOOK_EVERY_MS = 1_000
_USUAL = MachineIdleTimes()


class SessionWatch(QObject):
    """Install it as an event filter on the window.

    Args:
        now_ms: A clock that never goes back.
        times: The limits of this machine.

    Signals:
        doubted: Nobody seems to be there; the warning page is due.
        gone: Nobody answered the warning.
        ticked: A look at the clock; what moves slowly on the attract page moves with it.
    """

    doubted = Signal()
    gone = Signal()
    ticked = Signal()

    def __init__(
        self,
        now_ms: Callable[[], float],
        times: MachineIdleTimes = _USUAL,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._times = times
        self._clock: IdleClock | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def visit_times(self) -> IdleTimes:
        """The limits of a visit."""
        return self._times.visit

    @property
    def warning_s(self) -> int:
        """How long the warning is shown to whoever is there now."""
        return self._times.alone.end_after_s if self._clock is None else self._clock.warning_s

    @property
    def now_s(self) -> float:
        """Seconds of the clock."""
        return self._now_ms() / 1000

    @property
    def is_warning(self) -> bool:
        """Whether the warning page is due or shown."""
        return self._clock is not None and self._clock.warned_s is not None

    def begin(self) -> None:
        """Somebody who came alone is there from now on."""
        self._begin(self._times.alone)

    def begin_visit(self) -> None:
        """Somebody whom staff handed the screen to is there from now on."""
        self._begin(self._times.visit)

    def _begin(self, times: IdleTimes) -> None:
        warn, end = times.warn_after_s, times.end_after_s
        self._clock = IdleClock(self.now_s, least_s=warn, warning_s=end)

    def end(self) -> None:
        """Nobody is expected to be there."""
        self._clock = None

    def close(self) -> None:
        """Look at no clock any more: the window is gone."""
        self.end()
        self._timer.stop()

    def read(self, words: int) -> None:
        """Another page is shown."""
        if self._clock is not None:
            self._clock = self._clock.reading(words, self.now_s)

    def extend(self) -> None:
        """Somebody is still here."""
        if self._clock is not None:
            self._clock = self._clock.extended(self.now_s)

    def stop(self) -> None:
        """Time stands still, as while something is printed."""
        if self._clock is not None:
            self._clock = self._clock.stopped()

    def go_on(self) -> None:
        """Time counts again, from now."""
        if self._clock is not None:
            self._clock = self._clock.going_on(self.now_s)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  all are alike
        """Notice input and let every event pass, but none that comes too late to be let in."""
        if event.type() in _INPUT:
            self.note_input()
        return False

    @Slot()
    def note_input(self) -> None:
        """Somebody did something; a screen reader's actions reach the window as no event at all."""
        if self._clock is None:
            return
        # A machine that slept wakes with this very event, before the timer looks.
        self.look()
        if self._clock is not None:
            self._clock = self._clock.touched(self.now_s)

    def look(self) -> None:
        """Warn or end where the time has come."""
        self.ticked.emit()
        if self._clock is None:
            return
        was_warning = self.is_warning
        self._clock, attention = self._clock.looked(self.now_s)
        if attention is Attention.GONE:
            self._clock = None
            self.gone.emit()
        elif attention is Attention.WARNED and not was_warning:
            self.doubted.emit()


def words_on(window: QQuickWindow) -> int:
    """How many words are to be read on the page that is shown."""
    texts = (each for each in shown_below(window.contentItem()) if each.inherits("QQuickText"))
    return sum(len(str(each.property("text")).split()) for each in texts)
