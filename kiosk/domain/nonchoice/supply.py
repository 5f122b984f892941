"""The providers that a rule can pick among: who they are, and what they can take."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kiosk.domain.nonchoice.parts import Among, Circle, Pick, Unit, WeightedKey
from kiosk.domain.provider import CapacityState, ProviderKind
from kiosk.domain.service import DayPart, ProviderId


class PassReason(Enum):
    """Why a provider was passed over for one person."""

    OBJECTED = "objected"
    NOT_STARTED = "not_started"
    SUSPENDED = "suspended"
    FULL = "full"
    PAUSED = "paused"
    CLOSING = "closing"
    NEEDS = "needs"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Ceiling:
    """How much a provider takes at most.

    Attributes:
        limit: Users, or hours a week; at least 0.
    """

    limit: int
    unit: Unit = Unit.USERS

    @property
    def amount(self) -> int:
        """The limit as it is counted: users, or minutes a week."""
        return self.limit if self.unit is Unit.USERS else self.limit * 60


@dataclass(frozen=True, slots=True)
class Supplier:
    """One provider that is offered for a service in a zone on a day.

    Attributes:
        joins_on: First day on which it has a place in a turn list.
        has_started: It has begun to help people.
        is_suspended: An open serious breach; nobody new is assigned to it.
        covers: Parts of the week in which help comes when this provider is chosen, whoever comes.
        languages: ISO 639 codes; None where it has not said.
        ceiling: None where there is none.
        leaves_on: Last day of a provider that stops, as it was announced; None while there is no
            end. Nobody keeps it, and nobody new is given to it.
    """

    provider: ProviderId
    kind: ProviderKind
    joins_on: date = date.min
    has_started: bool = True
    is_suspended: bool = False
    state: CapacityState = CapacityState.NOT_STATED
    covers: frozenset[DayPart] = frozenset(DayPart)
    languages: frozenset[str] | None = None
    ceiling: Ceiling | None = None
    leaves_on: date | None = None

    @property
    def standing_objection(self) -> PassReason | None:
        """Why it takes nobody at all on this day; None when nothing stands in the way."""
        if not self.has_started:
            return PassReason.NOT_STARTED
        if self.is_suspended:
            return PassReason.SUSPENDED
        if not self.takes_newcomers:
            return PassReason.CLOSING
        return _CLOSED.get(self.state)

    @property
    def takes_newcomers(self) -> bool:
        """Whether it goes on: full, paused or not begun passes, and who stops gets nobody new."""
        return self.leaves_on is None and self.state is not CapacityState.CLOSING


_CLOSED: Mapping[CapacityState, PassReason] = {
    CapacityState.FULL: PassReason.FULL,
    CapacityState.PAUSED: PassReason.PAUSED,
}

Supply = Mapping[ProviderId, Supplier]
"""The providers of one service in one zone on one day; may be empty."""


def stays(provider: ProviderId | None, supply: Supply) -> bool:
    """Whether a provider is here and has not said that it stops."""
    supplier = None if provider is None else supply.get(provider)
    return supplier is not None and supplier.leaves_on is None


def goes_on(provider: ProviderId | None, supply: Supply) -> bool:
    """Whether a provider is here and a rule can give it new people, today or later."""
    supplier = None if provider is None else supply.get(provider)
    return supplier is not None and supplier.takes_newcomers


def within(among: Among, supply: Supply) -> tuple[Supplier, ...]:
    """The suppliers that a rule picks among, by key; full and paused ones are among them."""
    return tuple(
        supplier for key, supplier in sorted(supply.items()) if _is_within(among, supplier)
    )


def pickable(pick: Pick, among: Among, supply: Supply) -> tuple[Supplier, ...]:
    """The suppliers that a rule can pick, by key; with shares only those that have one."""
    here = within(among, supply)
    if not isinstance(pick, WeightedKey):
        return here
    shares = dict(pick.weights)
    return tuple(supplier for supplier in here if supplier.provider in shares)


def going_on(suppliers: Iterable[Supplier]) -> tuple[Supplier, ...]:
    """Without those who stop: the ones that shares are counted among, and that are announced."""
    return tuple(each for each in suppliers if each.takes_newcomers)


def _is_within(among: Among, supplier: Supplier) -> bool:
    match among:
        case Circle.ALL:
            return True
        case Circle.PRIVATE:
            return supplier.kind is not ProviderKind.MUNICIPAL
        case _:
            return supplier.provider in among


def first_of_next_month(day: date) -> date:
    """When a provider that began on a day joins the turn list (domain 6.1, R2)."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
