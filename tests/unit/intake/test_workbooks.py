"""Workbooks as real programs write them: values, places, sheets, and what is refused."""

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime

import pytest

from kiosk.domain.errors import CaseListError
from kiosk.intake.files import read_file
from kiosk.intake.grid import CellKind
from kiosk.intake.workbooks.door import read_workbook
from tests.intake_samples import HEADING, ROW, csv_of
from tests.workbook_files import (
    Fault,
    Padded,
    Tab,
    Unresolved,
    ods,
    parts_of,
    xlsx,
    zipped,
)

HEADINGS: list[object] = list(HEADING.split(";"))
CELLS: list[object] = list(ROW.split(";"))
both = pytest.mark.parametrize("write", [xlsx, ods])


def values(write, *cells):
    (grid,) = read_workbook(write(Tab("Ark1", [list(cells)])))
    (row,) = grid.rows
    return row


@both
def test_texts_are_as_written(write):
    assert values(write, "Blåbær & <mer>", "  to  rom ", "to\nlinjer").cells == (
        "Blåbær & <mer>",
        "  to  rom ",
        "to\nlinjer",
    )


@both
@pytest.mark.parametrize(
    ("number", "text"),
    [
        (3, "3"),
        (3.0, "3"),
        (3.5, "3.5"),
        (0.1 + 0.2, "0.3"),
        (12345742, "12345742"),
        (12045678901, "12045678901"),
        (1e-7, "0.0000001"),
        (-2, "-2"),
    ],
)
def test_numbers_have_no_exponent_and_no_needless_decimals(write, number, text):
    row = values(write, number)

    assert row.cells == (text,)
    assert row.kinds == {0: CellKind.NUMBER}


@both
def test_days_are_written_with_the_year_first(write):
    row = values(write, date(1941, 3, 14), datetime(1941, 3, 14, 10, 30))  # noqa: DTZ001  cells know no zones

    assert row.cells[0] == "1941-03-14"
    assert row.cells[1].startswith("1941-03-14")
    assert row.cells[1] != row.cells[0]
    assert row.kinds == {0: CellKind.DATE, 1: CellKind.DATE}


def test_days_of_old_macs_are_counted_from_1904():
    (grid,) = read_workbook(xlsx(Tab("Ark1", [[date(1941, 3, 14)]]), date1904=True))

    assert (grid.rows[0].cells, grid.starts_1904) == (("1941-03-14",), True)


@both
def test_truth_values_are_norwegian_words(write):
    assert values(write, True, False).cells == ("SANN", "USANN")


@both
@pytest.mark.parametrize(("number", "text"), [(123, "0000123"), (0, "0000000")])
def test_zeros_that_everybody_sees_are_part_of_the_text(write, number, text):
    row = values(write, Padded(number, 7))

    assert (row.cells, row.kinds) == ((text,), {})


@both
def test_a_fault_is_told_by_its_text(write):
    assert values(write, Fault("#REF!")).cells == ("#REF!",)


@both
def test_a_formula_without_a_result_is_no_empty_cell(write):
    row = values(write, "x", Unresolved())

    assert row.kinds == {1: CellKind.NO_RESULT}


@both
def test_empty_rows_and_columns_keep_the_places_of_others(write):
    (grid,) = read_workbook(write(Tab("Ark1", [[], [None, None, "x"], [None], ["y"]])))

    assert [(row.number, row.cells) for row in grid.rows] == [(2, ("", "", "x")), (4, ("y",))]


@both
def test_a_cell_over_several_rows_says_the_same_of_each(write):
    tab = Tab("Ark1", [["EV-1", "a"], [None, "b"], ["EV-2", "c"]], merged=("A1:A2",))

    (grid,) = read_workbook(write(tab))

    assert [row.cells[0] for row in grid.rows] == ["EV-1", "EV-1", "EV-2"]


def test_cells_without_places_follow_one_another():
    sheet = (
        "<worksheet><sheetData><row><c t='inlineStr'><is><r><t>Sol</t></r><r><t>veig</t></r>"
        "<rPh><t>x</t></rPh></is></c><c><v>2</v></c></row><row><c t='str'><v>a_x000D_b</v></c></row>"
        "</sheetData></worksheet>"
    )
    parts = parts_of(xlsx(Tab("Ark1", [["x"]])))

    (grid,) = read_workbook(zipped({**parts, "xl/worksheets/sheet1.xml": sheet}))

    assert [(row.number, row.cells) for row in grid.rows] == [(1, ("Solveig", "2")), (2, ("a\rb",))]


def test_a_shared_text_without_a_number_is_an_empty_cell():
    sheet = "<worksheet><row><c t='s'><v></v></c><c t='b'><v/></c><c><v>2</v></c></row></worksheet>"
    parts = parts_of(xlsx(Tab("Ark1", [["x"]])))

    (grid,) = read_workbook(zipped({**parts, "xl/worksheets/sheet1.xml": sheet}))

    assert grid.rows[0].cells == ("", "", "2")


