"""Makes the staff's side of one window."""

from kiosk.app.program import Program
from kiosk.domain.language import Language
from kiosk.ui.staff_desk import StaffDesk, StaffPages
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.staff_flow import StaffFlow
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.viewmodels.brochure_order import BrochureOrder
from kiosk.ui.viewmodels.cannot_entry import CannotEntry
from kiosk.ui.viewmodels.case_actions import CaseActions
from kiosk.ui.viewmodels.case_details import CaseDetails
from kiosk.ui.viewmodels.case_import import CaseImport
from kiosk.ui.viewmodels.case_overview import CaseOverview
from kiosk.ui.viewmodels.file_picker import FilePicker
from kiosk.ui.viewmodels.give_back import GiveBack
from kiosk.ui.viewmodels.hand_over import HandOver
from kiosk.ui.viewmodels.information_note import InformationNote
from kiosk.ui.viewmodels.print_out import PrintOut
from kiosk.ui.viewmodels.staff_sign_in import StaffSignIn
from kiosk.ui.visit_state import VisitState


class StaffSide:
    """Everything of the staff's side; keep it as long as the window lives.

    Attributes:
        session: Who is signed in.
        desk: What the staff's pages are given.
        flow: Which page comes next.
    """

    def __init__(
        self,
        program: Program,
        state: VisitState,
        files: StaffFiles,
        tasks: Tasks,
        language: Language,
    ) -> None:
        shell = state.shell
        self.session = StaffSession(shell)
        case = CaseDetails(program, shell)
        self._picker = FilePicker(shell, files)
        self._pages = StaffPages(
            sign_in=StaffSignIn(program, shell, self.session, tasks),
            cases=CaseOverview(program, shell),
            case=case,
            actions=CaseActions(shell, case),
            cannot=CannotEntry(program, shell, self.session, case, tasks),
            hand_over=HandOver(program, shell, self.session, tasks),
            note=InformationNote(program, shell, self.session, tasks),
            case_import=CaseImport(program, shell, self.session, self._picker, tasks),
            brochure=BrochureOrder(program, shell),
            print_out=PrintOut(program, shell, files, tasks),
            give_back=GiveBack(program, state, self.session, tasks),
        )
        self.desk = StaffDesk(self._pages)
        words = program.words_for(language)
        self.flow = StaffFlow(program, state, self.session, self._pages, words)
        self.flow.connect_desk(self.desk)
