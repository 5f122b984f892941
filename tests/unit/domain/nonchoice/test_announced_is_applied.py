"""The promise of the whole program: what was announced is what happens (neutrality 1.3)."""

from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.nonchoice.allocate import propose
from kiosk.domain.nonchoice.announcement import announce, announce_to_all
from kiosk.domain.nonchoice.applying import Premises, in_order, open_lot, run
from kiosk.domain.nonchoice.clauses import FixedShares, StartsUp, UpToShare
from kiosk.domain.nonchoice.parts import (
    Continuity,
    MinimumShare,
    MunicipalDefault,
    NonchoiceState,
)
from kiosk.domain.nonchoice.proposal import SHARE_WAYS, Way
from kiosk.domain.nonchoice.settle import settle
from kiosk.domain.nonchoice.standing import Standing
from kiosk.domain.provider import CapacityState
from tests.unit.domain.nonchoice.samples import (
    EVERYBODY,
    LIND,
    NORTH,
    NURSING,
    PRIVATE,
    TODAY,
    TOWN,
    applicant,
    applicants,
    rules,
    standing,
    supplies,
    table,
)
from tests.unit.domain.nonchoice.samples import rule as rule_of


@settings(max_examples=300)
@given(rules, applicants, supplies)
def test_every_result_lies_in_what_was_announced_to_the_person(rule, person, supply):
    announced = announce(
        rule,
        supply,
        TODAY,
        present=person.present,
        known=person.known,
        objects_to=person.objects_to,
    )

    proposal = propose(person, table(rule, supply))

    assert announced.admits(proposal.way, proposal.provider)


@settings(max_examples=200)
@given(rules, applicants, supplies)
def test_whoever_is_moved_by_the_rule_alone_was_told_that_this_can_happen(rule, person, supply):
    wishes = {"known": person.known, "objects_to": person.objects_to}
    announced = announce(rule, supply, TODAY, present=person.present, **wishes)

    proposal = propose(person, table(rule, supply))

    helper = supply.get(person.present)
    may_stay = helper is not None and helper.leaves_on is None
    if may_stay and person.present not in person.objects_to and proposal.moves:
        assert announced.may_move
        assert announce_to_all(rule, supply, TODAY).may_move


@settings(max_examples=200)
@given(rules, applicants, supplies)
def test_nobody_who_cannot_choose_has_to(rule, person, supply):
    cannot = replace(person, state=NonchoiceState.CANNOT)

    proposal = propose(cannot, table(rule, supply))

    announced = announce(rule, supply, TODAY).in_state(NonchoiceState.CANNOT)
    assert proposal.way is not Way.MUST_CHOOSE
    assert not announced.waits_for_choice
    assert announced.clauses


@settings(max_examples=300)
@given(rules, applicants, supplies)
def test_every_way_was_told_to_those_who_read_the_brochure(rule, person, supply):
    told = {
        way
        for clause in announce_to_all(rule, supply, TODAY).clauses
        for way, _ in clause.results()
    }

    way = propose(person, table(rule, supply)).way

    # whoever has help from somebody who may not stay has the municipal service by a share rule
    by_duty = way is Way.MUNICIPAL and isinstance(rule.fallback, MinimumShare)
    assert way in told | {Way.OFFICER} or by_duty


_PICKED = {Way.TURN, Way.KEY, Way.LOT, *SHARE_WAYS.values()}


def unhindered(supply):
    """The same providers on a day on which nothing hinders them that passes."""
    closing = CapacityState.CLOSING
    return {
        key: replace(
            each,
            joins_on=date.min,
            has_started=True,
            is_suspended=False,
            state=closing if each.state is closing else CapacityState.OPEN,
            ceiling=None,
        )
        for key, each in supply.items()
    }


def named(rule, supply):
    """Whom the announcement names as those who can be picked, or who know or start with people."""
    return {
        (way, provider)
        for clause in announce_to_all(rule, supply, TODAY).clauses
        for way, provider in clause.results()
        if provider is not None and way in {*_PICKED, Way.START_UP, Way.NOBODY_ELSE}
    }


def somebody_only_for(provider):
    """A new person for whom nobody else can come."""
    return applicant(minutes_per_week=0, objects_to=frozenset(EVERYBODY) - {provider})


@settings(max_examples=200)
@given(rules, supplies)
def test_whoever_is_announced_by_name_can_really_come_to_somebody(rule, supply):
    """A full provider takes part in the turns, and has no room today; one that stops does not."""
    bare = replace(rule, start_up=None)
    for way, provider in named(bare, supply):
        if way is Way.NOBODY_ELSE and isinstance(rule.fallback, MinimumShare):
            continue
        able = {Way.NOBODY_ELSE} if way is Way.NOBODY_ELSE else _PICKED
        found = propose(somebody_only_for(provider), table(bare, unhindered(supply)))
        # whoever helps where nobody else can is often one of those who take turns too
        assert found.provider == provider
        assert found.way in able | _PICKED


@settings(max_examples=200)
@given(rules, supplies)
def test_who_starts_up_is_announced_only_where_it_can_begin(rule, supply):
    for way, provider in named(rule, supply):
        if way is Way.START_UP:
            begins = max(TODAY, rule.start_up.begins_on)
            room = replace(rule, start_up=replace(rule.start_up, limit=99))
            then = table(room, unhindered(supply), on=begins)
            assert propose(somebody_only_for(provider), then).way is Way.START_UP


