from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.app.nonchoice.private_shares import Part
from kiosk.app.nonchoice.simulate_rule import simulate
from kiosk.app.nonchoice.simulation_texts import shown_tables
from kiosk.app.nonchoice.try_rule import with_language_codes
from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.errors import RefusedError
from kiosk.domain.nonchoice.parts import (
    MinimumShare,
    MunicipalDefault,
    NonchoiceState,
    ShareScope,
    Unit,
    Window,
)
from kiosk.domain.provider import Capacity, CapacityState
from tests.unit.app import factory as make
from tests.unit.app.factory import LIND, MUNICIPAL, NORTH, NURSING, SOUTH, plain
from tests.unit.app.nonchoice.people import TODAY, TURNS, municipality, person

PRESENT = municipality(MunicipalDefault(MUNICIPAL))


def people(new, with_town=0, zone=NORTH, first=1):
    granted = replace(make.granted(NURSING), hours_per_week=Decimal("2.5"))
    helped = replace(granted, present_provider=MUNICIPAL)
    made = [granted] * new + [helped] * with_town
    return [person(number, services=(each,), zone=zone) for number, each in enumerate(made, first)]


def tried(fallback, cases, **changes):
    return simulate(
        PRESENT, municipality(fallback, **changes), cases, NonchoiceState.NO_REPLY, TODAY
    )


def table(simulated, zone=None):
    return next(each for each in simulated.tables if (each.service, each.zone) == (NURSING, zone))


def users(shares):
    return {share.provider: share.users for share in shares}


def test_the_present_rule_and_the_tried_one_stand_beside_each_other():
    told = table(tried(MinimumShare(10, MUNICIPAL), people(20, 80)))

    assert users(told.present)[MUNICIPAL] == 100
    private = sum(
        share.users or 0 for share in told.tried if share.provider not in {MUNICIPAL, None}
    )
    assert private < 100
    assert [share.provider for share in told.present] == [share.provider for share in told.tried]


def test_a_tenth_of_the_users_goes_to_private_providers():
    content = municipality(MinimumShare(10, MUNICIPAL))
    only_lind = replace(
        content,
        providers=tuple(each for each in content.providers if each.id in {MUNICIPAL, LIND}),
    )
    present = replace(PRESENT, providers=only_lind.providers)

    told = simulate(present, only_lind, people(40, 60), NonchoiceState.NO_REPLY, TODAY)

    assert users(table(told).tried) == {MUNICIPAL: 90, LIND: 10, None: 0}
    assert [share.percent for share in table(told).tried] == [90, 10, 0]
    assert [share.hours for share in table(told).tried] == [225, 25, 0]
    assert told.moved == 0


def test_small_groups_are_hidden_and_cannot_be_worked_out():
    cases = [*people(3), *people(30, zone=SOUTH, first=50)]

    told = tried(MunicipalDefault(MUNICIPAL), cases)

    assert users(table(told, NORTH).present)[MUNICIPAL] is None
    assert users(table(told, SOUTH).present)[MUNICIPAL] == 30
    assert users(table(told).present)[MUNICIPAL] is None


def with_room_for(limit):
    content = municipality()
    limited = tuple(
        replace(
            each,
            offers=tuple(
                replace(offer, capacity=Capacity(CapacityState.OPEN, None, limit))
                for offer in each.offers
            ),
        )
        for each in content.providers
    )
    return replace(content, providers=limited)


def test_providers_without_room_and_those_who_wait_are_told():
    told = simulate(PRESENT, with_room_for(7), people(60), NonchoiceState.NO_REPLY, TODAY)

    assert MUNICIPAL in table(told).full
    assert (users(table(told).tried)[None] or 0) >= 10


def test_who_is_full_with_a_hidden_number_is_not_told():
    told = simulate(PRESENT, with_room_for(2), people(30), NonchoiceState.NO_REPLY, TODAY)

    assert users(table(told).tried)[MUNICIPAL] is None
    assert table(told).full == ()


def test_everybody_stands_in_a_row_also_who_keeps_a_provider_that_is_offered_no_more():
    gone = replace(PRESENT, providers=tuple(each for each in PRESENT.providers if each.id != LIND))
    granted = replace(make.granted(NURSING), present_provider=LIND)
    cases = [person(number, services=(granted,)) for number in range(20)]

    told = simulate(PRESENT, gone, cases, NonchoiceState.NO_REPLY, TODAY)

    assert sum(count or 0 for count in users(table(told).tried).values()) == 20


