"""From the bytes of an exported file to headings and rows."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

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
_PDF = b"%PDF-"
# Norwegian letters in UTF-8 that some program took for Windows-1252.
_READ_WRONG = re.compile("Ã[¦¸¥†˜…]")
_DELIMITERS = (";", "\t", ",", "|")
# Fewer understood headings than this is chance, unless most of the row is understood.
_LEAST_HEADINGS = 3
# Case systems write a title and the day above the headings.
_HEADING_WITHIN_ROWS = 10
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
    """A table: its headings and every row below them that is not blank.

    Attributes:
        heading_row: Number of the row of headings, from 1.
    """

    heading_row: int
    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def read_csv(data: bytes) -> Sheet:
    """Read a file that a case system or a spreadsheet program exported.

    Raises:
        CaseListError: The file as a whole cannot be read.
    """
    text = _without_hint(_decoded(data))
    layout = _layout(text)
    filled = [
        SheetRow(number, tuple(cells))
        for number, cells in enumerate(_records(text, layout.delimiter), 1)
        if number >= layout.heading_row and any(cell.strip() for cell in cells)
    ]
    heading, *rows = filled
    if not rows:
        raise CaseListError(Refusal(FileReason.NO_ROWS.value))
    names = tuple(" ".join(cell.split()) for cell in heading.cells)
    return Sheet(heading.number, names, tuple(rows))


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise CaseListError(Refusal(FileReason.EMPTY.value))
    if data.startswith(_WORKBOOKS):
        raise CaseListError(Refusal(FileReason.WORKBOOK.value))
    if data.startswith(_PDF):
        raise CaseListError(Refusal(FileReason.PDF.value))
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    text = next(_readings(data, marked or _ENCODINGS), None)
    if text is None or "\0" in text or _READ_WRONG.search(text):
        raise CaseListError(Refusal(FileReason.ENCODING.value))
    return text


def _readings(data: bytes, encodings: Iterable[str]) -> Iterator[str]:
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            yield data.decode(encoding)


def _without_hint(text: str) -> str:
    """Without the line ``sep=;``, which spreadsheet programs do not count as a row."""
    first, _, rest = text.partition("\n")
    return rest if first.casefold().startswith("sep=") else text


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a file may be read: its mark between cells, and which row holds the headings."""

    understood: int
    delimiter: str
    heading_row: int


def _layout(text: str) -> _Layout:
    """The mark and the row with which most headings are understood; the first of equals."""
    layouts = [layout for mark in _DELIMITERS for layout in _layouts(text, mark)]
    if not layouts:
        raise CaseListError(Refusal(FileReason.HEADINGS_UNKNOWN.value))
    return max(layouts, key=lambda layout: layout.understood)


def _layouts(text: str, delimiter: str) -> Iterator[_Layout]:
    for row, cells in enumerate(_first_records(text, delimiter), 1):
        filled = [cell for cell in cells if cell.strip()]
        understood = sum(column_of(cell) is not None for cell in filled)
        if understood >= _LEAST_HEADINGS or understood * 2 > len(filled):
            yield _Layout(understood, delimiter, row)


def _first_records(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    records: list[list[str]] = []
    # Of a quote that is never closed we tell later, when it is known where the rows begin.
    with suppress(csv.Error):
        records.extend(islice(reader, _HEADING_WITHIN_ROWS))
    return records


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
