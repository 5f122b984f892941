"""The life of an answer: until when it is only a plan, who helps on a day, what can be taken back.

A later answer replaces an earlier one. A plan that had not begun when it was replaced never
begins; the one who helped before goes on until the new start (domain 6.5).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile, zip_longest
from typing import Any, Protocol, TypeVar

from kiosk.domain.errors import Refusal
from kiosk.domain.outcome import EventId, Outcome
from kiosk.domain.service import ProviderId


@dataclass(frozen=True, slots=True)
class Held:
    """What one stored answer says about who helps.

    Attributes:
        choice: The choice that the answer belongs to.
        on: Day on which the municipality received it; of one that came on paper earlier, the day on
            which it was stored, as nothing could follow from it before.
        provider: Who helps as a result; None while that waits for a choice.
        start_on: First day with ``provider``; None where that is the day of the answer.
        waits_for_place: ``provider`` begins when there is room, on a day nobody knows.
        awaits_date: ``provider`` begins on a day that is still to be agreed on.
        interim: Who helps until ``provider`` does; None when nobody has to.
        is_withdrawn: It was taken back before it began.
    """

    choice: EventId
    outcome: Outcome
    on: date
    provider: ProviderId | None = None
    start_on: date | None = None
    waits_for_place: bool = False
    interim: ProviderId | None = None
    is_withdrawn: bool = False
    awaits_date: bool = False

    @property
    def begins_on(self) -> date | None:
        """First day on which ``provider`` helps because of it; None where that is unknown."""
        if self.provider is None or self.waits_for_place or self.awaits_date:
            return None
        return self.start_on or self.on

    def has_begun(self, day: date) -> bool:
        """Whether ``provider`` helps on a day, unless something came between."""
        return self.begins_on is not None and self.begins_on <= day


@dataclass(frozen=True, slots=True)
class Listed:
    """Who helps by the case list.

    Attributes:
        provider: None where the list names nobody.
        on: Day on which the list first said so.
    """

    provider: ProviderId | None
    on: date


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Somebody helps instead of a provider that stops, wherever that one would have helped.

    Attributes:
        exit: Key of the exit.
        from_on: First day with ``helper``.
        until: First day on which ``leaving`` helps again; None as long as it does not.
    """

    exit: str
    leaving: ProviderId
    helper: ProviderId
    from_on: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether ``leaving`` helps nobody on a day."""
        return self.from_on <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Help:
    """All that is stored about who helps with one service.

    Attributes:
        listed: Newest word of the case list.
        answers: Oldest first, withdrawn ones among them; may be empty.
        take_overs: Of providers that stopped, oldest exit first; may be empty.
    """

    listed: Listed
    answers: tuple[Held, ...] = ()
    take_overs: tuple[TakeOver, ...] = ()

    def on(self, day: date) -> ProviderId | None:
        """Who helps on a day; see ``helping_on``."""
        return helping_on(self.listed, self.answers, day, self.take_overs)

    def is_meanwhile(self, day: date) -> bool:
        """Whether whoever helps on a day does so only until it is settled who helps."""
        who, held = self.on(day), standing(self.answers)
        settled = tuple(replace(each, interim=None) for each in self.answers)
        if who != helping_on(self.listed, settled, day, self.take_overs):
            return True
        # Else the list may have caught up with who helps until the rule is applied.
        waits = held is not None and held.provider is None and self.listed.on > held.on
        return held is not None and waits and who == held.interim == self.listed.provider

    def stopped_on(self, day: date) -> ProviderId | None:
        """Whom somebody else helps instead of on a day; None where nobody stands in."""
        would_help = helping_on(self.listed, self.answers, day)
        return None if would_help == self.on(day) else would_help

    @property
    def counted_to(self) -> ProviderId | None:
        """Who helps, or is promised to, when all that is stored has come to pass.

        A place at this provider is taken from the day of the answer on (domain 6.4). Nobody is
        counted to the one whose place is waited for.
        """
        held = standing(self.answers)
        if held is not None and held.awaits_date:
            return held.provider
        return self.on(date.max)

    def before(self, exit_id: str) -> "Help":
        """The same as if an exit, and those after it, had taken nobody's provider away."""
        kept = takewhile(lambda each: each.exit != exit_id, self.take_overs)
        return replace(self, take_overs=tuple(kept))


def standing(answers: Sequence[Held]) -> Held | None:
    """The answer that holds for a service.

    Args:
        answers: All of the service, oldest first, withdrawn ones among them; may be empty.

    Returns:
        None for an open service: no answer, or the last one was withdrawn and the one before it
        had not begun when it was replaced.
    """
    later: Held | None = None
    for held in reversed(answers):
        if not held.is_withdrawn:
            was_plan = later is not None and not held.has_begun(later.on)
            return None if was_plan else held
        later = held
    return None


def without(answers: Sequence[Held], choice: EventId) -> tuple[Held, ...]:
    """The answers of a service when the one of a choice is taken back, oldest first."""
    return tuple(
        replace(held, is_withdrawn=True) if held.choice == choice else held for held in answers
    )


_Begin = tuple[date, ProviderId | None]


