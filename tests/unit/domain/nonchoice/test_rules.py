"""Each rule of domain 6.1 by itself: its order, its limits, its boundaries."""

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.nonchoice.allocate import propose
from kiosk.domain.nonchoice.announcement import announce_to_all
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.applying import Premises, open_lot, run
from kiosk.domain.nonchoice.clauses import Keeps, MunicipalHelps, StartsUp, UpToShare
from kiosk.domain.nonchoice.parts import (
    ChooseFirst,
    Circle,
    Continuity,
    Distribute,
    Floor,
    Lots,
    MinimumShare,
    MunicipalDefault,
    ShareScope,
    Skipped,
    StartUp,
    Turns,
    Unit,
    WeightedKey,
    Window,
    add_months,
)
from kiosk.domain.nonchoice.proposal import Draw, PassedOver, Way
from kiosk.domain.nonchoice.standing import Load, ShareSeen, Standing, joining_order
from kiosk.domain.nonchoice.supply import Ceiling, PassReason
from kiosk.domain.provider import CapacityState
from kiosk.domain.service import DayPart, ServiceId
from tests.unit.domain.nonchoice.samples import (
    AAS,
    FJORD,
    LIND,
    NORD,
    NORTH,
    NURSING,
    PRIVATE,
    SOUTH,
    TODAY,
    TOWN,
    applicant,
    rule,
    standing,
    supplier,
    supply,
    table,
)

TURNS = Distribute(Turns(), TOWN, Circle.PRIVATE)
LOSING = Distribute(Turns(Skipped.LOSES_TURN), TOWN, Circle.PRIVATE)


def results(made, count, here=None, counts=None, on=TODAY, **changes):
    """Who gets so many new people, one after the other."""
    premises = Premises(
        {(NURSING, NORTH): (made,)}, lambda *_: supply() if here is None else here, open_lot, on
    )
    people = [applicant(number, **changes) for number in range(count)]
    return [each.provider for each in run(people, premises, counts or standing())]


def test_silence_keeps_whoever_has_help():
    proposal = propose(applicant(present=FJORD), table(rule(MunicipalDefault(TOWN))))

    assert (proposal.way, proposal.provider, proposal.moves) == (Way.KEEPS, FJORD, False)


def test_help_that_has_ended_is_not_kept():
    here = supply(supplier(TOWN), supplier(LIND))

    proposal = propose(applicant(present=FJORD), table(rule(MunicipalDefault(TOWN)), here))

    assert (proposal.way, proposal.provider) == (Way.MUNICIPAL, TOWN)


def test_choose_first_never_assigns_anybody():
    proposal = propose(applicant(), table(rule(ChooseFirst(AAS))))

    assert (proposal.way, proposal.provider, proposal.interim) == (Way.MUST_CHOOSE, None, AAS)


def test_an_objection_to_the_municipal_service_goes_to_an_officer():
    proposal = propose(applicant(objects_to=frozenset({TOWN})), table(rule(MunicipalDefault(TOWN))))

    assert (proposal.way, proposal.provider) == (Way.OFFICER, None)


def test_turns_give_each_as_many():
    given_to = results(rule(TURNS), 12)

    assert Counter(given_to) == dict.fromkeys(PRIVATE, 3)
    assert given_to[:4] == given_to[4:8]


def test_a_turn_moves_only_with_an_assignment():
    judged = table(rule(TURNS))

    assert propose(applicant(1), judged) == replace(
        propose(applicant(2), judged), applicant=applicant(1)
    )


def paused(key):
    return supply(
        *(
            supplier(each, state=CapacityState.PAUSED if each == key else CapacityState.OPEN)
            for each in (TOWN, *PRIVATE)
        )
    )


def line(made):
    """The providers in the order of their turns."""
    return results(made, 4)


def test_a_skipped_provider_that_keeps_its_turn_is_the_next():
    counts, first = standing(), line(rule(TURNS))[0]
    without = results(rule(TURNS), 2, paused(first), counts)

    assert first not in without
    assert results(rule(TURNS), 1, supply(), counts) == [first]


