"""What somebody at a public machine is told of the brochure that is printed for them."""

from kiosk.app.ports.print_jobs import JobState, JobStatus
from kiosk.app.ports.printer_state import PrinterState
from kiosk.app.ports.words import Words
from kiosk.app.print_on_the_spot import NO_PRINTER
from kiosk.domain.edition import Edition
from kiosk.domain.errors import KioskError, PrintError
from kiosk.domain.language import Language
from kiosk.ui.job_texts import LONG_WAIT_MINUTES

_STOPPED = "printing.stopped"


def making_text(words: Words) -> str:
    """Before a printer has it."""
    return words.gettext("We are making the brochure. It takes a moment.")


def paper_text(status: JobStatus, minutes: int, words: Words) -> str:
    """How far the paper has come, and what to do; nobody is sent to mend a printer.

    Args:
        status: As the printing system told it last.
        minutes: Whole minutes since the brochure was handed over.
        words: The page's language.
    """
    told = {
        JobState.DONE: words.gettext("The brochure is printed. Take your papers at the printer."),
        JobState.CANCELLED: words.gettext(
            "The printing was stopped. Take the pages that are printed already."
        ),
        JobState.GONE: unseen_text(words),
        JobState.UNSEEN: unseen_text(words),
    }
    if status.state in told:
        return told[status.state]
    if status.printer is PrinterState.NO_PAPER:
        return words.gettext(
            "The printer is out of paper. Tell the front desk, and the printing goes on."
        )
    if is_stuck(status, minutes):
        return words.gettext("The printer has stopped. Ask the front desk for help.")
    if status.state is JobState.PRINTING:
        return words.gettext("The brochure is being printed. Wait until the printer is still.")
    return words.gettext("The brochure is on its way to the printer.")


def is_stuck(status: JobStatus, minutes: int) -> bool:
    """Whether only somebody who works here gets the paper out."""
    if status.state in {JobState.HELD, JobState.STOPPED, JobState.FAILED}:
        return True
    if status.is_over or status.state is JobState.UNSEEN:
        return False
    waits_long = status.state is JobState.WAITING and minutes >= LONG_WAIT_MINUTES
    return waits_long or status.printer not in {PrinterState.READY, PrinterState.CLOSED}


def unseen_text(words: Words) -> str:
    """Where the printing system does not tell what became of it."""
    return words.gettext(
        "The brochure is sent to the printer. Take your papers there. Ask the front desk if none "
        "come."
    )


def failed_text(error: KioskError, words: Words) -> str:
    """Why nothing was printed; staff have brochures too."""
    if isinstance(error, PrintError) and error.code == NO_PRINTER:
        return words.gettext("No printer is ready here now. Ask the front desk for the brochure.")
    if isinstance(error, PrintError) and error.code == _STOPPED:
        return words.gettext("The printing was stopped. Take the pages that are printed already.")
    return words.gettext("The brochure could not be printed. Ask the front desk for it.")


def used_up_text(words: Words) -> str:
    """No more can be printed in this session."""
    return words.gettext("You cannot print more here. Ask the front desk if you need more.")


def sheets_text(count: int, words: Words) -> str:
    """How much paper comes out, for whoever carries it home."""
    return words.ngettext(
        "The brochure is {count} sheet of paper.", "The brochure is {count} sheets of paper.", count
    ).format(count=count)


def language_note(shown: Language, words: Words) -> str:
    """That the paper speaks another language than the screen; empty where it does not."""
    if shown is not Language.ENGLISH:
        return ""
    return words.gettext("The brochure exists in Norwegian only. Pick one of its two forms.")


def edition_chip(edition: Edition, words: Words) -> str:
    """What an edition is called beside the other."""
    if edition is Edition.LARGE_PRINT:
        return words.pgettext("brochure", "Large print")
    return words.pgettext("brochure", "Ordinary print")
