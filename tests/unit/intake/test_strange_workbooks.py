"""Workbooks that few programs write: read where they hold a list, refused where they are forged."""

import pytest

from kiosk.domain.errors import CaseListError
from kiosk.intake.grid import CellKind
from kiosk.intake.workbooks import package
from kiosk.intake.workbooks.door import read_workbook
from tests.workbook_files import Tab, ods, parts_of, xlsx, zipped

SHEET, STYLES, TEXTS = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"
FONT = '<rPr><rFont val="Calibri"/><family val="99"/><charset val="-1"/></rPr>'


def changed(write, **parts: str) -> bytes:
    names = {"sheet": SHEET, "styles": STYLES, "texts": TEXTS}
    return zipped(
        {**parts_of(write(Tab("Ark1", [["x"]]))), **{names[n]: p for n, p in parts.items()}}
    )


def of_cells(cells: str) -> str:
    return f"<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>"


def only_row(data: bytes):
    (grid,) = read_workbook(data)
    (row,) = grid.rows
    return row


def refusal(data: bytes) -> str:
    with pytest.raises(CaseListError) as caught:
        read_workbook(data)
    return caught.value.refusal.code


def test_a_workbook_in_the_strict_dialect_is_read():
    strict = {
        name: part.decode()
        .replace(
            "http://schemas.openxmlformats.org/officeDocument/2006",
            "http://purl.oclc.org/ooxml/officeDocument",
        )
        .replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006",
            "http://purl.oclc.org/ooxml/spreadsheetml",
        )
        for name, part in parts_of(
            xlsx(Tab("Ark1", [["Blåbær", 3.5, True]], merged=("A1:A2",)))
        ).items()
        if isinstance(part, bytes)
    }

    assert only_row(zipped({**strict})).cells == ("Blåbær", "3.5", "SANN")


def test_fonts_that_nobody_knows_do_not_matter():
    text = f"<is><r>{FONT}<t>Sol</t></r><r>{FONT}<t>veig</t></r></is>"
    shared = f"<sst><si><r>{FONT}<t>St</t></r><r><t>rand</t></r><rPh><t>x</t></rPh></si></sst>"
    styles = "<styleSheet><fonts><font><family val='99'/></font></fonts><cellXfs><xf/></cellXfs></styleSheet>"
    cells = f"<c t='inlineStr'>{text}</c><c t='s'><v>0</v></c>"

    row = only_row(changed(xlsx, sheet=of_cells(cells), texts=shared, styles=styles))

    assert row.cells == ("Solveig", "Strand")


@pytest.mark.parametrize(
    "extra",
    [
        "<autoFilter ref='A1:B2'><filterColumn colId='x'><customFilters/></filterColumn></autoFilter>",
        "<dataValidations><dataValidation type='?'/></dataValidations>",
        "<conditionalFormatting><cfRule type='?'/></conditionalFormatting>",
        "<sheetProtection sheet='1' algorithmName='?'/>",
        "<extLst><ext uri='{x}'/></extLst>",
    ],
)
def test_filters_rules_and_protection_do_not_matter(extra):
    sheet = of_cells("<c><v>1</v></c>").replace("</worksheet>", f"{extra}</worksheet>")

    assert only_row(changed(xlsx, sheet=sheet)).cells == ("1",)


@pytest.mark.parametrize(
    "cell",
    [
        "<c t='inlineStr'><v>EV-1</v></c>",
        "<c t='str'><is><t>EV-1</t></is></c>",
        "<c><is><t>1</t></is></c>",
    ],
)
def test_a_value_in_the_wrong_place_is_no_empty_cell(cell):
    assert refusal(changed(xlsx, sheet=of_cells(cell))) == "file.damaged"


def test_zeros_that_the_file_holds_are_not_lost():
    assert only_row(changed(xlsx, sheet=of_cells("<c><v> 0150 </v></c>"))).cells == ("0150",)


