"""Words about a document that a printer has taken."""

from kiosk.app.phrases import sentences
from kiosk.app.ports.print_jobs import JobState, JobStatus
from kiosk.app.ports.printer_state import PrinterState
from kiosk.app.ports.words import Words

LONG_WAIT_MINUTES = 1
"""A printer that sleeps has begun by then."""


def job_text(status: JobStatus, minutes: int, words: Words) -> str:
    """How far it has come, what keeps it, and what to do.

    Args:
        status: As the printing system tells it.
        minutes: Whole minutes since the document was handed over.
        words: The page's language.
    """
    told = _state_text(status.state, words)
    if status.is_over:
        return told
    todo = todo_text(status.printer, words)
    if todo:
        # Nobody prints on a printer that stands still, whatever the queue says.
        return todo if status.state is JobState.PRINTING else sentences(told, todo)
    if status.state is JobState.WAITING and minutes >= LONG_WAIT_MINUTES:
        waited = words.ngettext(
            "It has waited for {n} minute.", "It has waited for {n} minutes.", minutes
        ).format(n=minutes)
        return sentences(told, waited, words.gettext("Look at the printer."))
    return told


def is_trouble(status: JobStatus, minutes: int) -> bool:
    """Whether somebody has to do something, or the document does not come."""
    if status.state in {JobState.DONE, JobState.CANCELLED}:
        return False
    if status.state is JobState.WAITING and minutes >= LONG_WAIT_MINUTES:
        return True
    is_moving = status.state in {JobState.WAITING, JobState.PRINTING}
    return not is_moving or status.printer is not PrinterState.READY


def not_followed_text(words: Words) -> str:
    """That nothing is known of what becomes of the document."""
    return words.gettext("This machine does not show how the printing goes. Look at the printer.")


def _state_text(state: JobState, words: Words) -> str:
    return {
        JobState.WAITING: words.gettext("The document waits in the printer's queue."),
        JobState.PRINTING: words.gettext("The document is being printed."),
        JobState.HELD: words.gettext(
            "The queue holds the document back. Ask whoever looks after the printer to let it "
            "through, or stop the printing."
        ),
        JobState.STOPPED: words.gettext("The printing has stopped in the middle of the document."),
        JobState.DONE: words.gettext("The document is printed."),
        JobState.CANCELLED: words.gettext(
            "The printing was stopped. Look whether some pages were printed, and take them with "
            "you."
        ),
        JobState.FAILED: words.gettext(
            "The printer gave up, and the document was not printed whole. Look at the printer "
            "before you print again."
        ),
        JobState.GONE: words.gettext(
            "The queue does not know the document any more. Look whether it was printed before "
            "you print again."
        ),
        JobState.UNSEEN: words.gettext(
            "The printing system does not tell how it goes. Look at the printer."
        ),
    }[state]


def todo_text(printer: PrinterState, words: Words) -> str:
    """What people can do about a printer; empty where nothing is to be done."""
    return {
        PrinterState.READY: "",
        PrinterState.CLOSED: "",
        PrinterState.PAUSED: words.gettext(
            "The printer is paused. Ask whoever looks after it to start it again."
        ),
        PrinterState.OFFLINE: words.gettext(
            "The printer does not answer. See whether it is switched on and connected."
        ),
        PrinterState.NO_PAPER: words.gettext(
            "The printer is out of paper. Put paper in, and the printing goes on."
        ),
        PrinterState.JAMMED: words.gettext("A sheet is stuck in the printer. Take it out."),
        PrinterState.OPEN: words.gettext("A cover of the printer is open. Close it."),
        PrinterState.NO_TONER: words.gettext(
            "The printer is out of toner or ink. It needs a new cartridge."
        ),
        PrinterState.FAULT: words.gettext("The printer needs help. Look at its display."),
    }[printer]
