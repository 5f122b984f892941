import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import display
from kiosk.display import LIBRARIES_MISSING, NO_DISPLAY, UNREACHABLE, Obstacle, obstacle

# No X server has so high a number.
NOWHERE = ":65000"


@pytest.fixture
def everything_loads(monkeypatch):
    monkeypatch.setattr(display, "can_load", lambda library: True)


@pytest.fixture
def wayland(tmp_path, everything_loads):
    """A socket that answers as a compositor's does."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(Path(tmp_path) / "wayland-0"))
        server.listen()
        yield {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"}


def test_without_a_display_there_is_no_window():
    assert obstacle({}, "linux") == Obstacle(NO_DISPLAY)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_a_desktop_system_always_has_one(platform):
    assert obstacle({}, platform) is None


@pytest.mark.parametrize("platform", ["offscreen", "vnc:size=800x600", "eglfs", "xcb;offscreen"])
def test_another_platform_of_qt_needs_no_display(everything_loads, platform):
    assert obstacle({"QT_QPA_PLATFORM": platform}, "linux") is None


def test_another_platform_of_qt_needs_its_libraries(monkeypatch):
    monkeypatch.setattr(display, "can_load", lambda library: library != "libEGL.so.1")

    found = obstacle({"QT_QPA_PLATFORM": "offscreen"}, "linux")

    assert found == Obstacle(LIBRARIES_MISSING, ("libegl1",))


@pytest.mark.parametrize("platform", ["xcb", "wayland", "wayland-egl", "wayland;xcb"])
def test_a_display_server_that_was_asked_for_is_needed(platform):
    assert obstacle({"QT_QPA_PLATFORM": platform}, "linux") == Obstacle(NO_DISPLAY)


@pytest.mark.skipif(not display.can_load("libxcb.so.1"), reason="no libxcb here")
def test_an_x_server_that_does_not_answer_is_named():
    assert obstacle({"DISPLAY": NOWHERE}, "linux") == Obstacle(UNREACHABLE, (NOWHERE,))


def test_a_compositor_that_does_not_answer_is_named(tmp_path):
    environment = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-7"}

    assert obstacle(environment, "linux") == Obstacle(UNREACHABLE, ("wayland-7",))


def test_a_compositor_that_answers_is_enough(wayland):
    assert obstacle({**wayland, "DISPLAY": ""}, "linux") is None


def test_missing_libraries_tell_more_than_a_missing_x_server(wayland, monkeypatch):
    monkeypatch.setattr(display, "can_load", lambda library: "wayland" not in library)

    assert obstacle(wayland, "linux") == Obstacle(
        LIBRARIES_MISSING, ("libwayland-cursor0", "libwayland-egl1")
    )


def test_without_the_library_that_asks_x_its_package_is_named(monkeypatch):
    monkeypatch.setattr(display, "can_load", lambda library: library != "libxcb.so.1")

    assert obstacle({"DISPLAY": NOWHERE}, "linux") == Obstacle(LIBRARIES_MISSING, ("libxcb1",))


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs an X server")
def test_an_x_server_that_answers_is_enough(everything_loads):
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        number = server.stdout.readline().strip()
        try:
            assert obstacle({"DISPLAY": f":{number}"}, "linux") is None
        finally:
            server.terminate()


def test_only_the_standard_library_is_imported():
    code = "import sys, kiosk.display; print(*(m for m in sys.modules if m.startswith('kiosk')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["kiosk", "kiosk.display"]
