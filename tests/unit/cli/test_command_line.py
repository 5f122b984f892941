from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.cli import plain_run
from kiosk.settings import Overrides


def test_help_is_in_bokmal(kiosk):
    assert "Viser alle leverandører" in kiosk("--help").out


@pytest.mark.parametrize("options", [[], ["--ui-language", "nn"]])
def test_the_version_is_told(kiosk, options):
    said = kiosk(*options, "--version")

    assert (said.code, said.out) == (0, f"kiosk {__version__}\n")


def test_the_words_of_usage_are_in_bokmal_too(kiosk):
    assert kiosk("--help").out.startswith("Bruk: kiosk [VALG]")


def test_help_in_another_language_is_asked_for_anywhere_on_the_line(kiosk):
    assert "Folder of the record." in kiosk("content", "check", "--help", "--ui-language=en").out


@pytest.mark.parametrize("arguments", [["nonsense"], ["staff", "add"], ["--ui-language", "sv"]])
def test_wrong_use_ends_with_two(kiosk, arguments):
    assert kiosk(*arguments).code == 2


def test_wrong_use_is_told_on_standard_error(kiosk):
    said = kiosk("nonsense")

    assert (said.out, "nonsense" in said.err) == ("", True)


@pytest.mark.parametrize("command", ["--help", "content --help", "cases import --help"])
def test_folders_belong_to_every_command(kiosk, command):
    out = kiosk(*command.split()).out

    assert "--content" in out
    assert "--data" in out


def test_the_line_at_which_the_settings_break_off_is_told(kiosk, folder):
    file = folder / "settings.toml"
    file.write_text('language = "nb"\nprinter = \n', encoding="utf-8")

    said = kiosk("--settings", file, "log", "opening")

    assert said.code == 1
    assert "settings.toml" in said.err
    assert "linje 2" in said.err


def test_a_fault_in_the_settings_is_told_without_a_traceback(kiosk, folder):
    file = folder / "settings.toml"
    file.write_text('colour = "red"', encoding="utf-8")

    said = kiosk("--settings", file, "receipt", "EV-1", "--out", folder / "r.pdf")

    assert (said.code, said.err.startswith("settings.toml: ")) == (1, True)
    assert "colour" in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("run", Overrides()),
        ("run --data d", Overrides(data=Path("d"))),
        ("--content c run --data d", Overrides(content=Path("c"), data=Path("d"))),
    ],
)
def test_a_plain_run_is_read_without_click(line, said):
    assert plain_run(line.split()) == said


@pytest.mark.parametrize(
    "line", ["", "run run", "run --data", "--data run", "run --help", "run --device x", "staff run"]
)
def test_every_other_line_is_left_to_click(line):
    assert plain_run(line.split()) is None


@pytest.mark.parametrize("option", ["--data", "--content"])
def test_a_file_where_a_folder_belongs_is_wrong_use_of_every_command(kiosk, folder, option):
    file = folder / "file"
    file.write_bytes(b"")

    codes = {kiosk(*command, option, file).code for command in (["run"], ["content", "check", "."])}

    assert codes == {2}


@pytest.mark.parametrize(
    "where",
    [["--data", "of-nynorsk"], ["--data=of-nynorsk"], ["--settings", "of-nynorsk/settings.toml"]],
)
def test_wrong_use_is_told_in_the_language_of_the_settings(kiosk, folder, monkeypatch, where):
    monkeypatch.chdir(folder)
    (folder / "of-nynorsk").mkdir()
    (folder / "of-nynorsk" / "settings.toml").write_text('language = "nn"', encoding="utf-8")

    assert "finst ikkje" in kiosk("recipt", *where).err


def test_settings_that_cannot_be_used_do_not_keep_the_usage_back(kiosk, folder):
    (folder / "data").mkdir()
    (folder / "data" / "settings.toml").write_text("language = 7", encoding="utf-8")

    assert kiosk("--help").out.startswith("Bruk:")


def test_a_plain_run_tells_what_stands_in_the_way(kiosk, folder):
    said = kiosk("run", "--content", folder / "none")

    assert (said.code, said.err.splitlines()[-1]) == (
        1,
        "Innholdspakken har 1 feil og ble ikke åpnet.",
    )
