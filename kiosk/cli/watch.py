"""``kiosk watch``: keeps the program of a public machine running."""

import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import NoReturn

import click

from kiosk import early
from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command
from kiosk.domain.errors import KioskError
from kiosk.domain.machine_end import MachineEnd
from kiosk.watching.supervisor import Happening, Supervisor

_SIGNALLED = 128
# Without a pack, a record or a catalogue: any of them may be what failed.
_CALM_PAGE = (sys.executable, "-m", "kiosk.ui.calm_page")


def watch_command(words: Words) -> click.Command:
    """Starts the public screen, and starts it again when it fails."""
    return command(
        words,
        "watch",
        words.gettext("Keep the public screen running: start it, and again when it fails."),
        _watch,
        [
            click.Option(
                ["--device"],
                metavar=words.gettext("TEXT"),
                help=words.gettext("Name of a screen profile; left out, the screen is asked."),
            )
        ],
    )


def _watch(invocation: Invocation, device: str | None) -> int:
    """Watch until the machine is left to the staff.

    Returns:
        A value of ``MachineEnd``.
    """
    from kiosk.watching.child import ChildProcess
    from kiosk.watching.service_manager import ALIVE, READY, notify

    # Whoever stops the watch stops the program too, even one that hangs and hears nothing of it.
    before = signal.signal(signal.SIGTERM, _end)
    tell = _telling(invocation)
    tell(None)
    supervisor = Supervisor(
        start=partial(ChildProcess, watched_command(invocation, device or "")),
        start_calm_page=partial(ChildProcess, _CALM_PAGE),
        now_s=time.monotonic,
        tell=tell,
        on_ready=partial(notify, READY),
        on_turn=partial(notify, ALIVE),
    )
    try:
        return supervisor.run().value
    except OSError as error:
        # No process or no memory is to be had: the code of an unforeseen failure, 1, would start the
        # machine again.
        early.report(type(error), error, error.__traceback__)
        return MachineEnd.RESTART_PROGRAM.value
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, _frame: object) -> NoReturn:
    """Leave by the way on which the program is ended; the code is that of a shell."""
    raise SystemExit(_SIGNALLED + number)


def watched_command(invocation: Invocation, device: str) -> tuple[str, ...]:
    """The program that is watched, with the folders and the language that were asked for."""
    language = None if invocation.language is None else invocation.language.value
    said = {
        "--content": invocation.content,
        "--data": invocation.data,
        "--settings": invocation.settings_file,
        "--passphrase-file": invocation.passphrase_file,
        "--ui-language": language,
        "--device": device or None,
    }
    options = [word for name, value in said.items() if value for word in (name, str(value))]
    return (sys.executable, "-m", "kiosk", "run", "--public", "--heartbeat", *options)


def _telling(invocation: Invocation) -> Callable[[Happening | None], None]:
    """What writes down what happened; a watch goes on even where nothing can be written."""

    def tell(happening: Happening | None) -> None:
        from kiosk.bootstrap.machines import machine_notes

        try:
            machine_notes(invocation.settings).watched(happening and happening.value)
        except KioskError as error:
            from kiosk.cli.opening import tell as tell_fault

            tell_fault(error, lambda: invocation.words)

    return tell