class Kept(Protocol):
    """What is kept of an answer, wherever: enough to find its place among others."""

    @property
    def choice(self) -> str:
        """Id of the choice that it belongs to."""
        ...

    @property
    def on(self) -> Any:
        """Day on which it was received; days of one kind compare."""
        ...

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was taken back."""
        ...


_Kept = TypeVar("_Kept", bound=Kept)
_Service = TypeVar("_Service", bound=str)


def with_choice(
    answers: Mapping[_Service, Sequence[_Kept]],
    given: Mapping[_Service, _Kept],
    wrong: str | None = None,
) -> dict[_Service, list[_Kept]]:
    """The answers of a case after one more choice; no clock decides on their order.

    Args:
        answers: Per service as they were stored, oldest first, withdrawn ones among them.
        given: The answers of the choice.
        wrong: Id of the choice that it corrects; None for an answer that was given now.
    """
    services = {**answers, **given} if wrong is not None else given
    after = {service: list(each) for service, each in answers.items()}
    for service in services:
        earlier, right = after.get(service, []), given.get(service)
        fresh = [] if right is None else [right]
        after[service] = [*earlier, *fresh] if wrong is None else _put(earlier, wrong, fresh)
    return after


def _put(answers: list[_Kept], wrong: str, fresh: list[_Kept]) -> list[_Kept]:
    """The right answer where the wrong one stood.

    An answer that was taken back stays: it goes on telling that what it had replaced was given up.
    """
    place = next((at for at, held in enumerate(answers) if held.choice == wrong), None)
    if place is None:
        days = [right.on for right in fresh]
        later = (at for at, held in enumerate(answers) if days and held.on > days[0])
        place = next(later, len(answers))
        return [*answers[:place], *fresh, *answers[place:]]
    taken_back = [held for held in answers[place : place + 1] if held.is_withdrawn]
    return [*answers[:place], *taken_back, *fresh, *answers[place + 1 :]]


def helping_on(
    listed: Listed, answers: Sequence[Held], day: date, take_overs: Sequence[TakeOver] = ()
) -> ProviderId | None:
    """Who helps on a day, by what the list and the answers say.

    Args:
        listed: Newest word of the case list.
        answers: All of the service, oldest first, withdrawn ones among them; may be empty.
        day: Not before the last answer.
        take_overs: Of providers that stopped, oldest exit first.
    """
    begins = timeline(listed, answers, take_overs)
    return _at(begins, day) if begins[0][0] <= day else listed.provider


def timeline(
    listed: Listed, answers: Sequence[Held], take_overs: Sequence[TakeOver] = ()
) -> tuple[tuple[date, ProviderId | None], ...]:
    """From when who helps, by what the list and the answers say.

    Args:
        listed: Newest word of the case list.
        answers: All of the service, oldest first, withdrawn ones among them; may be empty.
        take_overs: Of providers that stopped, oldest exit first.

    Returns:
        First days with their providers, by day; two may stand on one day, the last one holds.
    """
    # Sorting is stable: of two on one day the answer has the last word.
    begins = sorted([(listed.on, listed.provider), *_begins(answers)], key=_since)
    for take_over in take_overs:
        begins = _taken_over(begins, take_over)
    return tuple(begins)


def _taken_over(begins: list[_Begin], take_over: TakeOver) -> list[_Begin]:
    """The same with somebody else wherever a provider that stopped would help."""
    edges: list[_Begin] = []
    if _at(begins, take_over.from_on) == take_over.leaving:
        edges.append((take_over.from_on, take_over.helper))
    if take_over.until is not None and _at(begins, take_over.until) == take_over.leaving:
        edges.append((take_over.until, take_over.leaving))
    changed: list[_Begin] = [
        (day, take_over.helper if who == take_over.leaving and take_over.holds_on(day) else who)
        for day, who in begins
    ]
    return sorted([*changed, *edges], key=_since)


def _at(begins: Sequence[_Begin], day: date) -> ProviderId | None:
    """Who helps on a day; the first one where the day lies before them all."""
    known = [who for since, who in begins if since <= day]
    return known[-1] if known else begins[0][1]


def _since(begin: _Begin) -> date:
    return begin[0]


def _begins(answers: Sequence[Held]) -> Iterator[_Begin]:
    """From when somebody helps because of an answer; plans that never began are left out."""
    for held, later in zip_longest(answers, answers[1:]):
        begins_on = held.begins_on
        if held.interim is not None and begins_on != held.on:
            yield held.on, held.interim
        is_replaced = held.is_withdrawn or (later is not None and not held.has_begun(later.on))
        if begins_on is not None and not is_replaced:
            yield begins_on, held.provider


def objection_to_withdrawing(answers: Sequence[Held], choice: EventId, day: date) -> Refusal | None:
    """Why the answer of a choice cannot be taken back on a day; None when it can.

    What has begun is changed by a new answer, with its own start; it cannot be undone.

    Args:
        answers: All of the service, oldest first.
        choice: The choice whose answer is to be taken back.
        day: Today.
    """
    held = standing(answers)
    if held is None or held.choice != choice:
        return Refusal("withdrawal.not_standing")
    changes_helper = held.outcome is not Outcome.KEEPS and held.has_begun(day)
    return Refusal("withdrawal.has_begun") if changes_helper else None
