import pytest

from kiosk.domain.staff import StaffRight, StaffRole, may


@pytest.mark.parametrize("right", StaffRight)
def test_the_front_desk_hands_the_screen_over_and_does_nothing_else_that_not_everybody_may(right):
    assert may(StaffRole.FRONT_DESK, right) == (right is StaffRight.HAND_OVER)


@pytest.mark.parametrize("right", StaffRight)
def test_administrators_have_them_all(right):
    assert may(StaffRole.ADMINISTRATOR, right)


@pytest.mark.parametrize("right", StaffRight)
def test_case_officers_have_them_all_but_what_administrators_keep_to_themselves(right):
    theirs_alone = {StaffRight.TRY_RULES, StaffRight.DISPOSE, StaffRight.MANAGE_STAFF}

    assert may(StaffRole.CASE_OFFICER, right) == (right not in theirs_alone)