@settings(max_examples=200)
@given(rules, applicants, supplies)
def test_whoever_is_picked_was_announced_to_everybody(rule, person, supply):
    proposal = propose(person, table(rule, supply))

    if proposal.way in _PICKED:
        assert (proposal.way, proposal.provider) in named(rule, supply)


@settings(max_examples=200)
@given(rules, supplies)
def test_a_key_gives_the_shares_that_are_announced_when_somebody_stops(rule, supply):
    shares = [clause for clause in picking_clauses(rule, supply) if isinstance(clause, FixedShares)]
    for clause in shares:
        total = sum(weight for _, weight in clause.weights)
        bare = replace(rule, start_up=None, continuity=Continuity())
        judged = table(bare, unhindered(supply))
        if isinstance(bare.fallback, MinimumShare):
            judged.rule = replace(bare, fallback=replace(bare.fallback, percent=100))
        given_to = Counter(given_by(judged, total))
        assert given_to == Counter(dict(clause.weights))


def picking_clauses(rule, supply):
    for clause in announce_to_all(rule, supply, TODAY).clauses:
        yield clause.picking if isinstance(clause, UpToShare) else clause


def given_by(judged, count):
    for number in range(count):
        judged.standing = Standing(given=judged.standing.given, private=judged.standing.private)
        proposal = propose(applicant(number, minutes_per_week=60), judged)
        settle(proposal, judged)
        yield proposal.provider


@settings(max_examples=100)
@given(rules, applicants, supplies)
def test_nobody_gets_a_provider_that_cannot_take_anybody_unless_by_duty_or_by_staying(
    rule, person, supply
):
    proposal = propose(person, table(rule, supply))

    if proposal.way not in {
        Way.KEEPS,
        Way.MUNICIPAL,
        Way.NOBODY_ELSE,
        Way.SHARE_REACHED,
        Way.START_UP,
    }:
        assert proposal.provider is None or supply[proposal.provider].standing_objection is None
    assert proposal.provider not in person.objects_to


@settings(max_examples=300)
@given(rules, applicants, supplies)
def test_whoever_has_help_that_may_stay_is_never_moved_by_a_share(rule, person, supply):
    proposal = propose(person, table(rule, supply))

    if isinstance(rule.fallback, MinimumShare) and person.present in supply:
        stops = supply[person.present].leaves_on is not None
        may_stay = person.present not in person.objects_to and not stops
        assert not may_stay or proposal.provider == person.present


@settings(max_examples=60)
@given(rules, st.lists(applicants, max_size=12), supplies)
def test_a_run_gives_the_same_again_and_no_provider_more_than_it_takes(rule, people, supply):
    premises = Premises({(NURSING, NORTH): (rule,)}, lambda *_: supply, open_lot, TODAY)
    ordered = in_order(people)

    once = list(run(ordered, premises, standing()))
    again = list(run(ordered, premises, standing()))

    assert once == again
    for proposal in once:
        assert proposal.provider is None or proposal.provider in supply


@settings(max_examples=60)
@given(rules, st.lists(applicants, max_size=8), supplies)
def test_a_proposal_changes_nothing_until_it_is_settled(rule, people, supply):
    counts = standing(lind=2, kommunen=3)
    judged = table(rule, supply, standing=counts)
    before = counts.copy()

    for person in people:
        propose(person, judged)

    assert (counts.stock, counts.given, counts.started) == (
        before.stock,
        before.given,
        before.started,
    )


def test_a_copy_is_counted_on_its_own():
    counts = standing(lind=1)
    copied = counts.copy()

    copied.helps((NURSING, NORTH, LIND), 60, is_new_this_year=True)

    assert counts.stock[NURSING, NORTH, LIND].users == 1
    assert isinstance(copied, Standing)
    assert set(PRIVATE) == copied.private


def test_a_settled_proposal_moves_the_person_from_one_to_the_other():
    moving = rule_of(MunicipalDefault(TOWN), keeps_present=False)
    judged = table(moving, standing=standing(lind=1))
    proposal = propose(applicant(present=LIND), judged)

    settle(proposal, judged)

    counts = judged.standing.stock
    assert (counts[NURSING, NORTH, LIND].users, counts[NURSING, NORTH, TOWN].users) == (0, 1)


@settings(max_examples=300)
@given(rules, applicants, supplies)
def test_what_is_settled_beforehand_is_what_the_rule_gives(rule, person, supply):
    """Whoever does not wish to choose is told at once; the rule must give just that."""
    wishes = {"known": person.known, "objects_to": person.objects_to}
    announced = announce(rule, supply, TODAY, present=person.present, **wishes)

    proposal = propose(person, table(rule, supply))

    assert announced.settled in {None, proposal.provider}


@settings(max_examples=300)
@given(rules, applicants, supplies)
def test_nobody_is_told_of_a_start_up_period_that_is_not_for_them(rule, person, supply):
    wishes = {"known": person.known, "objects_to": person.objects_to}
    announced = announce(rule, supply, TODAY, present=person.present, **wishes)

    told = {each.provider for each in announced.clauses if isinstance(each, StartsUp)}

    assert not told or person.present is None
    assert not told & person.objects_to
