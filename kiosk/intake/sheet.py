"""From the bytes of an exported file to headings and rows."""

import codecs
import csv
import io
from dataclasses import dataclass

from kiosk.app.intake_reasons import FileReason
from kiosk.domain.errors import CaseListError, Refusal
from kiosk.intake.columns import column_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCODINGS = ("utf-8", "cp1252")
# How workbooks of spreadsheet programs begin: zipped ones and those from before 2007.
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_DELIMITERS = (";", "\t", ",")
# Fewer understood headings than this is chance, not a case list.
_LEAST_HEADINGS = 3
_END = "\x1fend"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as a spreadsheet shows it.

    Attributes:
        number: The heading is row 1; a line break inside a cell starts no row.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its headings and every row that is not blank."""

    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def read_csv(data: bytes) -> Sheet:
    """Read a file that a case system or a spreadsheet program exported.

    Raises:
        CaseListError: The file as a whole cannot be read.
    """
    text = _without_hint(_decoded(data))
    filled = [
        SheetRow(number, tuple(cells))
        for number, cells in enumerate(_records(text, _delimiter(text)), 1)
        if any(cell.strip() for cell in cells)
    ]
    heading, *rows = filled
    if not rows:
        raise CaseListError(Refusal(FileReason.NO_ROWS.value))
    return Sheet(tuple(" ".join(cell.split()) for cell in heading.cells), tuple(rows))


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise CaseListError(Refusal(FileReason.EMPTY.value))
    if data.startswith(_WORKBOOKS):
        raise CaseListError(Refusal(FileReason.WORKBOOK.value))
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    for encoding in marked or _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise CaseListError(Refusal(FileReason.ENCODING.value))


def _without_hint(text: str) -> str:
    """Without the line ``sep=;``, which spreadsheet programs do not count as a row."""
    first, _, rest = text.partition("\n")
    return rest if first.casefold().startswith("sep=") else text


def _delimiter(text: str) -> str:
    """The mark between cells: the one with which most headings are understood."""
    understood = {mark: _understood(text, mark) for mark in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda mark: understood[mark])
    if understood[best] < _LEAST_HEADINGS:
        raise CaseListError(Refusal(FileReason.HEADINGS_UNKNOWN.value))
    return best


def _understood(text: str, delimiter: str) -> int:
    source = io.StringIO(text.lstrip(), newline="")
    headings = next(csv.reader(source, delimiter=delimiter), [])
    return sum(column_of(heading) is not None for heading in headings)


def _records(text: str, delimiter: str) -> list[list[str]]:
    """Every record; a line of our own at the end shows whether all quotes close."""
    source = io.StringIO(f"{text}\r\n{_END}\r\n", newline="")
    records: list[list[str]] = []
    try:
        records.extend(csv.reader(source, delimiter=delimiter))
    except csv.Error:
        # A cell longer than any field may be: the quote before it was never closed.
        records.append([])
    if records[-1] != [_END]:
        raise CaseListError(Refusal(FileReason.OPEN_QUOTE.value, {"row": str(len(records))}))
    return records[:-1]
