"""The page of one case."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.program import Program
from kiosk.domain.case import Case, CaseRef
from kiosk.ui.case_texts import SERVICE_FIELDS, CaseTexts
from kiosk.ui.history_texts import what_happened, who_and_when
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class CaseDetails(QObject):
    """Services, history and the dealt order of a case, and what can be done with it.

    Signals:
        changed: Another case, record or language.
        left: Back to all cases.
        handOverAsked, brochureAsked, receiptAsked, noteAsked: A button was used.
    """

    changed = Signal()
    left = Signal()
    handOverAsked = Signal()
    brochureAsked = Signal()
    receiptAsked = Signal()
    noteAsked = Signal()

    def __init__(self, program: Program, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._reference = CaseRef("")
        self._case: Case | None = None
        self._line = ""
        self._order_note = ""
        self._can_choose = False
        self._receipt = ""
        self._is_note_missing = False
        self._services = RowsModel(SERVICE_FIELDS, self)
        self._history = RowsModel(("what", "who"), self)
        self._order = RowsModel(("number", "name"), self)
        shell.spoken.connect(self.refresh)

    @property
    def reference(self) -> CaseRef:
        """Case number of the shown case."""
        return self._reference

    @property
    def receipt_number(self) -> str:
        """Of the last stored choice; empty without one."""
        return self._receipt

    def show(self, reference: CaseRef) -> None:
        """Show a case."""
        self._reference = reference
        self.refresh()

    def refresh(self) -> None:
        """Read the record anew."""
        if not self._reference:
            return
        words = self._shell.words
        file = self._program.record.case_file(self._reference)
        events = [event for _place, event in self._program.record.history(self._reference)]
        texts = CaseTexts(self._program, file, words)
        self._case = file.case
        self._line = texts.line()
        self._order_note = texts.order_note(events)
        self._can_choose = bool(texts.offered())
        self._receipt = "" if file.choice is None else file.choice.receipt_number
        self._is_note_missing = file.note_pending_for is not None
        self._services.show(texts.service_rows())
        self._order.show(texts.order_rows())
        told = ((event, what_happened(event, self._program, words)) for event in reversed(events))
        self._history.show(
            [{"what": what, "who": who_and_when(event, words)} for event, what in told if what]
        )
        self.changed.emit()

    @Property(str, notify=changed)
    def name(self) -> str:
        """Name of the person."""
        return "" if self._case is None else self._case.name

    @Property(str, notify=changed)
    def givenName(self) -> str:
        """First name of the person."""
        return "" if self._case is None else self._case.given_name

    @Property(str, notify=changed)
    def line(self) -> str:
        """Case number, zone, decision and deadline."""
        return self._line

    @Property(str, notify=changed)
    def notice(self) -> str:
        """What has to be known first: closed, protected address; empty for neither."""
        words = self._shell.words
        notices = []
        if self._case is not None and self._case.closing is not None:
            text = words.gettext(
                "The case was closed {date}. There is no visit and no brochure. Nothing is mailed."
            )
            notices.append(text.format(date=words.full_date(self._case.closing.on)))
        if self._case is not None and self._case.is_address_protected:
            notices.append(
                words.gettext(
                    "The address is protected. It is never shown, printed or mailed to. Hand over "
                    "papers yourself."
                )
            )
        return "\n".join(notices)

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """Whether the case is not closed."""
        return self._case is not None and self._case.is_open

    @Property(bool, notify=changed)
    def canHandOver(self) -> bool:
        """Whether a visit can begin, and a brochure can be made."""
        return self.isOpen and self._can_choose

    @Property(str, notify=changed)
    def whyNoVisit(self) -> str:
        """Why no visit can begin; empty where one can."""
        words = self._shell.words
        if self.canHandOver:
            return ""
        if not self.isOpen:
            return words.gettext("The case is closed, so no visit can begin.")
        return words.gettext("None of the services can be chosen, so no visit can begin.")

    @Property(bool, notify=changed)
    def hasReceipt(self) -> bool:
        """Whether a stored choice can be printed."""
        return self._receipt != ""

    @Property(bool, notify=changed)
    def isNoteMissing(self) -> bool:
        """Whether the last visit lacks its note."""
        return self._is_note_missing

    @Property(RowsModel, constant=True)
    def services(self) -> RowsModel:
        """Granted services, order of the case."""
        return self._services

    @Property(RowsModel, constant=True)
    def history(self) -> RowsModel:
        """What happened, newest first."""
        return self._history

    @Property(RowsModel, constant=True)
    def order(self) -> RowsModel:
        """Providers in the dealt order; empty before it is drawn."""
        return self._order

    @Property(str, notify=changed)
    def orderNote(self) -> str:
        """When the order was drawn."""
        return self._order_note

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
