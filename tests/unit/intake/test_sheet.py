"""Bytes of exported files: letters, separators, quotes, row numbers."""

import pytest

from kiosk.domain.errors import CaseListError
from kiosk.intake.csv_files import read_csv
from tests.intake_samples import HEADING, ROW, csv_of

TEXT = f"{HEADING}\r\n{ROW}\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_reads_norwegian_letters_in_every_usual_encoding(encoding):
    sheet = read_csv(TEXT.encode(encoding))

    assert sheet.headings[2] == "Fødselsdato"
    assert sheet.rows[0].cells[4] == "Sørbyen"


def test_reads_big_endian_utf_16_with_its_mark():
    assert read_csv(b"\xfe\xff" + TEXT.encode("utf-16-be")).headings[0] == "Saksnummer"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_finds_the_separator_by_the_headings_that_it_gives(delimiter):
    sheet = read_csv(TEXT.replace(";", delimiter).encode())

    assert len(sheet.headings) == len(sheet.rows[0].cells) == 6


def test_commas_in_cells_do_not_mislead_about_the_separator():
    sheet = read_csv(csv_of(HEADING + ";a,b,c,d,e,f,g,h,i", ROW + ";x"))

    assert sheet.headings[0] == "Saksnummer"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_reads_every_kind_of_line_end(end):
    assert len(read_csv(end.join([HEADING, ROW, ROW]).encode()).rows) == 2


def test_a_quoted_line_break_starts_no_row():
    quoted = ROW.replace("Solveig Strand", '"Solveig\r\nStrand"')

    sheet = read_csv(csv_of(HEADING, quoted, ROW))

    assert [row.number for row in sheet.rows] == [2, 3]
    assert sheet.rows[0].cells[1] == "Solveig\r\nStrand"


def test_doubled_quotes_are_one_quote():
    quoted = ROW.replace("Solveig Strand", '"Solveig ""Sol"" Strand"')

    assert read_csv(csv_of(HEADING, quoted)).rows[0].cells[1] == 'Solveig "Sol" Strand'


def test_blank_rows_are_skipped_but_counted():
    sheet = read_csv(csv_of(HEADING, "", ";;;;;", ROW))

    assert [row.number for row in sheet.rows] == [4]


def test_the_separator_hint_of_spreadsheet_programs_is_no_row():
    sheet = read_csv(csv_of("sep=;", HEADING, ROW))

    assert sheet.rows[0].number == 2


def test_a_blank_line_before_the_headings_counts_as_a_row():
    assert read_csv(csv_of("", HEADING, ROW)).rows[0].number == 3


def reason(data: bytes) -> str:
    with pytest.raises(CaseListError) as caught:
        read_csv(data)
    return caught.value.refusal.code


@pytest.mark.parametrize("data", [b"", b" \r\n ", b"\r\n"])
def test_an_empty_file_is_told(data):
    assert reason(data) == "file.empty"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-16-le"),
        b"\x81\x8d\x8f",
        b"\xff\xfe\x00",
        TEXT.encode() + b"\xe5",
        TEXT.encode().decode("cp1252").encode(),
    ],
    ids=["no mark", "no letters", "half a letter", "a byte too many", "read wrong before"],
)
def test_unreadable_letters_are_told(data):
    assert reason(data) == "file.encoding"


@pytest.mark.parametrize("data", [b"hello", ROW.encode(), b"Navn;x;y;z\r\n1;2;3;4"])
def test_headings_that_are_not_understood_are_told(data):
    assert reason(data) == "file.headings_unknown"


@pytest.mark.parametrize(
    "start",
    [
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        "<html><body><table>",
        "\r\n<TABLE border=1>",
    ],
)
def test_a_web_page_under_the_name_of_a_spreadsheet_is_told(start):
    assert reason(f"{start}{TEXT}".encode()) == "file.markup"


def test_a_pdf_document_is_told():
    assert reason(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj") == "file.pdf"


@pytest.mark.parametrize(
    "above",
    [
        ["Utskrift fra Eksempelsystem 22.11.2026", ""],
        ["Saksliste;;;;;", ";;;;;", "Sone: alle;Tjeneste: alle;;;;"],
        ["Utskrift, sortert etter navn, sone"] * 9,
    ],
)
def test_title_lines_above_the_headings_are_skipped_but_counted(above):
    sheet = read_csv(csv_of(*above, HEADING, ROW))

    assert sheet.headings[0] == "Saksnummer"
    assert (sheet.heading_row, sheet.rows[0].number) == (len(above) + 1, len(above) + 2)


def test_headings_are_looked_for_in_ten_rows_only():
    assert reason(csv_of(*["Utskrift"] * 10, HEADING, ROW)) == "file.headings_unknown"


def test_two_known_headings_are_headings_where_nothing_else_stands_in_the_row():
    assert read_csv(csv_of("Saksnummer;Navn", "EV-1;Solveig Strand")).headings[1] == "Navn"


def test_headings_alone_are_told():
    assert reason(HEADING.encode()) == "file.no_rows"


@pytest.mark.parametrize("rest", [[ROW] * 3, [ROW] * 5000])
def test_a_quote_that_is_never_closed_is_told_with_its_row(rest):
    with pytest.raises(CaseListError) as caught:
        read_csv(csv_of(HEADING, ROW, ROW.replace("Solveig", '"Solveig'), *rest))

    assert caught.value.refusal.code == "file.open_quote"
    assert caught.value.refusal.values == {"row": "3"}


def test_the_error_holds_nothing_from_the_file():
    with pytest.raises(CaseListError) as caught:
        read_csv(ROW.encode())

    assert "Strand" not in repr(caught.value) + str(caught.value.refusal)
