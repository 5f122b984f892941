import time
import uuid
from datetime import timedelta

import pytest

from kiosk.system import SystemClock, SystemIds, steady_ms, uuid_from


def test_the_clock_knows_norwegian_summer_time():
    assert SystemClock().now().utcoffset() in {timedelta(hours=1), timedelta(hours=2)}


def test_ids_are_version_seven_of_the_standard_variant():
    made = uuid.UUID(SystemIds().event_id())

    assert (made.version, made.variant) == (7, uuid.RFC_4122)


def test_the_example_of_the_standard_is_met():
    random_a, random_b = 0xCC3, 0x18C4DC0C0C07398F
    number = 0x017F22E279B0 << 74 | random_a << 62 | random_b

    assert uuid_from(number) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


def test_ids_rise_within_a_millisecond():
    ids = SystemIds(lambda: 1_800_000_000_000_000_000)

    made = [ids.event_id() for _ in range(1000)]

    assert made == sorted(set(made))


def test_ids_rise_when_the_clock_is_set_back():
    times = iter([2_000_000_000_000_000_000, 1_000_000_000_000_000_000])
    ids = SystemIds(lambda: next(times))

    first, second = ids.event_id(), ids.event_id()

    assert first < second


def test_seeds_differ():
    ids = SystemIds()

    assert ids.seed() != ids.seed()


@pytest.mark.parametrize(
    ("clocks", "seconds"),
    [
        ({"CLOCK_BOOTTIME": 7, "CLOCK_MONOTONIC": 1}, 7.0),
        ({"CLOCK_MONOTONIC": 6}, 6.0),
        ({}, 0.5),
    ],
)
def test_the_steady_clock_counts_on_while_the_machine_sleeps(monkeypatch, clocks, seconds):
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        monkeypatch.delattr(time, name, raising=False)
        if name in clocks:
            monkeypatch.setattr(time, name, clocks[name], raising=False)
    monkeypatch.setattr(time, "clock_gettime", float, raising=False)
    monkeypatch.setattr(time, "monotonic", lambda: 0.5)

    assert steady_ms() == seconds * 1000
