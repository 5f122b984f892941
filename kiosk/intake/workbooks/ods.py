"""Sheets of ODS files (OpenDocument 1.4 part 3, chapter 9): values only.

We read these ourselves, row by row with the standard library. odfdo 3.27, the one maintained
library for them, gives an empty text for ``#REF!`` and nothing for a number that is none and for a
formula without a result; writes out a million repeated rows; tells of no hidden row or sheet, no
password and no count from 1904; and holds the whole file: 370 MB where this takes 75.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kiosk.app.intake_reasons import FileReason
from kiosk.intake.grid import Grid
from kiosk.intake.workbooks.builder import MOST_COLUMNS, MOST_ROWS, GridBuilder, Room
from kiosk.intake.workbooks.ods_cells import attributes_of, count_in, read_cell
from kiosk.intake.workbooks.package import Package, local, refused
from kiosk.intake.workbooks.values import Cell

_KIND = "mimetype"
_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_SPREADSHEETS = (
    b"application/vnd.oasis.opendocument.spreadsheet",
    b"application/vnd.oasis.opendocument.spreadsheet-template",
)
# Around tables that are no sheets: in drawings, and in what is kept of older versions.
_NO_SHEETS = frozenset({"shapes", "tracked-changes", "forms"})
_STARTS_1904 = "1904-01-01"
# Where a link to another file keeps a copy of that file's sheet.
_COPY = ("'file:", "'http:", "'https:")


def is_ods(package: Package) -> bool:
    """Whether a zip file is a workbook of this kind."""
    return package.has(_KIND) and package.raw(_KIND).read().strip() in _SPREADSHEETS


def ods_grids(package: Package) -> tuple[Grid, ...]:
    """All sheets with cells, order of the tabs.

    Raises:
        CaseListError: A sheet is larger than any case list, or needs a password.
        LookupError: A part is missing.
        SyntaxError: A part is no XML.
        ValueError: A part says something impossible; its text must not be shown.
    """
    if _is_sealed(package):
        raise refused(FileReason.PASSWORD)
    book = _Book()
    passed_over = 0
    for event, element in package.elements(_CONTENT, done="table-row"):
        name = local(element.tag)
        if name in _NO_SHEETS:
            passed_over += 1 if event == "start" else -1
        elif passed_over:
            pass
        elif event == "start" and name == "table":
            book.begin(element)
        elif event == "end":
            book.take(name, element)
    return tuple(book.grids())


def _is_sealed(package: Package) -> bool:
    """Whether the parts are written in cipher, one by one or all of them in one."""
    parts = package.elements(_MANIFEST) if package.has(_MANIFEST) else ()
    return any(local(element.tag) == "encryption-data" for _, element in parts)


class _Book:
    """The sheets so far; repeated rows are written out only where they say something."""

    def __init__(self) -> None:
        self._room = Room()
        self._sheets: list[tuple[str, str, GridBuilder]] = []
        self._hidden_styles: set[str] = set()
        self._starts_1904 = False
        self._row = 1

    def begin(self, table: Element) -> None:
        """Begin a sheet."""
        said = attributes_of(table)
        entry = (said.get("name", ""), said.get("style-name", ""))
        self._sheets.append((*entry, GridBuilder(self._room)))
        self._row = 1

    def take(self, name: str, element: Element) -> None:
        """Take in an element that is complete."""
        if name == "table-row":
            self._take_row(element)
        elif name == "style" and any(
            attributes_of(each).get("display") == "false" for each in element
        ):
            self._hidden_styles.add(attributes_of(element).get("name", ""))
        elif name == "null-date":
            written = attributes_of(element).get("date-value", "")
            self._starts_1904 = written.startswith(_STARTS_1904)

    def grids(self) -> Iterator[Grid]:
        """The sheets, order of the file."""
        for name, style, builder in self._sheets:
            if not name.startswith(_COPY):
                is_hidden = style in self._hidden_styles
                yield builder.grid(name, is_hidden=is_hidden, starts_1904=self._starts_1904)

    def _take_row(self, row: Element) -> None:
        said = attributes_of(row)
        repeats = count_in(said, "number-rows-repeated")
        builder = self._sheets[-1][2]
        cells = _cells(row, self._row, builder)
        if cells and repeats > MOST_ROWS:
            raise refused(FileReason.SHEET_TOO_LARGE)
        is_hidden = said.get("visibility", "visible") != "visible"
        for number in range(self._row, self._row + (repeats if cells else 0)):
            builder.row(number, cells, is_hidden=is_hidden)
        self._row += repeats


def _cells(row: Element, number: int, builder: GridBuilder) -> dict[int, Cell]:
    """The cells of a row by place from 0; of those under another one nothing is seen."""
    cells: dict[int, Cell] = {}
    place = 0
    for element in row:
        said = attributes_of(element)
        repeats = count_in(said, "number-columns-repeated")
        cell = read_cell(element, said) if local(element.tag) == "table-cell" else ("", None)
        if cell[0] or cell[1]:
            if place + repeats > MOST_COLUMNS:
                raise refused(FileReason.SHEET_TOO_LARGE)
            cells |= dict.fromkeys(range(place, place + repeats), cell)
            spanned = count_in(said, "number-rows-spanned")
            if count_in(said, "number-columns-spanned") == 1:
                builder.span(place, number, number + spanned - 1)
        place += repeats
    return cells
