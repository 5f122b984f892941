"""Sheets of XLSX and XLSM files (ECMA-376): values only; macros, formulas and links stay asleep.

openpyxl reads the rows. Its workbooks are not used: read row by row they tell of no hidden row, of
no cell over several rows and of no formula without a result, and write out everything up to the
farthest cell; and they fail on broken fonts, filters and properties, which hold no case.
"""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from openpyxl.packaging.relationship import get_rels_path
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.worksheet.merge import MergeCells

from kiosk.app.intake_reasons import FileReason
from kiosk.intake.grid import Grid
from kiosk.intake.workbooks.builder import GridBuilder, Room
from kiosk.intake.workbooks.formats import NumberFormat, format_of
from kiosk.intake.workbooks.package import Package, local, refused
from kiosk.intake.workbooks.xlsx_cells import RowReader, plain_text

_START = "_rels/.rels"
_TRUE = frozenset({"1", "true"})


def is_office_file(package: Package) -> bool:
    """Whether a zip file is of this family, to which documents of other programs belong too."""
    return package.has(_START)


def xlsx_grids(package: Package) -> tuple[Grid, ...]:
    """All sheets with cells, order of the tabs.

    Raises:
        CaseListError: It is no workbook, or one in binary; a sheet is larger than any case list.
        LookupError: A part is missing.
        SyntaxError: A part is no XML.
        TypeError: openpyxl finds less in a part than there must be.
        ValueError: A part says something impossible; its text must not be shown.
    """
    main = next((link.target for link in _links(package, "") if link.kind == "officeDocument"), "")
    if main.casefold().endswith(".bin"):
        raise refused(FileReason.BINARY_WORKBOOK)
    book = package.root(main)
    sheets = book.findall("{*}sheets/{*}sheet")
    if not sheets:
        raise refused(FileReason.OTHER_DOCUMENT)
    starts_1904 = any(each.get("date1904") in _TRUE for each in book.iterfind("{*}workbookPr"))
    links = list(_links(package, main))
    texts = [text for part in _of(links, "sharedStrings") for text in _texts(package, part)]
    formats = [shown for part in _of(links, "styles") for shown in _formats(package, part)]
    parts = {link.key: link.target for link in links if link.kind == "worksheet"}
    room = Room()
    return tuple(
        _grid(package, part, sheet, RowReader(texts, formats, starts_1904=starts_1904), room)
        for sheet in sheets
        if (part := parts.get(_link_of(sheet))) is not None
    )


@dataclass(frozen=True, slots=True)
class _Link:
    key: str
    kind: str
    target: str


def _links(package: Package, part: str) -> Iterator[_Link]:
    """What a part points at inside the file; links out of it are passed over."""
    path = get_rels_path(part)
    for link in package.root(path) if package.has(path) else ():
        if link.get("TargetMode", "Internal") != "External":
            # A target that begins with a slash begins at the root; join knows that.
            target = posixpath.join(posixpath.dirname(part), link.get("Target", ""))
            kind = posixpath.basename(link.get("Type", ""))
            yield _Link(link.get("Id", ""), kind, target)


def _of(links: Sequence[_Link], kind: str) -> Sequence[str]:
    return [link.target for link in links if link.kind == kind]


def _link_of(sheet: Element) -> str:
    """The attribute ``r:id``, whichever of the two namespaces of it."""
    return next((text for key, text in sheet.attrib.items() if key.endswith("}id")), "")


def _texts(package: Package, part: str) -> Iterator[str]:
    """Texts that cells share."""
    for event, item in package.elements(part, done="si") if package.has(part) else ():
        if event == "end" and local(item.tag) == "si":
            yield plain_text(item)


def _formats(package: Package, part: str) -> Iterator[NumberFormat]:
    """How numbers are shown, by the number of the style."""
    if not package.has(part):
        return
    styles = package.root(part)
    codes = dict(BUILTIN_FORMATS)
    for own in styles.iterfind("{*}numFmts/{*}numFmt"):
        codes[int(own.get("numFmtId", "0"))] = own.get("formatCode", "")
    for style in styles.iterfind("{*}cellXfs/{*}xf"):
        yield format_of(codes.get(int(style.get("numFmtId", "0")), "General"))


def _grid(package: Package, part: str, sheet: Element, reader: RowReader, room: Room) -> Grid:
    builder = GridBuilder(room)
    for event, element in package.elements(part, done="row"):
        name = local(element.tag)
        if event == "end" and name == "row":
            builder.row(*reader.read(element), is_hidden=element.get("hidden") in _TRUE)
        elif event == "end" and name == "mergeCells":
            for span in MergeCells.from_tree(element).mergeCell:
                if span.min_col == span.max_col:
                    builder.span(span.min_col - 1, span.min_row, span.max_row)
    is_hidden = sheet.get("state", "visible") != "visible"
    return builder.grid(sheet.get("name", ""), is_hidden=is_hidden, starts_1904=reader.starts_1904)
