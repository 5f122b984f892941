"""What a rule promises beforehand: who can come, by what order, on what condition.

Every sentence about a rule, on the screen, on paper and in the record, is a function of this, and
whatever the rule gives afterwards lies within it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.clauses import (
    Clause,
    ComesAgain,
    DrawnByLot,
    FixedShares,
    IfNobodyCan,
    Keeps,
    MunicipalHelps,
    MustChoose,
    OfficeFinds,
    OfficeGoesOn,
    Picking,
    SameHome,
    StartsUp,
    TakeTurns,
    UpToShare,
)
from kiosk.domain.nonchoice.parts import (
    Among,
    ChooseFirst,
    Circle,
    Distribute,
    Floor,
    Lots,
    MinimumShare,
    MunicipalDefault,
    NonchoiceState,
    Pick,
    Turns,
    WeightedKey,
    add_months,
)
from kiosk.domain.nonchoice.proposal import Way
from kiosk.domain.nonchoice.rule import NonchoiceRule
from kiosk.domain.nonchoice.supply import Supply, goes_on, going_on, pickable, stays, within
from kiosk.domain.service import ProviderId


@dataclass(frozen=True, slots=True)
class Announcement:
    """What one rule means, for one person or for nobody in particular.

    Attributes:
        states: The states that the rule is for.
        clauses: In the order in which they are tried; at least one, and the last that is reached
            always settles it.
        interim: Who helps somebody without help until it is settled.
        floor: What somebody who is picked must fulfil.
        excepted: Whom the rule does not give, as the person does not want them; by key.
        may_move: Somebody who has help, and may stay, can get another provider all the same.
    """

    states: frozenset[NonchoiceState]
    clauses: tuple[Clause, ...]
    interim: ProviderId
    floor: Floor = Floor()  # noqa: RUF009  a value without state
    excepted: tuple[ProviderId, ...] = ()
    may_move: bool = False

    @property
    def settled(self) -> ProviderId | None:
        """Who helps, where that is known beforehand; None where the rule is applied later."""
        first, *rest = self.clauses
        if rest or not isinstance(first, Keeps | MunicipalHelps):
            return None
        return first.provider

    @property
    def waits_for_choice(self) -> bool:
        """Whether help from a provider waits for the choice."""
        return any(isinstance(clause, MustChoose) for clause in self.clauses)

    def in_state(self, state: NonchoiceState) -> "Announcement":
        """What it means for somebody of whom it is known why there is no choice."""
        if state not in self.states:
            return self
        cannot = state is NonchoiceState.CANNOT
        clauses = tuple(
            OfficeGoesOn() if isinstance(clause, OfficeFinds) else clause
            for clause in self.clauses
            if not isinstance(clause, MustChoose if cannot else OfficeFinds)
        )
        return replace(self, clauses=clauses)

    def admits(self, way: Way, provider: ProviderId | None) -> bool:
        """Whether a result lies in what was announced, for the reason that was announced."""
        if way is Way.OFFICER:
            return provider is None
        if provider in self.excepted:
            return False
        return any((way, provider) in clause.results() for clause in self.clauses)


def announce(
    rule: NonchoiceRule,
    supply: Supply,
    on: date,
    *,
    present: ProviderId | None = None,
    known: Known | None = None,
    objects_to: frozenset[ProviderId] = frozenset(),
) -> Announcement:
    """What a rule means for one person.

    Args:
        rule: The object that is applied afterwards.
        supply: Providers that are offered for the service in the zone on the day.
        on: The day of the announcement; start-up periods that are over are left out.
        present: Who helps the person now.
        known: Who knows the person; None where nobody does.
        objects_to: Providers that the person expressly does not want.
    """
    helper = present if present in supply else None
    keeps = rule.keeps_whoever_has_help and stays(helper, supply)
    if helper is not None and keeps and helper not in objects_to:
        return Announcement(rule.states, (Keeps(helper),), helper)
    interim, is_new = helper or rule.interim, present is None
    wanted = {key: each for key, each in supply.items() if key not in objects_to}
    clauses = (
        *_known_clauses(rule, wanted, on, known or Known()),
        *_start_up(rule, wanted, on, is_new=is_new),
        *_fallback(rule, wanted, interim, is_new=is_new),
    )
    excepted = tuple(sorted(objects_to & supply.keys()))
    may_move = helper in wanted and stays(helper, supply) and _gives_another(clauses, helper)
    return Announcement(rule.states, clauses, interim, rule.floor, excepted, may_move)


def announce_to_all(rule: NonchoiceRule, supply: Supply, on: date) -> Announcement:
    """What a rule means, told to nobody in particular."""
    keeps = (Keeps(None),) if rule.keeps_whoever_has_help else ()
    months = rule.continuity.former_months
    clauses = (
        *keeps,
        *((ComesAgain(None, months),) if months else ()),
        *((SameHome(None),) if rule.continuity.household else ()),
        *_start_up(rule, supply, on, is_new=True),
        *_fallback(rule, supply, rule.interim, is_new=True),
    )
    may_move = not keeps and _gives_another(clauses, None)
    return Announcement(rule.states, clauses, rule.interim, rule.floor, may_move=may_move)


def announce_keeping(rule: NonchoiceRule) -> Announcement:
    """What a rule means for whoever has help that may stay, told to nobody in particular."""
    return Announcement(rule.states, (Keeps(None),), rule.interim)


def _gives_another(clauses: Sequence[Clause], helper: ProviderId | None) -> bool:
    """Whether somebody who has help can get another provider; start-ups are for new people."""
    return any(
        provider != helper or provider is None
        for clause in clauses
        if not isinstance(clause, StartsUp | Keeps | MustChoose)
        for _, provider in clause.results()
    )


def _known_clauses(
    rule: NonchoiceRule, supply: Supply, on: date, known: Known
) -> Iterator[ComesAgain | SameHome]:
    months = rule.continuity.former_months
    if (
        months
        and goes_on(known.former, supply)
        and known.former_until is not None
        and add_months(on, -months) <= known.former_until
    ):
        yield ComesAgain(known.former, months)
    if rule.continuity.household and goes_on(known.household, supply):
        yield SameHome(known.household)


def _start_up(rule: NonchoiceRule, supply: Supply, on: date, *, is_new: bool) -> Iterator[StartsUp]:
    start_up = rule.start_up
    if start_up is None or not is_new or on >= start_up.ends_on:
        return
    if goes_on(start_up.provider, supply):
        last_day = date.fromordinal(start_up.ends_on.toordinal() - 1)
        first_day = start_up.begins_on if on < start_up.begins_on else None
        yield StartsUp(start_up.provider, last_day, start_up.limit, start_up.unit, first_day)


def _fallback(
    rule: NonchoiceRule, supply: Supply, interim: ProviderId, *, is_new: bool
) -> Iterator[Clause]:
    fallback = rule.fallback
    match fallback:
        case MunicipalDefault(provider):
            yield _by_duty(provider, supply)
        case ChooseFirst():
            yield from _choose_first(fallback, interim, rule.states)
        case Distribute():
            if going_on(pickable(fallback.pick, fallback.among, supply)):
                yield _picking(fallback.pick, fallback.among, supply)
            yield IfNobodyCan(_if_here(fallback.otherwise, supply))
        case MinimumShare() if not is_new:
            yield _by_duty(fallback.municipal, supply)
        case MinimumShare():
            yield _up_to_share(fallback, supply)
        case _:
            assert_never(fallback)


def _choose_first(
    fallback: ChooseFirst, interim: ProviderId, states: frozenset[NonchoiceState]
) -> Iterator[MustChoose | OfficeFinds | OfficeGoesOn]:
    """Whoever cannot choose would wait for ever; an officer finds somebody (domain 6.3)."""
    if states == {NonchoiceState.CANNOT}:
        yield OfficeGoesOn()
        return
    yield MustChoose(interim, fallback.ask_again_days)
    if NonchoiceState.CANNOT in states:
        yield OfficeFinds()


def _by_duty(provider: ProviderId, supply: Supply) -> MunicipalHelps | OfficeGoesOn:
    """Who helps whenever nobody else does; full or not, but not against the person."""
    return MunicipalHelps(provider) if stays(provider, supply) else OfficeGoesOn()


def _if_here(provider: ProviderId | None, supply: Supply) -> ProviderId | None:
    return provider if stays(provider, supply) else None


def _up_to_share(
    fallback: MinimumShare, supply: Supply
) -> UpToShare | MunicipalHelps | OfficeGoesOn:
    """No share is promised where there is no private provider to fill it."""
    if not going_on(pickable(fallback.pick, fallback.among, supply)):
        return _by_duty(fallback.municipal, supply)
    return UpToShare(
        fallback.percent,
        fallback.unit,
        fallback.window,
        _picking(fallback.pick, fallback.among, supply, is_private=True),
        _if_here(fallback.municipal, supply),
        fallback.scope,
    )


def _leaves_out(
    shares: tuple[tuple[ProviderId, int], ...], supply: Supply, *, is_private: bool
) -> bool:
    """Whether somebody who could have a share has none."""
    circle = within(Circle.PRIVATE if is_private else Circle.ALL, supply)
    return {each.provider for each in going_on(circle)} > {key for key, _ in shares}


def _picking(pick: Pick, among: Among, supply: Supply, *, is_private: bool = False) -> Picking:
    here = tuple(supplier.provider for supplier in going_on(pickable(pick, among, supply)))
    circle = among if isinstance(among, Circle) else None
    match pick:
        case Turns(skipped):
            return TakeTurns(here, circle, skipped)
        case WeightedKey(weights):
            shares = tuple((key, weight) for key, weight in weights if key in here)
            return FixedShares(
                shares, leaves_out=_leaves_out(shares, supply, is_private=is_private)
            )
        case Lots():
            return DrawnByLot(here, circle)
        case _:
            assert_never(pick)
