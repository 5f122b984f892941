"""The life of an answer: until when it is only a plan, and what can be taken back.

A later answer replaces an earlier one. A plan that had not begun when it was replaced never
begins; the one who helped before goes on until the new start (domain 6.5).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
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
