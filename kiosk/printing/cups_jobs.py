"""What CUPS tells of a document that it has taken."""

import getpass

from kiosk.app.ports.print_jobs import JobId, JobState, JobStatus
from kiosk.app.ports.printer_state import PrinterState
from kiosk.printing.cups_answers import state_of_reasons
from kiosk.printing.ipp import Attributes, IppError, UnknownError, asked, question

_GET_JOB, _GET_PRINTER = 0x0009, 0x000B
_STATES = {
    "3": JobState.WAITING,
    "4": JobState.HELD,
    "5": JobState.PRINTING,
    "6": JobState.STOPPED,
    "7": JobState.CANCELLED,
    "8": JobState.FAILED,
    "9": JobState.DONE,
}
"""RFC 8011, 5.3.7."""
_PRINTER_STOPPED = "5"
"""RFC 8011, 5.4.11."""


def status(server: str, job: JobId, timeout_s: float) -> JobStatus:
    """How far a document has come, and what keeps its printer; ``UNSEEN`` without an answer.

    Args:
        server: Path of a socket, or host and port.
        job: As ``lp`` names it: queue, hyphen, number.
        timeout_s: How long each step may take, in seconds.
    """
    number = job.rpartition("-")[2]
    about = "job-uri", f"ipp://localhost/jobs/{number}"
    try:
        told = _told(server, _GET_JOB, about, ("job-state", "job-printer-uri"), timeout_s)
    except UnknownError:
        return JobStatus(JobState.GONE)
    except IppError:
        return JobStatus(JobState.UNSEEN)
    found = JobStatus(_STATES.get(_first(told, "job-state"), JobState.UNSEEN))
    if found.is_over:
        return found
    return JobStatus(found.state, _printer(server, _first(told, "job-printer-uri"), timeout_s))


def title(server: str, job: JobId, timeout_s: float) -> str:
    """The name that a document was handed over by; empty without an answer.

    Args:
        server: Path of a socket, or host and port.
        job: As ``lpstat`` names it: queue, hyphen, number.
        timeout_s: How long each step may take, in seconds.
    """
    number = job.rpartition("-")[2]
    about = "job-uri", f"ipp://localhost/jobs/{number}"
    try:
        return _first(_told(server, _GET_JOB, about, ("job-name",), timeout_s), "job-name")
    except IppError:
        return ""


def _printer(server: str, uri: str, timeout_s: float) -> PrinterState:
    wanted = "printer-state", "printer-state-reasons"
    try:
        told = _told(server, _GET_PRINTER, ("printer-uri", uri), wanted, timeout_s)
    except IppError:
        return PrinterState.READY
    reason = state_of_reasons(told.get("printer-state-reasons", ()))
    is_stopped = _first(told, "printer-state") == _PRINTER_STOPPED
    if is_stopped and reason in {PrinterState.READY, PrinterState.FAULT}:
        return PrinterState.PAUSED
    return reason


def _told(
    server: str, operation: int, about: tuple[str, str], wanted: tuple[str, ...], timeout_s: float
) -> Attributes:
    return asked(server, question(operation, about, wanted, getpass.getuser()), timeout_s)


def _first(told: Attributes, name: str) -> str:
    return next(iter(told.get(name, ())), "")
