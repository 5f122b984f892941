"""Who helps from the day on which a provider no longer does, until somebody is chosen."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kiosk.domain.errors import NotFoundError
from kiosk.domain.exits.affected import Helped, gone_from
from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import Unit
from kiosk.domain.nonchoice.standing import Spot
from kiosk.domain.nonchoice.supply import Supplier
from kiosk.domain.service import ProviderId, ServiceId, ZoneId


def stand_in(
    municipality: Municipality, exit_: ProviderExit, service: ServiceId, zone: ZoneId
) -> ProviderId | None:
    """The named back-up, else who helps by the rule until a choice; None where neither can.

    Args:
        municipality: The content, together with all exits that were announced before.
        exit_: Whose provider stops.
        service: One of the exit's.
        zone: One of the exit's.
    """
    return _first_of(candidates(municipality, exit_, service, zone, exit_.takes_over_on))


def candidates(
    municipality: Municipality,
    exit_: ProviderExit,
    service: ServiceId,
    zone: ZoneId,
    on: date,
    others: Iterable[ProviderExit] = (),
) -> tuple[ProviderId, ...]:
    """Who can stand in from a day on, the one to be asked first; may be empty.

    Args:
        municipality: The content, with the exits that hold.
        exit_: Whose provider stops.
        service: One of the exit's.
        zone: One of the exit's.
        on: The day.
        others: Exits whose back-ups are asked last; those of other places are passed over.
    """
    offered = municipality.offered(service, zone, on) - {exit_.provider}
    here = (each.backup for each in others if each.covers(service, zone))
    wanted = (exit_.backup, _interim(municipality, service, zone), *here)
    return tuple(dict.fromkeys(each for each in wanted if each is not None and each in offered))


def stand_in_for(
    helped: Helped,
    exit_: ProviderExit,
    municipality: Municipality,
    objects_to: Collection[ProviderId] = (),
    others: Iterable[ProviderExit] = (),
) -> ProviderId | None:
    """Who is named for one person; None where a person of the office has to find somebody.

    Whoever was only promised the provider, or waits for it, goes on with the one who helps now. The
    others get nobody whom they expressly do not want.

    Args:
        helped: Who helps, as far as it is stored.
        exit_: Whose provider stops.
        municipality: The content, together with all exits that hold.
        objects_to: Providers that the person expressly does not want, or that were named before.
        others: Exits that hold; where who should take over has stopped too, their back-ups can.
    """
    service, zone = helped.service, helped.zone
    gone_on = helped.help.first_with(exit_.provider, exit_.takes_over_on)
    day = gone_on or gone_from(helped, exit_) or exit_.takes_over_on
    now = helped.help.before(exit_.id).on(day - timedelta(days=1))
    is_free = now not in objects_to or not _is_named(helped, exit_)
    if is_free and now != exit_.provider and now in municipality.offered(service, zone, day):
        return now
    found = candidates(municipality, exit_, service, zone, day, others)
    return _first_of([each for each in found if each not in objects_to])


def _is_named(helped: Helped, exit_: ProviderExit) -> bool:
    return any(each.exit == exit_.id for each in helped.help.take_overs)


def _first_of(found: Sequence[ProviderId]) -> ProviderId | None:
    return found[0] if found else None


def _interim(municipality: Municipality, service: ServiceId, zone: ZoneId) -> ProviderId | None:
    try:
        return municipality.rule(service, zone).interim
    except NotFoundError:
        return None


@dataclass(frozen=True, slots=True)
class SpareRoom:
    """Room of one other provider for one service in one zone.

    Attributes:
        limit: Users or minutes a week at most; None where there is no ceiling.
        used: Of the same kind.
        is_open: It takes new persons now.
    """

    provider: ProviderId
    service: ServiceId
    zone: ZoneId
    is_open: bool
    in_hours: bool = False
    limit: int | None = None
    used: int = 0

    @property
    def spare(self) -> int | None:
        """What is left, at least 0; None where there is no ceiling."""
        return None if self.limit is None else max(0, self.limit - self.used)


def spare_room(
    municipality: Municipality,
    exit_: ProviderExit,
    used: Callable[[Spot, Unit], int],
    spots: Iterable[tuple[ServiceId, ZoneId]],
) -> tuple[SpareRoom, ...]:
    """Room of everybody else in some services and zones, by service, zone and key; may be empty.

    The order says nothing about the providers; it is for staff, who plan with it.

    Args:
        municipality: The content.
        exit_: Whose provider stops.
        used: Users, or minutes a week, that have help from a provider or are promised it.
        spots: Services and zones.
    """
    return tuple(
        _room(supply[key], (service, zone, key), used)
        for service, zone in sorted(set(spots))
        for supply in [supply_of(municipality, service, zone, exit_.announced_on)]
        for key in sorted(set(supply) - {exit_.provider})
    )


def _room(supplier: Supplier, spot: Spot, used: Callable[[Spot, Unit], int]) -> SpareRoom:
    service, zone, provider = spot
    room = SpareRoom(provider, service, zone, supplier.standing_objection is None)
    ceiling = supplier.ceiling
    if ceiling is None:
        return room
    return replace(
        room,
        in_hours=ceiling.unit is Unit.HOURS,
        limit=ceiling.amount,
        used=used(spot, ceiling.unit),
    )
