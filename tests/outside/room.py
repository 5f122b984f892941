"""A screen and two buses of our own, with a program that a screen reader can listen to.

Nothing of the machine's own desk is read or changed, and no rights are needed: only the programs
of the packages that ``kiosk.devtools.first_start`` installs for developers.
"""

import os
import selectors
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from kiosk.devtools.first_start import lacking_for_listening
from kiosk.domain.language import Language
from tests.outside.atspi import ScreenReader

ROOT = Path(__file__).parents[2]
_PATIENCE_S = 20.0
_SCREEN = "1920x1200x24"


@contextmanager
def heard_program(language: Language) -> Iterator[ScreenReader]:
    """Open the program on a screen that nobody sees, with the screen handed over; end all of it.

    Raises:
        AssertionError: A package is missing, or something does not start.
    """
    missing = lacking_for_listening()
    assert not missing, f"apt-get install {' '.join(missing)}: needed to hear the program"
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-"))
        surroundings = _surroundings(Path(home))
        surroundings["DISPLAY"] = ":" + stack.enter_context(_screen(surroundings))
        session = stack.enter_context(_session_bus(surroundings))
        surroundings["DBUS_SESSION_BUS_ADDRESS"] = session
        stack.enter_context(_program(surroundings, language))
        reader = ScreenReader(session, _PATIENCE_S)
        stack.callback(reader.close)
        yield reader


def _surroundings(home: Path) -> dict[str, str]:
    """What the programs may know of the machine."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "QT_QPA_PLATFORM": "xcb",
        "QT_QUICK_BACKEND": "software",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "NO_AT_BRIDGE": "0",
        "PYTHONPATH": str(ROOT),
    }


@contextmanager
def _screen(surroundings: Mapping[str, str]) -> Iterator[str]:
    """Number of the display."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", _SCREEN, "-nolisten", "tcp"]
    with _running(command, surroundings) as (_, said):
        yield _line(said, "Xvfb")


@contextmanager
def _session_bus(surroundings: Mapping[str, str]) -> Iterator[str]:
    """Address of a bus to which nobody else comes."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with _running(command, surroundings) as (_, said):
        yield _line(said, "dbus-daemon")


@contextmanager
def _program(surroundings: Mapping[str, str], language: Language) -> Iterator[None]:
    command = [sys.executable, "-m", "tests.outside.program", language.value]
    with _running(command, surroundings):
        yield


@contextmanager
def _running(
    command: list[str], surroundings: Mapping[str, str]
) -> Iterator[tuple[subprocess.Popen[str], IO[str]]]:
    """A program that is told to end, with what it started."""
    program = subprocess.Popen(
        command,
        cwd=ROOT,
        env=surroundings,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert program.stdout is not None
    try:
        yield program, program.stdout
    finally:
        program.terminate()
        try:
            program.communicate(timeout=_PATIENCE_S)
        except subprocess.TimeoutExpired:
            program.kill()
            program.communicate()


def _line(said: IO[str], who: str) -> str:
    """The first line that a program says."""
    with selectors.DefaultSelector() as waiting:
        waiting.register(said, selectors.EVENT_READ)
        assert waiting.select(_PATIENCE_S), f"{who} does not start"
    line = said.readline().strip()
    assert line, f"{who} ended at once"
    return line
