"""View-models of the staff's pages; each is imported and made when its page is first shown."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from kiosk.app.program import Program
from kiosk.ui.case_opening import CaseOpening
from kiosk.ui.office_pages import OfficePages
from kiosk.ui.screen_setting import ScreenSetting
from kiosk.ui.session_tasks import SessionTasks
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.throwing_away import throw_away
from kiosk.ui.viewmodels.staff_sign_in import StaffSignIn
from kiosk.ui.visit_state import VisitState

if TYPE_CHECKING:
    from kiosk.app.machine_care import MachineCare
    from kiosk.ui.case_entries import CaseEntries
    from kiosk.ui.viewmodels.brochure_order import BrochureOrder
    from kiosk.ui.viewmodels.case_actions import CaseActions
    from kiosk.ui.viewmodels.case_details import CaseDetails
    from kiosk.ui.viewmodels.case_import import CaseImport
    from kiosk.ui.viewmodels.case_letters import CaseLetters
    from kiosk.ui.viewmodels.case_overview import CaseOverview
    from kiosk.ui.viewmodels.correct_entry import CorrectEntry
    from kiosk.ui.viewmodels.day_end import DayEndWork
    from kiosk.ui.viewmodels.give_back import GiveBack
    from kiosk.ui.viewmodels.hand_over import HandOver
    from kiosk.ui.viewmodels.information_note import InformationNote
    from kiosk.ui.viewmodels.maintenance import Maintenance
    from kiosk.ui.viewmodels.office_tasks import OfficeTasks
    from kiosk.ui.viewmodels.paper_entry import PaperEntry
    from kiosk.ui.viewmodels.print_out import PrintOut
    from kiosk.ui.viewmodels.record_set_up import RecordSetUp
    from kiosk.ui.viewmodels.record_unlock import RecordUnlock
    from kiosk.ui.viewmodels.screen_measuring import ScreenMeasuring
    from kiosk.ui.viewmodels.self_test_work import SelfTestWork
    from kiosk.ui.viewmodels.touch_try import TouchTry
    from kiosk.ui.viewmodels.withdraw_entry import WithdrawEntry

Q = TypeVar("Q", bound=QObject)


class StaffPages:
    """The staff's pages and the two pages between the sides.

    The first frame needs one of them; importing all would take longer than drawing it. Those that
    are needed before anybody signs in, or after it, stay as long as the window lives; all others
    belong to one staff session and are made anew for the next.

    Attributes:
        sign_in: The first page.
        opening: Logs that a case is opened before its page is shown.
        care: Keeps a machine that strangers use fit; None on any other.
    """

    def __init__(
        self,
        program: Program,
        state: VisitState,
        session: StaffSession,
        files: StaffFiles,
        tasks: Tasks,
        screen: ScreenSetting,
    ) -> None:
        self._program = program
        self._state = state
        self._shell = state.shell
        self._session = session
        self._files = files
        self._window_tasks = tasks
        self._tasks = SessionTasks(tasks)
        self._screen = screen
        self.care: MachineCare | None = None
        self._connect: Callable[[str, Any], None] = lambda _name, _page: None
        self._of_session: dict[str, tuple[QObject, ...]] = {}
        self.sign_in = StaffSignIn(program, state.shell, session, tasks)
        self.opening = CaseOpening(program, state.shell, session, tasks)

    def when_made(self, connect: Callable[[str, Any], None]) -> None:
        """Call this with the name and the page, once for each page that is made from now on."""
        self._connect = connect

    @property
    def is_busy(self) -> bool:
        """Whether work of the session is under way that somebody waits for."""
        return self._tasks.is_busy

    def forget(self) -> None:
        """End the session: nothing of what its pages showed stays, and the next one gets new ones.

        Call it when none of them is shown any more: QML throws a page away after the one that
        follows it is there, and view-models go after it.
        """
        for name in self._of_session:
            self.__dict__.pop(name, None)
        gone = [page for pages in self._of_session.values() for page in pages]
        self._of_session = {}
        tasks, self._tasks = self._tasks, SessionTasks(self._window_tasks)
        tasks.end(partial(throw_away, gone, self._shell))

    def _made(self, name: str, page: Q) -> Q:
        """Keep a page for this session."""
        self._of_session[name] = (page,)
        return self._kept(name, page)

    def _kept(self, name: str, page: Q) -> Q:
        """Keep a page as long as the window lives."""
        self._connect(name, page)
        return page

    @cached_property
    def maintenance(self) -> "Maintenance":
        """Cleaning a public machine, and ending its program."""
        from kiosk.ui.viewmodels.maintenance import Maintenance

        page = Maintenance(self._program, self._shell, self._session)
        return self._kept("maintenance", page)

    @cached_property
    def self_test(self) -> "SelfTestWork":
        """Testing a public machine."""
        from kiosk.ui.viewmodels.self_test_work import SelfTestWork

        return self._made("self_test", SelfTestWork(self._cared(), self._shell, self._tasks))

    @cached_property
    def touch(self) -> "TouchTry":
        """Touching every part of its screen."""
        from kiosk.ui.viewmodels.touch_try import TouchTry

        return self._made("touch", TouchTry(self._shell, self._screen.theme))

    @cached_property
    def day_end(self) -> "DayEndWork":
        """Opening it for the day, and closing it."""
        from kiosk.ui.viewmodels.day_end import DayEndWork

        return self._made("day_end", DayEndWork(self._cared(), self._shell, self._tasks))

    def _cared(self) -> "MachineCare":
        if self.care is None:
            raise LookupError
        return self.care

    @cached_property
    def screen(self) -> "ScreenMeasuring":
        """Measuring the screen."""
        from kiosk.ui.viewmodels.screen_measuring import ScreenMeasuring

        return self._made("screen", ScreenMeasuring(self._shell, self._screen))

    @cached_property
    def unlock(self) -> "RecordUnlock":
        """Before the sign-in page, where the record is locked."""
        # The page lets a public machine be cleaned too; QML finds the type once it is imported.
        from kiosk.ui.viewmodels import maintenance  # noqa: F401
        from kiosk.ui.viewmodels.record_unlock import RecordUnlock

        return self._kept("unlock", RecordUnlock(self._program, self._shell, self._window_tasks))

    @cached_property
    def set_up(self) -> "RecordSetUp":
        """Before the sign-in page, where the record is not set up."""
        from kiosk.ui.viewmodels.record_set_up import RecordSetUp

        page = RecordSetUp(self._program, self._shell, self._files, self._window_tasks)
        return self._kept("set_up", page)

    @cached_property
    def cases(self) -> "CaseOverview":
        """Search, filters, list."""
        from kiosk.ui.viewmodels.case_overview import CaseOverview

        return self._made("cases", CaseOverview(self._program, self._shell, self._session))

    @cached_property
    def office(self) -> "OfficeTasks":
        """What is done about many cases at once."""
        from kiosk.ui.viewmodels.office_tasks import OfficeTasks

        return self._made("office", OfficeTasks(self._program, self._shell, self._session))

    @cached_property
    def case(self) -> "CaseDetails":
        """One case."""
        from kiosk.ui.viewmodels.case_details import CaseDetails

        return self._made("case", CaseDetails(self._program, self._shell))

    @cached_property
    def actions(self) -> "CaseActions":
        """Buttons of the case page."""
        from kiosk.ui.viewmodels.case_actions import CaseActions

        return self._made(
            "actions", CaseActions(self._program, self._shell, self._session, self.case)
        )

    @cached_property
    def entries(self) -> "CaseEntries":
        """What can be entered on the page of a case."""
        from kiosk.ui.case_entries import CaseEntries
        from kiosk.ui.open_entry import CaseDesk

        parts = self._program, self._shell, self._session, self.case, self._tasks
        entries = CaseEntries(CaseDesk(*parts))
        self._of_session["entries"] = entries.all()
        return entries

    @cached_property
    def many(self) -> OfficePages:
        """Pages about many cases at once."""
        self._of_session["many"] = ()
        parts = self._program, self._shell, self._session, self._files, self._tasks
        return OfficePages(*parts, self._made)

    def make_case_page(self) -> tuple[QObject, ...]:
        """Make everything that the case page shows; QML knows a type once it is imported."""
        return (self.case, self.actions, self.case_letters, *self.entries.all())

    @cached_property
    def case_letters(self) -> "CaseLetters":
        """Letters that can be printed for the case."""
        from kiosk.ui.viewmodels.case_letters import CaseLetters

        return self._made("case_letters", CaseLetters(self._program, self._shell, self.case))

    @cached_property
    def paper(self) -> "PaperEntry":
        """Entry of answers that came on paper."""
        from kiosk.ui.viewmodels.paper_entry import PaperEntry

        page = PaperEntry(self._program, self._shell, self._session, self._tasks)
        return self._made("paper", page)

    @cached_property
    def hand_over(self) -> "HandOver":
        """Before the screen changes hands."""
        from kiosk.ui.viewmodels.hand_over import HandOver

        page = HandOver(self._program, self._shell, self._session, self._tasks, self._state.idle)
        return self._made("hand_over", page)

    @cached_property
    def note(self) -> "InformationNote":
        """The note after the visit."""
        from kiosk.ui.viewmodels.information_note import InformationNote

        page = InformationNote(self._program, self._shell, self._session, self._tasks)
        return self._made("note", page)

    @cached_property
    def withdraw(self) -> "WithdrawEntry":
        """Entry of answers that are taken back."""
        from kiosk.ui.viewmodels.withdraw_entry import WithdrawEntry

        page = WithdrawEntry(self._program, self._shell, self._session, self._tasks)
        return self._made("withdraw", page)

    @cached_property
    def correct(self) -> "CorrectEntry":
        """Correction of what was recorded wrongly."""
        from kiosk.ui.viewmodels.correct_entry import CorrectEntry

        page = CorrectEntry(self._program, self._shell, self._session, self._tasks)
        return self._made("correct", page)

    @cached_property
    def case_import(self) -> "CaseImport":
        """Taking in a case list."""
        from kiosk.ui.viewmodels.case_import import CaseImport
        from kiosk.ui.viewmodels.file_picker import FilePicker

        picker = FilePicker(self._shell, self._files)
        page = CaseImport(self._program, self._shell, self._session, picker, self._tasks)
        return self._made("case_import", page)

    @cached_property
    def brochure(self) -> "BrochureOrder":
        """A brochure for nobody in particular."""
        from kiosk.ui.viewmodels.brochure_order import BrochureOrder

        return self._made("brochure", BrochureOrder(self._program, self._shell))

    @cached_property
    def print_out(self) -> "PrintOut":
        """Printer or file."""
        from kiosk.ui.viewmodels.print_out import PrintOut

        page = PrintOut(self._program, self._shell, self._files, self._tasks)
        return self._made("print_out", page)

    @cached_property
    def give_back(self) -> "GiveBack":
        """Between the citizen's side and the staff's."""
        from kiosk.ui.viewmodels.give_back import GiveBack

        page = GiveBack(self._program, self._state, self._session, self._tasks)
        return self._made("give_back", page)
