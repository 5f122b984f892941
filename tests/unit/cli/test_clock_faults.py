"""A pack that seems to come from the future may only show that the machine's clock is behind."""

from datetime import timedelta

import pytest

from kiosk.system import SystemClock


@pytest.fixture
def two_years_back(monkeypatch):
    now = SystemClock.now
    monkeypatch.setattr(SystemClock, "now", lambda clock: now(clock) - timedelta(days=730))


@pytest.mark.usefixtures("two_years_back")
def test_a_pack_out_of_the_future_points_to_the_clock(kiosk):
    said = kiosk("staff", "list")

    assert said.code == 1
    assert said.err.rstrip().endswith("Er det feil, still klokken riktig.")


def test_other_faults_do_not(kiosk, pack):
    (pack / "zones.toml").unlink()

    said = kiosk("staff", "list", "--content", pack)

    assert said.code == 1
    assert "klokken" not in said.err
