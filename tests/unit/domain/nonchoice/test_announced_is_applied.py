"""The promise of the whole program: what was announced is what happens (neutrality 1.3)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.nonchoice.allocate import propose
from kiosk.domain.nonchoice.announcement import announce, announce_to_all
from kiosk.domain.nonchoice.applying import Premises, in_order, run
from kiosk.domain.nonchoice.clauses import StartsUp
from kiosk.domain.nonchoice.parts import MinimumShare, MunicipalDefault
from kiosk.domain.nonchoice.proposal import Way
from kiosk.domain.nonchoice.settle import settle
from kiosk.domain.nonchoice.standing import Standing
from tests.unit.domain.nonchoice.samples import (
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
        may_stay = person.present not in person.objects_to
        assert not may_stay or proposal.provider == person.present


@settings(max_examples=60)
@given(rules, st.lists(applicants, max_size=12), supplies)
def test_a_run_gives_the_same_again_and_no_provider_more_than_it_takes(rule, people, supply):
    premises = Premises({(NURSING, NORTH): (rule,)}, lambda *_: supply, "frø", TODAY)
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