@given(
    st.lists(st.integers(0, 9), min_size=2, max_size=2),
    st.sampled_from([MunicipalDefault(MUNICIPAL), MinimumShare(20, MUNICIPAL), TURNS]),
)
@settings(max_examples=25)
def test_zones_tell_nothing_that_the_whole_municipality_hides(counts, fallback):
    north, south = counts
    cases = [*people(north + 1, south), *people(south + 1, north, zone=SOUTH, first=100)]

    told = tried(fallback, cases)

    for side in ("present", "tried"):
        zones = [users(getattr(table(told, zone), side)) for zone in (NORTH, SOUTH)]
        for key, count in users(getattr(table(told), side)).items():
            hidden = [zone for zone in zones if zone.get(key, 0) is None]
            assert len(hidden) != 1 or count is None


def helped_by(provider, number, zone, first):
    granted = replace(make.granted(NURSING), present_provider=provider)
    return [person(each, services=(granted,), zone=zone) for each in range(first, first + number)]


def not_kept_in(zone):
    """The present rule, but for those with help in one zone, who are given the municipal one."""
    rules = dict(PRESENT.rules)
    rules[NURSING, zone] = tuple(
        replace(each, keeps_present=False) for each in rules[NURSING, zone]
    )
    return replace(PRESENT, rules=rules)


def test_two_tables_beside_each_other_do_not_tell_how_few_are_moved():
    cases = [
        *helped_by(MUNICIPAL, 20, NORTH, 1),
        *helped_by(LIND, 12, NORTH, 100),
        *helped_by(MUNICIPAL, 30, SOUTH, 200),
        *helped_by(LIND, 3, SOUTH, 300),
    ]

    told = simulate(PRESENT, not_kept_in(SOUTH), cases, NonchoiceState.NO_REPLY, TODAY)

    assert told.moved is None
    for zone in (None, SOUTH):
        for shares in (table(told, zone).present, table(told, zone).tried):
            assert (users(shares)[LIND], users(shares)[MUNICIPAL]) == (None, None)
    assert users(table(told, NORTH).present) == users(table(told, NORTH).tried)


@given(
    st.lists(st.integers(0, 12), min_size=4, max_size=4),
    st.integers(0, 12),
    st.sampled_from([not_kept_in(SOUTH), municipality(MinimumShare(20, MUNICIPAL))]),
)
@settings(max_examples=60)
def test_what_is_hidden_under_one_rule_is_hidden_under_the_other(counts, new, rules):
    north, south, with_lind, lind_south = counts
    cases = [
        *people(north + 1, 3),
        *people(south, 8, zone=SOUTH, first=50),
        *helped_by(LIND, with_lind, NORTH, 100),
        *helped_by(LIND, lind_south, SOUTH, 200),
    ]

    told = simulate(PRESENT, rules, list(new_this_year(cases, new)), NonchoiceState.NO_REPLY, TODAY)

    for each in told.tables:
        pairs = [
            (one.users, other.users) for one, other in zip(each.present, each.tried, strict=True)
        ]
        for key, share in each.present_shares.items():
            other = each.tried_shares[key]
            if share is None or other is None or key[0] is Unit.HOURS:
                assert (share is None) == (other is None)
            else:
                pairs += [(share.private, other.private), (share.total, other.total)]
        for one, two in pairs:
            assert (one is None) == (two is None)
            assert one is None or two is None or one == two or abs(one - two) >= 5


def test_a_simulation_can_be_stopped():
    stopped = Watch(is_cancelled=lambda: True)

    with pytest.raises(CancelledError):
        simulate(PRESENT, PRESENT, people(1200), NonchoiceState.NO_REPLY, TODAY, stopped)


def test_whoever_looks_on_is_told_how_far_it_is():
    told = []

    simulate(
        PRESENT,
        PRESENT,
        people(600),
        NonchoiceState.NO_REPLY,
        TODAY,
        Watch(progress=lambda done, count: told.append((done, count))),
    )

    assert told == [(500, 1200), (600, 1200), (1100, 1200), (1200, 1200)]


def test_without_anybody_who_can_choose_there_is_nothing_to_try():
    with pytest.raises(RefusedError) as refused:
        tried(MunicipalDefault(MUNICIPAL), [])

    assert [each.code for each in refused.value.refusals] == ["simulation.nobody"]


