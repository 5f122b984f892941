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
    found: Sequence[PrinterInfo],
    kind: DocumentKind | None,
    picked: str,
    words: Words,
    *,
    has_file: bool = True,
) -> list[Row]:
    """One row each; the picked one is marked. Without ``has_file`` there are printers only."""
    printers = [(each.name, each.description, printer_text(each, words)) for each in found]
    note = words.gettext("You can print the file on another machine")
    file = [(FILE, file_choice(kind, words), note)] if has_file else []
    return [
        {"key": key, "name": name, "support": support, "picked": key == picked}
        for key, name, support in (*printers, *file)
    ]
