import pytest

from kiosk.domain.staff import StaffRight, StaffRole, may


@pytest.mark.parametrize("right", StaffRight)
def test_the_front_desk_has_none_of_the_rights_that_not_everybody_has(right):
    assert not may(StaffRole.FRONT_DESK, right)


@pytest.mark.parametrize("right", StaffRight)
@pytest.mark.parametrize("role", [StaffRole.CASE_OFFICER, StaffRole.ADMINISTRATOR])
def test_case_officers_and_administrators_have_them_all(role, right):
    assert may(role, right)
