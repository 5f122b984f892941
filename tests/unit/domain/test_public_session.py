import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.asked_view import AskedView
from kiosk.domain.errors import RefusedError
from kiosk.domain.idle_times import WARNING_S
from kiosk.domain.public_session import (
    Attention,
    IdleClock,
    PublicSession,
    idle_before_warning_s,
)
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

NORTH, SOUTH = ZoneId("nord"), ZoneId("sor")
NURSING, HELP = ServiceId("sykepleie"), ServiceId("bistand")
KNOWN = (NURSING, HELP)
VIEW = AskedView(is_a_to_z=True).comparing(ProviderId("a"))


def test_a_short_page_waits_two_minutes_and_a_long_one_as_long_as_it_takes_to_read():
    assert idle_before_warning_s(10) == 120
    assert idle_before_warning_s(400) == 360
    assert idle_before_warning_s(10, 300) == 300


def test_the_warning_comes_at_the_limit_and_the_end_a_minute_later():
    clock = IdleClock(0.0)

    clock, before = clock.looked(119.9)
    clock, at = clock.looked(120.0)
    clock, almost = clock.looked(120.0 + WARNING_S - 0.1)
    clock, over = clock.looked(120.0 + WARNING_S)

    assert [before, at, almost, over] == [
        Attention.THERE,
        Attention.WARNED,
        Attention.WARNED,
        Attention.GONE,
    ]


def test_a_warning_is_extended_as_often_as_somebody_likes():
    clock, now = IdleClock(0.0), 0.0
    for _ in range(50):
        now += 120
        clock, told = clock.looked(now)
        assert told is Attention.WARNED
        now += WARNING_S - 1
        clock = clock.extended(now)
        clock, told = clock.looked(now)
        assert told is Attention.THERE


def test_touching_the_warning_page_beside_its_button_extends_nothing():
    clock, _ = IdleClock(0.0).looked(120.0)

    clock = clock.touched(170.0)

    assert clock.looked(180.0)[1] is Attention.GONE


def test_nobody_is_gone_while_a_document_is_printed_or_the_limit_is_off():
    assert IdleClock(0.0).stopped().looked(9999.0)[1] is Attention.THERE
    assert IdleClock(0.0, least_s=0).looked(9999.0)[1] is Attention.THERE


def test_time_counts_from_the_end_of_the_printing():
    clock = IdleClock(0.0).stopped().going_on(500.0)

    assert clock.looked(619.0)[1] is Attention.THERE
    assert clock.looked(620.0)[1] is Attention.WARNED


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["touch", "extend", "page", "look"]),
            st.floats(min_value=0, max_value=90),
        ),
        max_size=40,
    )
)
def test_whoever_does_nothing_any_more_is_gone_in_the_end(steps):
    clock, now = IdleClock(0.0), 0.0
    for what, later in steps:
        now += later
        clock = {
            "touch": lambda c, t: c.touched(t),
            "extend": lambda c, t: c.extended(t),
            "page": lambda c, t: c.reading(200, t),
            "look": lambda c, t: c.looked(t)[0],
        }[what](clock, now)

    clock, _ = clock.looked(now + 211)
    assert clock.looked(now + 211 + WARNING_S + 1)[1] is Attention.GONE


def test_services_keep_the_order_of_the_municipality():
    session = PublicSession("s").living_in(NORTH).toggled(HELP, KNOWN).toggled(NURSING, KNOWN)

    assert session.services == KNOWN
    assert session.toggled(HELP, KNOWN).services == (NURSING,)


def test_another_zone_or_service_forgets_what_was_read_before():
    session = PublicSession("s").living_in(NORTH).toggled(HELP, KNOWN).with_nonchoice_shown()
    session = session.dealt((ProviderId("a"), ProviderId("b"))).seen_as(VIEW)

    assert session.living_in(NORTH) == session
    # What was drawn stays, so that nobody draws again by going there and back.
    drawn = session.drawn
    assert session.living_in(SOUTH) == PublicSession("s", zone=SOUTH, drawn=drawn)
    changed = session.toggled(NURSING, KNOWN)
    assert not changed.nonchoice_shown
    assert changed.order == ()
    assert changed.view == AskedView()


def test_no_order_before_the_page_about_not_choosing():
    with pytest.raises(RefusedError):
        PublicSession("s").living_in(NORTH).dealt((ProviderId("a"),))
