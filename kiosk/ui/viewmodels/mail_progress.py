"""How far the making of letters has come, and how long what is left takes."""

from datetime import datetime
from math import ceil

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.ports.machine import Clock
from kiosk.ui.long_work import LongWork
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_MINUTE_S = 60


@QmlElement
@QmlUncreatable("made by the application")
class MailProgress(QObject):
    """What is left takes as long, letter by letter, as what is done.

    Signals:
        changed: More is done.
    """

    changed = Signal()

    def __init__(self, clock: Clock, shell: AppShell, labour: LongWork, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._shell = shell
        self._begun: datetime | None = None
        self._first = self._done = self._count = 0
        labour.counted.connect(self._on_counted)

    def begin(self) -> None:
        """Nothing is done yet."""
        self._begun, self._first, self._done, self._count = None, 0, 0, 0
        self.changed.emit()

    @Property(float, notify=changed)
    def fraction(self) -> float:
        """Share that is done, from 0 to 1."""
        return self._done / self._count if self._count else 0.0

    @Property(str, notify=changed)
    def timeLeft(self) -> str:
        """How long it takes yet; empty before that can be told."""
        words, begun = self._shell.words, self._begun
        if begun is None or self._done == self._first or self._done >= self._count:
            return ""
        took_s = (self._clock.now() - begun).total_seconds()
        left_s = took_s / (self._done - self._first) * (self._count - self._done)
        if left_s < _MINUTE_S:
            return words.gettext("Less than a minute left.")
        minutes = ceil(left_s / _MINUTE_S)
        text = words.ngettext("About {count} minute left.", "About {count} minutes left.", minutes)
        return text.format(count=words.number(minutes))

    @Slot(int, int)
    def _on_counted(self, done: int, count: int) -> None:
        if self._begun is None:
            self._begun, self._first = self._clock.now(), done
        self._done, self._count = done, count
        self.changed.emit()
