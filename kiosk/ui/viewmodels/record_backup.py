"""Backs the record and its keys up from the staff's side, while people go on working."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.program import Program
from kiosk.domain.errors import KioskError
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Lane, Tasks

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class RecordBackup(QObject):
    """Two backups to two places, each as often as wanted.

    Signals:
        changed: What is told, or whether a backup is running.
        left: Back to the tasks.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        files: StaffFiles,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._session = session
        self._files = files
        self._tasks = tasks
        self._message = ""
        self._done = ""
        self._is_busy = False

    def show(self) -> None:
        """Begin without a word about earlier backups."""
        self._message = self._done = ""
        self.changed.emit()

    @Property(str, notify=changed)
    def suggestedFolder(self) -> str:
        """A new folder for the record, with today's date."""
        name = self._shell.words.pgettext("folder name of a backup, with the date", "record-{date}")
        return str(self._files.folders()[0] / name.format(date=self._today.isoformat()))

    @Property(str, notify=changed)
    def suggestedFile(self) -> str:
        """A new file for the keys, with today's date."""
        name = self._shell.words.pgettext("file name of a backup, with the date", "keys-{date}")
        return str(self._files.folders()[-1] / name.format(date=self._today.isoformat()))

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why the last backup was not made; empty when it was."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """What was backed up last; empty before that."""
        return self._done

    @Property(bool, notify=changed)
    def isBusy(self) -> bool:
        """A backup is being written."""
        return self._is_busy

    @Slot(str)
    def backUp(self, folder: str) -> None:
        """Back up the record."""
        use_case, actor, words = self._program.back_up, self._session.name, self._shell.words

        def told(count: int) -> str:
            text = words.ngettext(
                "Backed up {count} event to {folder}. The keys are not in it.",
                "Backed up {count} events to {folder}. The keys are not in it.",
                count,
            )
            return text.format(count=words.number(count), folder=folder)

        if use_case is not None:
            self._run(lambda: told(use_case.record(folder, actor)))

    @Slot(str)
    def backUpKeys(self, file: str) -> None:
        """Back up the keys."""
        use_case, actor = self._program.back_up, self._session.name
        text = self._shell.words.gettext(
            "The keys are in {file}. Keep it apart from the record, and delete it when the next "
            "one is made: old keys undo deletions."
        )

        def write() -> str:
            if use_case is not None:
                use_case.keys(file, actor)
            return text.format(file=file)

        if use_case is not None:
            self._run(write)

    @Slot()
    def leave(self) -> None:
        """Back to the tasks."""
        self.left.emit()

    @property
    def _today(self) -> date:
        return self._program.clock.now().date()

    def _run(self, work: Callable[[], str]) -> None:
        if self._is_busy:
            return
        self._is_busy, self._message, self._done = True, "", ""
        self.changed.emit()
        # Not among the storing, which must not wait for a slow stick.
        self._tasks.run(work, self._on_done, self._on_refused, Lane.PAPER)

    def _on_done(self, told: str) -> None:
        self._is_busy, self._done = False, told
        self.changed.emit()

    def _on_refused(self, error: KioskError) -> None:
        self._is_busy, self._message = False, fault_text(error, self._shell.words)
        self.changed.emit()
