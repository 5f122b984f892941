"""Shows a page that is measured, without a code, which the program itself cannot."""

from PySide6.QtGui import QGuiApplication

from kiosk.app.program import Program
from kiosk.bootstrap.windows import staff_files
from kiosk.devtools.first_frame import report_first_frame
from kiosk.domain.case import CaseRef
from kiosk.domain.language import Language
from kiosk.domain.staff import StaffMember, StaffRole
from kiosk.settings import Settings
from kiosk.theme.tokens import tokens_in
from kiosk.ui.application import OpenWindow, Outfit, gui_application
from kiosk.ui.tasks import ThreadTasks

OFFICER = StaffMember("Kari Eksempel", StaffRole.CASE_OFFICER, "")
CASE = CaseRef("EV-1042")
DEVICE = "laptop-14"


def show_page(page: str, program: Program, settings: Settings) -> None:
    """Show ``cases`` or ``providers``, report the first frame and end."""
    application = gui_application()
    tasks = ThreadTasks()
    window = OpenWindow(program, _outfit(settings, tasks))
    window.staff.session.enter(OFFICER)
    if page == "providers":
        _show_providers(window, program)
    else:
        window.staff.desk.casesAsked.emit()
    window.window.frameSwapped.connect(_report_and_leave)
    application.exec()
    tasks.wait()
    window.close()


def _outfit(settings: Settings, tasks: ThreadTasks) -> Outfit:
    assets = settings.resources.assets
    device = tokens_in(assets).devices[DEVICE]
    return Outfit(assets, device, settings.language, tasks, staff_files())


def _show_providers(window: OpenWindow, program: Program) -> None:
    visit = program.hand_over.begin(CASE, Language.BOKMAL, (), OFFICER.name)
    window.state.begin(visit, OFFICER.name)
    window.flow.start()
    # Welcome, what it is, what happens without a choice, the providers.
    for _ in range(3):
        window.citizen.steps.forwardAsked.emit()


def _report_and_leave() -> None:
    report_first_frame()
    QGuiApplication.quit()
