"""Who is left when a person asks for "only those who …": fewer, never in another order (N21, N23).

Only plain facts that the municipality approved can be asked for. What a provider has not stated is
not a "no": it stays, and is counted. Nothing is asked for before the person does so.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.ordering import Order
from kiosk.domain.provider import CapacityState, Coverage, Offer, Provider, ProviderKind
from kiosk.domain.service import DayPart


class Topic(Enum):
    """Facts that can be asked for, in the order in which they are offered."""

    LANGUAGE = "language"
    TIME = "time"
    ROOM = "room"
    FIXED_CONTACT = "fixed_contact"
    NURSE = "nurse"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Wish:
    """One "only those who …".

    Attributes:
        value: ISO 639 code, part of the day or kind; empty for a fact that is yes or no.
    """

    topic: Topic
    value: str = ""

    @property
    def key(self) -> str:
        """For pages; differs for different wishes."""
        return f"{self.topic.value}:{self.value}"


Wishes = frozenset[Wish]


class Fit(Enum):
    """Whether a provider is one of those that were asked for."""

    YES = "yes"
    NO = "no"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A provider as it stands in one service and zone.

    Attributes:
        outside_choice: Parts of the day in which nobody that can be chosen comes.
    """

    provider: Provider
    offer: Offer
    outside_choice: frozenset[DayPart] = frozenset()

    def fit(self, wish: Wish) -> Fit:
        """Whether this provider is one of them."""
        return _FITS[wish.topic](self, wish.value)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Who is left.

    Attributes:
        shown: In the order they stood in before; may be empty.
        unsure: How many of them have not stated everything that was asked for.
    """

    shown: Order
    unsure: int = 0


def narrowed(candidates: Sequence[Candidate], wishes: Wishes) -> Narrowed:
    """Everybody but those who state that they do not fit; each further wish leaves as many or fewer.

    Args:
        candidates: In the order shown.
        wishes: All must fit; empty for everybody.
    """
    fits = [(each, {each.fit(wish) for wish in wishes}) for each in candidates]
    shown = [(each, found) for each, found in fits if Fit.NO not in found]
    unsure = sum(Fit.NOT_STATED in found for _, found in shown)
    return Narrowed(tuple(each.provider.id for each, _ in shown), unsure)


def wishes_for(candidates: Sequence[Candidate]) -> tuple[Wish, ...]:
    """What can be asked for here: every fact that one of them states at least.

    Returns:
        By topic; languages by code, which a page sorts by their names. The same for every order of
        the candidates, and empty for none.
    """
    return tuple(
        wish
        for wish in _all_wishes(candidates)
        if any(each.fit(wish) is Fit.YES for each in candidates)
    )


def with_or_without(wishes: Wishes, wish: Wish) -> Wishes:
    """With a wish, or without it. Another kind takes the place of the first: nobody is of two."""
    if wish in wishes:
        return wishes - {wish}
    replaced = wish.topic is Topic.KIND
    kept = {each for each in wishes if not (replaced and each.topic is Topic.KIND)}
    return frozenset({*kept, wish})


def _all_wishes(candidates: Iterable[Candidate]) -> Iterable[Wish]:
    spoken = {code for each in candidates for code in each.provider.languages or ()}
    yield from (Wish(Topic.LANGUAGE, code) for code in sorted(spoken))
    yield from (Wish(Topic.TIME, part.value) for part in DayPart)
    yield from (Wish(topic) for topic in (Topic.ROOM, Topic.FIXED_CONTACT, Topic.NURSE))
    yield from (Wish(Topic.KIND, kind.value) for kind in ProviderKind)


def _language(seen: Candidate, code: str) -> Fit:
    spoken = seen.provider.languages
    return _yes_or_no(None if spoken is None else code in spoken)


def _time(seen: Candidate, value: str) -> Fit:
    part = DayPart(value)
    if part in seen.outside_choice:
        return Fit.NO
    return {
        Coverage.YES: Fit.YES,
        Coverage.NO: Fit.NO,
        Coverage.NOT_STATED: Fit.NOT_STATED,
    }[seen.offer.coverage.get(part, Coverage.NOT_STATED)]


def _nurse(seen: Candidate, _: str) -> Fit:
    parts = seen.provider.competence.nurse_on_duty
    return _yes_or_no(None if parts is None else bool(parts))


def _yes_or_no(stated: bool | None) -> Fit:
    if stated is None:
        return Fit.NOT_STATED
    return Fit.YES if stated else Fit.NO


def _room(seen: Candidate, _: str) -> Fit:
    match seen.offer.capacity.state:
        case CapacityState.OPEN:
            return Fit.YES
        case CapacityState.NOT_STATED:
            return Fit.NOT_STATED
        case CapacityState.FULL | CapacityState.PAUSED | CapacityState.CLOSING:
            return Fit.NO


_FITS: Mapping[Topic, Callable[[Candidate, str], Fit]] = {
    Topic.LANGUAGE: _language,
    Topic.TIME: _time,
    Topic.ROOM: _room,
    Topic.FIXED_CONTACT: lambda seen, _: _yes_or_no(seen.provider.continuity.fixed_contact),
    Topic.NURSE: _nurse,
    Topic.KIND: lambda seen, kind: _yes_or_no(seen.provider.kind.value == kind),
}
