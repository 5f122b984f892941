from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.asked_view import AskedView
from kiosk.domain.narrowing import Topic, Wish
from kiosk.domain.service import ProviderId, ServiceId

NURSING, HELP = ServiceId("sykepleie"), ServiceId("bistand")
POLISH = frozenset({Wish(Topic.LANGUAGE, "pl")})


def test_nothing_is_asked_for_at_first():
    view = AskedView()

    assert not view.is_a_to_z
    assert not view.can_compare
    assert view.wishes_for(NURSING) == frozenset()


def test_wishes_belong_to_one_service_and_none_is_the_view_of_everybody_again():
    view = AskedView().only(NURSING, POLISH)

    assert view.wishes_for(NURSING) == POLISH
    assert view.wishes_for(HELP) == frozenset()
    assert view.only(NURSING, frozenset()) == AskedView()


@given(st.lists(st.sampled_from("abcdef"), max_size=20))
def test_never_more_than_three_side_by_side(taps):
    view = AskedView()
    for tap in taps:
        view = view.comparing(ProviderId(tap))
        assert len(view.compared) <= 3
        assert len(set(view.compared)) == len(view.compared)
