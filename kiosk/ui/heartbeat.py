"""Tells whoever watches this program that its windows still answer (access O05)."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.supervision import BEAT, BEAT_EVERY_S


class Heartbeat(QObject):
    """Beats from the thread of the windows, so that one that hangs falls silent.

    Args:
        write: Hands a beat over; fails with ``OSError`` when nobody is there to hear it.

    Signals:
        lost: Nobody watches any more; another watch would start a second program beside this one.
    """

    lost = Signal()

    def __init__(self, write: Callable[[bytes], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._timer = QTimer(self)
        self._timer.setInterval(round(BEAT_EVERY_S * 1000))
        self._timer.timeout.connect(self.beat)

    def begin(self) -> None:
        """Beat as soon as the windows answer for the first time, and from then on."""
        self._timer.start()
        QTimer.singleShot(0, self, self.beat)

    def beat(self) -> None:
        """Give one sign of life."""
        try:
            self._write(BEAT)
        except OSError:
            self._timer.stop()
            self.lost.emit()
