import pytest

from kiosk.app.nonchoice.reason_texts import Given, reason_text
from kiosk.domain.nonchoice.proposal import Way
from tests.unit.app import factory as make

ORDERED = (Way.TURN, Way.SHARE_TURN, Way.KEY, Way.SHARE_KEY)


@pytest.mark.parametrize("way", Way)
def test_a_turn_or_a_share_is_not_told_of_as_first_where_others_came_before(way):
    words = make.words()
    first = reason_text(Given(way, "Lind AS", "kommunen"), words)

    passed = reason_text(Given(way, "Lind AS", "kommunen", has_passed=True), words)

    assert passed.startswith("Av dem som kunne komme") == (way in ORDERED)
    assert (passed != first) == (way in ORDERED)
