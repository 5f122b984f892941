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


def test_a_called_off_exit_says_so_and_asks_for_nothing(kiosk, exit_):
    announce(exit_)
    key = key_in(kiosk)
    exit_("call-off", key, "--reason", "Avtalen er forlenget.")

    shown = kiosk("exit", "status", key, "--names")
    again = exit_("call-off", key, "--reason", "Avtalen er forlenget.")
    followed = exit_("follow-up", key)

    assert shown.code == 0
    assert shown.out.splitlines()[-1] == "Det er trukket tilbake. Det er ingenting å gjøre."
    assert "brev" not in shown.out
    assert again.code == followed.code == 1
    assert "trukket tilbake" in again.err
    assert "trukket tilbake" in followed.err


def test_following_up_an_exit_that_is_not_there_says_so(kiosk, exit_):
    announce(exit_)

    unknown, known = exit_("follow-up", "unknown"), exit_("follow-up", key_in(kiosk))

    assert (unknown.code, known.code) == (1, 0)
    assert "unknown" not in unknown.out


@pytest.mark.parametrize("day", ["9999-12-31", "2126-01-31", "1990-01-31"])
def test_a_day_that_is_far_off_is_refused_with_the_one_that_is_allowed(exit_, kiosk, day):
    what = ("--provider", "Lind AS", "--last-day", day, "--cause", "contract_ends")

    said = exit_("announce", *what)

    assert said.code == 1
    assert "Skriv" in said.err
    assert kiosk("exit", "list").out.startswith("Det er ikke meldt")


def test_where_the_back_up_cannot_come_is_said(exit_):
    said = announce(exit_, "--backup", "granly", "--dry-run")

    assert said.code == 0
    assert "gir ikke dette der" in said.out


def test_a_back_up_that_gives_nothing_of_it_is_refused(exit_):
    said = announce(exit_, "--service", "bpa", "--backup", "granly")

    assert said.code == 1
    assert "Sentrum" in said.err


@pytest.mark.parametrize("wanted", [("announce", "--dry-run"), ("announce",), ("follow-up",)])
def test_the_front_desk_neither_announces_nor_looks_nor_follows_up(kiosk, code, wanted):
    kiosk("staff", "add", "Ola Eksempel", "--role", "front-desk", "--code-file", code)
    name, *flags = wanted
    what = ("--provider", "Lind AS", "--last-day", LAST_DAY, "--cause", "contract_ends")
    by = ("--by", "Ola Eksempel", "--by-code-file", code)

    said = kiosk("exit", name, *(what if name == "announce" else ()), *flags, *by)

    assert said.code == 1
    assert said.out == ""
    assert "Lind" not in kiosk("exit", "list").out
