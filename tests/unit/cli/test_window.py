import os
import subprocess
import sys

import pytest

from kiosk.cli import opening
from kiosk.display import LIBRARIES_MISSING, NO_DISPLAY, UNREACHABLE, Obstacle
from kiosk.domain.errors import StorageError
from kiosk.domain.machine_end import HELD_ELSEWHERE
from kiosk.machine import holding
from kiosk.settings import Settings


@pytest.fixture
def nothing_opens(monkeypatch):
    """A window that opened all the same would wait for somebody to close it."""

    def opened(_settings: Settings) -> None:
        message = "the record was opened"
        raise AssertionError(message)

    monkeypatch.setattr(opening, "window_program", opened)


@pytest.mark.usefixtures("nothing_opens")
@pytest.mark.parametrize(
    ("standing", "told"),
    [
        (Obstacle(NO_DISPLAY), "kiosk tour --out"),
        (Obstacle(UNREACHABLE, (":9",)), ":9"),
        (Obstacle(LIBRARIES_MISSING, ("libxcb-cursor0", "libgl1")), "libxcb-cursor0 libgl1"),
    ],
)
@pytest.mark.parametrize("arguments", [["run"], ["run", "--device", "laptop-14"]])
def test_what_stands_in_the_way_of_a_window_is_told(kiosk, monkeypatch, standing, told, arguments):
    monkeypatch.setattr(opening, "obstacle", lambda: standing)

    said = kiosk(*arguments)

    assert (said.code, said.out) == (1, "")
    assert told in said.err


@pytest.mark.usefixtures("nothing_opens")
def test_no_record_is_made_where_no_window_can_be_shown(kiosk, monkeypatch, folder):
    monkeypatch.setattr(opening, "obstacle", lambda: Obstacle(NO_DISPLAY))

    kiosk("run")

    assert not (folder / "data").exists()


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these always have a display")
def test_the_real_program_says_so_in_one_line_and_in_the_language_of_the_settings(folder):
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    (folder / "settings.toml").write_text('language = "nn"', encoding="utf-8")
    command = [sys.executable, "-m", "kiosk", "run", "--data", str(folder)]

    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=60
    )

    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert "Det finst ingen skjerm" in done.stderr


@pytest.mark.parametrize("command", [["run"], ["tour", "--out", "pictures"]])
def test_an_unknown_screen_profile_is_wrong_use_and_not_a_fault_of_the_settings(kiosk, command):
    said = kiosk(*command, "--device", "nonsense")

    assert said.code == 2
    assert "--device" in said.err
    assert "laptop-14" in said.err
    assert "settings.toml" not in said.err


@pytest.mark.usefixtures("nothing_opens")
def test_an_unknown_screen_profile_of_the_settings_names_their_file(kiosk, folder):
    file = folder / "of-this-machine.toml"
    file.write_text('device = "nonsense"', encoding="utf-8")

    said = kiosk("run", "--settings", file)

    assert said.code == 1
    assert said.err.startswith("of-this-machine.toml: «device»")


def test_a_tour_keeps_out_of_a_record_that_exists(kiosk, folder):
    (folder / "data").mkdir()
    (folder / "data" / "ledger.sqlite3").write_bytes(b"")

    said = kiosk("tour", "--out", folder / "out")

    assert said.code == 2
    assert "må være tom" in said.err


def test_a_tour_into_a_file_is_refused_in_words(kiosk, folder):
    (folder / "file").write_bytes(b"")

    said = kiosk("tour", "--out", folder / "file" / "out")

    assert (said.code, said.out) == (1, "")
    assert said.err == "Filen kan ikke lagres der. Skriv en annen mappe.\n"


@pytest.mark.usefixtures("nothing_opens")
@pytest.mark.parametrize(("by_watch", "code"), [((), 1), (("--heartbeat",), HELD_ELSEWHERE)])
def test_two_public_screens_never_share_a_folder(kiosk, monkeypatch, folder, by_watch, code):
    """They would write in one log and deal from one stock of orders."""
    monkeypatch.setattr(opening, "obstacle", lambda: None)
    monkeypatch.setattr(holding, "ENDING_S", 0)

    with holding.held(folder / "data", holding.SCREEN):
        said = kiosk("run", "--public", *by_watch)

    assert said.code == code
    assert str(folder / "data") in said.err
    assert f"prosess {os.getpid()}" in said.err


def test_staff_may_work_on_the_folder_of_a_public_screen(kiosk, monkeypatch, folder):
    """The record has a lock of its own, and the public part opens no record."""
    opened = []

    def program(_settings, **_options):
        opened.append(True)
        raise StorageError

    monkeypatch.setattr(opening, "obstacle", lambda: None)
    monkeypatch.setattr(opening, "window_program", program)

    with holding.held(folder / "data", holding.SCREEN):
        kiosk("run")

    assert opened
