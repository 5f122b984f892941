"""Words of the page where a document is printed."""

from pathlib import Path

from kiosk.app.fault_texts import fault_text
from kiosk.app.phrases import sentences
from kiosk.app.ports import Words
from kiosk.domain.errors import KioskError, PrintError
from kiosk.domain.event import DocumentKind


def print_title(kind: DocumentKind, words: Words) -> str:
    """Heading of the page."""
    return {
        DocumentKind.RECEIPT: words.gettext("Print receipt"),
        DocumentKind.BROCHURE: words.gettext("Print brochure"),
    }[kind]


def no_printer_text(words: Words) -> str:
    """What to do without a printer."""
    return words.gettext(
        "No printer was found. Save the document as a file, or connect a printer and come back."
    )


def done_text(printer: str, path: Path, words: Words, *, is_logged: bool) -> str:
    """Where a document went.

    Args:
        printer: What people call the printer; empty for a file.
        path: The file, where it went to one.
        words: The page's language.
        is_logged: Whether the history knows of it.
    """
    if printer:
        done = words.gettext("Sent to {printer}.").format(printer=printer)
    else:
        text = words.gettext("Saved as {file} in the folder {folder}.")
        done = text.format(file=path.name, folder=path.parent)
    if is_logged:
        return done
    return sentences(done, words.gettext("It could not be written into the history."))


def print_fault_text(error: KioskError, words: Words) -> str:
    """Why nothing was printed and what to do."""
    if not isinstance(error, PrintError):
        return fault_text(error, words)
    texts = {
        "printing.no_cups": words.gettext("This machine has no printing system. Save a file."),
        "printing.no_printer": words.gettext("The printer is gone. Pick another, or save a file."),
        "printing.refused": words.gettext(
            "The printer did not take the document, and nothing was printed. Look at the printer, "
            "or save a file."
        ),
        "printing.timed_out": words.gettext(
            "The printer does not answer. Look whether it prints before you try again."
        ),
        "printing.no_folder": words.gettext("There is no such folder. Write another one."),
        "printing.file_not_writable": words.gettext(
            "The file cannot be written there. Write another folder."
        ),
        "printing.disk_full": words.gettext("The disk is full, and no file was written."),
    }
    nothing = words.gettext("Nothing was printed. Try again, or save a file.")
    return texts.get(error.code, nothing)
