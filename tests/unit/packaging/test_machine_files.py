"""The unit for systemd and the file for Shell Launcher do by the codes what the program means."""

import configparser
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kiosk.domain.machine_end import MachineEnd
from kiosk.domain.supervision import BEAT_EVERY_S

ROOT = Path(__file__).parents[3]
UNIT = ROOT / "packaging" / "linux" / "brukervalg-kiosk.service"
SHELL = ROOT / "packaging" / "windows" / "shell-launcher.xml"
GUIDE = ROOT / "docs" / "publikumsskjerm.md"
ACTIONS = {
    MachineEnd.RESTART_PROGRAM: "RestartShell",
    MachineEnd.RESTART_DEVICE: "RestartDevice",
    MachineEnd.SHUT_DOWN: "ShutdownDevice",
    MachineEnd.NOTHING: "DoNothing",
}


def put_program(file: Path, line: str) -> None:
    file.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    file.chmod(0o755)


def run_line(line: str, programs: Path, **environment: str) -> tuple[int, str]:
    """Code and output of a line of the unit, with ``$$`` read as systemd reads it."""
    done = subprocess.run(
        [word.replace("$$", "$") for word in shlex.split(line)],
        env={"PATH": f"{programs}:/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.fixture
def service() -> configparser.SectionProxy:
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(UNIT, encoding="utf-8")
    return unit["Service"]


def test_systemd_restarts_whatever_ends_except_what_was_planned(service) -> None:
    assert service["Restart"] == "always"
    kept = {int(code) for code in service["RestartPreventExitStatus"].split()}
    assert kept == {end.of_program for end in MachineEnd} - {MachineEnd.RESTART_PROGRAM.of_program}
    assert kept < {int(code) for code in service["SuccessExitStatus"].split()}


@pytest.mark.parametrize("end", list(MachineEnd))
def test_systemd_gets_another_code_from_the_watch_than_from_a_cage_that_fails(
    service, tmp_path, end
) -> None:
    """A cage without a screen ends with 1, which must not start the machine again for ever."""
    put_program(tmp_path / "kiosk", f'[ "$*" = "watch --device kiosk-21" ] && exit {end.value}')

    code, _ = run_line(
        service["ExecStart"].partition("cage -- ")[2],
        tmp_path,
        KIOSK_OPTIONS="--device kiosk-21",
    )

    assert code == end.of_program


@pytest.mark.parametrize(
    ("result", "end", "done"),
    [
        ("success", MachineEnd.RESTART_DEVICE, "reboot"),
        ("success", MachineEnd.SHUT_DOWN, "poweroff"),
        ("success", MachineEnd.RESTART_PROGRAM, ""),
        ("success", MachineEnd.NOTHING, ""),
        # Ended before it was ready: the installation is broken, not the machine.
        ("protocol", MachineEnd.RESTART_DEVICE, ""),
    ],
)
def test_systemd_starts_and_stops_the_machine_by_the_codes(
    service, tmp_path, result, end, done
) -> None:
    put_program(tmp_path / "systemctl", 'echo "$@"')

    _, said = run_line(
        service["ExecStopPost"].removeprefix("+"),
        tmp_path,
        SERVICE_RESULT=result,
        EXIT_CODE="exited",
        EXIT_STATUS=str(end.of_program),
    )

    assert said.strip() == done


def test_what_the_program_keeps_lies_where_the_unit_lets_it_write(service) -> None:
    folders = dict(
        re.findall(r"^Environment=(XDG_\w+)=(\S+)$", UNIT.read_text("utf-8"), re.MULTILINE)
    )

    # Where everything else can only be read, cage too needs a folder for its socket.
    assert service["ProtectSystem"] == "strict"
    assert folders == {
        "XDG_DATA_HOME": "%S",
        "XDG_CACHE_HOME": "%C",
        "XDG_RUNTIME_DIR": "%t/brukervalg-kiosk",
    }
    kept = {service[f"{kind}Directory"] for kind in ("State", "Cache", "Runtime")}
    assert kept == {"brukervalg-kiosk"}
    assert service["RuntimeDirectoryMode"] == service["StateDirectoryMode"] == "0700"


def test_nothing_of_the_memory_reaches_the_disk(service) -> None:
    """Names of those who used the screen stand in it."""
    assert (service["LimitCORE"], service["MemorySwapMax"]) == ("0", "0")


def test_systemd_hears_the_watch_often_enough(service) -> None:
    assert int(service["WatchdogSec"]) >= 3 * BEAT_EVERY_S
    assert service["NotifyAccess"] == "all"
    assert "cage -- " in service["ExecStart"]


def test_what_runs_under_cage_stays_in_the_unit_so_that_systemd_hears_it(service) -> None:
    """A PAM session moves it to a scope of its own, whose messages are not the unit's."""
    assert "PAMName" not in service
    assert re.search(r"^Environment=LIBSEAT_BACKEND=seatd$", UNIT.read_text("utf-8"), re.MULTILINE)
    assert re.search(r"^Requires=seatd\.service$", UNIT.read_text("utf-8"), re.MULTILINE)


def test_shell_launcher_does_by_the_codes_what_they_mean() -> None:
    tree = ElementTree.parse(SHELL)  # noqa: S314  our own file
    found = {
        int(each.attrib["ReturnCode"]): each.attrib["Action"]
        for each in tree.iter()
        if each.tag.endswith("ReturnCodeAction")
    }

    assert found == {end.value: action for end, action in ACTIONS.items()}


def test_windows_shows_no_console_behind_the_screen() -> None:
    """A program of the console gets a black window of its own, which a tap beside ours brings up."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    tree = ElementTree.parse(SHELL)  # noqa: S314  our own file
    shells = (each.attrib.get("Shell", "") for each in tree.iter())
    (watch,) = (each for each in shells if each.endswith(" watch"))
    program = watch.removesuffix(" watch").rpartition("\\")[2].removesuffix(".exe")

    assert project["gui-scripts"][program] == project["scripts"]["kiosk"]
    assert program not in project["scripts"]


@pytest.mark.parametrize(
    ("line", "code"), [(["--version"], 0), (["watch", "--wrong"], 3), (["--help"], 0)]
)
def test_the_program_runs_without_a_console(tmp_path, line, code) -> None:
    """Then Python gives it no standard streams at all."""
    start = (
        "import sys; sys.stdin = sys.stdout = sys.stderr = None; "
        "from kiosk.__main__ import main; main()"
    )

    done = subprocess.run(
        [sys.executable, "-c", start, *line, "--data", str(tmp_path)], check=False, cwd=ROOT
    )

    assert done.returncode == code


def test_the_guide_has_every_code() -> None:
    rows = re.findall(r"^\| (\d) \| ", GUIDE.read_text("utf-8"), re.MULTILINE)

    assert [int(code) for code in rows] == [end.value for end in MachineEnd]


@pytest.mark.parametrize("height", ["380–1220 mm", "1015 mm", "760 × 1220 mm", "22,2 N", "1170 mm"])
def test_the_placement_sheet_has_the_heights(height: str) -> None:
    assert height in GUIDE.read_text("utf-8")
