"""A trembling second tap does nothing (access C09, C10)."""

import pytest
from PySide6.QtCore import QObject

from kiosk.ui.tap_guard import TapGuard


class FixedTime:
    def __init__(self):
        self.ms = 10_000.0

    def __call__(self):
        return self.ms


@pytest.fixture
def time():
    return FixedTime()


@pytest.fixture
def guard(time):
    return TapGuard(time, same_target_ms=500, new_page_ms=400)


def test_a_first_tap_counts(guard):
    assert guard.accepts(QObject())


def test_a_second_tap_on_the_same_control_within_half_a_second_does_not_count(guard, time):
    button = QObject()
    guard.accepts(button)
    time.ms += 499

    assert not guard.accepts(button)


def test_a_second_tap_after_half_a_second_counts(guard, time):
    button = QObject()
    guard.accepts(button)
    time.ms += 500

    assert guard.accepts(button)


def test_a_tap_on_another_control_counts_at_once(guard, time):
    first, second = QObject(), QObject()
    guard.accepts(first)
    time.ms += 50

    assert guard.accepts(second)


def test_no_tap_counts_directly_after_a_page_change(guard, time):
    guard.pageChanged()
    time.ms += 399

    assert not guard.accepts(QObject())


def test_taps_count_again_when_the_new_page_has_been_seen(guard, time):
    guard.pageChanged()
    time.ms += 400

    assert guard.accepts(QObject())
