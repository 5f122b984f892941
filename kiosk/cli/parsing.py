"""Reads a command line with click and turns every failure into words and an exit code."""

import sys
from collections.abc import Sequence

import click

from kiosk.cli.click_texts import speak
from kiosk.cli.commands import RootGroup
from kiosk.cli.invocation import Invocation, early_invocation, first_word
from kiosk.cli.opening import REFUSED, tell
from kiosk.domain.errors import KioskError
from kiosk.domain.machine_end import MachineEnd

DONE, WRONG_USE = 0, 2


class _WrongUseError(Exception):
    """The line was not understood; what is wrong has been told."""


def run_command_line(arguments: Sequence[str]) -> int:
    """Carry out one command.

    Returns:
        0 when all is well, 1 when something was refused or faults were found, 2 for wrong use. Of
        ``kiosk watch`` a value of ``MachineEnd``: there 1 and 2 would stop a machine.
    """
    invocation = early_invocation(arguments)
    is_watch = first_word(arguments) == "watch"
    try:
        return _run(list(arguments), invocation)
    except KioskError as error:
        tell(error, lambda: invocation.words)
        return MachineEnd.NOTHING.value if is_watch else REFUSED
    except _WrongUseError:
        return MachineEnd.NOTHING.value if is_watch else WRONG_USE
    except click.Abort:
        click.echo(invocation.early_words.gettext("Stopped. Nothing was stored."), err=True)
        return MachineEnd.NOTHING.value if is_watch else REFUSED


def _run(arguments: list[str], invocation: Invocation) -> int:
    speak(invocation.early_words.language)
    command = RootGroup(invocation.early_words)
    try:
        done = command.main(arguments, "kiosk", standalone_mode=False, obj=invocation)
    except click.ClickException as error:
        error.show(sys.stderr)
        raise _WrongUseError from error
    return done if isinstance(done, int) else DONE
