"""From the bytes of a CSV file to headings and rows."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice

from kiosk.app.intake_reasons import FileReason
from kiosk.domain.errors import CaseListError, Refusal
from kiosk.intake.grid import Grid, SheetRow
from kiosk.intake.sheet import HEADING_WITHIN_ROWS, HeadingRow, Sheet, below, heading_row

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCODINGS = ("utf-8", "cp1252")
_PDF = b"%PDF-"
# Web pages and XML that case systems give the ending of a spreadsheet.
_MARKUP = re.compile(r"\s*<(?:\?xml|!doctype|html|table|meta|head|body)\b", re.IGNORECASE)
# Norwegian letters in UTF-8 that some program took for Windows-1252.
_READ_WRONG = re.compile("Ã[¦¸¥†˜…]")
_DELIMITERS = (";", "\t", ",", "|")
_END = "\x1fend"


def read_csv(data: bytes) -> Sheet:
    """Read a file that a case system or a spreadsheet program exported.

    Raises:
        CaseListError: The file as a whole cannot be read.
    """
    text = _without_hint(_decoded(data))
    delimiter, heading = _layout(text)
    rows = [
        row
        for number, cells in enumerate(_records(text, delimiter), 1)
        if not (row := SheetRow(number, tuple(cells))).is_blank
    ]
    return below(Grid("", tuple(rows)), heading.number, is_workbook=False)


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise CaseListError(Refusal(FileReason.EMPTY.value))
    if data.startswith(_PDF):
        raise CaseListError(Refusal(FileReason.PDF.value))
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    text = next(_readings(data, marked or _ENCODINGS), None)
    if text is None or "\0" in text or _READ_WRONG.search(text):
        raise CaseListError(Refusal(FileReason.ENCODING.value))
    if _MARKUP.match(text):
        raise CaseListError(Refusal(FileReason.MARKUP.value))
    return text


def _readings(data: bytes, encodings: Iterable[str]) -> Iterator[str]:
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            yield data.decode(encoding)


def _without_hint(text: str) -> str:
    """Without the line ``sep=;``, which spreadsheet programs do not count as a row."""
    first, _, rest = text.partition("\n")
    return rest if first.casefold().startswith("sep=") else text


def _layout(text: str) -> tuple[str, HeadingRow]:
    """The mark and the row with which most headings are understood; the first of equals."""
    rows = {mark: heading_row(_first_rows(text, mark)) for mark in _DELIMITERS}
    layouts = [(mark, row) for mark, row in rows.items() if row is not None]
    if not layouts:
        raise CaseListError(Refusal(FileReason.HEADINGS_UNKNOWN.value))
    most = max(row.understood for _, row in layouts)
    if most:
        return next((mark, row) for mark, row in layouts if row.understood == most)
    return max(layouts, key=lambda layout: layout[1].cells)


def _first_rows(text: str, delimiter: str) -> list[SheetRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    records: list[list[str]] = []
    # Of a quote that is never closed we tell later, when it is known where the rows begin.
    with suppress(csv.Error):
        records.extend(islice(reader, HEADING_WITHIN_ROWS))
    return [SheetRow(number, tuple(cells)) for number, cells in enumerate(records, 1)]


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
