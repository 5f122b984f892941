import io
import re
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
    assert "15 uendrede saker" in kiosk("cases", "import", CASES).out


def test_the_same_list_again_has_nothing_to_store(kiosk):
    kiosk("cases", "import", CASES, "--yes")

    said = kiosk("cases", "import", CASES, "--yes")

    assert (said.code, "ingenting å lagre" in said.out) == (0, True)


def test_a_changed_row_names_what_changed(kiosk, shorter):
    kiosk("cases", "import", CASES, "--yes")

    out = kiosk("cases", "import", shorter, "--ui-language", "en").out

    assert "EV-1042: Given name: Solveig → Synnøve\n" in out


def test_a_missing_case_is_named_and_stays_open(kiosk, shorter):
    kiosk("cases", "import", CASES, "--yes")

    out = kiosk("cases", "import", shorter, "--yes").out

    assert "EV-1078\n  Den blir stående åpen. Legg til --close-missing for å avslutte den." in out
    assert "0 avsluttede saker" in out


def test_a_missing_case_is_closed_when_asked_for(kiosk, shorter):
    kiosk("cases", "import", CASES, "--yes")

    out = kiosk("cases", "import", shorter, "--yes", "--close-missing").out

    assert "Den blir avsluttet." in out
    assert "1 avsluttet sak." in out


def test_a_case_that_its_row_closes_is_told_before_and_after(kiosk, folder):
    kiosk("cases", "import", CASES, "--yes")
    heading, *rows, last = CASES.read_text(encoding="utf-8-sig").splitlines()
    cells = dict(zip(heading.split(";"), last.split(";"), strict=True))
    closing = ";".join({**cells, "Avsluttet": "20.11.2026"}.values())
    file = folder / "cases.csv"
    file.write_text("\n".join((heading, *rows, closing)), encoding="utf-8")

    out = kiosk("cases", "import", file, "--yes").out

    assert "0 nye saker, 0 endrede saker, 1 avsluttet sak og 14 uendrede saker." in out
    assert "Lagret: 0 nye saker, 0 endrede saker og 1 avsluttet sak." in out


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


class Terminal(io.StringIO):
    """Somebody who types one answer after the other."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def type_in(monkeypatch):
    def type_lines(*answers: str) -> None:
        monkeypatch.setattr("sys.stdin", Terminal("".join(f"{answer}\n" for answer in answers)))

    return type_lines


@pytest.mark.parametrize("answer", ["j", "Ja", "J", "y", "yes", " ja "])
def test_on_a_terminal_it_asks_and_stores_on_yes(kiosk, type_in, answer):
    type_in(answer)

    said = kiosk("cases", "import", CASES)

    assert "Skal dette lagres? [j/N]: " in said.out
    assert (said.code, "Lagret: 15 nye saker" in said.out) == (0, True)


@pytest.mark.parametrize("answer", ["n", "Nei", "no", ""])
def test_on_a_terminal_it_takes_no_for_an_answer(kiosk, type_in, answer):
    type_in(answer)

    said = kiosk("cases", "import", CASES)

    assert said.code == 1
    assert said.out.endswith("Du svarte nei. Ingenting er lagret.\n")
    assert "15 nye saker" in kiosk("cases", "import", CASES).out


def test_on_a_terminal_it_asks_again_where_the_answer_is_neither(kiosk, type_in):
    type_in("kanskje", "nei")

    out = kiosk("cases", "import", CASES).out

    assert "Svar ja eller nei.\n" in out
    assert out.count("[j/N]") == 2


@pytest.mark.parametrize(("language", "letters"), [("nb", "j/N"), ("nn", "j/N"), ("en", "y/N")])
def test_it_asks_in_the_language_of_the_user(kiosk, type_in, language, letters):
    type_in("n")

    assert f"? [{letters}]: " in kiosk("cases", "import", CASES, "--ui-language", language).out


def test_a_question_that_is_left_stores_nothing(kiosk, type_in):
    type_in()

    said = kiosk("cases", "import", CASES)

    assert (said.code, said.err) == (1, "Stoppet. Ingenting er lagret.\n")


def test_without_a_terminal_it_asks_nothing_and_says_how_to_store(kiosk):
    out = kiosk("cases", "import", CASES).out

    assert "[j/N]" not in out
    assert "--yes" in out


@pytest.mark.parametrize(("answer", "closed"), [("ja", "1 avsluttet sak."), ("n", "0 avsluttede")])
def test_on_a_terminal_it_asks_whether_to_close_missing_cases(
    kiosk, shorter, type_in, answer, closed
):
    kiosk("cases", "import", CASES, "--yes")
    type_in("j", answer)

    out = kiosk("cases", "import", shorter).out

    assert "Skal saken som mangler i listen, avsluttes? [j/N]: " in out
    assert "--close-missing" not in out
    assert out.count("[j/N]") == 2
    assert closed in out
    assert out.index("Skal dette lagres?") < out.index("avsluttes?")


def test_on_a_terminal_who_stores_nothing_is_not_asked_what_to_close(kiosk, shorter, type_in):
    kiosk("cases", "import", CASES, "--yes")
    type_in("n")

    said = kiosk("cases", "import", shorter)

    assert said.code == 1
    assert "avsluttes?" not in said.out


@pytest.mark.parametrize(
    ("answer", "told"), [("j", "1 avsluttet sak."), ("n", "ingenting å lagre")]
)
def test_where_only_cases_are_missing_that_is_the_one_question(
    kiosk, folder, type_in, answer, told
):
    kiosk("cases", "import", CASES, "--yes")
    file = folder / "without_last.csv"
    lines = CASES.read_text(encoding="utf-8-sig").splitlines()
    file.write_text("\n".join(lines[:-1]), encoding="utf-8")
    type_in(answer)

    out = kiosk("cases", "import", file).out

    assert out.count("[j/N]") == 1
    assert told in out


def test_one_of_a_kind_is_told_in_the_singular(kiosk, folder):
    lines = CASES.read_text(encoding="utf-8-sig").splitlines()
    file = folder / "one.csv"
    file.write_text("\n".join([lines[0], lines[-1]]), encoding="utf-8")

    assert "1 ny sak, 0 endrede saker og 0 uendrede saker.\n" in kiosk("cases", "import", file).out


def test_a_case_that_comes_back_is_told_as_opened_again(kiosk, shorter):
    kiosk("cases", "import", CASES, "--yes")
    kiosk("cases", "import", shorter, "--yes", "--close-missing")

    out = kiosk("cases", "import", CASES).out

    assert re.search(r"EV-1078: Saken ble avsluttet \(.*\) og blir åpnet igjen\.\n", out)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_refused_before_the_record_is_opened(kiosk, folder):
    said = kiosk("cases", "import", "/dev/zero", "--yes")

    assert (said.code, said.out) == (1, "")
    assert "Dette er ikke en fil" in said.err
    assert not (folder / "data").exists()


def test_a_file_far_larger_than_any_list_is_refused(kiosk, folder):
    file = folder / "list.csv"
    with file.open("wb") as written:
        written.truncate(50_000_001)

    said = kiosk("cases", "import", file, "--yes")

    assert (said.code, said.out) == (1, "")
    assert "50 MB" in said.err
