"""The way through the staff's pages, and between the two sides of the screen."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kiosk.app.ports.record_door import DoorState
from kiosk.app.ports.words import Words
from kiosk.app.program import Program
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import KioskError, Refusal, RefusedError, StorageError
from kiosk.domain.outcome import EventId
from kiosk.domain.reading import Reading
from kiosk.domain.slip_code import is_meant_as_slip
from kiosk.domain.staff import StaffRight
from kiosk.domain.visit_part import VisitPart
from kiosk.ui.care_flow import CareFlow
from kiosk.ui.faults import told
from kiosk.ui.keeping_flow import KeepingFlow
from kiosk.ui.later_flow import LaterFlow
from kiosk.ui.print_flow import PrintFlow
from kiosk.ui.print_requests import PrintRequests
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.slip_flow import SlipFlow
from kiosk.ui.staff_desk import StaffDesk
from kiosk.ui.staff_pages import StaffPages
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.visit_state import VisitState

if TYPE_CHECKING:
    from kiosk.domain.choice import RecordedChoice
    from kiosk.ui.viewmodels.hand_over import HandedOver

_PARTS = {
    Page.WELCOME: VisitPart.WELCOME,
    Page.WHAT: VisitPart.WHAT,
    Page.NONCHOICE: VisitPart.NONCHOICE,
    Page.OVERVIEW: VisitPart.OPTIONS,
    Page.ANSWER: VisitPart.OPTIONS,
    Page.WHO_DECIDES: VisitPart.WHO_DECIDES,
    Page.BASIS: VisitPart.WHO_DECIDES,
    Page.REVIEW: VisitPart.REVIEW,
    Page.STORED: VisitPart.STORED,
    Page.RECEIPT_PRINT: VisitPart.STORED,
}


class StaffFlow(QObject):
    """Connects what the staff's pages ask for with the page that comes next.

    Args:
        words: The language of the staff's pages.

    Signals:
        handedOver: The screen is the citizen's now; carries a ``HandedOver``.
        takenBack: The screen is the staff's again; text size and colours become the usual ones.
        signedIn: Somebody is signed in; idle time counts from now.
        locked: Nobody is signed in any more.
    """

    handedOver = Signal(object)
    takenBack = Signal()
    signedIn = Signal()
    locked = Signal()

    def __init__(
        self,
        program: Program,
        state: VisitState,
        session: StaffSession,
        pages: StaffPages,
        words: Words,
    ) -> None:
        super().__init__()
        self._program = program
        self._record = program.record
        self._door = program.door
        self._state = state
        self._shell: AppShell = state.shell
        self._session = session
        self._faults = state.faults
        self._telling = state.faults.telling
        self._pages = pages
        self._words = words
        self._locked_page: Page | None = None
        self._locked_name = ""
        self._citizens_page = Page.WELCOME
        self._is_giving_back = False
        self._printing = PrintFlow(PrintRequests(program), pages, self._shell, session)
        new_receipt = self._printing.new_receipt
        self._keeping = KeepingFlow(program, pages, self._shell, session, self._open_cases)
        self._later = LaterFlow(pages, self._shell, self._back_to_case, new_receipt)
        self._care = CareFlow(pages, self._shell)
        self._slips = SlipFlow(pages, self._shell, self._back_to_case, new_receipt)
        self._connect()

    def start(self) -> None:
        """Begin at the sign-in page, or before it at the door of a record that is not open."""
        door = self._door
        if door is None or door.state is DoorState.OPEN:
            self._begin()
        elif door.state is DoorState.LOCKED:
            self._pages.unlock.show()
            self._shell.show(Page.UNLOCK)
        else:
            self._pages.set_up.show()
            self._shell.show(Page.SET_UP)

    def _begin(self) -> None:
        self._program.take_in_exits()
        self._pages.sign_in.show()
        self._shell.show(Page.SIGN_IN)
        self._pages.sign_in.prepare()

    def connect_desk(self, desk: StaffDesk) -> None:
        """Listen to the dark bar."""
        desk.casesAsked.connect(self._telling(self._open_cases))
        desk.officeAsked.connect(self._telling(self._keeping.open_office))
        desk.brochuresAsked.connect(self._telling(self._open_brochures))
        desk.lockAsked.connect(self.lock)

    @property
    def may_lock(self) -> bool:
        """Whether the staff side is showing and somebody is signed in."""
        page = self._shell.current
        return self._session.is_open and not (page.is_citizens or page.is_public)

    @told
    def lock(self) -> None:
        """Cover the staff side; only a staff code brings it back."""
        if not self.may_lock:
            return
        self._locked_page = self._shell.current
        self._locked_name = self._session.name
        self._session.leave()
        self._pages.sign_in.show()
        self._shell.show(Page.SIGN_IN)
        self.locked.emit()

    @told
    def scan(self, text: str) -> None:
        """A code came from a hand scanner, wherever the focus was.

        On the page of a case too it opens the case that it names. Where somebody may be in the middle of
        something the page says that the slip was not taken up, and nobody may learn at a public page what
        a code names.
        """
        if not self._session.is_open:
            return
        match self._shell.current:
            case Page.CASES:
                self._pages.cases.enter(text)
            case Page.SLIPS:
                self._pages.many.slips.read(text)
            case Page.RETURNS:
                self._pages.many.returns.read(text)
            case Page.SELF_TEST:
                self._pages.self_test.scan(text)
            case Page.CASE if not self._pages.entries.is_any_open:
                self._slips.open_case(self._program.find_slip.find(text))
            case page if not (page.is_citizens or page.is_public) and is_meant_as_slip(text):
                raise RefusedError([Refusal("slip.not_now")])
            case _:
                pass

    def leave(self) -> None:
        """Nobody comes back to what is shown: the next to sign in begins with the cases."""
        self._locked_page = None
        self._is_giving_back = False
        self._session.leave()
        self._session.last_name = ""

    @told
    def give_back(self) -> None:
        """The citizen is done, or wants to end."""
        if not self._is_giving_back:
            self._citizens_page = self._shell.current
        self._is_giving_back = True
        self._pages.give_back.show(_PARTS[self._state.page_now(self._citizens_page)])
        self._shell.show(Page.GIVE_BACK)

    @told
    def print_receipt(self) -> None:
        """From the stored page: the receipt of the choice that was just stored."""
        choice = self._state.choice
        if choice is not None:
            self._printing.stored_receipt(choice, self._state.actor)

    @told
    def refuse_visit(self, handed: "HandedOver", error: KioskError) -> None:
        """The visit could not begin after all; the screen stays with the staff."""
        self._pages.hand_over.undo(handed)
        self._shell.speak(self._words)
        self.takenBack.emit()
        self._faults.tell(error)

    def _connect(self) -> None:
        self._pages.sign_in.entered.connect(self._telling(self._enter))
        self._pages.when_made(self._listen)

    def _listen(self, name: str, page: Any) -> None:
        """Connect a page that was just made."""
        flows = (self._printing, self._later, self._keeping, self._slips, self._care)
        for slots in (self._slots, *(flow.slots for flow in flows)):
            for signal, slot in slots.get(name, {}).items():
                getattr(page, signal).connect(self._telling(slot))

    @property
    def _slots(self) -> Mapping[str, Mapping[str, Callable[..., None]]]:
        """What each page asks for, and what comes then."""
        return {
            "unlock": {"opened": self._begin},
            "set_up": {"opened": self._begin},
            "cases": {
                "opened": self._open_case,
                "importAsked": self._open_import,
                "brochureAsked": self._open_brochures,
            },
            "case_import": {"left": self._open_cases},
            "actions": {
                "left": self._open_cases,
                "handOverAsked": self._open_hand_over,
                "noteAsked": self._open_note,
            },
            "hand_over": {"left": self._back_to_case, "confirmed": self._hand_over},
            "note": {"left": self._back_to_case, "newTalkAsked": self._open_hand_over},
            "give_back": {"continued": self._continue, "takenBack": self._take_back},
        }

    def _enter(self) -> None:
        page, self._locked_page = self._locked_page, None
        self.signedIn.emit()
        if page is None or self._session.name != self._locked_name:
            # What the one before saw and wrote is theirs; only what they began goes on.
            if not self._pages.is_busy:
                self._pages.forget()
            self._pages.cases.reset()
            if not self._keeping.asks_ties():
                self._shell.show(Page.CASES)
        else:
            self._shell.show(page)

    def _open_cases(self) -> None:
        self._pages.cases.refresh()
        self._shell.show(Page.CASES)

    def _open_case(self, reference: str) -> None:
        case = CaseRef(reference)
        self._pages.opening.open(case, Reading.CASE_PAGE, partial(self._show_case, case))

    def _show_case(self, reference: CaseRef, unlogged: StorageError | None) -> None:
        self._pages.make_case_page()
        self._pages.entries.close()
        self._pages.case.show(reference, unlogged)
        self._shell.show(Page.CASE)

    def _back_to_case(self) -> None:
        self._pages.case.refresh()
        self._shell.show(Page.CASE)

    def _open_import(self) -> None:
        self._require(StaffRight.IMPORT_CASES)
        self._pages.case_import.show()
        self._shell.show(Page.IMPORT)

    def _require(self, right: StaffRight) -> None:
        refusals = rights_objections(self._record, self._session.name, right)
        if refusals:
            raise RefusedError(refusals)

    def _open_brochures(self) -> None:
        self._pages.brochure.show()
        self._shell.show(Page.BROCHURE)

    def _open_hand_over(self) -> None:
        self._pages.hand_over.show(self._pages.case.reference)
        self._shell.show(Page.HAND_OVER)

    def _open_note(self) -> None:
        self._pages.note.show(self._pages.case.reference, None)
        self._shell.show(Page.NOTE)

    def _show_note(
        self, reference: CaseRef, choice: EventId, unlogged: StorageError | None
    ) -> None:
        self._pages.make_case_page()
        self._pages.case.show(reference, unlogged)
        self._pages.note.show(reference, choice)
        self._shell.show(Page.NOTE)

    def _hand_over(self, handed: "HandedOver") -> None:
        # A visit over the lock screen could not be ended by any code.
        is_there = self._shell.current is Page.HAND_OVER
        if is_there and self._session.name == handed.actor:
            self.handedOver.emit(handed)
        else:
            self._pages.hand_over.undo(handed)

    def _continue(self) -> None:
        self._is_giving_back = False
        self._shell.show(self._state.page_now(self._citizens_page))

    def _take_back(self) -> None:
        stored = self._state.choice
        what = Reading.CASE_PAGE if stored is None else Reading.NOTE_PAGE
        # The visit goes on to be shown until the reading is logged.
        case = self._state.case.reference
        after = partial(self._after_visit, case, stored)
        if stored is None:
            self._pages.opening.end_visit(case, self._state.end_id)
        self._pages.opening.open(case, what, after, self._end_visit_otherwise)

    def _after_visit(
        self, reference: CaseRef, stored: "RecordedChoice | None", unlogged: StorageError | None
    ) -> None:
        self._end_visit()
        try:
            if stored is None:
                self._show_case(reference, unlogged)
            else:
                self._show_note(reference, stored.id, unlogged)
        except KioskError as error:
            self._open_cases()
            self._faults.tell(error)

    @told
    def _end_visit_otherwise(self, error: KioskError) -> None:
        self._end_visit()
        self._open_cases()
        self._faults.tell(error)

    def _end_visit(self) -> None:
        self._is_giving_back = False
        self._state.end()
        self._shell.speak(self._words)
        self.takenBack.emit()
        self.signedIn.emit()
