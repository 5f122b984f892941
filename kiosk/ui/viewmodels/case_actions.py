"""What can be done with the case that is shown."""

from contextlib import suppress

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.program import Program
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.errors import KioskError
from kiosk.domain.staff import StaffRight
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_session import StaffSession
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
        handOverAsked, brochureAsked, receiptAsked, noteAsked, withdrawAsked, correctAsked,
            paperAsked, accessAsked: A button was used.
    """

    changed = Signal()
    left = Signal()
    handOverAsked = Signal()
    brochureAsked = Signal()
    receiptAsked = Signal()
    noteAsked = Signal()
    withdrawAsked = Signal()
    correctAsked = Signal()
    paperAsked = Signal()
    accessAsked = Signal()

    def __init__(
        self, program: Program, shell: AppShell, session: StaffSession, case: CaseDetails
    ) -> None:
        super().__init__(case)
        self._program = program
        self._shell = shell
        self._session = session
        self._case = case
        self._can_withdraw = self._can_correct = self._can_give_access = False
        case.changed.connect(self._look)
        shell.staffChanged.connect(self._look)
        self._look()

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
    def handOverText(self) -> str:
        """The button before a visit; it names what a visit is for once something is stored."""
        words = self._shell.words
        if self._case.has_answers:
            return words.gettext("Switch or change: hand the screen over")
        return words.gettext("Hand the screen to {name}").format(name=self._case.called)

    @Property(bool, notify=changed)
    def canWithdraw(self) -> bool:
        """Whether an answer can be taken back, by the one who is signed in."""
        return self._can_withdraw

    @Property(bool, notify=changed)
    def canCorrect(self) -> bool:
        """Whether an answer can be corrected, by the one who is signed in."""
        return self._can_correct

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
    def withdraw(self) -> None:
        """An answer is taken back."""
        self.withdrawAsked.emit()

    @Property(bool, notify=changed)
    def canEnterPaper(self) -> bool:
        """Whether an answer on paper can be entered, by the one who is signed in."""
        return self.canHandOver and self._may(StaffRight.ENTER_ANSWER)

    @Slot()
    def enterPaper(self) -> None:
        """An answer came on paper."""
        self.paperAsked.emit()

    @Slot()
    def correct(self) -> None:
        """What was recorded wrongly is corrected."""
        self.correctAsked.emit()

    @Property(bool, notify=changed)
    def canGiveAccess(self) -> bool:
        """Whether what is stored about the person can be printed for that person."""
        return self._can_give_access

    @Slot()
    def giveAccess(self) -> None:
        """What is stored about the person, on paper."""
        self.accessAsked.emit()

    def _may(self, right: StaffRight) -> bool:
        return not rights_objections(self._program.record, self._session.name, right)

    @Slot()
    def _look(self) -> None:
        """Read what can be done; a case that cannot be read lets nothing be done."""
        self._can_withdraw = self._can_correct = self._can_give_access = False
        with suppress(KioskError):
            self._can_give_access = self._may(StaffRight.GIVE_ACCESS)
            if self._case.has_answers:
                case = self._case.reference
                withdraw, find = self._program.withdraw_choice, self._program.find_correctable
                self._can_withdraw = self._may(StaffRight.WITHDRAW) and bool(
                    withdraw.open_choices(case)
                )
                self._can_correct = self._may(StaffRight.CORRECT) and bool(find.choices(case))
        self.changed.emit()

    @Slot()
    def writeNote(self) -> None:
        """The note that finishes the last visit."""
        self.noteAsked.emit()
