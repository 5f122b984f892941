import pytest


def test_help_is_in_bokmal(kiosk):
    assert "Viser alle leverandører" in kiosk("--help").out


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


def test_a_fault_in_the_settings_is_told_without_a_traceback(kiosk, folder):
    file = folder / "settings.toml"
    file.write_text('colour = "red"', encoding="utf-8")

    said = kiosk("--settings", file, "receipt", "EV-1", "--out", folder / "r.pdf")

    assert (said.code, said.err.startswith("settings.toml: ")) == (1, True)
    assert "colour" in said.err
    assert "Traceback" not in said.err
