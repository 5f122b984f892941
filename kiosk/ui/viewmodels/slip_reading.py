"""The page that takes one reply slip after another."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.program import Program
from kiosk.domain.errors import KioskError
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class SlipReading(QObject):
    """One field for codes, and what became of the slip before.

    Signals:
        changed: Another message, or another slip was stored.
        slipRead: A code names a case; carries a ``FoundSlip``.
        receiptAsked: The receipt of the slip before shall be printed; carries its number.
        left: Back to the tasks.
    """

    changed = Signal()
    slipRead = Signal(object)
    receiptAsked = Signal(str)
    left = Signal()

    def __init__(self, program: Program, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._message = self._done = self._receipt = ""

    def show(self) -> None:
        """Begin a pile."""
        self.show_entered("", "")

    def show_entered(self, text: str, receipt: str) -> None:
        """Go on with the next slip.

        Args:
            text: What is said of the one before; empty where nothing was stored.
            receipt: Number of its receipt; empty where there is none.
        """
        self._message, self._done, self._receipt = "", text, receipt
        self.changed.emit()

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why a code opens nothing; empty when nothing is wrong."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """What was stored of the slip before; empty where nothing was."""
        return self._done

    @Property(bool, notify=changed)
    def hasReceipt(self) -> bool:
        """Whether the slip before has a receipt to print."""
        return self._receipt != ""

    @Slot(str)
    def read(self, text: str) -> None:
        """Open the case that a code names."""
        try:
            found = self._program.find_slip.find(text)
        except KioskError as error:
            self._message, self._done, self._receipt = (
                fault_text(error, self._shell.words),
                "",
                "",
            )
            self.changed.emit()
            return
        self._message = ""
        self.changed.emit()
        self.slipRead.emit(found)

    @Slot()
    def printReceipt(self) -> None:
        """To the printers, with the receipt of the slip before."""
        if self._receipt:
            self.receiptAsked.emit(self._receipt)

    @Slot()
    def leave(self) -> None:
        """Back to the tasks."""
        self.left.emit()
