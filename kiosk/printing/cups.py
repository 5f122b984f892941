"""Printers of Linux and macOS, through the commands that CUPS brings.

The commands are used rather than the library, which has no wheels and would need a compiler.
"""

import getpass
import os
import re
import shutil
from collections.abc import Callable, Mapping

from kiosk.app.ports.print_jobs import NOT_FOLLOWED, JobId, JobStatus
from kiosk.app.ports.printer import (
    JOB_NAME,
    SIMPLE,
    PrinterAbilities,
    PrinterInfo,
    PrintWishes,
    always,
)
from kiosk.app.ports.printer_state import PrinterState
from kiosk.domain.errors import PrintError
from kiosk.printing.codes import (
    CLOSED,
    NO_CUPS,
    NO_PRINTER,
    NOT_TAKEN_BACK,
    REFUSED,
    STOPPED,
    TIMED_OUT,
)
from kiosk.printing.cups_answers import abilities, closed_queues, descriptions, states

ASK_TIMEOUT_S = 5.0
PRINT_TIMEOUT_S = 30.0
_AT_ONCE = 8

_JOB = re.compile(r"^request id is (?P<job>[^-\s]\S*-[0-9]+) ", re.MULTILINE)
_DEFAULT = re.compile(r"^system default destination: (?P<name>\S+)", re.MULTILINE)


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
        self._handed_over: set[JobId] = set()

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Printers found now, in the order of CUPS; empty without CUPS or without an answer."""
        names = self._ask("-e").split()
        if not names:
            return ()
        default = _DEFAULT.search(self._ask("-d"))
        told = self._ask("-l", "-p")
        described, state = descriptions(told), states(told, self._ask("-a"))
        return tuple(
            PrinterInfo(
                name,
                described.get(name, name),
                default is not None and default["name"] == name,
                state.get(name, PrinterState.READY),
                can,
            )
            for name, can in zip(names, self._abilities(names), strict=True)
        )

    def print_pdf(
        self,
        pdf: bytes,
        printer: str,
        wishes: PrintWishes = SIMPLE,
        is_wanted: Callable[[], bool] = always,
    ) -> JobId:
        """Hand a document over; it travels through a pipe and never lies in a file of ours.

        Raises:
            PrintError: ``no_cups``, ``no_printer``, ``closed``, ``refused``, ``stopped`` or
                ``timed_out``; after the last one the printer may still print.
        """
        import subprocess  # noqa: PLC0415  slow to import, and the start needs no printer

        command = shutil.which("lp", path=self._search_path)
        if command is None:
            raise PrintError(NO_CUPS)
        self._require_open(printer)
        if not is_wanted():
            raise PrintError(STOPPED)
        call = (command, "-d", printer, "-t", JOB_NAME, *_options(wishes))
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
        found = _JOB.search(done.stdout.decode("utf-8", "replace"))
        if found is None:
            return NOT_FOLLOWED
        job = JobId(found["job"])
        self._handed_over.add(job)
        return job

    def _require_open(self, printer: str) -> None:
        if printer not in self._ask("-e").split():
            raise PrintError(NO_PRINTER)
        if printer in closed_queues(self._ask("-a")):
            raise PrintError(CLOSED)

    def server(self) -> str:
        """Path of the socket, or host and port, of what prints; empty without CUPS."""
        return self._ask("-H").strip()

    def job(self, job: JobId) -> JobStatus:
        """What became of a document, by the server that the commands use too."""
        from kiosk.printing.cups_jobs import status  # noqa: PLC0415  nothing is asked at the start

        found = status(self._ask("-H").strip(), job, ASK_TIMEOUT_S)
        if found.is_over:
            self._handed_over.discard(job)
        return found

    def take_back(self, job: JobId) -> None:
        """Take a document out of the queue.

        Raises:
            PrintError: ``not_taken_back``: it may still be printed.
        """
        if not self._is_clear(job):
            raise PrintError(NOT_TAKEN_BACK)

    def take_back_all(self) -> int:
        """Take everything back that this process handed over; how many may still be printed."""
        return sum(not self._is_clear(job) for job in tuple(self._handed_over))

    def take_back_left(self) -> int:
        """Take back what earlier processes of this user left; how many may still be printed."""
        from kiosk.printing.cups_jobs import title  # noqa: PLC0415

        lines = self._ask("-u", getpass.getuser()).splitlines()
        listed = {JobId(line.split()[0]) for line in lines if line.strip()} - self._handed_over
        server = self._ask("-H").strip() if listed else ""
        ours = [each for each in listed if title(server, each, ASK_TIMEOUT_S) == JOB_NAME]
        return sum(not self._is_clear(job) for job in ours)

    def _is_clear(self, job: JobId) -> bool:
        """Whether a document will not be printed any more; it is cancelled first."""
        self._ask(job, of="cancel")
        # Asked afterwards, since one that was over already cannot be cancelled.
        return self.job(job).is_over

    def _abilities(self, names: list[str]) -> list[PrinterAbilities | None]:
        """What each queue can do; asked at the same time, as one may be far away and asleep."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

        def of_one(name: str) -> PrinterAbilities | None:
            return abilities(self._ask("-p", name, "-l", of="lpoptions"))

        with ThreadPoolExecutor(_AT_ONCE) as asking:
            return list(asking.map(of_one, names))

    def _ask(self, *options: str, of: str = "lpstat") -> str:
        """What a command answers; empty when it is missing, fails or does not answer."""
        import subprocess  # noqa: PLC0415

        command = shutil.which(of, path=self._search_path)
        if command is None:
            return ""
        try:
            done = subprocess.run(  # noqa: S603  # no shell; names are those of CUPS
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


def _options(wishes: PrintWishes) -> tuple[str, ...]:
    """A job's options; never scaled, and copies are sorted, so that no envelope is mixed up."""
    options = (
        f"media={wishes.size.value}",
        f"sides={wishes.sides.value}",
        "print-scaling=none",
        "collate=true",
    )
    given = (part for option in options for part in ("-o", option))
    return ("-n", str(wishes.copies), *given)
