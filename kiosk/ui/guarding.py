"""Keeps what fails on a public machine from reaching anybody's eyes."""

from contextlib import suppress

from PySide6.QtGui import QGuiApplication

from kiosk.app.machine_notes import MachineNotes
from kiosk.app.public_machine import PublicMachine
from kiosk.domain.errors import KioskError
from kiosk.ui.application import OpenWindow
from kiosk.ui.last_resort import LastResort


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
        QGuiApplication.clipboard().clear()
        with suppress(KioskError):
            window.state.end()
        if window.public is not None:
            window.public.state.end()

    resort = LastResort(window.window, lines, forget, notes.fault)
    resort.begin(window.engine)
    return resort
