"""Words of the page where a document is printed."""

from pathlib import Path

from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.domain.event import DocumentKind


def print_title(kind: DocumentKind, words: Words) -> str:
    """Heading of the page."""
    return {
        DocumentKind.RECEIPT: words.gettext("Print receipt"),
        DocumentKind.BROCHURE: words.gettext("Print brochure"),
        DocumentKind.ACCESS: words.gettext("Print what is stored"),
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
