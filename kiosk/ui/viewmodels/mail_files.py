"""Whether the files of a mail-out still lie there as they were made, before it counts as posted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.mailout.lacking_files import LackingFiles
from kiosk.app.mailout.posting_texts import lacking_lines
from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.errors import KioskError
from kiosk.ui.faults import Faults
from kiosk.ui.long_work import LongWork
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.tasks import Tasks

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class MailFiles(QObject):
    """Of the mail-out that is entered as posted.

    Signals:
        changed: More files are read, or some are not as they were made.
        asked: Somebody has to say that it is posted all the same, or not yet.
        accepted: All are as they were made, or somebody says that it is posted all the same.
    """

    changed = Signal()
    asked = Signal()
    accepted = Signal()

    def __init__(self, tasks: Tasks, shell: AppShell, faults: Faults, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._lacking: LackingFiles | None = None
        self._labour = LongWork(tasks, shell, faults, self)
        self._labour.changed.connect(self.changed)
        shell.spoken.connect(self.changed)

    def read(
        self, work: Callable[[Watch], LackingFiles], failed: Callable[[KioskError], None]
    ) -> None:
        """Read all files beside the drawing; ``accepted`` follows, or the question.

        Args:
            work: Tells which are not as they were made.
            failed: Gets why they could not be read, or why it could not be entered anyway.
        """

        def stopped(error: KioskError) -> None:
            self.changed.emit()
            if not isinstance(error, CancelledError):
                failed(error)

        self._lacking = None
        text = self._shell.words.gettext("{done} of {count} files are looked at.")
        self._labour.run(work, self._on_read, stopped, text, told_every=1)

    def forget(self) -> None:
        """Another mail-out is picked, or something else is said about it."""
        self._labour.call_off()
        self._lacking = None
        self.changed.emit()

    @Property(str, notify=changed)
    def progress(self) -> str:
        """How many are read; empty when none are being read."""
        return self._labour.progress

    @Property(bool, notify=changed)
    def canStop(self) -> bool:
        """Whether files are being read."""
        return self._labour.can_stop

    @Property(bool, notify=changed)
    def isLacking(self) -> bool:
        """Whether somebody has to say that it is posted all the same."""
        return self._lacking is not None

    @Property(str, notify=changed)
    def message(self) -> str:
        """Which files are gone or altered; empty where none is known to be."""
        lacking, words = self._lacking, self._shell.words
        return "" if lacking is None else " ".join(lacking_lines(lacking, words))

    @Slot()
    def stop(self) -> None:
        """Read no more; nothing is entered."""
        self._labour.stop()

    @Slot()
    def accept(self) -> None:
        """It is posted all the same."""
        if self._lacking is not None:
            self.forget()
            self.accepted.emit()

    @Slot()
    def leave(self) -> None:
        """Enter nothing yet."""
        self.forget()

    def _on_read(self, lacking: LackingFiles) -> None:
        if lacking.is_any:
            self._lacking = lacking
        self.changed.emit()
        (self.asked if lacking.is_any else self.accepted).emit()