def test_the_floor_hears_the_language_by_its_code():
    spoken = make.case(make.granted(NURSING), interpreter="polsk")
    silent = make.case(make.granted(NURSING))

    coded = with_language_codes([spoken, silent], make.words().language_code)

    assert [each.interpreter for each in coded] == ["pl", ""]


def told_shares(simulated):
    for each in simulated.tables:
        yield each, each.present, each.present_shares
        yield each, each.tried, each.tried_shares


def new_this_year(cases, count):
    """The first so many of those with help have had it since this year."""
    for each in cases:
        (granted,) = each.services
        if granted.present_provider is not None and count > 0:
            since = replace(granted, present_since=TODAY.replace(month=1, day=2))
            yield replace(each, services=(since,))
            count -= 1
        else:
            yield each


@given(
    st.lists(st.integers(0, 12), min_size=4, max_size=4),
    st.integers(0, 24),
    st.sampled_from([MunicipalDefault(MUNICIPAL), MinimumShare(20, MUNICIPAL), TURNS]),
)
@settings(max_examples=60)
def test_a_private_share_tells_nothing_that_a_table_hides(counts, new, fallback):
    north, south, with_lind, with_town = counts
    lind = replace(make.granted(NURSING), present_provider=LIND)
    cases = [*people(north + 1, with_town), *people(south + 1, with_town, zone=SOUTH, first=100)]
    cases += [person(number, services=(lind,)) for number in range(200, 200 + with_lind)]

    found = tried(fallback, list(new_this_year(cases, new)))

    flows: dict[object, set[bool]] = {}
    for table_, shares, told in told_shares(found):
        all_users, new_users = told[Unit.USERS, Window.STOCK], told[Unit.USERS, Window.FLOW]
        counts = [each.users for each in shares if each.provider is not None]
        assert all_users is None or all_users.total == sum(counts)
        assert new_users is None or all_users is not None
        if new_users is not None:
            groups = (
                new_users.private,
                all_users.private - new_users.private,
                new_users.total - new_users.private,
                all_users.total - all_users.private - new_users.total + new_users.private,
            )
            assert not any(0 < group < 5 for group in groups)
        side = told is table_.tried_shares
        if table_.zone is not None:
            flows.setdefault((table_.service, side), set()).add(new_users is None)
    # one hidden zone beside a sum could be worked out
    assert all(len(each) == 1 for each in flows.values())


def test_hours_and_new_ones_have_shares_of_their_own():
    small = replace(make.granted(NURSING), present_provider=LIND, hours_per_week=Decimal(1))
    large = replace(small, present_provider=MUNICIPAL, hours_per_week=Decimal(9))
    cases = [person(number, services=(small,)) for number in range(10)]
    cases += [person(number, services=(large,)) for number in range(10, 20)]

    told = table(tried(MunicipalDefault(MUNICIPAL), list(new_this_year(cases, 5)))).present_shares

    assert told == {
        (Unit.USERS, Window.STOCK): Part(10, 20),
        (Unit.HOURS, Window.STOCK): Part(600, 6000),
        (Unit.USERS, Window.FLOW): Part(5, 5),
        (Unit.HOURS, Window.FLOW): Part(300, 300),
    }


def test_a_rule_says_which_share_it_asks_for_where_that_is_counted():
    whole = MinimumShare(20, MUNICIPAL)
    zones = MinimumShare(20, MUNICIPAL, scope=ShareScope.ZONE)

    for share, of_all, of_zone in [(whole, whole, None), (zones, None, zones)]:
        found = tried(share, [*people(9), *people(9, zone=SOUTH, first=100)])
        assert (table(found).tried_asked, table(found, NORTH).tried_asked) == (of_all, of_zone)
        assert table(found).present_asked is None


def test_shares_are_told_in_words_with_what_they_count():
    found = tried(MinimumShare(20, MUNICIPAL), people(70, 10))

    notes = [plain(note) for note in shown_tables(found, PRESENT, make.words())[0].notes]

    assert "Privat andel av brukerne: 0 av 80 (0 prosent) med regelen i dag" in " ".join(notes)
    assert any("andel av timene" in note for note in notes)
    assert "Denne regelen krever minst 20 prosent av brukerne." in notes


def test_shares_that_are_all_hidden_are_told_once():
    found = tried(MinimumShare(20, MUNICIPAL), people(3))

    notes = [plain(note) for note in shown_tables(found, PRESENT, make.words())[0].notes]

    assert [note for note in notes if "rivat" in note] == ["Den private andelen er skjult."]
