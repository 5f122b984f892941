import pytest

from kiosk.domain.idle_times import IdleTimes, MachineIdleTimes, is_allowed_idle, is_allowed_warning


@pytest.mark.parametrize(("least_s", "allowed"), [(0, True), (119, False), (120, True)])
def test_the_limit_may_be_off_but_not_hasty(least_s, allowed):
    assert is_allowed_idle(least_s) is allowed


def test_staff_may_set_ten_times_the_usual_limit():
    assert is_allowed_idle(3000)
    assert not is_allowed_idle(3001)


@pytest.mark.parametrize(
    ("end_after_s", "allowed"), [(19, False), (20, True), (60, True), (600, True), (601, False)]
)
def test_a_warning_is_shown_for_twenty_seconds_at_least(end_after_s, allowed):
    assert is_allowed_warning(end_after_s) is allowed


@pytest.mark.parametrize(("warn", "end"), [(60, 60), (120, 10), (-1, 60)])
def test_no_machine_can_be_hastier_than_access_allows(warn, end):
    with pytest.raises(ValueError, match="idle times"):
        IdleTimes(warn, end)


def test_both_kinds_of_session_have_the_usual_limits_at_first():
    assert MachineIdleTimes().alone == MachineIdleTimes().visit == IdleTimes(120, 60)
