"""Makes the staff's side of one window."""

from typing import TYPE_CHECKING

from kiosk.app.program import Program
from kiosk.domain.language import Language
from kiosk.ui.record_check import RecordCheck
from kiosk.ui.screen_setting import ScreenSetting
from kiosk.ui.staff_desk import StaffDesk
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.staff_flow import StaffFlow
from kiosk.ui.staff_pages import StaffPages
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.visit_state import VisitState

if TYPE_CHECKING:
    from kiosk.app.machine_care import MachineCare


class StaffSide:
    """Everything of the staff's side; keep it as long as the window lives.

    Attributes:
        session: Who is signed in.
        desk: What the staff's pages are given.
        flow: Which page comes next.
        words: The language of these pages.
    """

    def __init__(
        self,
        program: Program,
        state: VisitState,
        files: StaffFiles,
        tasks: Tasks,
        language: Language,
        screen: ScreenSetting,
    ) -> None:
        self.session = StaffSession(state.shell, state.faults)
        self._pages = StaffPages(program, state, self.session, files, tasks, screen)
        self.desk = StaffDesk(self._pages, state.faults)
        self.words = words = program.words_for(language)
        self.flow = StaffFlow(program, state, self.session, self._pages, words)
        self.flow.connect_desk(self.desk)
        self._check = RecordCheck(program.record, tasks)
        self._check.damaged.connect(state.faults.telling(self._tell_of_damage))
        self.flow.signedIn.connect(self._check.begin)

    def keep_fit(self, care: "MachineCare") -> None:
        """Strangers use the machine: let staff test it, open it and close it."""
        self._pages.care = care

    def forget(self) -> None:
        """Nothing of what staff saw or wrote stays; call it when none of their pages is shown."""
        self._pages.forget()
        self._pages.sign_in.forget()

    def _tell_of_damage(self) -> None:
        self._pages.cases.refresh()