def test_a_skipped_provider_that_loses_its_turn_waits_for_the_others():
    counts, order = standing(), line(rule(LOSING))
    assert results(rule(LOSING), 1, paused(order[0]), counts) == [order[1]]

    assert results(rule(LOSING), 4, supply(), counts) == [*order[2:], order[0], order[1]]


def test_who_was_passed_over_and_why_is_told():
    first, second, *_ = line(rule(TURNS))

    proposal = propose(applicant(), table(rule(TURNS), paused(first)))

    assert proposal.considered == (first, second)
    assert proposal.passed == (PassedOver(first, PassReason.PAUSED),)


def test_a_newcomer_joins_at_the_end_on_the_first_of_the_next_month():
    counts = standing()
    before = supply(supplier(LIND), supplier(FJORD))
    after = supply(supplier(LIND), supplier(FJORD), supplier(AAS, joins_on=date(2026, 12, 1)))

    early = results(rule(TURNS), 2, before, counts)

    assert results(rule(TURNS), 2, after, counts, on=date(2026, 11, 30)) == early
    assert results(rule(TURNS), 3, after, counts, on=date(2026, 12, 1)) == [*early, AAS]


def test_a_leaver_drops_out_and_the_rest_keep_their_order():
    counts, order = standing(), line(rule(TURNS))
    here = supply(*(supplier(each) for each in order if each != order[1]))

    assert results(rule(TURNS), 3, here, counts) == [order[0], order[2], order[3]]


def test_the_first_order_of_a_turn_list_is_no_alphabet():
    orders = {tuple(line(rule(TURNS, id=f"regel-{number}"))) for number in range(20)}

    assert len({order[0] for order in orders}) == len(PRIVATE)


def test_the_first_order_of_a_turn_list_can_be_worked_out_by_anybody():
    # SHA-256 of "regel|hjemmesykepleie|nord|" and the key of each, in the order of these numbers
    lots = [sha256(f"regel|hjemmesykepleie|nord|{key}".encode()).hexdigest() for key in PRIVATE]

    assert line(rule(TURNS)) == [key for _, key in sorted(zip(lots, PRIVATE, strict=True))]


def test_each_service_of_a_zone_has_a_lot_of_its_own():
    services = [ServiceId(f"tjeneste-{number}") for number in range(8)]

    orders = {
        tuple(sorted(PRIVATE, key=lambda each: joining_order(made, supplier(each))))
        for made in (rule(TURNS, service=service) for service in services)
    }

    assert len(orders) > 1


@given(
    st.lists(st.integers(1, 20), min_size=2, max_size=4),
    st.integers(1, 120),
)
def test_a_key_never_strays_from_its_shares(weights, count):
    key = WeightedKey(tuple(zip(PRIVATE, weights, strict=False)))
    made = rule(Distribute(key, TOWN))

    given_to = results(made, count)

    for drawn in range(1, count + 1):
        got = Counter(given_to[:drawn])
        for provider, weight in key.weights:
            strays = abs(got[provider] - Fraction(weight * drawn, sum(weights)))
            assert strays < (1 if len(weights) == 2 else 2)


def test_a_key_gives_to_whoever_lacks_most_of_those_who_can():
    made = rule(Distribute(WeightedKey(((LIND, 3), (FJORD, 1))), TOWN))

    proposal = propose(applicant(), table(made, paused(LIND)))

    assert (proposal.way, proposal.provider) == (Way.KEY, FJORD)
    assert proposal.passed == (PassedOver(LIND, PassReason.PAUSED),)


def share(**changes):
    return rule(MinimumShare(10, TOWN, **changes))


