"""Keeps what fails on a public machine from people's eyes, and gives staff their way to it."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtGui import QGuiApplication

from kiosk.app.machine_care import MachineCare
from kiosk.app.machine_notes import MachineNotes
from kiosk.app.public_machine import PublicMachine
from kiosk.domain.errors import KioskError, RefusedError
from kiosk.domain.machine_event import CodeOutcome
from kiosk.domain.public_session import SessionEnd
from kiosk.system import steady_ms
from kiosk.ui.application import OpenWindow
from kiosk.ui.clipboard import empty_clipboard
from kiosk.ui.last_resort import LastResort
from kiosk.ui.maintenance_flow import MaintenanceFlow, MaintenanceParts

_CORNER_MM = 20.0


def guard(window: OpenWindow, machine: PublicMachine) -> LastResort:
    """From now on a failure shows the calm page, drops the session and asks for a fresh start.

    Args:
        window: Of a machine that strangers use.
        machine: In whose log kind and place of a failure stand.

    Returns:
        Keep it as long as the window lives.
    """
    notes = MachineNotes(machine.log, machine.clock)

    def lines() -> tuple[str, str]:
        words = window.shell.words
        return (
            words.gettext("One moment"),
            words.gettext("The screen starts again. What you did is deleted."),
        )

    def forget() -> None:
        empty_clipboard()
        public = window.public
        try:
            if public is not None:
                public.staff_visits.give_up()
            if public is not None and (session := public.state.session) is not None:
                with suppress(KioskError):
                    public.state.machine.end(session, SessionEnd.ABANDONED)
        finally:
            with suppress(KioskError):
                window.state.end()
            if public is not None:
                public.state.end()
                public.desk.brochure.forget()

    resort = LastResort(window.window, lines, forget, notes.fault)
    resort.begin(window.engine)
    return resort


def let_maintain(
    window: OpenWindow,
    machine: PublicMachine,
    now_ms: Callable[[], float] = steady_ms,
    end: Callable[[int], None] = QGuiApplication.exit,
    care: MachineCare | None = None,
) -> MaintenanceFlow | None:
    """Let staff clean a public machine and end its program, by pattern and code.

    Returns:
        Lives with the window; None where strangers do not use it.
    """
    public = window.public
    if public is None:
        return None

    def ask_staff() -> None:
        public.flow.end(SessionEnd.BY_PERSON)
        public.flow.staffAsked.emit()

    if care is not None:
        window.staff.keep_fit(care)
        window.desk.staff.maintenance.let_clean(care.cleaning)
    notes = MachineNotes(machine.log, machine.clock)
    _note_codes(window, notes)
    parts = MaintenanceParts(
        window=window.window,
        shell=window.shell,
        page=window.desk.staff.maintenance,
        notes=notes,
        now_ms=now_ms,
        reach_px=lambda: window.theme.scale.at_least_px(_CORNER_MM),
        ask_staff=ask_staff,
        leave=public.staff_visits.leave,
        end=end,
    )
    return MaintenanceFlow(parts)


def _note_codes(window: OpenWindow, notes: MachineNotes) -> None:
    """Write down each code and passphrase that is tried at the screen, without a name."""

    def noting(note: Callable[[CodeOutcome], None]) -> Callable[[CodeOutcome], None]:
        def careful(outcome: CodeOutcome) -> None:
            with suppress(KioskError):
                note(outcome)

        return careful

    note_code = noting(notes.code_given)

    def refused(error: KioskError) -> None:
        if isinstance(error, RefusedError):
            is_early = all(each.code == "sign_in.wait" for each in error.refusals)
            note_code(CodeOutcome.TOO_SOON if is_early else CodeOutcome.WRONG)

    page = window.desk.staff.signIn
    page.refused.connect(refused)
    window.desk.staff.maintenance.codeTried.connect(note_code)
    page.entered.connect(lambda: note_code(CodeOutcome.RIGHT))
    window.desk.staff.unlock.answered.connect(noting(notes.passphrase_given))
