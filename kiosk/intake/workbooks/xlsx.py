"""Sheets of XLSX and XLSM files (ECMA-376): values only; macros, formulas and links stay asleep."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.app.intake_reasons import FileReason
from kiosk.domain.errors import CaseListError, Refusal
from kiosk.intake.grid import Grid
from kiosk.intake.workbooks.builder import Room
from kiosk.intake.workbooks.formats import NumberFormat, built_in, format_of
from kiosk.intake.workbooks.markup import listen
from kiosk.intake.workbooks.package import Package
from kiosk.intake.workbooks.xlsx_cells import CellReader
from kiosk.intake.workbooks.xlsx_sheet import SheetListener, TextsListener

_START = "_rels/.rels"


def is_office_file(package: Package) -> bool:
    """Whether a zip file is of this family, to which documents of other programs belong too."""
    return package.has(_START)


def xlsx_grids(package: Package) -> tuple[Grid, ...]:
    """All sheets with cells, order of the tabs.

    Raises:
        CaseListError: It is no workbook, or one in binary; a sheet is larger than any case list.
        LookupError: A part is missing.
        ValueError: A part says something impossible; its text must not be shown.
    """
    main = _main_part(package)
    workbook = _Workbook()
    listen(package.chunks(main), workbook)
    if not workbook.sheets:
        raise CaseListError(Refusal(FileReason.OTHER_DOCUMENT.value))
    links = _links(package, _links_of(main))
    reader = CellReader(
        texts=_texts(package, links),
        formats=_formats(package, links),
        starts_1904=workbook.starts_1904,
    )
    room = Room()
    parts = {link.key: link.target for link in links if link.kind == "worksheet"}
    return tuple(
        _grid(package.chunks(parts[sheet.link]), sheet, reader, room)
        for sheet in workbook.sheets
        if sheet.link in parts
    )


@dataclass(frozen=True, slots=True)
class _SheetEntry:
    name: str
    link: str
    is_hidden: bool


class _Workbook:
    """Names of sheets, and from when days are counted."""

    def __init__(self) -> None:
        self.sheets: list[_SheetEntry] = []
        self.starts_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            is_hidden = attributes.get("state", "visible") != "visible"
            entry = _SheetEntry(attributes.get("name", ""), attributes.get("id", ""), is_hidden)
            self.sheets.append(entry)
        elif name == "workbookPr":
            self.starts_1904 = attributes.get("date1904", "0") in {"1", "true"}

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


@dataclass(frozen=True, slots=True)
class _Link:
    key: str
    kind: str
    target: str


class _Links:
    """What a part points at inside the file; links out of it are passed over."""

    def __init__(self, folder: str) -> None:
        self.found: list[_Link] = []
        self._folder = folder

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode", "Internal") != "External":
            kind = posixpath.basename(attributes.get("Type", ""))
            # A target that begins with a slash begins at the root; join knows that.
            target = posixpath.join(self._folder, attributes.get("Target", ""))
            self.found.append(_Link(attributes.get("Id", ""), kind, target))

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


def _links(package: Package, part: str) -> Sequence[_Link]:
    links = _Links(posixpath.dirname(posixpath.dirname(part)))
    if package.has(part):
        listen(package.chunks(part), links)
    return links.found


def _links_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _main_part(package: Package) -> str:
    links = _links(package, _START)
    main = next((link.target for link in links if link.kind == "officeDocument"), "")
    if main.casefold().endswith(".bin"):
        raise CaseListError(Refusal(FileReason.BINARY_WORKBOOK.value))
    return main


def _texts(package: Package, links: Sequence[_Link]) -> Sequence[str]:
    texts = TextsListener()
    for link in links:
        if link.kind == "sharedStrings" and package.has(link.target):
            listen(package.chunks(link.target), texts)
    return texts.found


class _Styles:
    """Formats of cells by their number."""

    def __init__(self) -> None:
        self.found: list[NumberFormat] = []
        self._own: dict[int, NumberFormat] = {}
        self._is_of_cells = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            number = int(attributes.get("numFmtId", "0"))
            self._own[number] = format_of(attributes.get("formatCode", ""))
        elif name == "cellXfs":
            self._is_of_cells = True
        elif name == "xf" and self._is_of_cells:
            number = int(attributes.get("numFmtId", "0"))
            self.found.append(self._own.get(number) or built_in(number))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._is_of_cells = False

    def text(self, text: str) -> None:
        pass


def _formats(package: Package, links: Sequence[_Link]) -> Sequence[NumberFormat]:
    styles = _Styles()
    for link in links:
        if link.kind == "styles" and package.has(link.target):
            listen(package.chunks(link.target), styles)
    return styles.found


def _grid(chunks: Iterable[bytes], sheet: _SheetEntry, reader: CellReader, room: Room) -> Grid:
    cells = SheetListener(reader, room)
    listen(chunks, cells)
    return cells.builder.grid(sheet.name, is_hidden=sheet.is_hidden, starts_1904=reader.starts_1904)
