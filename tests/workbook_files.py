"""Small workbooks written by hand, so that tests say exactly what stands in them."""

import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True)
class Fault:
    """A formula that shows a fault."""

    text: str = "#REF!"


@dataclass(frozen=True)
class Padded:
    """A number that is shown with zeros in front."""

    value: int
    digits: int


@dataclass(frozen=True)
class Unresolved:
    """A formula that no program has worked out yet."""


@dataclass(frozen=True)
class Tab:
    name: str
    rows: list[list[object]]
    is_hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    merged: tuple[str, ...] = ()


def zipped(parts: dict[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            # OpenDocument wants to be known by its first bytes.
            file.writestr(name, part, zipfile.ZIP_STORED if name == "mimetype" else None)
    return data.getvalue()


def parts_of(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def letters(place: int) -> str:
    return chr(ord("A") + place) if place < 26 else letters(place // 26 - 1) + letters(place % 26)


_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_DAY, _MOMENT, _PADDED = 1, 2, 3


def xlsx(*tabs: Tab, date1904: bool = False) -> bytes:
    """A workbook as Excel writes it, with shared texts."""
    texts: list[str] = []
    parts: dict[str, str | bytes] = {
        "_rels/.rels": _links([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(tabs, date1904=date1904),
        "xl/_rels/workbook.xml.rels": _links(
            [
                *(("worksheet", f"worksheets/sheet{n}.xml") for n, _ in enumerate(tabs, 1)),
                ("sharedStrings", "sharedStrings.xml"),
                ("styles", "styles.xml"),
            ]
        ),
        "xl/styles.xml": _styles(tabs),
    }
    for number, tab in enumerate(tabs, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(tab, texts, date1904=date1904)
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts)
    parts["xl/sharedStrings.xml"] = f'{_XML}<sst xmlns="{_MAIN}">{items}</sst>'
    return zipped(parts)


def _links(targets: list[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_XML}<Relationships xmlns="{_RELS}">{links}</Relationships>'


def _workbook(tabs: tuple[Tab, ...], *, date1904: bool) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(tab.name)} sheetId="{number}" r:id="rId{number}"'
        f"{' state=' + chr(34) + 'hidden' + chr(34) if tab.is_hidden else ''}/>"
        for number, tab in enumerate(tabs, 1)
    )
    return (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<workbookPr date1904="{int(date1904)}"/><sheets>{sheets}</sheets></workbook>'
    )


def _digits(tabs: tuple[Tab, ...]) -> int:
    cells = [cell for tab in tabs for row in tab.rows for cell in row]
    return max((cell.digits for cell in cells if isinstance(cell, Padded)), default=4)


def _styles(tabs: tuple[Tab, ...]) -> str:
    return (
        f'{_XML}<styleSheet xmlns="{_MAIN}"><numFmts count="2">'
        '<numFmt numFmtId="164" formatCode="[$-414]d/\\ mmmm\\ yyyy;@"/>'
        f'<numFmt numFmtId="165" formatCode="{"0" * _digits(tabs)}"/></numFmts>'
        '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>'
        '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/>'
        '<xf numFmtId="165"/></cellXfs></styleSheet>'
    )


def _sheet(tab: Tab, texts: list[str], *, date1904: bool) -> str:
    rows = []
    for number, row in enumerate(tab.rows, 1):
        cells = (
            _xlsx_cell(f"{letters(place)}{number}", cell, texts, date1904=date1904)
            for place, cell in enumerate(row)
        )
        hidden = ' hidden="1"' if number in tab.hidden_rows else ""
        rows.append(f'<row r="{number}"{hidden}>{"".join(cells)}</row>')
    spans = "".join(f'<mergeCell ref="{span}"/>' for span in tab.merged)
    merged = f"<mergeCells>{spans}</mergeCells>" if spans else ""
    # Programs that do not know how large a sheet is claim that it is one cell.
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}"><dimension ref="A1"/>'
        f"<sheetData>{''.join(rows)}</sheetData>{merged}</worksheet>"
    )


def _xlsx_cell(place: str, cell: object, texts: list[str], *, date1904: bool) -> str:  # noqa: PLR0911  one a kind
    match cell:
        case bool():
            return f'<c r="{place}" t="b"><v>{int(cell)}</v></c>'
        case Fault(text):
            return f'<c r="{place}" t="e"><f>A1/0</f><v>{escape(text)}</v></c>'
        case Unresolved():
            return f'<c r="{place}"><f>A1</f></c>'
        case str():
            texts.append(cell)
            return f'<c r="{place}" t="s"><v>{len(texts) - 1}</v></c>'
        case None:
            return f'<c r="{place}" s="{_DAY}"/>'
        case _:
            style, value = _xlsx_number(cell, date(1904, 1, 1) if date1904 else date(1899, 12, 30))
            return f'<c r="{place}"{style}><v>{value!r}</v></c>'


def _xlsx_number(cell: object, zero: date) -> tuple[str, object]:
    match cell:
        case datetime():
            days = (cell.date() - zero).days + (cell.hour * 60 + cell.minute) / 1440
            return f' s="{_MOMENT}"', days
        case date():
            return f' s="{_DAY}"', (cell - zero).days
        case Padded(value):
            return f' s="{_PADDED}"', value
        case _:
            return "", cell


_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("draw", "drawing"),
    )
)
_MANIFEST = (
    f"{_XML}<manifest:manifest"
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def ods(*tabs: Tab, null_date: str = "1899-12-30") -> bytes:
    """A workbook as LibreOffice writes it."""
    tables = "".join(map(_table, tabs))
    content = (
        f'{_XML}<office:document-content {_NAMES} xmlns:calcext="urn:org:calcext">'
        "<office:automatic-styles>"
        '<style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>'
        '<style:style style:name="ta2"><style:table-properties table:display="false"/>'
        "</style:style></office:automatic-styles>"
        "<office:body><office:spreadsheet><table:calculation-settings>"
        f'<table:null-date table:date-value="{null_date}"/></table:calculation-settings>'
        f"{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": _MANIFEST})


def _table(tab: Tab) -> str:
    rows = []
    for number, row in enumerate(tab.rows, 1):
        hidden = ' table:visibility="filter"' if number in tab.hidden_rows else ""
        cells = "".join(
            _ods_cell(cell, _spanned(tab, place, number)) for place, cell in enumerate(row)
        )
        rows.append(
            f"<table:table-row{hidden}>{cells}"
            '<table:table-cell table:number-columns-repeated="16300"/></table:table-row>'
        )
    return (
        f"<table:table table:name={quoteattr(tab.name)}"
        f' table:style-name="{"ta2" if tab.is_hidden else "ta1"}">'
        '<table:table-column table:number-columns-repeated="16384"/>'
        f'{"".join(rows)}<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )


def _spanned(tab: Tab, place: int, number: int) -> str:
    for span in tab.merged:
        first, _, last = span.partition(":")
        if first == f"{letters(place)}{number}" and last.startswith(letters(place)):
            rows = int(last.removeprefix(letters(place))) - number + 1
            return f' table:number-rows-spanned="{rows}" table:number-columns-spanned="1"'
    return ""


def _ods_cell(cell: object, extra: str) -> str:
    kind, shown = _ods_value(cell)
    lines = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in shown.split("\n"))
    # What somebody wrote beside the cell is no part of it.
    note = "<office:annotation><text:p>Merknad</text:p></office:annotation>" if shown else ""
    return f"<table:table-cell{extra}{kind}>{note}{lines if shown else ''}</table:table-cell>"


def _spaced(line: str) -> str:
    return escape(line).replace("  ", ' <text:s text:c="1"/>')


def _ods_value(cell: object) -> tuple[str, str]:  # noqa: PLR0911  one a kind
    match cell:
        case None | str():
            return ' office:value-type="string"' if cell else "", cell or ""
        case bool():
            value = str(cell).lower()
            return f' office:value-type="boolean" office:boolean-value="{value}"', value.upper()
        case datetime() | date():
            value = f' office:value-type="date" office:date-value="{cell.isoformat()}"'
            return value, cell.strftime("%d.%m.%y")
        case Fault(text):
            formula = ' table:formula="of:=[.A1]/0" office:value-type="string"'
            return f'{formula} office:string-value="" calcext:value-type="error"', text
        case Unresolved():
            return ' table:formula="of:=[.A1]"', ""
        case _:
            return _ods_number(cell)


def _ods_number(cell: object) -> tuple[str, str]:
    value, shown = cell, f"{cell}".replace(".", ",")
    if isinstance(cell, Padded):
        value, shown = cell.value, str(cell.value).zfill(cell.digits)
    return f' office:value-type="float" office:value="{value!r}"', shown
