from io import BytesIO, TextIOWrapper

import pytest

from kiosk.record.ledger_record import open_trial_record


@pytest.fixture
def code_file(folder):
    file = folder / "code"
    file.write_text("246810\nnot this line\n", encoding="utf-8")
    return file


def test_a_staff_member_is_added_with_the_code_of_a_file(kiosk, folder, code_file):
    kiosk("staff", "add", "Kari Eksempel", "--role", "case-officer", "--code-file", code_file)

    record = open_trial_record(folder / "data")
    names = [member.name for member in record.staff()]
    record.close()

    assert names == ["Kari Eksempel"]


def test_the_code_is_asked_for_twice(kiosk, monkeypatch):
    asked: list[dict[str, object]] = []

    def prompt(text: str, **options: object) -> str:
        asked.append(options)
        return "246810"

    monkeypatch.setattr("click.prompt", prompt)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    assert kiosk("staff", "add", "Kari Eksempel", "--role", "front-desk").code == 0
    assert asked == [{"hide_input": True, "confirmation_prompt": "Koden en gang til"}]


def test_a_short_code_is_refused(kiosk, folder):
    file = folder / "code"
    file.write_text("12", encoding="utf-8")

    said = kiosk("staff", "add", "Kari Eksempel", "--role", "administrator", "--code-file", file)

    assert (said.code, said.out) == (1, "")


def test_the_same_name_twice_is_refused(kiosk, code_file):
    arguments = ["staff", "add", "Kari Eksempel", "--role", "front-desk", "--code-file", code_file]
    kiosk(*arguments)

    assert kiosk(*arguments).code == 1


def test_nobody_is_let_in_to_a_pack_that_does_not_open(kiosk, pack, folder, code_file):
    (pack / "zones.toml").unlink()
    arguments = ["--role", "front-desk", "--code-file", code_file, "--content", pack]

    said = kiosk("staff", "add", "Kari Eksempel", *arguments)

    assert said.code == 1
    assert not (folder / "data").exists()


@pytest.fixture
def standard_input(monkeypatch):
    """Write the bytes that a script hands over."""

    def hand_over(content: bytes) -> None:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(content)))

    return hand_over


def test_without_a_terminal_nothing_is_asked(kiosk, standard_input):
    standard_input(b"246810\n246810\n")

    said = kiosk("staff", "add", "Kari Eksempel", "--role", "front-desk")

    assert (said.code, said.out) == (2, "")
    assert "--code-file" in said.err


def test_the_code_may_come_from_standard_input(kiosk, standard_input):
    standard_input(b"246810\n")

    arguments = ["staff", "add", "Kari Eksempel", "--role", "front-desk", "--code-file", "-"]

    assert kiosk(*arguments).code == 0


def test_a_code_that_is_no_text_is_refused_in_words(kiosk, folder):
    file = folder / "code"
    file.write_bytes(b"\xff\xfe\xfa")

    said = kiosk("staff", "add", "Kari Eksempel", "--role", "front-desk", "--code-file", file)

    assert (said.code, said.out) == (2, "")
    assert "Filen med koden kan ikke leses" in said.err