@pytest.mark.parametrize(
    ("town", "lind", "way"),
    [(91, 9, Way.SHARE_TURN), (90, 10, Way.SHARE_REACHED), (89, 11, Way.SHARE_REACHED)],
)
def test_a_minimum_share_ends_exactly_where_it_is_reached(town, lind, way):
    judged = table(share(), standing=standing(kommunen=town, lind=lind))

    proposal = propose(applicant(), judged)

    assert proposal.way is way
    assert proposal.share == ShareSeen(lind, town + lind)


def test_users_and_hours_give_different_results():
    counts = Standing(
        stock={
            (NURSING, NORTH, TOWN): Load(95, 95 * 60),
            (NURSING, NORTH, LIND): Load(5, 5 * 600),
        },
        private=frozenset(PRIVATE),
    )

    by_users = propose(applicant(), table(share(), standing=counts))
    by_hours = propose(applicant(), table(share(unit=Unit.HOURS), standing=counts))

    assert (by_users.way, by_hours.way) == (Way.SHARE_TURN, Way.SHARE_REACHED)


def test_a_share_of_the_flow_does_not_see_those_who_had_help_before():
    counts = standing(kommunen=50, lind=50)

    by_flow = propose(applicant(), table(share(window=Window.FLOW), standing=counts))
    by_stock = propose(applicant(), table(share(), standing=counts))

    assert (by_flow.way, by_stock.way) == (Way.SHARE_TURN, Way.SHARE_REACHED)


def test_a_share_may_be_counted_in_the_zone_or_in_the_municipality():
    counts = standing(kommunen=50)
    counts.stock[NURSING, SOUTH, LIND] = Load(50, 50)

    whole = propose(applicant(), table(share(), standing=counts))
    zone = propose(applicant(), table(share(scope=ShareScope.ZONE), standing=counts))

    assert (whole.way, zone.way) == (Way.SHARE_REACHED, Way.SHARE_TURN)


def test_a_share_never_moves_somebody_who_has_help():
    unkept = rule(MinimumShare(100, TOWN), keeps_present=False)

    assert propose(applicant(present=TOWN), table(unkept)).way is Way.KEEPS


def test_a_share_grows_with_each_assignment():
    given_to = results(share(), 20, counts=standing(kommunen=18, lind=1))

    # 1 of 19, 2 of 21 and 3 of 31 are less than a tenth
    assert [place for place, each in enumerate(given_to) if each != TOWN] == [0, 2, 12]


@pytest.mark.parametrize(
    ("until", "way"), [(date(2025, 11, 23), Way.FORMER), (date(2025, 11, 22), Way.MUNICIPAL)]
)
def test_a_former_provider_comes_again_within_the_months(until, way):
    made = rule(MunicipalDefault(TOWN), continuity=Continuity(12))

    proposal = propose(applicant(known=Known(LIND, until)), table(made))

    assert proposal.way is way


def test_a_former_provider_that_is_full_is_not_waited_for():
    made = rule(MunicipalDefault(TOWN), continuity=Continuity(12))

    proposal = propose(applicant(known=Known(LIND, TODAY)), table(made, paused(LIND)))

    assert proposal.way is Way.MUNICIPAL


def test_the_provider_of_the_household_comes_to_both():
    made = rule(TURNS, continuity=Continuity(household=True))

    proposal = propose(applicant(known=Known(household=NORD)), table(made))

    assert (proposal.way, proposal.provider) == (Way.HOUSEHOLD, NORD)


START_UP = StartUp(NORD, date(2026, 11, 1), 2, 3)


def test_a_start_up_period_ends_by_its_limit():
    assert results(rule(MunicipalDefault(TOWN), start_up=START_UP), 5) == [NORD] * 3 + [TOWN] * 2


def test_a_start_up_period_in_hours_never_goes_over_its_limit():
    hours = replace(START_UP, limit=5, unit=Unit.HOURS)

    assert results(rule(MunicipalDefault(TOWN), start_up=hours), 3) == [NORD, NORD, TOWN]


