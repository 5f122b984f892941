from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.eligibility import (
    NotOfferedReason,
    kept_services,
    not_offered_services,
    offered_services,
    offered_to,
    postpone_dates,
    present_help,
    reply_deadline,
)
from kiosk.domain.service import ProviderId, ServiceId
from tests.unit.app import factory as make
from tests.unit.app.factory import (
    ASSISTANCE,
    FJORDHEIM,
    FULL,
    ISLAND,
    LIND,
    MUNICIPAL,
    NURSING,
    PRACTICAL,
    TODAY,
)

DAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31))


def reasons(case, municipality=None):
    found = not_offered_services(municipality or make.municipality(), case, TODAY)
    return [(each.service, each.reason) for each in found]


def test_a_zone_without_choice_is_told():
    case = make.case(make.granted(NURSING), zone=ISLAND)

    assert reasons(case) == [(NURSING, NotOfferedReason.ZONE)]


def test_a_child_is_outside_a_service_for_adults():
    case = make.case(make.granted(ASSISTANCE), birth_date=date(2014, 6, 14))

    assert reasons(case) == [(ASSISTANCE, NotOfferedReason.AGE)]


def test_the_birthday_itself_is_old_enough():
    case = make.case(make.granted(ASSISTANCE), birth_date=date(2008, 11, 23))

    assert reasons(case) == []


def test_a_service_that_the_content_lacks_is_told():
    case = make.case(make.granted(ServiceId("gone")))

    assert reasons(case) == [("gone", NotOfferedReason.UNKNOWN)]


def test_a_service_without_providers_now_is_told():
    base = make.municipality()
    ended = tuple(replace(each, valid_to=date(2026, 1, 1)) for each in base.providers)

    found = reasons(make.case(make.granted(NURSING)), replace(base, providers=ended))

    assert found == [(NURSING, NotOfferedReason.NO_PROVIDER)]


def test_every_granted_service_is_either_offered_or_told():
    case = make.case(make.granted(NURSING), make.granted(ASSISTANCE), birth_date=date(2014, 6, 14))

    offered = [each.service for each in offered_services(make.municipality(), case, TODAY)]

    assert offered + [service for service, _ in reasons(case)] == [NURSING, ASSISTANCE]


def test_an_order_is_dealt_over_all_providers_of_all_services():
    case = make.case(make.granted(NURSING), make.granted(ASSISTANCE))

    assert offered_to(make.municipality(), case, TODAY) == {MUNICIPAL, LIND, FJORDHEIM, FULL}


def test_full_providers_are_offered_too():
    assert FULL in make.municipality().offered(NURSING, make.NORTH, TODAY)


def test_only_a_provider_that_is_still_offered_can_be_kept():
    case = make.case(make.granted(NURSING, LIND), make.granted(PRACTICAL, MUNICIPAL))

    assert kept_services(make.municipality(), case, TODAY) == {NURSING}


def test_a_present_provider_that_the_content_lacks_is_nobody_who_can_be_named():
    assert present_help(make.municipality(), make.granted(NURSING, ProviderId("gone"))) is None


def test_the_deadline_of_the_list_goes_before_the_municipality_s_count():
    listed = replace(make.granted(NURSING), reply_by=date(2026, 12, 1))

    assert reply_deadline(make.municipality(), listed) == date(2026, 12, 1)
    assert reply_deadline(make.municipality(), make.granted(NURSING)) == date(2026, 11, 24)


def test_a_deadline_on_a_red_day_is_the_next_working_day():
    christmas = replace(make.granted(NURSING), reply_by=date(2026, 12, 25))
    sunday = replace(make.granted(NURSING), decided_on=date(2026, 11, 1))

    assert reply_deadline(make.municipality(), christmas) == date(2026, 12, 28)
    assert (sunday.decided_on + timedelta(days=21)).weekday() == 6
    assert reply_deadline(make.municipality(), sunday) == date(2026, 11, 23)


def test_suggests_three_working_days_when_the_deadline_is_past():
    dates = postpone_dates(TODAY, TODAY - timedelta(days=1), make.WORKING)

    assert dates == (date(2026, 11, 26), date(2026, 11, 30), date(2026, 12, 7))


def test_suggests_the_deadline_when_it_lies_ahead():
    dates = postpone_dates(TODAY, date(2026, 12, 18), make.WORKING)

    assert dates == (date(2026, 11, 26), date(2026, 11, 30), date(2026, 12, 18))


@given(DAYS, st.integers(-30, 60))
def test_suggestions_are_few_sorted_ahead_and_not_after_the_deadline(today, days):
    deadline = today + timedelta(days=days)

    dates = postpone_dates(today, deadline, make.WORKING)

    assert 1 <= len(dates) <= 3
    assert sorted(set(dates)) == list(dates)
    assert all(day > today for day in dates)
    assert days <= 0 or dates[-1] == deadline


@given(DAYS, st.integers(-30, 60))
def test_suggestions_other_than_the_deadline_are_working_days(today, days):
    deadline = today + timedelta(days=days)

    assert all(
        make.WORKING.is_working_day(day)
        for day in postpone_dates(today, deadline, make.WORKING)
        if day != deadline
    )
