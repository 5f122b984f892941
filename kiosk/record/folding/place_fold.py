"""How much of every provider's room is spoken for, and who waits, kept up to date case by case.

What a case counts for is taken away before the case changes and added when somebody asks, so that
an answer at a desk needs no look at every other case.
"""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from kiosk.domain.nonchoice.taken import Taken
from kiosk.record.folding.case_state import Answered, CaseState, Granted, WaitingPart
from kiosk.record.folding.views import help_of

Area = tuple[str, str]
"""A service and a zone."""

Spot = tuple[str, str, str]
"""A service, a zone and a provider."""


class TakenPart(msgspec.Struct, array_like=True, gc=False):
    """What is spoken for at a provider, as it lies in a snapshot."""

    service: str
    zone: str
    provider: str
    users: int
    minutes: int
    waiting_users: int
    waiting_minutes: int


class PlaceFold:
    """Counts after all events so far."""

    def __init__(self, state_of: Callable[[str], CaseState]) -> None:
        """Over the states of all cases; one that is gone is an empty one."""
        self._state_of = state_of
        self._taken: dict[Area, dict[str, Taken]] = {}
        self._waiting: dict[str, list[WaitingPart]] = {}
        self._left: set[str] = set()

    def leave(self, reference: str, state: CaseState) -> None:
        """A case is about to change; ``state`` is what was counted."""
        if reference not in self._left:
            self._left.add(reference)
            self._waiting.pop(reference, None)
            self._change(shares_of(state), is_gone=True)

    def at(self, service: str, zone: str, without: CaseState | None = None) -> dict[str, Taken]:
        """What is spoken for, by provider; those who have nothing are left out.

        Args:
            service: Which one.
            zone: Where.
            without: A case that shall not count; None counts every one.
        """
        self.refresh()
        found = dict(self._taken.get((service, zone), {}))
        for (of, where, provider), share in shares_of(without) if without is not None else ():
            if (of, where) == (service, zone):
                found[provider] = found[provider] - share
        return {provider: taken for provider, taken in found.items() if taken != _NOTHING}

    def refresh(self) -> None:
        """Count what has changed."""
        for reference in self._left:
            state = self._state_of(reference)
            self._change(shares_of(state), is_gone=False)
            if waiting := list(waiting_in(reference, state)):
                self._waiting[reference] = waiting
        self._left.clear()

    def waiting(self) -> list[WaitingPart]:
        """Everybody who waits for a place, in no order."""
        self.refresh()
        return [each for waiting in self._waiting.values() for each in waiting]

    def saved(self) -> list[TakenPart]:
        """All counts, to be put on a shelf."""
        self.refresh()
        return [
            TakenPart(
                *area,
                provider,
                taken.users,
                taken.minutes,
                taken.waiting_users,
                taken.waiting_minutes,
            )
            for area, here in self._taken.items()
            for provider, taken in here.items()
        ]

    def restore(self, parts: Iterable[TakenPart], waiting: Iterable[WaitingPart]) -> None:
        """Take over what was saved; only before any event."""
        for each in waiting:
            self._waiting.setdefault(each.case, []).append(each)
        for part in parts:
            here = self._taken.setdefault((part.service, part.zone), {})
            here[part.provider] = Taken(
                part.users, part.minutes, part.waiting_users, part.waiting_minutes
            )

    def _change(self, shares: Iterable[tuple[Spot, Taken]], *, is_gone: bool) -> None:
        for (service, zone, provider), share in shares:
            here = self._taken.setdefault((service, zone), {})
            now = here.get(provider, _NOTHING)
            here[provider] = now - share if is_gone else now + share


def shares_of(state: CaseState) -> Iterator[tuple[Spot, Taken]]:
    """What a case counts for: one place where the person has help or is promised it, or waits."""
    if state.is_closed:
        return
    for granted in state.services:
        for provider, share in _of_service(granted, state):
            yield (granted.service, state.zone, provider), share


def _of_service(granted: Granted, state: CaseState) -> Iterator[tuple[str, Taken]]:
    answers = state.answers.get(granted.service)
    is_plain = not state.take_overs.get(granted.service)
    if not answers and is_plain:
        counted: str | None = granted.present
    elif answers and len(answers) == 1 and not answers[0].is_withdrawn and is_plain:
        counted = _of_only(answers[0], granted)
    else:
        counted = help_of(granted, state).counted_to
    if counted is not None:
        yield counted, Taken(users=1, minutes=granted.minutes)
    standing = state.standing(granted.service)
    if standing is not None and standing.waits_for_place and standing.provider is not None:
        yield standing.provider, Taken(waiting_users=1, waiting_minutes=granted.minutes)


def _of_only(answer: Answered, granted: Granted) -> str | None:
    """``Help.counted_to`` for the one answer of nearly everybody, without making dates of texts."""
    if answer.awaits_date:
        return answer.provider
    begins = "" if answer.provider is None or answer.waits_for_place else answer.start_on
    known = (granted.listed_on, granted.present)
    if answer.interim is not None and answer.on >= known[0]:
        known = (answer.on, answer.interim)
    begins = answer.on if begins is None else begins
    return answer.provider if begins and begins >= known[0] else known[1]


def waiting_in(reference: str, state: CaseState) -> Iterator[WaitingPart]:
    """The places that a person waits for; none in a closed case."""
    if state.is_closed or not state.answers:
        return
    for granted in state.services:
        answered = state.standing(granted.service)
        if answered is None or not answered.waits_for_place or answered.provider is None:
            continue
        yield WaitingPart(
            reference,
            answered.choice,
            granted.service,
            state.zone,
            answered.provider,
            answered.waits_since,
            answered.waits_at,
            granted.minutes,
            answered.reply_by,
        )


_NOTHING = Taken()