@pytest.mark.parametrize(
    ("on", "provider"),
    [
        (date(2026, 10, 31), TOWN),
        (date(2026, 11, 1), NORD),
        (date(2026, 12, 31), NORD),
        (date(2027, 1, 1), TOWN),
    ],
)
def test_a_start_up_period_ends_by_its_date(on, provider):
    made = rule(MunicipalDefault(TOWN), start_up=START_UP)

    assert results(made, 1, on=on) == [provider]


def test_a_start_up_period_is_for_new_people_only():
    made = rule(MunicipalDefault(TOWN), start_up=START_UP, keeps_present=False)

    assert propose(applicant(present=LIND), table(made)).way is Way.MUNICIPAL


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"has_started": False}, PassReason.NOT_STARTED),
        ({"is_suspended": True}, PassReason.SUSPENDED),
        ({"state": CapacityState.FULL}, PassReason.FULL),
        ({"state": CapacityState.PAUSED}, PassReason.PAUSED),
        ({"state": CapacityState.CLOSING}, PassReason.CLOSING),
        ({"covers": frozenset({DayPart.DAY})}, PassReason.NEEDS),
        ({"languages": frozenset({"no"})}, PassReason.LANGUAGE),
        ({"ceiling": Ceiling(2)}, PassReason.FULL),
        ({"ceiling": Ceiling(5, Unit.HOURS)}, PassReason.FULL),
    ],
)
def test_the_floor_filters(changes, reason):
    made = rule(TURNS, floor=Floor(needs=True, language=True))
    person = applicant(needs=frozenset({DayPart.DAY, DayPart.NIGHT}), language="so")
    here = supply(supplier(LIND, **{"languages": frozenset({"so"}), **changes}))

    proposal = propose(person, table(made, here, standing=standing(lind=2)))

    assert proposal.passed == (PassedOver(LIND, reason),)
    assert proposal.way is Way.OFFICER


def test_the_last_place_is_given_and_no_more():
    here = supply(supplier(TOWN), supplier(LIND, ceiling=Ceiling(4)))
    made = rule(Distribute(Turns(), TOWN, Circle.PRIVATE, TOWN))

    assert results(made, 4, here, standing(lind=2)) == [LIND, LIND, TOWN, TOWN]


def test_a_place_that_is_owed_to_who_waits_is_given_to_nobody_by_a_rule():
    here = supply(supplier(TOWN), supplier(LIND, ceiling=Ceiling(4)))
    made = rule(Distribute(Turns(), TOWN, Circle.PRIVATE, TOWN))
    stood = standing(lind=2)
    stood.waits((NURSING, NORTH, LIND), 0)

    assert results(made, 3, here, stood) == [LIND, TOWN, TOWN]


@pytest.mark.parametrize(("limit", "has"), [(0, 0), (4, 2)])
def test_whoever_is_full_in_hours_gets_nobody_whose_hours_are_unknown_either(limit, has):
    here = supply(supplier(LIND, ceiling=Ceiling(limit, Unit.HOURS)))
    person = applicant(minutes_per_week=0)

    proposal = propose(person, table(rule(TURNS), here, standing=standing(lind=has)))

    assert proposal.passed == (PassedOver(LIND, PassReason.FULL),)


def test_a_share_of_hours_that_nobody_knows_is_a_share_of_people():
    share = MinimumShare(50, TOWN, Unit.HOURS, pick=Turns(), among=frozenset({LIND}))
    unknown = [applicant(number, minutes_per_week=0) for number in range(1, 7)]
    premises = Premises({(NURSING, NORTH): (rule(share),)}, lambda *_: supply(), open_lot, TODAY)

    given = [each.provider for each in run(unknown, premises, standing())]

    assert given == [LIND, TOWN, TOWN, LIND, TOWN, LIND]


def test_a_scheme_in_which_everybody_is_new_has_a_turn_list_at_once():
    joins_on = date(2026, 12, 1)
    here = supply(*(supplier(each, joins_on=joins_on) for each in (LIND, FJORD)))

    given = results(rule(Distribute(Turns(), TOWN)), 4, here)

    assert Counter(given) == {LIND: 2, FJORD: 2}


