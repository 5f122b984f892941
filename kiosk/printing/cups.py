"""Printers of Linux and macOS, through the commands that CUPS brings.

The commands are used rather than the library, which has no wheels and would need a compiler.
"""

import os
import re
import shutil
from collections.abc import Mapping

from kiosk.app.ports.paper import PrinterInfo
from kiosk.domain.errors import PrintError
from kiosk.printing.codes import NO_CUPS, NO_PRINTER, REFUSED, TIMED_OUT

JOB_NAME = "Brukervalg Kiosk"
"""Shown in the printer's queue to everybody: names neither person nor document."""

ASK_TIMEOUT_S = 5.0
PRINT_TIMEOUT_S = 30.0

_DEFAULT = re.compile(r"^system default destination: (?P<name>\S+)", re.MULTILINE)
_PRINTER = re.compile(r"^printer (?P<name>\S+) ")
_DESCRIPTION = re.compile(r"^\s+Description: (?P<text>.*\S)")


class CupsPrinter:
    """Prints through ``lp``; knows printers through ``lpstat``.

    Attributes:
        search_path: Folders of the commands as in ``PATH``; None for the process's own.
        print_timeout_s: How long handing over a document may take.
    """

    def __init__(
        self, search_path: str | None = None, print_timeout_s: float = PRINT_TIMEOUT_S
    ) -> None:
        self._search_path = search_path
        self._print_timeout_s = print_timeout_s

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Printers found now, in the order of CUPS; empty without CUPS or without an answer."""
        names = self._ask("-e").split()
        if not names:
            return ()
        default = _DEFAULT.search(self._ask("-d"))
        described = _descriptions(self._ask("-l", "-p"))
        return tuple(
            PrinterInfo(
                name,
                described.get(name, name),
                is_default=default is not None and default["name"] == name,
            )
            for name in names
        )

    def print_pdf(self, pdf: bytes, printer: str) -> None:
        """Hand a document over; it travels through a pipe and never lies in a file of ours.

        Raises:
            PrintError: ``no_cups``, ``no_printer``, ``refused`` or ``timed_out``; after the last
                one the printer may still print.
        """
        import subprocess  # noqa: PLC0415  slow to import, and the start needs no printer

        command = shutil.which("lp", path=self._search_path)
        if command is None:
            raise PrintError(NO_CUPS)
        if printer not in self._ask("-e").split():
            raise PrintError(NO_PRINTER)
        call = (command, "-s", "-d", printer, "-t", JOB_NAME, "-o", "media=A4")
        try:
            done = subprocess.run(  # noqa: S603  # no shell; the name is one that CUPS gave us
                call,
                input=pdf,
                capture_output=True,
                timeout=self._print_timeout_s,
                env=_environment(),
                check=False,
            )
        except subprocess.TimeoutExpired as fault:
            raise PrintError(TIMED_OUT) from fault
        except OSError as fault:
            raise PrintError(REFUSED) from fault
        if done.returncode != 0:
            raise PrintError(REFUSED)

    def _ask(self, *options: str) -> str:
        """What ``lpstat`` answers; empty when it is missing, fails or does not answer."""
        import subprocess  # noqa: PLC0415

        command = shutil.which("lpstat", path=self._search_path)
        if command is None:
            return ""
        try:
            done = subprocess.run(  # noqa: S603  # no shell, fixed options
                (command, *options),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=ASK_TIMEOUT_S,
                env=_environment(),
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _environment() -> Mapping[str, str]:
    """The process's own, but with answers in English, which are the ones that can be parsed."""
    return {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}


def _descriptions(answer: str) -> dict[str, str]:
    """Descriptions by queue name; printers without one are left out."""
    described: dict[str, str] = {}
    name = ""
    for line in answer.splitlines():
        if head := _PRINTER.match(line):
            name = head["name"]
        elif (text := _DESCRIPTION.match(line)) and name:
            described[name] = text["text"]
    return described
