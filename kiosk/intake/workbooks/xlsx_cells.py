"""The cells of a row of an XLSX sheet, as openpyxl reads them."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement

from openpyxl.worksheet._reader import (
    FORMULA_TAG,
    INLINE_STRING,
    ROW_TAG,
    VALUE_TAG,
    WorkSheetParser,
)
from openpyxl.xml.constants import SHEET_MAIN_NS

from kiosk.intake.grid import CellKind
from kiosk.intake.workbooks.formats import PLAIN, NumberFormat
from kiosk.intake.workbooks.package import local
from kiosk.intake.workbooks.values import (
    FALSE,
    TRUE,
    Cell,
    day_cell,
    moment_text,
    number_text,
    time_cell,
)

# Characters that XML cannot hold are written by their number, as in _x000D_.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOST = "\ufffd"


class RowReader:
    """Understands rows of one sheet, which must come in their order.

    Args:
        texts: Shared texts by number.
        formats: How numbers are shown, by the number of the style; empty if the file has none.
        starts_1904: Whether days are counted from 1904.
    """

    def __init__(
        self, texts: Sequence[str], formats: Sequence[NumberFormat], *, starts_1904: bool
    ) -> None:
        self.starts_1904 = starts_1904
        self._formats = formats
        # Without formats of days it leaves numbers alone: it takes 29 February 1900, which never
        # was, for the 28th, and prints a number that is no day, which may be one of a person.
        self._parser = WorkSheetParser(None, texts, data_only=True)

    def read(self, row: Element) -> tuple[int, Mapping[int, Cell]]:
        """The number of a row from 1, and its cells by place from 0.

        Raises:
            LookupError: A text or format is missing.
            ValueError: A number or place is none.
        """
        number, cells = self._parser.parse_row(_prepared(row))
        pairs = zip(row, cells, strict=True)
        return number, {cell["column"] - 1: self._cell(element, cell) for element, cell in pairs}

    def _cell(self, element: Element, cell: Mapping[str, object]) -> Cell:
        match cell["value"]:
            case None:
                found: Cell = "", _missing(element)
            case bool(truth):
                found = (TRUE if truth else FALSE), None
            case str(text):
                found = unescaped(text), None
            case int() | float():
                style = int(element.get("s") or 0)
                shown = self._formats[style] if self._formats else PLAIN
                # As written: a number has lost its zeros.
                found = self._number((element.findtext(VALUE_TAG) or "").strip(), shown)
            case datetime() as moment:
                found = moment_text(moment), CellKind.DATE
            case day_or_time:
                found = str(day_or_time), CellKind.DATE
        return found

    def _number(self, written: str, shown: NumberFormat) -> Cell:
        if shown.is_day:
            return day_cell(written, starts_1904=self.starts_1904)
        if shown.is_time:
            return time_cell(written)
        text = number_text(written)
        if shown.digits and text.isdigit() and len(text) <= shown.digits:
            # The zeros in front belong to what everybody sees: nothing is lost.
            return text.zfill(shown.digits), None
        return text, CellKind.NUMBER


def _missing(element: Element) -> CellKind | None:
    """What a cell without a value is; an empty result of a formula is a value of its own.

    Raises:
        ValueError: Something stands where openpyxl does not look in a cell of this kind.
    """
    value = element.find(VALUE_TAG)
    if element.findtext(VALUE_TAG) or element.findtext(f"{INLINE_STRING}/*"):
        raise ValueError(element.get("t"))
    return CellKind.NO_RESULT if value is None and element.find(FORMULA_TAG) is not None else None


def _prepared(row: Element) -> Element:
    """A row as openpyxl wants it.

    It knows one of the two namespaces that a workbook may have, and fails on fonts that it does
    not know, also those of single words.
    """
    if row.tag != ROW_TAG:
        for element in row.iter():
            element.tag = f"{{{SHEET_MAIN_NS}}}{local(element.tag)}"
    for item in row.iter(INLINE_STRING):
        text = plain_text(item)
        item.clear()
        SubElement(item, f"{{{SHEET_MAIN_NS}}}t").text = text
    return row


def plain_text(item: Element) -> str:
    """A text of one font or several; how to read a Japanese word aloud is no part of it."""
    pieces = (*item.iterfind("{*}t"), *item.iterfind("{*}r/{*}t"))
    return "".join(piece.text or "" for piece in pieces)


def unescaped(text: str) -> str:
    """A text with the characters that stand in it by their number."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(_letter, text)


def _letter(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    # Half of a pair is no letter, and no file or store could hold it.
    return letter if letter.isprintable() or letter.isspace() else _LOST
