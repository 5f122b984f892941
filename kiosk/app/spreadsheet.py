"""Tables as files that a spreadsheet opens as they are, and in which nothing is calculated."""

import csv
import io
from collections.abc import Iterable, Sequence

# A spreadsheet would calculate a cell that begins like this.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BOM = "\ufeff"


def spreadsheet(rows: Iterable[Sequence[str]]) -> bytes:
    """CSV in UTF-8 with a byte order mark and semicolons; the first row is the heads."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return (_BOM + text.getvalue()).encode()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
