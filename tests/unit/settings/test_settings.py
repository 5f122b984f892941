from pathlib import Path

import pytest

from kiosk.domain.idle_times import IdleTimes, MachineIdleTimes
from kiosk.domain.language import Language
from kiosk.settings import Overrides, Resources, SettingsError, default_data_folder, read_settings


@pytest.fixture
def folder(tmp_path) -> Path:
    return Path(tmp_path)


def written(folder: Path, text: str) -> Overrides:
    file = folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return Overrides(data=folder)


def refusal(folder: Path, text: str) -> SettingsError:
    with pytest.raises(SettingsError) as caught:
        read_settings(written(folder, text))
    return caught.value


def test_without_a_file_the_example_is_opened_in_bokmal(folder):
    settings = read_settings(Overrides(data=folder))

    assert (settings.content, settings.language) == (
        settings.resources.example,
        Language.BOKMAL,
    )


def test_folders_in_the_file_are_relative_to_it(folder):
    file = folder / "office.toml"
    file.write_text('content = "pack"\ndata = "record"', encoding="utf-8")

    settings = read_settings(Overrides(file=file))

    assert (settings.content, settings.data) == (folder / "pack", folder / "record")


def test_reads_language_device_and_printer(folder):
    settings = read_settings(
        written(folder, 'language = "nn"\ndevice = "kiosk-21"\nprinter = "Kontor"')
    )

    assert (settings.language, settings.device, settings.printer) == (
        Language.NYNORSK,
        "kiosk-21",
        "Kontor",
    )


def test_the_command_line_wins_over_the_file(folder):
    written(folder, 'content = "pack"')

    settings = read_settings(Overrides(data=folder, content=folder / "other"))

    assert settings.content == folder / "other"


def test_an_unknown_key_is_named(folder):
    error = refusal(folder, 'colour = "red"')

    assert (error.key, error.code) == ("colour", "settings.unknown_key")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("device = 14", "settings.not_text"),
        ('language = "sv"', "settings.not_allowed"),
        ("device = ", "settings.not_toml"),
        ('public = "yes"', "settings.not_yes_or_no"),
        ("public = 1", "settings.not_yes_or_no"),
        ('warn_after_s = "120"', "settings.not_seconds"),
        ("warn_after_s = 120.5", "settings.not_seconds"),
        ("warn_after_s = true", "settings.not_seconds"),
        ("warn_after_s = 119", "settings.out_of_bounds_or_0"),
        ("warn_after_s = -1", "settings.out_of_bounds_or_0"),
        ("visit_warn_after_s = 3001", "settings.out_of_bounds_or_0"),
        ("end_after_s = 19", "settings.out_of_bounds"),
        ("end_after_s = 0", "settings.out_of_bounds"),
        ("visit_end_after_s = 601", "settings.out_of_bounds"),
        ("staff_lock_after_s = 119", "settings.out_of_bounds"),
        ("staff_lock_after_s = 301", "settings.out_of_bounds"),
        ('staff_lock_after_s = "300"', "settings.not_seconds"),
    ],
)
def test_a_wrong_value_is_refused(folder, text, code):
    assert refusal(folder, text).code == code


def test_a_machine_is_public_and_patient_as_written(folder):
    settings = read_settings(
        written(
            folder, "public = true\nwarn_after_s = 300\nend_after_s = 90\nvisit_warn_after_s = 0"
        )
    )

    assert settings.is_public
    assert settings.idle == MachineIdleTimes(IdleTimes(300, 90), IdleTimes(0, 90))


def test_staff_are_locked_out_of_a_public_machine_as_soon_as_written(folder):
    settings = read_settings(written(folder, "staff_lock_after_s = 180"))

    assert settings.idle == MachineIdleTimes(staff_lock_after_s=180)


def test_without_a_word_a_machine_is_not_public_and_has_the_usual_limits(folder):
    settings = read_settings(Overrides(data=folder))

    assert not settings.is_public
    assert settings.idle == MachineIdleTimes()


def test_bounds_are_told_with_the_key(folder):
    error = refusal(folder, "visit_end_after_s = 5")

    assert (error.key, error.allowed) == ("visit_end_after_s", ("20", "600"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('language = "nb"\nwarn_after_s = \nx', "2"),
        ('device = "kiosk-21"\n\nprinter = "Kontor', "3"),
        ('language = "nb"\nlanguage = "nn"\npublic = true', "2"),
    ],
)
def test_a_broken_file_is_told_with_the_line(folder, text, line):
    error = refusal(folder, text)

    assert (error.code, error.key) == ("settings.not_toml", line)


def test_a_file_in_another_encoding_is_told(folder):
    (folder / "settings.toml").write_bytes('printer = "Påklang"'.encode("latin-1"))

    with pytest.raises(SettingsError) as caught:
        read_settings(Overrides(data=folder))

    assert caught.value.code == "settings.not_utf8"


def test_a_file_that_was_named_must_exist(folder):
    with pytest.raises(SettingsError) as caught:
        read_settings(Overrides(file=folder / "none.toml"))

    assert caught.value.code == "settings.unreadable"


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"HOME": "/h"}, "/h/.local/share/brukervalg-kiosk"),
        ("linux", {"HOME": "/h", "XDG_DATA_HOME": "/d"}, "/d/brukervalg-kiosk"),
        ("win32", {"HOME": "/h", "LOCALAPPDATA": "/l"}, "/l/brukervalg-kiosk"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Application Support/brukervalg-kiosk"),
    ],
)
def test_data_lies_where_the_system_keeps_data(platform, environment, expected):
    assert default_data_folder(environment, platform) == Path(expected)


def test_a_clone_finds_fonts_catalogues_and_the_example():
    resources = Resources.shipped()

    assert all(path.is_dir() for path in (resources.fonts, resources.locales, resources.example))


@pytest.mark.parametrize("prefix", ["~", "|", ""])
def test_the_scanner_puts_a_sign_before_its_codes_or_nothing(tmp_path, prefix):
    file = tmp_path / "settings.toml"
    file.write_text(f'scanner_prefix = "{prefix}"\n', encoding="utf-8")

    assert read_settings(Overrides(file=file), {}).scanner_prefix == prefix


@pytest.mark.parametrize("prefix", ["a", "7", " ", "~~", "å"])
def test_what_people_write_words_with_is_no_sign_of_a_scanner(tmp_path, prefix):
    file = tmp_path / "settings.toml"
    file.write_text(f'scanner_prefix = "{prefix}"\n', encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        read_settings(Overrides(file=file), {})
    assert caught.value.key == "scanner_prefix"


def test_a_machine_has_a_cleaning_code_or_none(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text('cleaning_code = "4711"\n', encoding="utf-8")

    assert read_settings(Overrides(file=file), {}).cleaning_code == "4711"
    assert read_settings(Overrides(data=tmp_path / "none"), {}).cleaning_code == ""


@pytest.mark.parametrize("code", ['"12"', '"kode"', "4711"])
def test_a_cleaning_code_is_digits_in_quotation_marks(tmp_path, code):
    file = tmp_path / "settings.toml"
    file.write_text(f"cleaning_code = {code}\n", encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        read_settings(Overrides(file=file), {})
    assert caught.value.key == "cleaning_code"
