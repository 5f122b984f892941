"""``kiosk cases import`` with workbooks and headings that nobody understands."""

import csv

import pytest

from tests.unit.cli.conftest import EXAMPLE
from tests.workbook_files import Tab, ods, xlsx

LINES = list(csv.reader((EXAMPLE / "cases.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))


def table(**renamed: str) -> list[list[object]]:
    heading, *rows = LINES
    return [[renamed.get(name, name) for name in heading], *(list[object](row) for row in rows)]


@pytest.fixture
def written(folder):
    def write(data: bytes, name: str = "Kari Prøve liste.xlsx"):
        file = folder / name
        file.write_bytes(data)
        return file

    return write


@pytest.mark.parametrize("write", [xlsx, ods])
def test_a_workbook_is_taken_in_as_the_same_list_in_csv(kiosk, written, write):
    kiosk("cases", "import", EXAMPLE / "cases.csv", "--yes")

    said = kiosk("cases", "import", written(write(Tab("Saker", table()))))

    assert "Ark: Saker" in said.out
    assert "15 uendrede saker" in said.out


def test_one_of_several_sheets_is_named(kiosk, written):
    file = written(xlsx(Tab("Mai", table()), Tab("Juni", table())))

    asked = kiosk("cases", "import", file, "--yes")
    said = kiosk("cases", "import", file, "--sheet", "Juni", "--yes")

    assert (asked.code, asked.out) == (1, "")
    assert asked.err == (
        "Kari Prøve liste.xlsx: Flere ark ser ut som en saksliste: «Mai» og «Juni»."
        " Si hvilket det er.\nOppgi arket med --sheet NAVN.\n"
    )
    assert "15 nye saker" in said.out


def test_a_missing_column_is_told_with_the_headings_that_may_be_it(kiosk, written):
    file = written(xlsx(Tab("Saker", table(Sone="Hvor", Saksnummer="Vår ref"))))

    said = kiosk("cases", "import", file, "--yes")

    assert said.code == 1
    assert "Filen mangler kolonnene Saksnummer og Sone." in said.err
    assert "«Vår ref»" in said.err
    assert "--map OVERSKRIFT=FELT" in said.err


def test_where_every_heading_is_taken_those_that_may_be_the_missing_one_are_told(kiosk, written):
    lines = [line[:10] for line in table(Sone="Poststed")]
    file = written(xlsx(Tab("Saker", lines)))

    said = kiosk("cases", "import", file, "--yes")

    assert "Filen mangler kolonnen Sone." in said.err
    assert "Kolonner som kan være den som mangler: " in said.err
    assert "«Poststed»" in said.err
    assert "«Saksnummer»" not in said.err
    assert "--map OVERSKRIFT=FELT" in said.err


def test_what_is_explained_now_is_not_asked_for_again(kiosk, written):
    file = written(xlsx(Tab("Saker", table(Sone="Hvor", Saksnummer="Vår ref"))))

    said = kiosk("cases", "import", file, "--map", "Hvor=Sone", "--yes")

    assert "Kolonner som ikke er gjenkjent: «Vår ref»." in said.err


def test_an_explanation_without_the_equals_sign_is_told(kiosk, written):
    file = written(xlsx(Tab("Saker", table(Sone="Hvor"))))

    said = kiosk("cases", "import", file, "--map", "Hvor", "--yes")

    assert (said.code, said.out) == (2, "")
    assert "«Hvor» mangler likhetstegnet. Skriv OVERSKRIFT=FELT." in said.err


def test_what_is_explained_once_is_remembered_when_it_is_stored(kiosk, written):
    file = written(xlsx(Tab("Saker", table(Sone="Hvor", Saksnummer="Vår ref"))))
    told = ("--map", "hvor=sone", "--map", "Vår ref=Saksnummer")

    unstored = kiosk("cases", "import", file, *told)
    forgotten = kiosk("cases", "import", file)
    stored = kiosk("cases", "import", file, *told, "--yes")
    remembered = kiosk("cases", "import", file)

    assert "15 nye saker" in unstored.out
    assert "Filen mangler" in forgotten.err
    assert stored.code == 0
    assert "Kolonner slik dere har forklart dem: «Vår ref» = Saksnummer" in remembered.out
    assert "15 uendrede saker" in remembered.out


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("Her=Sone", "Filen har ingen kolonne «Her». Den har: «Saksnummer», "),
        (
            "Hvor=Sted i verden",
            "Det finnes ikke noe felt «Sted i verden». Det finnes: Saksnummer, ",
        ),
        ("Hvor=Tjeneste", "ville begge bli feltet «Tjeneste»."),
        ("Hvor=", "Filen mangler kolonnen Sone."),
        ("Hvor=-", "Filen mangler kolonnen Sone."),
    ],
)
def test_a_wrong_explanation_is_refused(kiosk, written, said, answer):
    file = written(xlsx(Tab("Saker", table(Sone="Hvor"))))

    told = kiosk("cases", "import", file, "--map", said, "--yes")

    assert (told.code, told.out) == (1, "")
    assert answer in told.err


def test_fields_have_names_in_every_language(kiosk, written):
    file = written(xlsx(Tab("Saker", table(Vedtaksdato="Den dagen"))))

    for language, name in (("en", "date of the decision"), ("nn", "Vedtaksdato")):
        said = kiosk(
            "cases", "import", file, "--map", f"Den dagen={name}", "--ui-language", language
        )
        assert said.out, said.err


def test_a_sheet_of_a_file_that_is_no_workbook_is_refused(kiosk):
    said = kiosk("cases", "import", EXAMPLE / "cases.csv", "--sheet", "Juni", "--yes")

    assert (said.code, said.out) == (2, "")
    assert "cases.csv" in said.err