def test_a_newcomer_waits_behind_those_who_are_there():
    here = supply(supplier(LIND), supplier(FJORD, joins_on=date(2026, 12, 1)))

    assert results(rule(Distribute(Turns(), TOWN)), 2, here) == [LIND, LIND]


def test_who_joins_a_key_has_its_share_and_not_everybody_until_it_has_caught_up():
    made = rule(Distribute(WeightedKey(((LIND, 1), (FJORD, 1), (AAS, 2))), TOWN))
    counts = standing()
    results(made, 40, supply(supplier(LIND), supplier(FJORD)), counts)

    joined = results(made, 8, supply(supplier(LIND), supplier(FJORD), supplier(AAS)), counts)

    assert Counter(joined) == {AAS: 4, LIND: 2, FJORD: 2}


def test_nobody_who_can_leads_to_the_officer_where_the_rule_names_nobody():
    proposal = propose(applicant(), table(rule(TURNS), supply(supplier(TOWN))))

    assert (proposal.way, proposal.provider, proposal.interim) == (Way.OFFICER, None, TOWN)


def test_a_draw_can_be_repeated_by_anybody():
    made = rule(Distribute(Lots(), TOWN, Circle.PRIVATE))

    proposal = propose(applicant(), table(made, draw=Draw("lodd")))

    first = min(sha256(f"lodd|{key}".encode()).hexdigest() for key in PRIVATE)
    assert sha256(f"lodd|{proposal.provider}".encode()).hexdigest() == first
    assert proposal.lot == "lodd"
    assert set(proposal.could_come) == set(PRIVATE)


def test_each_person_has_a_draw_of_its_own():
    made = rule(Distribute(Lots(), TOWN, Circle.PRIVATE))

    given_to = Counter(results(made, 400))

    assert set(given_to) == set(PRIVATE)
    assert max(given_to.values()) < 150


def test_a_month_that_lacks_the_day_ends_on_its_last():
    assert add_months(date(2026, 8, 31), -6) == date(2026, 2, 28)
    assert add_months(date(2026, 12, 31), 2) == date(2027, 2, 28)


def test_a_key_shares_by_the_weights_of_those_who_are_there():
    key = WeightedKey(((LIND, 2), (FJORD, 1), (NORD, 7)))
    here = supply(supplier(TOWN), supplier(LIND), supplier(FJORD))

    got = Counter(results(rule(Distribute(key, TOWN)), 300, here))

    assert got == {LIND: 200, FJORD: 100}


@pytest.mark.parametrize("pick", [Turns(), WeightedKey(((LIND, 1),)), Lots()])
def test_without_a_private_provider_the_municipality_helps_and_no_share_is_promised(pick):
    made, here = share(pick=pick), supply(supplier(TOWN))

    proposal = propose(applicant(), table(made, here))

    assert (proposal.way, proposal.provider) == (Way.MUNICIPAL, TOWN)
    assert announce_to_all(made, here, TODAY).clauses == (Keeps(None), MunicipalHelps(TOWN))


@pytest.mark.parametrize(("begins", "told"), [(TODAY, None), (date(2026, 11, 24),) * 2])
def test_a_start_up_that_has_not_begun_says_when_it_does(begins, told):
    made = rule(MunicipalDefault(TOWN), start_up=StartUp(LIND, begins, 6, 10))

    starts = announce_to_all(made, supply(), TODAY).clauses[1]

    assert isinstance(starts, StartsUp)
    assert starts.first_day == told


def test_an_announcement_holds_the_floor_and_the_area_of_a_share():
    floor = Floor(needs=False, language=True)

    told = announce_to_all(
        rule(MinimumShare(10, TOWN, scope=ShareScope.ZONE), floor=floor), supply(), TODAY
    )

    assert told.floor == floor
    assert isinstance(told.clauses[1], UpToShare)
    assert told.clauses[1].scope is ShareScope.ZONE
