"""``kiosk watch``: keeps the program of a public machine running."""

import signal
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import NoReturn

import click

from kiosk import early
from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command
from kiosk.domain.errors import KioskError
from kiosk.domain.machine_end import MachineEnd
from kiosk.settings import SettingsError
from kiosk.watching.supervisor import Happening, Supervisor

_SIGNALLED = 128
_STANDARD_INPUT = "0"
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
    # Whoever stops the watch stops the program too, even one that hangs and hears nothing of it.
    before = signal.signal(signal.SIGTERM, _end)
    try:
        with _alone(invocation):
            return _supervise(invocation, device or "")
    finally:
        signal.signal(signal.SIGTERM, before)


def _supervise(invocation: Invocation, device: str) -> int:
    from kiosk.watching.child import ChildProcess
    from kiosk.watching.service_manager import ALIVE, READY, notify

    tell = _telling(invocation)
    tell(None)
    line, passphrase = watched_command(invocation, device), _handed_on(invocation)
    if passphrase is not None:
        line = (*line, "--passphrase-fd", _STANDARD_INPUT)
    supervisor = Supervisor(
        start=partial(ChildProcess, line, passphrase),
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


def _alone(invocation: Invocation) -> AbstractContextManager[None]:
    """Refuse a second watch on one folder; where no folder is known, the program tells why."""
    from kiosk.machine.holding import LETTING_GO_S, WATCH, held

    try:
        return held(invocation.settings.data, WATCH, LETTING_GO_S)
    except SettingsError:
        return nullcontext()


def _handed_on(invocation: Invocation) -> bytes | None:
    """The line of an open descriptor for each start, as it can be read once only; None without one.

    A descriptor that cannot be read keeps nobody from a screen: staff type the passphrase there.
    """
    if invocation.passphrase_fd is None:
        return None
    from kiosk.passphrases import passphrase_from

    try:
        return f"{passphrase_from(invocation.passphrase_fd)}\n".encode()
    except KioskError as error:
        from kiosk.cli.opening import tell

        tell(error, lambda: invocation.words)
        return None


def _end(number: int, _frame: object) -> NoReturn:
    """Leave by the way on which the program is ended; the code is that of a shell."""
    raise SystemExit(_SIGNALLED + number)


def watched_command(invocation: Invocation, device: str) -> tuple[str, ...]:
    """The program that is watched, with everything that was asked for but an open descriptor."""
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
