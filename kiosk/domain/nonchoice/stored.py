"""A rule and a standing as they are stored with a run: flat, so that decades can read them."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.nonchoice.parts import (
    Among,
    ChooseFirst,
    Circle,
    Continuity,
    Distribute,
    Fallback,
    Floor,
    Lots,
    MinimumShare,
    MunicipalDefault,
    NonchoiceState,
    Pick,
    PoliticalDecision,
    ShareScope,
    Skipped,
    StartUp,
    Turns,
    Unit,
    WeightedKey,
    Window,
)
from kiosk.domain.nonchoice.rule import NonchoiceRule
from kiosk.domain.nonchoice.standing import Key, Load, Spot, Standing
from kiosk.domain.nonchoice.supply import Supplier
from kiosk.domain.service import ProviderId, ServiceId, ZoneId


@dataclass(frozen=True, slots=True)
class StoredPick:
    """How one of several is picked.

    Attributes:
        kind: ``turns``, ``key`` or ``lots``.
        skipped: For turns.
        weights: For a key.
        circle: How the rule names whom it picks among; None where it names each.
        named: Then these, by key.
    """

    kind: str
    skipped: Skipped | None = None
    weights: tuple[tuple[ProviderId, int], ...] = ()
    circle: Circle | None = None
    named: tuple[ProviderId, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredShare:
    """What a minimum share is counted in."""

    percent: int
    unit: Unit
    window: Window
    scope: ShareScope


@dataclass(frozen=True, slots=True)
class StoredRule:
    """A rule without unions.

    Attributes:
        helper: Who helps by default, or until the rule has been applied.
        otherwise: Who helps where nobody can; None for an officer's list.
    """

    id: str
    version: str
    service: ServiceId
    zone: ZoneId
    keeps_present: bool
    states: tuple[NonchoiceState, ...]
    decision: PoliticalDecision
    continuity: Continuity
    floor: Floor
    helper: ProviderId
    start_up: StartUp | None = None
    ask_again_days: int | None = None
    chooses_first: bool = False
    otherwise: ProviderId | None = None
    pick: StoredPick | None = None
    share: StoredShare | None = None


def store_rule(rule: NonchoiceRule) -> StoredRule:
    """A rule as it is stored."""
    fallback = rule.fallback
    return StoredRule(
        id=rule.id,
        version=rule.version,
        service=rule.service,
        zone=rule.zone,
        keeps_present=rule.keeps_present,
        states=tuple(state for state in NonchoiceState if state in rule.states),
        decision=rule.decision,
        continuity=rule.continuity,
        floor=rule.floor,
        helper=rule.interim,
        start_up=rule.start_up,
        ask_again_days=fallback.ask_again_days if isinstance(fallback, ChooseFirst) else None,
        chooses_first=isinstance(fallback, ChooseFirst),
        otherwise=fallback.otherwise if isinstance(fallback, Distribute) else None,
        pick=None if rule.picking is None else _store_pick(*rule.picking),
        share=_store_share(fallback) if isinstance(fallback, MinimumShare) else None,
    )


def restore_rule(stored: StoredRule) -> NonchoiceRule:
    """The rule that was stored."""
    return NonchoiceRule(
        id=stored.id,
        version=stored.version,
        service=stored.service,
        zone=stored.zone,
        keeps_present=stored.keeps_present,
        fallback=_fallback(stored),
        decision=stored.decision,
        states=frozenset(stored.states),
        continuity=stored.continuity,
        floor=stored.floor,
        start_up=stored.start_up,
    )


def _store_pick(pick: Pick, among: Among) -> StoredPick:
    return StoredPick(
        kind=_KINDS[type(pick)],
        skipped=pick.skipped if isinstance(pick, Turns) else None,
        weights=pick.weights if isinstance(pick, WeightedKey) else (),
        circle=among if isinstance(among, Circle) else None,
        named=() if isinstance(among, Circle) else tuple(sorted(among)),
    )


_KINDS: dict[type[Pick], str] = {Turns: "turns", WeightedKey: "key", Lots: "lots"}


def _store_share(share: MinimumShare) -> StoredShare:
    return StoredShare(share.percent, share.unit, share.window, share.scope)


def _fallback(stored: StoredRule) -> Fallback:
    if stored.chooses_first:
        return ChooseFirst(stored.helper, stored.ask_again_days)
    if stored.pick is None:
        return MunicipalDefault(stored.helper)
    pick, among = _pick(stored.pick), stored.pick.circle or frozenset(stored.pick.named)
    if stored.share is None:
        return Distribute(pick, stored.helper, among, stored.otherwise)
    share = stored.share
    return MinimumShare(
        share.percent, stored.helper, share.unit, share.window, share.scope, pick, among
    )


def _pick(stored: StoredPick) -> Pick:
    if stored.kind == "key":
        return WeightedKey(stored.weights)
    return Lots() if stored.kind == "lots" else Turns(stored.skipped or Skipped.KEEPS_TURN)


@dataclass(frozen=True, slots=True)
class StoredQueue:
    """The turn list of a rule in a zone, and what the rule has given there.

    Attributes:
        queue: Who is next first; empty for rules without turns.
        given: How many people each provider has got by a key.
        started_users, started_minutes: What a start-up period has given.
    """

    rule: str
    service: ServiceId
    zone: ZoneId
    queue: tuple[ProviderId, ...] = ()
    given: tuple[tuple[ProviderId, int], ...] = ()
    started_users: int = 0
    started_minutes: int = 0


@dataclass(frozen=True, slots=True)
class StoredLoad:
    """How much a provider had, and who waited for a place; minutes a week."""

    service: ServiceId
    zone: ZoneId
    provider: ProviderId
    users: int
    minutes: int
    users_this_year: int
    minutes_this_year: int
    waiting_users: int = 0
    waiting_minutes: int = 0


@dataclass(frozen=True, slots=True)
class StoredStanding:
    """How far the rules had come; no personal data."""

    queues: tuple[StoredQueue, ...]
    loads: tuple[StoredLoad, ...]
    private: tuple[ProviderId, ...]


def store_standing(standing: Standing) -> StoredStanding:
    """A standing as it is stored; in the order of the keys."""
    keys = sorted({*standing.queues, *standing.given, *standing.started})
    spots = sorted({*standing.stock, *standing.flow, *standing.waiting})
    return StoredStanding(
        queues=tuple(store_queue(standing, key) for key in keys),
        loads=tuple(_store_load(standing, spot) for spot in spots),
        private=tuple(sorted(standing.private)),
    )


def store_queue(standing: Standing, key: Key) -> StoredQueue:
    """What is counted for one rule in one zone."""
    started = standing.started.get(key, Load())
    return StoredQueue(
        *key,
        queue=tuple(standing.queues.get(key, ())),
        given=tuple(sorted(standing.given.get(key, {}).items())),
        started_users=started.users,
        started_minutes=started.minutes,
    )


def _store_load(standing: Standing, spot: Spot) -> StoredLoad:
    stock, flow = standing.stock.get(spot, Load()), standing.flow.get(spot, Load())
    waiting = standing.waiting.get(spot, Load())
    return StoredLoad(
        *spot,
        stock.users,
        stock.minutes,
        flow.users,
        flow.minutes,
        waiting.users,
        waiting.minutes,
    )


def restore_standing(stored: StoredStanding) -> Standing:
    """The standing that was stored; the caller's own."""
    standing = Standing(private=frozenset(stored.private))
    restore_queues(standing, stored.queues)
    for load in stored.loads:
        spot = (load.service, load.zone, load.provider)
        standing.stock[spot] = Load(load.users, load.minutes)
        standing.flow[spot] = Load(load.users_this_year, load.minutes_this_year)
        if load.waiting_users:
            standing.waiting[spot] = Load(load.waiting_users, load.waiting_minutes)
    return standing


def restore_queues(standing: Standing, queues: Iterable[StoredQueue]) -> None:
    """Put turns, keys and start-up periods back where they were."""
    for each in queues:
        key = (each.rule, each.service, each.zone)
        if each.queue:
            standing.queues[key] = list(each.queue)
        if each.given:
            standing.given[key] = dict(each.given)
        if each.started_users:
            standing.started[key] = Load(each.started_users, each.started_minutes)


@dataclass(frozen=True, slots=True)
class StoredSupply:
    """The providers of a service in a zone on the day of a run, by key."""

    service: ServiceId
    zone: ZoneId
    suppliers: tuple[Supplier, ...]
