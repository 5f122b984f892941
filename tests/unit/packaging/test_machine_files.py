"""The unit for systemd and the file for Shell Launcher do by the codes what the program means."""

import configparser
import re
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


@pytest.fixture
def service() -> configparser.SectionProxy:
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(UNIT, encoding="utf-8")
    return unit["Service"]


def test_systemd_restarts_whatever_ends_except_what_was_planned(service) -> None:
    assert service["Restart"] == "always"
    kept = {int(code) for code in service["RestartPreventExitStatus"].split()}
    assert kept == {end.value for end in MachineEnd} - {MachineEnd.RESTART_PROGRAM.value}


def test_systemd_starts_and_stops_the_machine_by_the_codes(service) -> None:
    after = service["ExecStopPost"]

    assert f"exited:{MachineEnd.RESTART_DEVICE.value}) systemctl reboot" in after
    assert f"exited:{MachineEnd.SHUT_DOWN.value}) systemctl poweroff" in after


def test_systemd_hears_the_watch_often_enough(service) -> None:
    assert int(service["WatchdogSec"]) >= 3 * BEAT_EVERY_S
    assert service["NotifyAccess"] == "all"
    assert "cage -- " in service["ExecStart"]
    assert "kiosk watch" in service["ExecStart"]


def test_shell_launcher_does_by_the_codes_what_they_mean() -> None:
    tree = ElementTree.parse(SHELL)  # noqa: S314  our own file
    found = {
        int(each.attrib["ReturnCode"]): each.attrib["Action"]
        for each in tree.iter()
        if each.tag.endswith("ReturnCodeAction")
    }

    assert found == {end.value: action for end, action in ACTIONS.items()}


def test_the_guide_has_every_code() -> None:
    rows = re.findall(r"^\| (\d) \| ", GUIDE.read_text("utf-8"), re.MULTILINE)

    assert [int(code) for code in rows] == [end.value for end in MachineEnd]


@pytest.mark.parametrize("height", ["380–1220 mm", "1015 mm", "760 × 1220 mm", "22,2 N", "1170 mm"])
def test_the_placement_sheet_has_the_heights(height: str) -> None:
    assert height in GUIDE.read_text("utf-8")
