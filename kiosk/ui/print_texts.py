"""Words of the page where a document is printed."""

from pathlib import Path

from kiosk.app.edition_texts import folded_note
from kiosk.app.phrases import sentences
from kiosk.app.ports.printer import PaperSize, PrinterInfo, Sides
from kiosk.app.ports.printer_state import PrinterState
from kiosk.app.ports.words import Words
from kiosk.domain.event import DocumentKind
from kiosk.ui.print_requests import HandedOver


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
        DocumentKind.SWITCH: words.gettext("Print the switch form"),
    }[kind]


def no_printer_text(words: Words, *, has_file: bool = True) -> str:
    """What to do without a printer; a person at a public screen saves no file."""
    if not has_file:
        return words.gettext("No printer is ready here now. Ask the front desk for the receipt.")
    return words.gettext(
        "No printer was found. Save the document as a file, or connect a printer and come back."
    )


def file_choice(kind: DocumentKind | None, words: Words) -> str:
    """What a document becomes that goes to no printer."""
    if kind is DocumentKind.ACCESS:
        return words.gettext("Save as files (PDF and JSON)")
    return words.gettext("Save as a file (PDF)")


def file_word(kind: DocumentKind, words: Words) -> str:
    """What the file of a document is called, before the number that makes it its own."""
    return {
        DocumentKind.RECEIPT: words.pgettext("file name", "receipt"),
        DocumentKind.BROCHURE: words.pgettext("file name", "brochure"),
        DocumentKind.ACCESS: words.pgettext("file name", "access"),
        DocumentKind.ALLOCATION: words.pgettext("file name", "letter"),
        DocumentKind.EXIT: words.pgettext("file name", "letter"),
        DocumentKind.PLACE: words.pgettext("file name", "letter"),
        DocumentKind.INVITATION: words.pgettext("file name", "letter"),
        DocumentKind.REMINDER: words.pgettext("file name", "letter"),
        DocumentKind.SWITCH: words.pgettext("file name", "switch-form"),
    }[kind]


def printer_text(printer: PrinterInfo, words: Words) -> str:
    """What is to be known of a printer before it is picked; empty when there is nothing."""
    usual = words.gettext("Prints here by default") if printer.is_default else ""
    state = {
        PrinterState.READY: "",
        PrinterState.PAUSED: words.gettext("Paused: prints when somebody starts it again"),
        PrinterState.CLOSED: words.gettext("Takes no documents now"),
        PrinterState.OFFLINE: words.gettext("Does not answer: switched off or not connected"),
        PrinterState.NO_PAPER: words.gettext("Out of paper"),
        PrinterState.JAMMED: words.gettext("A sheet is stuck"),
        PrinterState.OPEN: words.gettext("A cover is open"),
        PrinterState.NO_TONER: words.gettext("Out of toner or ink"),
        PrinterState.FAULT: words.gettext("Needs help: look at the printer"),
    }[printer.state]
    return " · ".join(part for part in (usual, state) if part)


def sides_text(sides: Sides, words: Words) -> str:
    """One way to print on sheets."""
    return {
        Sides.ONE: words.gettext("One side"),
        Sides.LONG_EDGE: words.gettext("Both sides, turned like a book"),
        Sides.SHORT_EDGE: words.gettext("Both sides, turned like a wall calendar"),
    }[sides]


def sides_note(wished: Sides, printer: PrinterInfo | None, words: Words) -> str:
    """That a printer cannot print on both sides, or does not tell; empty otherwise."""
    if printer is None or wished is Sides.ONE:
        return ""
    if printer.abilities is None:
        return words.gettext("The printer does not tell whether it can print on both sides.")
    if printer.can_print(wished):
        return ""
    return words.gettext(
        "The document is made for both sides of the sheet, and this printer cannot print it so. "
        "Pick another way or another printer."
    )


def paper_text(size: PaperSize, printer: PrinterInfo | None, words: Words) -> str:
    """The paper of a document, and that a printer does not know it."""
    paper = words.gettext("Paper: {size}").format(size=size.value)
    if printer is None or printer.takes(size):
        return paper
    missing = words.gettext("This printer does not say that it takes such paper.")
    return sentences(paper + ".", missing)


def copies_fault(most: int, words: Words) -> str:
    """That the number of copies cannot be used."""
    return words.gettext("Write how many copies, as a number from 1 to {most}.").format(most=most)


def sides_fault(words: Words) -> str:
    """That nobody has picked the sides yet."""
    return words.gettext("Pick which sides of the sheet are printed.")


def done_text(
    kind: DocumentKind, printer: str, path: Path, handed: HandedOver, words: Words
) -> str:
    """Where a document went, and what is to be known of it.

    Args:
        kind: What it is.
        printer: What people call the printer; empty for a file.
        path: The file, where it went to one.
        handed: What became of it.
        words: The page's language.
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
    thick = folded_note(handed.folded_sheets, words)
    if handed.is_logged:
        return sentences(done, thick)
    return sentences(done, thick, words.gettext("It could not be written into the history."))
