"""The view-models of the staff side, and the buttons of its dark bar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.faults import Faults
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.staff_pages import StaffPages
from kiosk.ui.viewmodels.staff_sign_in import StaffSignIn

if TYPE_CHECKING:
    from kiosk.ui.viewmodels.agreement_entry import AgreementEntry
    from kiosk.ui.viewmodels.brochure_order import BrochureOrder
    from kiosk.ui.viewmodels.cannot_entry import CannotEntry
    from kiosk.ui.viewmodels.case_actions import CaseActions
    from kiosk.ui.viewmodels.case_allocation import CaseAllocation
    from kiosk.ui.viewmodels.case_delivery import CaseDelivery
    from kiosk.ui.viewmodels.case_details import CaseDetails
    from kiosk.ui.viewmodels.case_disposal import CaseDisposal
    from kiosk.ui.viewmodels.case_import import CaseImport
    from kiosk.ui.viewmodels.case_keeping import CaseKeeping
    from kiosk.ui.viewmodels.case_letters import CaseLetters
    from kiosk.ui.viewmodels.case_overview import CaseOverview
    from kiosk.ui.viewmodels.correct_entry import CorrectEntry
    from kiosk.ui.viewmodels.day_end import DayEndWork
    from kiosk.ui.viewmodels.exit_work import ExitWork
    from kiosk.ui.viewmodels.give_back import GiveBack
    from kiosk.ui.viewmodels.hand_over import HandOver
    from kiosk.ui.viewmodels.information_note import InformationNote
    from kiosk.ui.viewmodels.letter_entry import LetterEntry
    from kiosk.ui.viewmodels.letter_returns import LetterReturns
    from kiosk.ui.viewmodels.mail_out import MailOut
    from kiosk.ui.viewmodels.maintenance import Maintenance
    from kiosk.ui.viewmodels.office_tasks import OfficeTasks
    from kiosk.ui.viewmodels.paper_entry import PaperEntry
    from kiosk.ui.viewmodels.print_out import PrintOut
    from kiosk.ui.viewmodels.record_backup import RecordBackup
    from kiosk.ui.viewmodels.record_set_up import RecordSetUp
    from kiosk.ui.viewmodels.record_unlock import RecordUnlock
    from kiosk.ui.viewmodels.rule_trial import RuleTrial
    from kiosk.ui.viewmodels.screen_measuring import ScreenMeasuring
    from kiosk.ui.viewmodels.self_test_work import SelfTestWork
    from kiosk.ui.viewmodels.slip_reading import SlipReading
    from kiosk.ui.viewmodels.ties_statement import TiesStatement
    from kiosk.ui.viewmodels.touch_try import TouchTry
    from kiosk.ui.viewmodels.waiting_places import WaitingPlaces
    from kiosk.ui.viewmodels.wishes_entry import WishesEntry
    from kiosk.ui.viewmodels.withdraw_entry import WithdrawEntry
else:
    # Each page is imported when it is first shown; one that is given to QML tells its real type.
    BrochureOrder = CannotEntry = CaseActions = CaseDetails = CaseImport = CaseOverview = QObject
    AgreementEntry = CaseDelivery = GiveBack = HandOver = InformationNote = PrintOut = QObject
    ExitWork = OfficeTasks = RecordBackup = RecordSetUp = RecordUnlock = RuleTrial = QObject
    CaseDisposal = CaseKeeping = CaseLetters = CorrectEntry = WithdrawEntry = QObject
    CaseAllocation = LetterEntry = PaperEntry = WishesEntry = WaitingPlaces = QObject
    LetterReturns = Maintenance = MailOut = ScreenMeasuring = SlipReading = QObject
    DayEndWork = SelfTestWork = TiesStatement = TouchTry = QObject

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class StaffDesk(QObject):
    """What the staff's pages show and do.

    Signals:
        faultChanged: Something did not work on the page that is shown, or another page came.
        casesAsked, officeAsked, brochuresAsked, lockAsked: A button of the bar was used.
    """

    faultChanged = Signal()

    casesAsked = Signal()
    officeAsked = Signal()
    brochuresAsked = Signal()
    lockAsked = Signal()

    def __init__(self, pages: StaffPages, faults: Faults, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._faults = faults
        faults.changed.connect(self.faultChanged)

    @Property(str, notify=faultChanged)
    def fault(self) -> str:
        """What did not work on the page that is shown; empty when nothing went wrong."""
        return self._faults.text

    @Property(StaffSignIn, constant=True)
    def signIn(self) -> StaffSignIn:
        """Who, and the code."""
        return self._pages.sign_in

    @Property(CaseDelivery, constant=True)
    def delivery(self) -> CaseDelivery:
        """Delivering cases to the case system."""
        return self._pages.many.delivery

    @Property(CaseDisposal, constant=True)
    def disposal(self) -> CaseDisposal:
        """Disposing of cases that the rules let go."""
        return self._pages.many.disposal

    @Property(TiesStatement, constant=True)
    def ties(self) -> TiesStatement:
        """Stating ties to providers."""
        return self._pages.many.ties

    @Property(RecordBackup, constant=True)
    def backup(self) -> RecordBackup:
        """Copies of the record and its keys."""
        return self._pages.many.backup

    @Property(Maintenance, constant=True)
    def maintenance(self) -> Maintenance:
        """Cleaning a public machine, and ending its program."""
        return self._pages.maintenance

    @Property(bool, notify=faultChanged)
    def isCared(self) -> bool:
        """Whether the machine can be tested, opened and closed here."""
        return self._pages.care is not None

    @Property(SelfTestWork, constant=True)
    def selfTest(self) -> SelfTestWork:
        """Testing the machine."""
        return self._pages.self_test

    @Property(TouchTry, constant=True)
    def touch(self) -> TouchTry:
        """Touching every part of the screen."""
        return self._pages.touch

    @Property(DayEndWork, constant=True)
    def dayEnd(self) -> DayEndWork:
        """Opening the machine for the day, and closing it."""
        return self._pages.day_end

    @Property(ScreenMeasuring, constant=True)
    def screen(self) -> ScreenMeasuring:
        """Measuring the screen."""
        return self._pages.screen

    @Property(RuleTrial, constant=True)
    def trial(self) -> RuleTrial:
        """Trying a rule, and working runs out again."""
        return self._pages.many.trial

    @Property(RecordUnlock, constant=True)
    def unlock(self) -> RecordUnlock:
        """Opens the record before anybody signs in."""
        return self._pages.unlock

    @Property(RecordSetUp, constant=True)
    def setUp(self) -> RecordSetUp:
        """Sets the record up before anybody signs in."""
        return self._pages.set_up

    @Property(CaseOverview, constant=True)
    def cases(self) -> CaseOverview:
        """Search, filters, list."""
        return self._pages.cases

    @Property(OfficeTasks, constant=True)
    def office(self) -> OfficeTasks:
        """What is done about many cases at once."""
        return self._pages.office

    @Property(CaseDetails, constant=True)
    def case(self) -> CaseDetails:
        """One case."""
        return self._pages.case

    @Property(CaseActions, constant=True)
    def actions(self) -> CaseActions:
        """Buttons of the case page."""
        return self._pages.actions

    @Property(CannotEntry, constant=True)
    def cannot(self) -> CannotEntry:
        """Entry of a decision that exists."""
        return self._pages.entries.cannot

    @Property(AgreementEntry, constant=True)
    def agreement(self) -> AgreementEntry:
        """Entry of the day of a start that was agreed on."""
        return self._pages.entries.agreement

    @Property(CaseKeeping, constant=True)
    def keeping(self) -> CaseKeeping:
        """Whether the case is kept from disposal."""
        return self._pages.entries.keeping

    @Property(LetterEntry, constant=True)
    def letters(self) -> LetterEntry:
        """Entry of letters that were posted or came back."""
        return self._pages.entries.letters

    @Property(CaseLetters, constant=True)
    def caseLetters(self) -> CaseLetters:
        """Letters that can be printed for the case."""
        return self._pages.case_letters

    @Property(WishesEntry, constant=True)
    def wishes(self) -> WishesEntry:
        """Entry of what the rule shall know."""
        return self._pages.entries.wishes

    @Property(PaperEntry, constant=True)
    def paper(self) -> PaperEntry:
        """Entry of answers that came on paper."""
        return self._pages.paper

    @Property(MailOut, constant=True)
    def mailOut(self) -> MailOut:
        """Letters by the thousand."""
        return self._pages.many.mail_out

    @Property(SlipReading, constant=True)
    def slips(self) -> SlipReading:
        """Reply slips, one after another."""
        return self._pages.many.slips

    @Property(LetterReturns, constant=True)
    def returns(self) -> LetterReturns:
        """Letters that came back, many at once."""
        return self._pages.many.returns

    @Property(CaseAllocation, constant=True)
    def allocation(self) -> CaseAllocation:
        """Those who did not choose."""
        return self._pages.many.allocation

    @Property(WaitingPlaces, constant=True)
    def waiting(self) -> WaitingPlaces:
        """Who waits for a place."""
        return self._pages.many.waiting

    @Property(ExitWork, constant=True)
    def exits(self) -> ExitWork:
        """Providers that stop."""
        return self._pages.many.exits

    @Property(HandOver, constant=True)
    def handOver(self) -> HandOver:
        """Before the screen changes hands."""
        return self._pages.hand_over

    @Property(InformationNote, constant=True)
    def note(self) -> InformationNote:
        """The note after the visit."""
        return self._pages.note

    @Property(WithdrawEntry, constant=True)
    def withdraw(self) -> WithdrawEntry:
        """Entry of answers that are taken back."""
        return self._pages.withdraw

    @Property(CorrectEntry, constant=True)
    def correct(self) -> CorrectEntry:
        """Correction of what was recorded wrongly."""
        return self._pages.correct

    @Property(CaseImport, constant=True)
    def caseImport(self) -> CaseImport:
        """Taking in a case list."""
        return self._pages.case_import

    @Property(BrochureOrder, constant=True)
    def brochure(self) -> BrochureOrder:
        """A brochure for nobody in particular."""
        return self._pages.brochure

    @Property(PrintOut, constant=True)
    def printOut(self) -> PrintOut:
        """Printer or file."""
        return self._pages.print_out

    @Property(GiveBack, constant=True)
    def giveBack(self) -> GiveBack:
        """Between the citizen's side and the staff's."""
        return self._pages.give_back

    @Slot()
    def openCases(self) -> None:
        """The tab with the cases."""
        self.casesAsked.emit()

    @Slot()
    def openOffice(self) -> None:
        """The tab with what is done about many cases."""
        self.officeAsked.emit()

    @Slot()
    def openBrochures(self) -> None:
        """The tab with the brochures."""
        self.brochuresAsked.emit()

    @Slot()
    def lock(self) -> None:
        """Lock the screen."""
        self.lockAsked.emit()
