"""``kiosk exit``: announced, looked at and called off on the command line."""

from datetime import date, timedelta

import pytest

from tests.unit.cli.conftest import EXAMPLE

OFFICER = "Kari Eksempel"
LAST_DAY = f"{date.today() + timedelta(days=90)}"  # noqa: DTZ011  the command line lives today


@pytest.fixture
def code(kiosk, folder):
    kiosk("cases", "import", EXAMPLE / "cases.csv", "--yes")
    file = folder / "code.txt"
    file.write_text("25802580\n", "utf-8")
    kiosk("staff", "add", OFFICER, "--role", "case-officer", "--code-file", file)
    return file


@pytest.fixture
def exit_(kiosk, code):
    def said(*arguments):
        return kiosk("exit", *arguments, "--by", OFFICER, "--by-code-file", code)

    return said


def announce(exit_, *more):
    what = ("--provider", "Lind AS", "--last-day", LAST_DAY, "--cause", "contract_ends")
    return exit_("announce", *what, *more)


def key_in(kiosk):
    return kiosk("exit", "list").out.split(":")[0]


def test_it_is_tried_without_being_stored(kiosk, exit_):
    said = announce(exit_, "--dry-run")

    assert said.code == 0
    assert "Lind\N{NO-BREAK SPACE}AS slutter med" in said.out
    assert "Lind" not in kiosk("exit", "list").out


def test_it_is_announced_listed_shown_and_called_off(kiosk, exit_):
    assert announce(exit_).code == 0
    key = key_in(kiosk)

    listed = kiosk("exit", "list").out
    shown = kiosk("exit", "status", key, "--names")
    off = exit_("call-off", key, "--reason", "Avtalen er forlenget.")

    assert "EV-1042" in shown.out
    assert off.code == 0
    assert kiosk("exit", "list").out != listed


def test_only_those_who_sign_in_announce(kiosk, folder, code):
    wrong = folder / "wrong.txt"
    wrong.write_text("11111111\n", "utf-8")

    said = announce(
        lambda *arguments: kiosk("exit", *arguments, "--by", OFFICER, "--by-code-file", wrong)
    )

    assert said.code == 1
    assert "Lind" not in kiosk("exit", "list").out


def test_what_is_not_known_is_named(kiosk, exit_):
    assert announce(exit_, "--zone", "Atlantis").code == 2
    assert announce(exit_, "--backup", "Lind AS").code == 1
    assert kiosk("exit", "status", "unknown").code == 1


def test_the_letter_is_written(kiosk, exit_, folder):
    announce(exit_)
    file = folder / "brev.pdf"

    said = kiosk("letter", "--case", "EV-1042", "--kind", "exit", "--out", file)

    assert said.code == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_there_is_no_letter_for_somebody_else(kiosk, exit_, folder):
    announce(exit_)

    said = kiosk("letter", "--case", "EV-1017", "--kind", "exit", "--out", folder / "brev.pdf")

    assert said.code == 1
