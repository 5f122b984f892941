"""When a watched program is taken for dead, and how often it is started again (O05)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.machine_end import MachineEnd, planned_end
from kiosk.domain.supervision import FIRST_BEAT_S, SILENCE_S, Supervision


def test_is_silent_after_twenty_seconds_without_a_beat() -> None:
    known = Supervision(0.0).beaten(100.0)

    assert not known.is_silent(100.0 + SILENCE_S - 0.1)
    assert known.is_silent(100.0 + SILENCE_S)


def test_may_take_longer_to_start_than_to_beat() -> None:
    known = Supervision(10.0)

    assert not known.is_silent(10.0 + SILENCE_S)
    assert known.is_silent(10.0 + FIRST_BEAT_S)


@given(st.lists(st.floats(min_value=0, max_value=400), max_size=60))
def test_is_never_started_more_than_five_times_within_ten_minutes(pauses: list[float]) -> None:
    now, known = 0.0, Supervision(0.0)
    starts: list[float] = []
    for pause in pauses:
        now += pause
        again = known.restarted(now)
        late = [each for each in starts if now - each < 600]
        # It gives up exactly then, never sooner.
        assert (again is None) == (len(late) >= 5)
        if again is None:
            break
        starts.append(now)
        known = again.beaten(now)

    for first in starts:
        assert sum(first <= each < first + 600 for each in starts) <= 5


def test_codes_of_the_watch_are_those_of_shell_launcher() -> None:
    assert {end.name: end.value for end in MachineEnd} == {
        "RESTART_PROGRAM": 0,
        "RESTART_DEVICE": 1,
        "SHUT_DOWN": 2,
        "NOTHING": 3,
    }


@pytest.mark.parametrize("end", MachineEnd)
def test_the_program_asks_by_a_code_of_its_own(end: MachineEnd) -> None:
    assert planned_end(end.of_program) is end


@pytest.mark.parametrize("code", [0, 1, 2, 3, -9, -11, 134, 0xC0000005])
def test_a_crash_a_refusal_and_wrong_use_ask_for_nothing(code: int) -> None:
    assert planned_end(code) is None
