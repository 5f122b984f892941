"""Whom an exit affects, and how far each of them has come (domain 6.6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.helping import Help, timeline
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.outcome import Outcome
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

if TYPE_CHECKING:
    from kiosk.domain.choice import ServiceAnswer


SAID: Mapping[Outcome, NonchoiceState] = MappingProxyType(
    {
        Outcome.DOES_NOT_WISH: NonchoiceState.DOES_NOT_WISH,
        Outcome.CANNOT: NonchoiceState.CANNOT,
    }
)
"""Outcomes by which somebody leaves it to the rule."""


class Touched(Enum):
    """What a person has to do with the provider that stops.

    Attributes:
        HELPED: It would help after its last day, and nobody else was chosen.
        PROMISED: It was to begin.
        WAITING: The person waits for a place with it.
        BETWEEN: Somebody else was chosen and begins later; until then nobody would help.
    """

    HELPED = "helped"
    PROMISED = "promised"
    WAITING = "waiting"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Helped:
    """One service of one person, as an exit is judged against it.

    Attributes:
        help: All that is stored about who helps.
        answer: The answer that holds; None for an open service.
        answered_on: Day on which the municipality received it.
    """

    service: ServiceId
    zone: ZoneId
    help: Help
    answer: "ServiceAnswer | None" = None
    answered_on: date | None = None

    def has_spoken_since(self, exit_: ProviderExit) -> bool:
        """Whether the person has said something since, other than naming the provider again."""
        if self.answer is None or self.answered_on is None:
            return False
        is_later = self.answered_on >= exit_.announced_on
        return is_later and self.answer.provider != exit_.provider


def touched(helped: Helped, exit_: ProviderExit) -> Touched | None:
    """What a person has to do with an exit; None for those whom it does not concern.

    Whoever has chosen another provider, and gets help from it in time, is not concerned.
    """
    if not exit_.covers(helped.service, helped.zone):
        return None
    gone_on = gone_from(helped, exit_)
    answer = helped.answer
    wanted = None if answer is None else answer.provider
    if answer is not None and wanted == exit_.provider:
        if answer.waits_for_place:
            return Touched.WAITING
        return Touched.HELPED if _helps_until(helped, gone_on, exit_) else Touched.PROMISED
    if gone_on is None:
        return None
    return Touched.HELPED if wanted is None else Touched.BETWEEN


def silent_as(outcome: Outcome | None) -> NonchoiceState:
    """Whose rule is applied to somebody who does not answer when a provider stops.

    Who could not choose before, or did not want to, is not taken for somebody who forgot it.

    Args:
        outcome: Of the answer that held until then; None without one.
    """
    return (
        NonchoiceState.NO_REPLY if outcome is None else SAID.get(outcome, NonchoiceState.NO_REPLY)
    )


def comes_from(helped: Helped, exit_: ProviderExit) -> ProviderId | None:
    """Whom the rule takes a person to come from; None for whoever helps apart from the exit.

    Whoever has the provider until it stops comes from there, also if it has not begun today.
    """
    return exit_.provider if touched(helped, exit_) is Touched.HELPED else None


def gone_from(helped: Helped, exit_: ProviderExit) -> date | None:
    """First day on which a provider would help that has stopped by then; None for no day."""
    return helped.help.before(exit_.id).first_with(exit_.provider, exit_.takes_over_on)


def _helps_until(helped: Helped, gone_on: date | None, exit_: ProviderExit) -> bool:
    """Whether a provider helps on the eve of a day, and does not only begin on it."""
    before = helped.help.before(exit_.id)
    return gone_on is not None and before.on(gone_on - timedelta(days=1)) == exit_.provider


def must_answer(helped: Helped, exit_: ProviderExit) -> bool:
    """Whether a person needs a new provider because of an exit, and has not got one yet."""
    return touched(helped, exit_) in {Touched.HELPED, Touched.PROMISED, Touched.WAITING}


def needs_take_over(helped: Helped, exit_: ProviderExit) -> bool:
    """Whether somebody else must be named for a person, so that help goes on (S000 6.1).

    Anew where everybody who was named has stopped as well.
    """
    if touched(helped, exit_) is None:
        return False
    is_named = any(each.exit == exit_.id for each in helped.help.take_overs)
    return not is_named or helped.help.first_with(exit_.provider, exit_.takes_over_on) is not None


def stand_ins(helped: Helped, exit_: ProviderExit) -> tuple[tuple[date, ProviderId], ...]:
    """Who helps instead of a provider that stops, each with the first day; later exits included.

    Empty where the provider would never have helped, or nobody has been named.
    """
    first = gone_from(helped, exit_)
    if first is None:
        return ()
    helpers = {each.helper for each in helped.help.take_overs}
    now = timeline(helped.help.listed, helped.help.answers, helped.help.take_overs)
    # Whoever was only promised the provider goes on with the one who helps already.
    since = helped.help.on(first - timedelta(days=1))
    found: list[tuple[date, ProviderId]] = []
    for day in sorted({first, *(day for day, _ in now if day > first)}):
        who = helped.help.on(day)
        if who is None or (who not in helpers and who != since):
            break
        if who != since:
            found.append((day, who))
        since = who
    return tuple(found)


def is_left(helped: Helped, exit_: ProviderExit, today: date) -> bool:
    """Whether a person still has nobody of their own on a day after the last one."""
    return today >= exit_.takes_over_on and must_answer(helped, exit_)