def test_parts_are_found_whatever_slashes_and_capitals():
    parts = parts_of(xlsx(Tab("Ark1", [["x"]])))
    strange = {
        name.replace("xl/", "XL\\").replace("sharedStrings", "SharedStrings"): part
        for name, part in parts.items()
    }

    (grid,) = read_workbook(zipped(strange))

    assert grid.rows[0].cells == ("x",)


# Which sheet


def tab(name: str, *rows: list[object], is_hidden: bool = False) -> Tab:
    return Tab(name, [*rows], is_hidden)


@both
def test_title_rows_and_empty_ones_above_the_headings_are_skipped(write):
    data = write(tab("Saker", ["Saksliste per 22.11.2026"], [], [None], HEADINGS, CELLS))

    sheet = read_file(data)

    assert (sheet.name, sheet.heading_row, sheet.rows[0].number) == ("Saker", 4, 5)
    assert sheet.headings == tuple(HEADINGS)


@both
def test_the_sheet_with_known_headings_is_read(write):
    data = write(tab("Forside", ["Om listen"]), tab("Liste", HEADINGS, CELLS), tab("Tom"))

    assert read_file(data).name == "Liste"


@both
def test_the_complete_one_of_two_lists_is_read(write):
    data = write(
        tab("Summer", ["Tjeneste", "Sone", "Timer"], ["a", "b", 3]), tab("S", HEADINGS, CELLS)
    )

    assert read_file(data).name == "S"


@both
def test_several_lists_are_named_and_one_can_be_picked(write):
    data = write(tab("I dag", HEADINGS, CELLS), tab("I går", HEADINGS, CELLS))

    with pytest.raises(CaseListError) as caught:
        read_file(data)

    assert caught.value.refusal.code == "file.sheets_several"
    assert caught.value.refusal.values == {"sheets": "I dag\nI går"}
    assert read_file(data, "i går").name == "I går"


@both
def test_a_sheet_that_is_not_there_is_told_with_those_that_are(write):
    with pytest.raises(CaseListError) as caught:
        read_file(write(tab("Liste", HEADINGS, CELLS)), "Lister")

    assert caught.value.refusal.code == "file.sheet_unknown"
    assert caught.value.refusal.values == {"sheets": "Liste"}


@both
def test_a_hidden_list_is_read_only_when_it_is_named(write):
    data = write(tab("Forside", ["Om listen"]), tab("Gjemt", HEADINGS, CELLS, is_hidden=True))

    with pytest.raises(CaseListError) as caught:
        read_file(data)

    assert caught.value.refusal.code == "file.sheet_hidden"
    assert read_file(data, "Gjemt").name == "Gjemt"


@both
def test_a_hidden_copy_does_not_make_the_list_unclear(write):
    data = write(tab("Kopi", HEADINGS, CELLS, is_hidden=True), tab("Liste", HEADINGS, CELLS))

    assert read_file(data).name == "Liste"


@both
def test_hidden_rows_are_read_and_counted(write):
    data = write(Tab("Liste", [HEADINGS, CELLS, CELLS], hidden_rows=(3,)))

    sheet = read_file(data)

    assert (len(sheet.rows), sheet.hidden_rows) == (2, 1)


# What is refused


def reason(data: bytes) -> str:
    with pytest.raises(CaseListError) as caught:
        read_file(data)
    # Neither the fault nor what it came from holds parts of the list.
    assert caught.value.__cause__ is None
    assert "Strand" not in repr(caught.value) + str(caught.value)
    return caught.value.refusal.code


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (COMPOUND + "Workbook".encode("utf-16-le"), "file.old_workbook"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "file.password"),
        (b"PK\x03\x04 and so on", "file.damaged"),
        (zipped({"liste.csv": csv_of(HEADING, ROW)}), "file.other_document"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "file.other_document"),
    ],
)
def test_files_of_other_kinds_are_told_apart(data, code):
    assert reason(data) == code


def test_a_csv_file_under_the_name_of_a_workbook_is_read():
    assert read_file(csv_of(HEADING, ROW)).headings == tuple(HEADINGS)


def test_a_document_and_a_binary_workbook_are_told():
    parts = parts_of(xlsx(Tab("Ark1", [["x"]])))
    links = parts["_rels/.rels"]
    assert isinstance(links, bytes)
    binary = {**parts, "_rels/.rels": links.replace(b"workbook.xml", b"workbook.bin")}
    text = {**parts, "xl/workbook.xml": "<document><body/></document>"}

    assert reason(zipped(binary)) == "file.binary_workbook"
    assert reason(zipped(text)) == "file.other_document"


