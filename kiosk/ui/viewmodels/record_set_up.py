"""The page before all others on a new machine: sets the record up."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.ports.record_door import RecordDoor
from kiosk.app.program import Program
from kiosk.domain.errors import KioskError
from kiosk.domain.passphrase import SHORTEST
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.tasks import Tasks

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class RecordSetUp(QObject):
    """A passphrase twice, and where the escrow key goes; then what to do with that file.

    Signals:
        changed: A message, what is picked, or how far it has come.
        opened: The record is set up and open, and the page was read.
    """

    changed = Signal()
    opened = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        files: StaffFiles,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._door: RecordDoor | None = program.door
        self._shell = shell
        self._files = files
        self._tasks = tasks
        self._message = ""
        self._is_busy = False
        self._written = ""
        self._has_keyring = False
        self._in_keyring = False

    def show(self) -> None:
        """Begin, and look for a keyring meanwhile."""
        door = self._door
        self._say("")
        if door is not None:
            self._tasks.run(lambda: door.has_keyring, self._on_keyring, self._on_refused)

    @Property(str, constant=True)
    def rule(self) -> str:
        """What a passphrase must be."""
        text = self._shell.words.gettext(
            "At least {shortest} characters, such as four or five words that do not belong together."
        )
        return text.format(shortest=SHORTEST)

    @Property(str, constant=True)
    def suggestedFile(self) -> str:
        """Where the escrow key may go; a memory stick is better."""
        name = self._shell.words.pgettext("file name of the escrow key", "escrow-key.txt")
        return str(self._files.folders()[0] / name)

    @Property(bool, notify=changed)
    def hasKeyring(self) -> bool:
        """Whether this machine has a keyring that the system protects."""
        return self._has_keyring

    @Property(bool, notify=changed)
    def inKeyring(self) -> bool:
        """Whether the keyring is to open the record from now on."""
        return self._in_keyring

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was set up; empty before a try."""
        return self._message

    @Property(bool, notify=changed)
    def isBusy(self) -> bool:
        """The record is being set up."""
        return self._is_busy

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """What to do with the file that was written; empty until the record is set up."""
        if not self._written:
            return ""
        text = self._shell.words.gettext(
            "The record is set up. The escrow key is in {file}. Take it off this machine now, and "
            "lock it in. Without it, a forgotten passphrase loses everything."
        )
        return text.format(file=self._written)

    @Slot()
    def toggleKeyring(self) -> None:
        """Let the keyring open the record, or not."""
        self._in_keyring = not self._in_keyring
        self.changed.emit()

    @Slot(str, str, str)
    def setUp(self, passphrase: str, again: str, escrow_file: str) -> None:
        """Set the record up."""
        door, words = self._door, self._shell.words
        written = escrow_file.strip().strip('"')
        if door is None or self._is_busy or self._written:
            return
        if passphrase != again:
            self._say(words.gettext("The two passphrases are not alike. Write the same one twice."))
        elif not Path(written).is_absolute():
            self._say(words.gettext("Write the whole path of a new file for the escrow key."))
        else:
            self._is_busy = True
            self._say("")
            in_keyring = self._in_keyring
            self._tasks.run(
                lambda: door.set_up(passphrase, written, in_keyring=in_keyring),
                lambda _none: self._on_done(written),
                self._on_refused,
            )

    @Slot()
    def goOn(self) -> None:
        """What to do with the file was read."""
        if self._written:
            self.opened.emit()

    def _on_keyring(self, is_there: bool) -> None:
        self._has_keyring = is_there
        self.changed.emit()

    def _on_done(self, written: str) -> None:
        self._is_busy = False
        self._written = written
        self.changed.emit()
        if self._shell.current is not Page.SET_UP and self._door is not None:
            # Whoever set it up has left; nothing stays open behind a page of strangers.
            self._door.lock()

    def _on_refused(self, error: KioskError) -> None:
        self._is_busy = False
        self._say(fault_text(error, self._shell.words))

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()
