"""How often, on which sides and on what paper a document is printed."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.ports.printer import MOST_COPIES, SIMPLE, PrinterInfo, PrintWishes, Sides
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.print_texts import copies_fault, paper_text, sides_fault, sides_note, sides_text
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class PrintJob(QObject):
    """What is asked of the printer that is picked.

    A document that is made for both sides is printed on one only after somebody has picked that.

    Signals:
        changed: Another document, another printer, or something was written or picked.
    """

    changed = Signal()

    def __init__(self, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._usual = SIMPLE
        self._printer: PrinterInfo | None = None
        self._copies = ""
        self._picked: Sides | None = None
        self._sides = RowsModel(("key", "name", "picked"), self)

    def begin(self, usual: PrintWishes) -> None:
        """Begin with what a document wants; no printer is picked yet."""
        self._usual = usual
        self._copies = str(usual.copies)
        self.fit(None)

    def fit(self, printer: PrinterInfo | None) -> None:
        """Offer what a printer can do; None for a file."""
        self._printer = printer
        self._picked = self._usual.sides if self._can(self._usual.sides) else None
        self.refresh()

    def fault(self) -> str:
        """Why nothing can be printed yet; empty when it can."""
        words = self._shell.words
        if self._wished_copies() is None:
            return copies_fault(MOST_COPIES, words)
        return sides_fault(words) if self._picked is None else ""

    def wishes(self) -> PrintWishes:
        """What is asked for; to be called when there is no fault."""
        copies = self._wished_copies() or self._usual.copies
        return PrintWishes(copies, self._picked or self._usual.sides, self._usual.size)

    @Property(str, notify=changed)
    def copies(self) -> str:
        """How many copies, as it is written."""
        return self._copies

    @Property(RowsModel, constant=True)
    def sides(self) -> RowsModel:
        """Sides that the printer can print; one is picked, or none."""
        return self._sides

    @Property(str, notify=changed)
    def sidesNote(self) -> str:
        """What is to be known of the sides; empty when the printer does what the document wants."""
        return sides_note(self._usual.sides, self._printer, self._shell.words)

    @Property(str, notify=changed)
    def paper(self) -> str:
        """The paper that the document is made for."""
        return paper_text(self._usual.size, self._printer, self._shell.words)

    @Slot(str)
    def writeCopies(self, text: str) -> None:
        """Keep the number while it is written."""
        if text != self._copies:
            self._copies = text
            self.changed.emit()

    @Slot(str)
    def pickSides(self, key: str) -> None:
        """Pick sides."""
        self._picked = Sides(key)
        self.refresh()

    def refresh(self) -> None:
        """Tell everything again, as in another language."""
        words = self._shell.words
        self._sides.show([
            {"key": each.value, "name": sides_text(each, words), "picked": each is self._picked}
            for each in Sides
            if self._can(each)
        ])  # fmt: skip
        self.changed.emit()

    def _can(self, sides: Sides) -> bool:
        return self._printer is None or self._printer.can_print(sides)

    def _wished_copies(self) -> int | None:
        text = self._copies.strip()
        if not (text.isascii() and text.isdigit()):
            return None
        return int(text) if 1 <= int(text) <= MOST_COPIES else None
