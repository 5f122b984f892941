from pathlib import Path

import pytest

from tests.unit.cli.conftest import EXAMPLE

CASES = EXAMPLE / "cases.csv"


@pytest.fixture
def shorter(folder: Path) -> Path:
    """The example's list without its last case, and with another given name in the first."""
    lines = CASES.read_text(encoding="utf-8-sig").splitlines()
    file = folder / "shorter.csv"
    file.write_text("\n".join(lines[:-1]).replace("Solveig", "Synnøve"), encoding="utf-8")
    return file


def test_a_preview_counts_rows_and_cases(kiosk):
    out = kiosk("cases", "import", CASES).out

    assert "18 av 18 rader" in out
    assert "15 nye" in out


def test_without_yes_nothing_is_stored(kiosk):
    first = kiosk("cases", "import", CASES)

    assert first.code == 1
    assert "15 nye" in kiosk("cases", "import", CASES).out


def test_with_yes_the_cases_are_stored(kiosk):
    first = kiosk("cases", "import", CASES, "--yes")

    assert first.code == 0
    assert "15 uendret" in kiosk("cases", "import", CASES).out


def test_the_same_list_again_has_nothing_to_store(kiosk):
    kiosk("cases", "import", CASES, "--yes")

    said = kiosk("cases", "import", CASES, "--yes")

    assert (said.code, "ingenting å lagre" in said.out) == (0, True)


def test_a_changed_row_names_what_changed(kiosk, shorter):
    kiosk("cases", "import", CASES, "--yes")

    assert "EV-1042: Given name" in kiosk("cases", "import", shorter, "--ui-language", "en").out


def test_a_missing_case_is_named_and_stays_open(kiosk, shorter):
    kiosk("cases", "import", CASES, "--yes")

    out = kiosk("cases", "import", shorter, "--yes").out

    assert "EV-1078" in out
    assert "0 avsluttet" in out


def test_a_missing_case_is_closed_when_asked_for(kiosk, shorter):
    kiosk("cases", "import", CASES, "--yes")

    assert "1 avsluttet" in kiosk("cases", "import", shorter, "--yes", "--close-missing").out


def test_a_refused_row_is_told_with_row_column_value_and_reason(kiosk, folder):
    text = CASES.read_text(encoding="utf-8-sig").replace("Nordsida", "Sørsida")
    file = folder / "cases.csv"
    file.write_text(text, encoding="utf-8")

    said = kiosk("cases", "import", file, "--yes", "--ui-language", "en")

    assert said.code == 1
    assert "Row 6, column Sone, “Sørsida”: " in said.out


def test_a_file_that_is_no_case_list_is_refused(kiosk, folder):
    file = folder / "cases.csv"
    file.write_text("", encoding="utf-8")

    said = kiosk("cases", "import", file, "--yes")

    assert (said.code, said.out) == (1, "")
    assert said.err


def test_on_a_terminal_it_asks_and_takes_no_for_an_answer(kiosk, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("click.confirm", lambda question, default: False)

    assert "Ingenting er lagret" in kiosk("cases", "import", CASES).out


def test_on_a_terminal_it_asks_whether_to_close_missing_cases(kiosk, shorter, monkeypatch):
    kiosk("cases", "import", CASES, "--yes")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("click.confirm", lambda question, default: True)

    assert "1 avsluttet" in kiosk("cases", "import", shorter).out
