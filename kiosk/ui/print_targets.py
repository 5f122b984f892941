"""Where a document can go: the printers that were found, then the file."""

from collections.abc import Sequence

from kiosk.app.ports.printer import PrinterInfo
from kiosk.app.ports.words import Words
from kiosk.domain.paper_events import DocumentKind
from kiosk.ui.models.rows import Row
from kiosk.ui.print_texts import file_choice, printer_text

FILE = "file"
"""Key of the file; the key of a printer is its name."""


def target_rows(
    found: Sequence[PrinterInfo], kind: DocumentKind | None, picked: str, words: Words
) -> list[Row]:
    """One row each; the picked one is marked."""
    printers = [(each.name, each.description, printer_text(each, words)) for each in found]
    note = words.gettext("You can print the file on another machine")
    return [
        {"key": key, "name": name, "support": support, "picked": key == picked}
        for key, name, support in (*printers, (FILE, file_choice(kind, words), note))
    ]
