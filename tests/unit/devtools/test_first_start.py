from pathlib import Path

import pytest

from kiosk.devtools import first_start
from kiosk.display import FOR_QT, NO_DISPLAY, UNREACHABLE, Obstacle


@pytest.fixture
def nothing_installed(monkeypatch, tmp_path) -> Path:
    monkeypatch.setattr(first_start, "can_load", lambda library: False)
    monkeypatch.setattr(first_start, "has_venv", lambda python: True)
    monkeypatch.setattr(first_start, "VENV", Path(tmp_path))
    return Path(tmp_path)


def test_without_a_display_no_window_libraries_are_wanted(nothing_installed):
    assert first_start.missing_packages("python3", {}) == sorted(FOR_QT.values())


@pytest.mark.parametrize(
    ("variable", "package"),
    [("DISPLAY", "libxcb-cursor0"), ("WAYLAND_DISPLAY", "libwayland-egl1")],
)
def test_with_a_display_its_libraries_are_wanted(nothing_installed, variable, package):
    assert package in first_start.missing_packages("python3", {variable: ":0"})


def test_nothing_is_wanted_where_everything_is(nothing_installed, monkeypatch):
    monkeypatch.setattr(first_start, "can_load", lambda library: True)

    assert first_start.missing_packages("python3", {"DISPLAY": ":0"}) == []


def test_who_is_not_root_is_told_the_one_line(nothing_installed, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    with pytest.raises(SystemExit) as stopped:
        first_start.get_libraries("python3")

    assert "sudo apt-get install -y lib" in str(stopped.value)


@pytest.fixture
def asked(monkeypatch) -> list[list[str]]:
    """What is run instead of being run."""
    lines: list[list[str]] = []
    monkeypatch.setattr("shutil.which", lambda name: None if "java" in name else f"/bin/{name}")
    monkeypatch.setattr("sys.platform", "linux")

    def run(line, environment=None):
        lines.append(line)
        return 0

    monkeypatch.setattr(first_start, "run", run)
    return lines


def test_the_java_that_checks_documents_is_installed(monkeypatch, asked):
    monkeypatch.setattr("os.geteuid", lambda: 0)

    first_start.get_java()

    assert "default-jdk-headless" in asked[-1]


def test_who_may_not_install_java_is_told_how_and_goes_on(monkeypatch, asked, capsys):
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    first_start.get_java()

    assert asked == []
    assert "sudo apt-get install -y --no-install-recommends default-jdk" in capsys.readouterr().out


def test_java_that_is_there_is_left_alone(monkeypatch, asked):
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")

    first_start.get_java()

    assert asked == []


@pytest.fixture
def without_cups(monkeypatch, asked):
    """Lines that are run, on a machine without CUPS."""
    monkeypatch.setattr(
        "shutil.which",
        lambda name, path=None: None if name in ("cupsd", "lp") else f"/bin/{name}",
    )
    return asked


def test_the_cups_that_tests_print_to_is_installed(monkeypatch, without_cups):
    monkeypatch.setattr("os.geteuid", lambda: 0)

    first_start.get_cups()

    assert without_cups[-1][-2] == "cups"


def test_who_may_not_install_cups_is_told_how_and_goes_on(monkeypatch, without_cups, capsys):
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    first_start.get_cups()

    assert without_cups == []
    assert "sudo apt-get install -y --no-install-recommends cups" in capsys.readouterr().out


def test_cups_that_is_there_is_left_alone(monkeypatch, asked):
    monkeypatch.setattr("shutil.which", lambda name, path=None: f"{path}/{name}")

    first_start.get_cups()

    assert asked == []


def test_the_zbar_that_reads_codes_is_installed(monkeypatch, asked):
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(first_start, "can_load", lambda library: False)

    first_start.get_zbar()

    assert asked[-1][-2] == "libzbar0"


def test_who_may_not_install_zbar_is_told_how_and_goes_on(monkeypatch, asked, capsys):
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(first_start, "can_load", lambda library: False)

    first_start.get_zbar()

    assert asked == []
    assert "sudo apt-get install -y --no-install-recommends libzbar0" in capsys.readouterr().out


def test_zbar_that_is_there_is_left_alone(monkeypatch, asked):
    monkeypatch.setattr(first_start, "can_load", lambda library: library == "libzbar.so.0")

    first_start.get_zbar()

    assert asked == []


def test_what_tests_hear_the_program_with_is_installed(monkeypatch, asked):
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(
        "shutil.which", lambda name, path=None: "/bin/apt-get" if name == "apt-get" else None
    )
    monkeypatch.setattr(first_start, "can_load", lambda library: "cursor" not in library)

    first_start.get_listening()

    assert asked[-1][4:-1] == ["at-spi2-core", "dbus-daemon", "libxcb-cursor0", "xvfb"]


def test_who_may_not_install_what_hears_is_told_how_and_goes_on(monkeypatch, asked, capsys):
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("shutil.which", lambda name, path=None: None)
    monkeypatch.setattr(first_start, "can_load", lambda library: True)

    first_start.get_listening()

    assert asked == []
    line = "sudo apt-get install -y --no-install-recommends at-spi2-core dbus-daemon xvfb"
    assert line in capsys.readouterr().out


def test_what_hears_and_is_there_is_left_alone(monkeypatch, asked):
    monkeypatch.setattr("shutil.which", lambda name, path=None: f"/bin/{name}")
    monkeypatch.setattr(first_start, "can_load", lambda library: True)

    first_start.get_listening()

    assert asked == []


def test_an_old_python_looks_for_a_newer_one(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: "/p" if name == "python3.12" else None)

    assert first_start.find_python((3, 9)) == "/p"


def test_without_a_new_python_it_says_what_is_needed(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)

    with pytest.raises(SystemExit) as stopped:
        first_start.find_python((3, 9))

    assert "3.11 or newer" in str(stopped.value)


@pytest.mark.parametrize("platform", ["offscreen", "minimal"])
def test_a_window_that_nobody_sees_is_no_display(monkeypatch, platform):
    monkeypatch.setattr(first_start, "obstacle", lambda environment: None)

    assert not first_start.has_display({"QT_QPA_PLATFORM": platform})


@pytest.mark.parametrize("standing", [None, Obstacle(NO_DISPLAY), Obstacle(UNREACHABLE, (":9",))])
def test_whatever_stands_in_the_way_of_a_window_is_no_display(monkeypatch, standing):
    monkeypatch.setattr(first_start, "obstacle", lambda environment: standing)

    assert first_start.has_display({}) is (standing is None)


def test_a_changed_lock_is_installed_again(nothing_installed, monkeypatch):
    first_start.stamp_path("user").write_text("of an older lock", encoding="utf-8")

    assert not first_start.is_installed("user")


def test_the_same_lock_is_not_installed_again(nothing_installed):
    first_start.stamp_path("dev").write_text(first_start.fingerprint("dev"), encoding="utf-8")

    assert first_start.is_installed("dev")