def test_letters_by_number_are_read_once():
    text = "a_x000D_b_x005F_x000D_c"
    shared = f"<sst><si><t>{text}</t></si></sst>"
    cells = f"<c t='s'><v>0</v></c><c t='str'><v>{text}</v></c><c t='inlineStr'><is><t>{text}</t></is></c>"

    row = only_row(changed(xlsx, sheet=of_cells(cells), texts=shared))

    assert row.cells == ("a\rb_x000D_c",) * 3


def test_a_formula_with_an_empty_result_is_an_empty_cell():
    cells = "<c><v>1</v></c><c t='str'><f>IF(A1,B1,C1)</f><v></v></c><c><f>A1</f></c>"

    assert only_row(changed(xlsx, sheet=of_cells(cells))).kinds == {
        0: CellKind.NUMBER,
        2: CellKind.NO_RESULT,
    }


def test_a_number_that_is_no_day_stays_a_number_and_is_printed_nowhere(capfd):
    styles = "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>"

    row = only_row(changed(xlsx, sheet=of_cells("<c s='0'><v>12045678901</v></c>"), styles=styles))

    assert (row.cells, row.kinds) == (("12045678901",), {0: CellKind.NUMBER})
    assert capfd.readouterr() == ("", "")


def test_a_days_in_words_of_iso_is_a_day():
    cells = "<c t='d'><v>1941-03-14</v></c><c t='d'><v>1941-03-14T10:30:00</v></c>"

    row = only_row(changed(xlsx, sheet=of_cells(cells)))

    assert (row.cells, set(row.kinds.values())) == (
        ("1941-03-14", "1941-03-14 10:30"),
        {CellKind.DATE},
    )


@pytest.mark.parametrize("write", [xlsx, ods])
def test_a_document_type_in_any_part_is_refused(write):
    parts = parts_of(write(Tab("Ark1", [["x"]])))

    for name, part in parts.items():
        if name != "mimetype":
            assert isinstance(part, bytes)
            head, _, rest = part.decode().partition("\n")
            forged = f"{head}\n<!DOCTYPE x SYSTEM 'x.dtd'>{rest}"
            assert refusal(zipped({**parts, name: forged})) == "file.damaged", name


def test_one_row_of_endless_cells_does_not_fill_the_memory():
    assert refusal(changed(xlsx, sheet=of_cells("<c/>" * 400_000))) == "file.sheet_too_large"


def test_texts_that_no_cell_names_do_not_fill_the_memory():
    texts = f"<sst>{'<x/>' * 400_000}</sst>"

    assert refusal(changed(xlsx, texts=texts)) == "file.sheet_too_large"


@pytest.mark.parametrize("write", [xlsx, ods])
def test_rows_that_are_read_are_let_go(write, monkeypatch):
    monkeypatch.setattr(package, "_MOST_HELD", 60)

    (grid,) = read_workbook(write(Tab("Ark1", [["a", "b"]] * 500)))

    assert len(grid.rows) == 500


@pytest.mark.parametrize("write", [xlsx, ods])
def test_there_is_an_end_to_what_is_read(write, monkeypatch):
    monkeypatch.setattr(package, "_MOST_ELEMENTS", 1000)

    assert refusal(write(Tab("Ark1", [["a", "b"]] * 500))) == "file.sheet_too_large"


def test_texts_in_one_another_without_end_are_refused():
    content = parts_of(ods(Tab("Ark1", [["x"]])))["content.xml"]
    assert isinstance(content, bytes)
    deep = content.decode().replace(
        "<text:p>x", f"<text:p>{'<text:span>' * 5000}x{'</text:span>' * 5000}"
    )

    assert refusal(zipped({**parts_of(ods(Tab("A", []))), "content.xml": deep})) == "file.damaged"


def test_a_reading_aid_is_no_part_of_a_text():
    content = parts_of(ods(Tab("Ark1", [["x"]])))["content.xml"]
    assert isinstance(content, bytes)
    aided = content.decode().replace(
        "<text:p>x",
        "<text:p><text:ruby><text:ruby-base>Kari</text:ruby-base>"
        "<text:ruby-text>か</text:ruby-text></text:ruby> x",
    )

    row = only_row(zipped({**parts_of(ods(Tab("A", []))), "content.xml": aided}))

    assert row.cells == ("Kari x",)
