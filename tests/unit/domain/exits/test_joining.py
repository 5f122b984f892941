"""What an announced exit changes of the content: shown as before, and nobody new comes."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.choice import DoesNotWish, Outcome
from kiosk.domain.consequence import Situation, allocated, follow
from kiosk.domain.exits.exit import ExitCause, ProviderExit
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.exits.stand_in import spare_room, stand_in
from kiosk.domain.nonchoice.allocate import propose
from kiosk.domain.nonchoice.announcement import announce, announce_to_all
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import (
    Distribute,
    Lots,
    MinimumShare,
    NonchoiceState,
    Turns,
    WeightedKey,
)
from kiosk.domain.nonchoice.proposal import Draw, Table, Way
from kiosk.domain.nonchoice.standing import Standing
from kiosk.domain.nonchoice.supply import PassReason
from kiosk.domain.provider import CapacityState
from kiosk.domain.situations import can_keep, takes_choices
from tests.unit.app import factory as make
from tests.unit.app.factory import (
    CASE,
    FJORDHEIM,
    LIND,
    MUNICIPAL,
    NORTH,
    NURSING,
    SOUTH,
    TODAY,
)

LAST_DAY = date(2027, 1, 31)
NO_REPLY = NonchoiceState.NO_REPLY


def leaving(provider=LIND, last_day=LAST_DAY, zones=(NORTH,), **changes):
    made = ProviderExit(
        "exit-1",
        provider,
        (NURSING,),
        zones,
        TODAY,
        last_day,
        ExitCause.CONTRACT_ENDS,
        date(2026, 12, 18),
    )
    return replace(made, **changes)


def joined(*exits, **changes):
    return with_exits(make.municipality(**changes), exits)


def situation(municipality, present=LIND, zone=NORTH, on=TODAY):
    return Situation(municipality, NURSING, zone, present, on, make.WORKING)


def applied(municipality, present=LIND, on=TODAY):
    rule = municipality.rule(NURSING, NORTH)
    supply = supply_of(municipality, NURSING, NORTH, on)
    person = Applicant(CASE, NURSING, NORTH, NO_REPLY, on, on, present=present)
    proposal = propose(person, Table(rule, supply, Standing(), Draw("s"), on))
    assert announce(rule, supply, on, present=present).admits(proposal.way, proposal.provider)
    return proposal


def test_exits_that_were_joined_before_count_no_more():
    earlier, later = joined(leaving()), leaving(MUNICIPAL)

    assert with_exits(earlier, (later,)) == joined(later)
    assert with_exits(earlier, ()) == make.municipality()


def test_it_is_offered_until_its_last_day_and_not_after():
    content = joined(leaving())

    assert LIND in content.offered(NURSING, NORTH, LAST_DAY)
    assert LIND not in content.offered(NURSING, NORTH, date(2027, 2, 1))
    assert LIND in content.offered(NURSING, SOUTH, date(2027, 2, 1))


def test_an_agreement_that_ends_earlier_holds():
    ends = date(2026, 12, 31)
    providers = tuple(
        replace(each, contract_until=ends) if each.id == LIND else each
        for each in make.municipality().providers
    )
    content = joined(leaving(), providers=providers)

    assert LIND not in content.offered(NURSING, NORTH, date(2027, 1, 1))


def test_the_earliest_of_two_exits_holds():
    content = joined(leaving(), leaving(id="exit-2", last_day=date(2026, 12, 31)))

    assert content.leaves_on(LIND, NURSING, NORTH, TODAY) == date(2026, 12, 31)


def test_its_room_reads_closing_from_the_announcement():
    (offer,) = [
        each.offer_for(NURSING, NORTH) for each in joined(leaving()).providers if each.id == LIND
    ]

    assert (offer.capacity.state, offer.capacity.as_of) == (CapacityState.CLOSING, TODAY)


def test_nobody_can_newly_choose_it_or_ask_to_keep_it():
    content = joined(leaving())

    assert not takes_choices(situation(content, None), LIND)
    assert not can_keep(situation(content))
    assert takes_choices(situation(content, zone=SOUTH), LIND)
    assert can_keep(situation(content, zone=SOUTH))


def test_what_was_answered_before_the_announcement_is_judged_as_of_that_day():
    before = date(2026, 11, 22)

    assert can_keep(situation(joined(leaving()), on=before))


def test_a_rule_that_keeps_present_help_does_not_keep_it():
    assert applied(joined(leaving(), rules=make.rules(True))).way is Way.MUNICIPAL


def test_it_is_passed_over_in_turns():
    proposal = applied(joined(leaving(), rules=make.rules(True, Distribute(Turns(), MUNICIPAL))))

    assert proposal.provider not in {None, LIND}
    assert PassReason.CLOSING in {each.reason for each in proposal.passed} or not proposal.passed


def announced_names(content, on=TODAY):
    rule, supply = content.rule(NURSING, NORTH), supply_of(content, NURSING, NORTH, on)
    return {
        provider
        for clause in announce_to_all(rule, supply, on).clauses
        for _, provider in clause.results()
    }


@pytest.mark.parametrize(
    "fallback",
    [
        Distribute(Turns(), MUNICIPAL),
        Distribute(Lots(), MUNICIPAL),
        Distribute(WeightedKey(((MUNICIPAL, 1), (LIND, 1), (FJORDHEIM, 1))), MUNICIPAL),
        MinimumShare(50, MUNICIPAL),
    ],
)
def test_it_is_not_announced_as_one_that_people_can_get(fallback):
    rules = make.rules(True, fallback)

    assert LIND in announced_names(make.municipality(rules=rules))
    assert LIND not in announced_names(joined(leaving(), rules=rules))
    assert FJORDHEIM in announced_names(joined(leaving(), rules=rules))


def test_what_was_announced_before_the_exit_is_what_was_known_then():
    rules = make.rules(True, Distribute(Turns(), MUNICIPAL))

    assert LIND in announced_names(joined(leaving(), rules=rules), on=date(2026, 11, 22))


def test_a_share_target_moves_nobody_whose_provider_stops():
    share = make.rules(True, MinimumShare(90, MUNICIPAL))

    for content, day in [
        (joined(leaving(), rules=share), TODAY),
        (joined(leaving(last_day=date(2026, 11, 22)), rules=share), TODAY),
    ]:
        assert applied(content, on=day).way is Way.MUNICIPAL


def test_the_rule_gives_nobody_to_a_municipal_unit_that_stops():
    content = joined(leaving(MUNICIPAL))

    assert applied(content, present=None).way is Way.OFFICER
    answer = follow(DoesNotWish(), situation(content, None))
    assert (answer.outcome, answer.provider) == (Outcome.DOES_NOT_WISH, None)


def test_whom_the_rule_gives_to_another_stays_until_the_last_day():
    content = joined(leaving())

    answer = allocated(MUNICIPAL, NO_REPLY, "regel@1", situation(content))

    assert (answer.start_on, answer.interim) == (date(2027, 2, 1), LIND)


def test_the_back_up_takes_over_where_it_is_offered_else_who_helps_by_the_rule():
    content = make.municipality()
    elsewhere = make.ASSISTANCE

    assert stand_in(content, leaving(backup=make.FJORDHEIM), NURSING, NORTH) == make.FJORDHEIM
    assert stand_in(content, leaving(), NURSING, NORTH) == MUNICIPAL
    assert stand_in(content, leaving(backup=LIND), NURSING, NORTH) == MUNICIPAL
    assert stand_in(content, leaving(MUNICIPAL), NURSING, NORTH) is None
    assert stand_in(content, leaving(), elsewhere, make.ISLAND) is None


def test_room_is_told_of_all_others_and_left_open_where_there_is_no_ceiling():
    rooms = spare_room(make.municipality(), leaving(), Standing().has, [(NURSING, NORTH)])

    assert LIND not in {each.provider for each in rooms}
    assert {each.spare for each in rooms} == {None}
    (full,) = [each for each in rooms if each.provider == make.FULL]
    assert not full.is_open
