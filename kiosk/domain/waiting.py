"""The waiting list of a service: first in, first out, by the day on which a wish was received.

A place lies at one provider in one zone, so that the line for it is a part of the list. Nobody is
passed over: where the first one needs more room than there is, everybody behind waits too.

Whoever waits for a provider that stops has left the list: no place can come, and the person chooses
anew (domain 6.6). Nothing is stored about that, so that everybody stands where they stood when the
provider goes on after all.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import groupby

from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.minutes import needed_of
from kiosk.domain.nonchoice.supply import Ceiling
from kiosk.domain.nonchoice.taken import Taken
from kiosk.domain.places import CLOSED
from kiosk.domain.provider import Capacity
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

Spot = tuple[ServiceId, ZoneId, ProviderId]
"""Where a place lies."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits for a place.

    Attributes:
        choice: The answer that the place is waited for by.
        since: Day on which the municipality received the wish; after an offer that was not taken,
            the day of that.
        order: Place in the record; tells two of one day apart.
        minutes: Of the decision, a week; 0 where unknown.
        reply_by: Last day for an answer to the offer that stands; None without an offer.
    """

    case: CaseRef
    choice: EventId
    service: ServiceId
    zone: ZoneId
    provider: ProviderId
    since: date
    order: int
    minutes: int = 0
    reply_by: date | None = None

    @property
    def spot(self) -> Spot:
        """The line that the person stands in."""
        return (self.service, self.zone, self.provider)

    @property
    def is_offered(self) -> bool:
        """Whether an offer stands."""
        return self.reply_by is not None


class Step(Enum):
    """What somebody can do about a person in line now."""

    OFFER = "offer"
    AWAIT_REPLY = "await_reply"
    EXPIRED = "expired"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class InLine:
    """Somebody in line.

    Attributes:
        place: 1 for the first of those who wait for the same provider in the same zone.
    """

    waiting: Waiting
    place: int
    step: Step


def in_order(waiting: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """By service, then in the order of the list."""
    return tuple(sorted(waiting, key=_place))


def lines(
    waiting: Iterable[Waiting],
    room_at: Callable[[Spot], tuple[Capacity | None, Taken]],
    today: date,
) -> tuple[InLine, ...]:
    """Everybody who waits, with what can be done today.

    Args:
        waiting: In any order.
        room_at: The room of a provider in a zone, and what is spoken for; no room for one that is
            not offered any more.
        today: An offer whose last day is today still stands.

    Returns:
        By service, then in the order of the list.
    """
    listed = in_order(waiting)
    steps = {
        each.choice: (place, step)
        for spot, line in groupby(sorted(listed, key=_spot), _spot)
        for place, (each, step) in enumerate(_steps(tuple(line), *room_at(spot), today), 1)
    }
    return tuple(InLine(each, *steps[each.choice]) for each in listed)


def next_for(listed: Iterable[InLine], spot: Spot) -> InLine | None:
    """Who is offered the next place of a line; None while none is free."""
    offers = (each for each in listed if each.waiting.spot == spot and each.step is Step.OFFER)
    return next(offers, None)


def _steps(
    line: Sequence[Waiting], room: Capacity | None, taken: Taken, today: date
) -> Iterator[tuple[Waiting, Step]]:
    left = _free(line, room, taken)
    is_blocked = room is None or room.state in CLOSED
    for each in line:
        if each.reply_by is not None:
            yield each, Step.EXPIRED if each.reply_by < today else Step.AWAIT_REPLY
            continue
        needed = 0 if room is None else needed_of(each.minutes, room.unit)
        # Whoever does not fit keeps everybody behind waiting.
        is_blocked = is_blocked or (left is not None and needed > left)
        if not is_blocked and left is not None:
            left -= needed
        yield each, Step.WAIT if is_blocked else Step.OFFER


def _free(line: Sequence[Waiting], room: Capacity | None, taken: Taken) -> int | None:
    """Room that nobody has and nobody is offered; None without a limit."""
    if room is None or room.limit is None:
        return None
    offered = sum(needed_of(each.minutes, room.unit) for each in line if each.is_offered)
    return Ceiling(room.limit, room.unit).amount - taken.promised(room.unit) - offered


def still_waits(municipality: Municipality, waiting: Waiting, today: date) -> bool:
    """Whether a place may come: nobody waits for a provider that was announced to stop there."""
    leaves_on = municipality.leaves_on(waiting.provider, waiting.service, waiting.zone, today)
    return leaves_on is None


def offers_to(
    case: CaseRef, waiting: Iterable[Waiting], municipality: Municipality, today: date
) -> Iterator[Waiting]:
    """Places that somebody is offered and can still take in time; may be empty."""
    for each in waiting:
        is_in_time = each.reply_by is not None and each.reply_by >= today
        if each.case == case and is_in_time and still_waits(municipality, each, today):
            yield each


def room_in(municipality: Municipality, spot: Spot, today: date) -> Capacity | None:
    """The room of a provider as the municipality approved it; None where it is not offered."""
    service, zone, provider = spot
    known = {each.id: each for each in municipality.services}
    if service not in known or provider not in municipality.offered(service, zone, today):
        return None
    offer = municipality.provider(provider).offer_for(service, zone)
    if offer is None or municipality.leaves_on(provider, service, zone, today) is not None:
        return None
    return offer.capacity


def _place(each: Waiting) -> tuple[str, date, int, str]:
    return (each.service, each.since, each.order, each.case)


def _spot(each: Waiting) -> Spot:
    return each.spot
