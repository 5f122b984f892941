"""What a command tells of the record before it does anything."""

from datetime import timedelta

import pytest

from kiosk.system import SystemClock
from tests.unit.cli.conftest import EXAMPLE


@pytest.fixture
def stored(kiosk):
    kiosk("cases", "import", EXAMPLE / "cases.csv", "--yes")


@pytest.fixture
def clock_back(stored, monkeypatch):
    """An hour earlier than when the record was last used."""
    now = SystemClock.now
    monkeypatch.setattr(SystemClock, "now", lambda clock: now(clock) - timedelta(hours=1))


@pytest.mark.usefixtures("clock_back")
@pytest.mark.parametrize("command", [("handover", "--list"), ("staff", "list")])
def test_a_clock_behind_the_record_is_told(kiosk, command):
    said = kiosk(*command)

    assert said.code == 0
    assert "Still klokken" in said.err
    assert "Still klokken" not in said.out


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("command", [("handover", "--list"), ("staff", "list")])
def test_a_record_in_order_is_not_worth_a_word(kiosk, command):
    assert kiosk(*command).err == ""
