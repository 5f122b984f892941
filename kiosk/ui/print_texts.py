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
        DocumentKind.ACCESS: words.gettext("Access to what is stored"),
        DocumentKind.ALLOCATION: words.gettext("Print the letter about the result"),
        DocumentKind.EXIT: words.gettext("Print the letter about the provider that stops"),
        DocumentKind.PLACE: words.gettext("Print the letter about the free place"),
        DocumentKind.INVITATION: words.gettext(
            "Print the letter about the choice, with reply slip"
        ),
        DocumentKind.REMINDER: words.gettext("Print the reminder, with reply slip"),
    }[kind]


def no_printer_text(words: Words) -> str:
    """What to do without a printer."""
    return words.gettext(
        "No printer was found. Save the document as a file, or connect a printer and come back."
    )


def file_choice(kind: DocumentKind | None, words: Words) -> str:
    """What a document becomes that goes to no printer."""
    if kind is DocumentKind.ACCESS:
        return words.gettext("Save as files (PDF and JSON)")
    return words.gettext("Save as a file (PDF)")


def done_text(
    kind: DocumentKind, printer: str, path: Path, words: Words, *, is_logged: bool
) -> str:
    """Where a document went.

    Args:
        kind: What it is.
        printer: What people call the printer; empty for a file.
        path: The file, where it went to one.
        words: The page's language.
        is_logged: Whether the history knows of it.
    """
    if printer:
        done = words.gettext("Sent to {printer}.").format(printer=printer)
    else:
        text = words.gettext("Saved as {file} in the folder {folder}.")
        if kind is DocumentKind.ACCESS:
            text = words.gettext(
                "Saved as {file} in the folder {folder}, and beside it as JSON for programs."
            )
        done = text.format(file=path.name, folder=path.parent)
    if is_logged:
        return done
    return sentences(done, words.gettext("It could not be written into the history."))