def test_a_sealed_opendocument_is_told():
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    parts = parts_of(ods(tab("Liste", HEADINGS, CELLS)))

    assert reason(zipped({**parts, "META-INF/manifest.xml": manifest})) == "file.password"


@both
@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
def test_half_a_workbook_is_told(write, kept):
    data = write(tab("Liste", HEADINGS, *[CELLS] * 50))

    assert reason(data[: int(len(data) * kept)]) == "file.damaged"


@both
def test_flipped_bytes_never_lead_to_another_error(write):
    data = write(tab("Liste", HEADINGS, CELLS))
    for place in range(0, len(data), 7):
        flipped = data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]
        with suppress(CaseListError):
            read_file(flipped)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='x'/></sheetData></worksheet>"),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><row r='1'><c t='s'><v>999</v></c></row></worksheet>",
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><row r='1'><c><v>Strand</v></c></row></worksheet>",
        ),
        ("xl/worksheets/sheet1.xml", "<worksheet><row r='1'><c><v>1e999</v></c></row></worksheet>"),
        ("xl/styles.xml", "<styleSheet>"),
    ],
)
def test_a_part_that_says_something_impossible_is_damage(part, content):
    parts = parts_of(xlsx(tab("Liste", HEADINGS, CELLS)))

    assert reason(zipped({**parts, part: content})) == "file.damaged"


@both
def test_declared_entities_are_not_read(write):
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    )
    parts = parts_of(write(tab("Liste", HEADINGS, CELLS)))
    name = "content.xml" if "content.xml" in parts else "xl/sharedStrings.xml"
    part = parts[name]
    assert isinstance(part, bytes)
    head, _, rest = part.decode().partition("\n")

    assert reason(zipped({**parts, name: f"{head}\n{bomb}{rest}"})) == "file.damaged"


def test_a_cell_far_away_does_not_fill_the_memory():
    sheet = (
        "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row>"
        "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row></sheetData></worksheet>"
    )
    parts = parts_of(xlsx(Tab("Ark1", [["x"]])))

    assert reason(zipped({**parts, "xl/worksheets/sheet1.xml": sheet})) == "file.sheet_too_large"


@pytest.mark.parametrize(
    "repeats",
    [
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell'
        ' office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>',
        '<table:table-row><table:table-cell table:number-columns-repeated="16384"'
        ' office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>',
    ],
    ids=["rows", "columns"],
)
def test_a_repeated_cell_does_not_fill_the_memory(repeats):
    parts = parts_of(ods(tab("Liste", HEADINGS, CELLS)))
    content = parts["content.xml"]
    assert isinstance(content, bytes)
    filled = content.decode().replace("</table:table>", f"{repeats}</table:table>")

    assert reason(zipped({**parts, "content.xml": filled})) == "file.sheet_too_large"


def test_many_sheets_of_one_part_do_not_fill_the_memory():
    parts = parts_of(xlsx(tab("Liste", HEADINGS, CELLS)))
    book = parts["xl/workbook.xml"]
    assert isinstance(book, bytes)
    more = b'<sheet name="x" sheetId="1" r:id="rId1"/>' * 300

    assert reason(
        zipped({**parts, "xl/workbook.xml": book.replace(b"</sheets>", more + b"</sheets>")})
    ) == ("file.sheet_too_large")


def test_repeated_rows_of_many_tables_do_not_fill_the_memory():
    parts = parts_of(ods(tab("Liste", HEADINGS, CELLS)))
    content = parts["content.xml"]
    assert isinstance(content, bytes)
    bomb = (
        '<table:table table:name="x"><table:table-row table:number-rows-repeated="199999">'
        '<table:table-cell table:number-columns-repeated="20" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row></table:table>"
    )
    filled = content.replace(b"</office:spreadsheet>", f"{bomb * 9}</office:spreadsheet>".encode())

    assert reason(zipped({**parts, "content.xml": filled})) == "file.sheet_too_large"


def test_a_part_that_grows_a_thousandfold_is_not_unpacked():
    data = io.BytesIO()
    parts = parts_of(xlsx(tab("Liste", HEADINGS, CELLS)))
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            if name != "xl/worksheets/sheet1.xml":
                file.writestr(name, part)
        with file.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(151):
                sheet.write(b" " * 1_000_000)

    assert len(data.getvalue()) < 1_000_000
    assert reason(data.getvalue()) == "file.sheet_too_large"


def test_copies_of_sheets_of_other_files_are_passed_over():
    copy = "'file:///home/x/Annen liste.ods'#$Liste"

    assert read_file(ods(tab(copy, HEADINGS, CELLS), tab("Liste", HEADINGS, CELLS))).name == "Liste"


def test_the_largest_lists_come_in():
    rows = [[f"EV-{number}", *CELLS[1:]] for number in range(10_000)]

    assert len(read_file(xlsx(Tab("Liste", [HEADINGS, *rows]))).rows) == 10_000
