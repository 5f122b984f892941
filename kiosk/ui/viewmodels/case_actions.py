"""What can be done with the case that is shown."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.viewmodels.case_details import CaseDetails

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class CaseActions(QObject):
    """Buttons of the case page; what is not possible is explained, not greyed out.

    Signals:
        changed: Another case or record.
        left: Back to all cases.
        handOverAsked, brochureAsked, receiptAsked, noteAsked: A button was used.
    """

    changed = Signal()
    left = Signal()
    handOverAsked = Signal()
    brochureAsked = Signal()
    receiptAsked = Signal()
    noteAsked = Signal()

    def __init__(self, shell: AppShell, case: CaseDetails) -> None:
        super().__init__(case)
        self._shell = shell
        self._case = case
        case.changed.connect(self.changed)

    @Property(bool, notify=changed)
    def canHandOver(self) -> bool:
        """Whether a visit can begin, and a brochure can be made."""
        return self._case.is_open and self._case.can_choose

    @Property(str, notify=changed)
    def whyNoVisit(self) -> str:
        """Why no visit can begin; empty where one can."""
        words = self._shell.words
        if self._case.is_open and self._case.can_choose:
            return ""
        if not self._case.is_open:
            return words.gettext("The case is closed, so no visit can begin.")
        return words.gettext("None of the services can be chosen, so no visit can begin.")

    @Property(bool, notify=changed)
    def hasReceipt(self) -> bool:
        """Whether a stored choice can be printed."""
        return self._case.receipt_number != ""

    @Property(str, notify=changed)
    def missingNote(self) -> str:
        """Which visit lacks its note; empty when none does."""
        words, visits = self._shell.words, self._case.missing_notes
        if not visits:
            return ""
        text = words.ngettext(
            "The note from the visit on {date} is missing.",
            "The notes from {count} visits are missing. The first visit was on {date}.",
            len(visits),
        )
        return text.format(count=len(visits), date=words.full_date(visits[0]))

    @Slot()
    def leave(self) -> None:
        """Back to all cases."""
        self.left.emit()

    @Slot()
    def handOver(self) -> None:
        """To the page before the visit."""
        self.handOverAsked.emit()

    @Slot()
    def printBrochure(self) -> None:
        """A brochure for this person."""
        self.brochureAsked.emit()

    @Slot()
    def printReceipt(self) -> None:
        """The receipt of the last stored choice."""
        self.receiptAsked.emit()

    @Slot()
    def writeNote(self) -> None:
        """The note that finishes the last visit."""
        self.noteAsked.emit()
