"""``kiosk self-test`` tells by its code whether a machine is fit, and writes it down."""

import json

import pytest

from kiosk.bootstrap import machines
from kiosk.machine.files import OPERATION_NAME
from kiosk.printing.memory import MemoryPrinter
from kiosk.system import SystemClock


@pytest.fixture(autouse=True)
def _machine(monkeypatch):
    monkeypatch.setattr(machines, "system_printer", lambda _platform: MemoryPrinter())
    monkeypatch.setattr(machines, "print_copies_kept", lambda: False)
    monkeypatch.setattr("kiosk.machine.probe.local_now", lambda: SystemClock().now())


def test_a_fit_machine_gives_zero(kiosk, folder):
    said = kiosk("self-test")

    assert said.code == 0, said
    lines = (folder / "data" / OPERATION_NAME).read_text("utf-8").splitlines()
    assert [json.loads(line)["outcome"] for line in lines] == 7 * ["passed"] + 4 * ["left_out"]
    assert len(said.out.splitlines()) == 11


def test_a_faulty_pack_gives_one_and_all_else_is_tested(kiosk, folder, pack):
    (pack / "municipality.toml").write_text("=", encoding="utf-8")

    said = kiosk("self-test", "--content", pack)

    assert said.code == 1
    assert len(said.out.splitlines()) == 11


def test_the_result_can_be_printed(kiosk, folder):
    said = kiosk("self-test", "--sheet", folder / "test.pdf")

    assert said.code == 0
    assert (folder / "test.pdf").read_bytes().startswith(b"%PDF")
