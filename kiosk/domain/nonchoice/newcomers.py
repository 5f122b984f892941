"""Who is new this year with a provider: what the flow of a share counts (domain 6.1, R4)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.domain.helping import Help
from kiosk.domain.lifecycle import Held
from kiosk.domain.outcome import Outcome
from kiosk.domain.service import ProviderId


@dataclass(frozen=True, slots=True)
class Came:
    """How somebody came to a provider.

    Attributes:
        help: All that is stored about who helps.
        listed_since: Since when the provider of the case list helps; None where unknown.
        previous: Who helped on the day of the answer that holds; None where nobody did.
        has_answer: Whether an answer holds.
    """

    help: Help
    listed_since: date | None
    previous: ProviderId | None = None
    has_answer: bool = False

    def is_new(self, provider: ProviderId, today: date) -> bool:
        """Whether the person got a provider this year, by an answer or by the case list.

        An answer that leaves somebody where they are makes them neither new nor old. Whoever helps
        until it is settled who does has not got the person yet.
        """
        answers = [each for each in self.help.answers if not each.is_withdrawn]
        # Until a rule is applied, what the list says of the person holds.
        if not self.has_answer or not answers or answers[-1].provider is None:
            return self._is_listed_new(provider, today)
        held = answers[-1]
        if held.provider != provider or held.waits_for_place:
            return False
        if self.previous != provider or self._was_for_a_while(held):
            return held.outcome is not Outcome.KEEPS and held.on.year == today.year
        came = self._came_by(provider, answers[:-1])
        if came is None:
            return self._is_listed_new(provider, today)
        return came.on.year == today.year

    def _was_for_a_while(self, held: Held) -> bool:
        """Whether the same provider helped before an answer, but only until it was settled."""
        answers = tuple(each for each in self.help.answers if each.choice != held.choice)
        if not answers and not self.help.take_overs:
            return False
        before = replace(self.help, answers=answers)
        return before.is_meanwhile(held.on) or before.stopped_on(held.on) is not None

    def _came_by(self, provider: ProviderId, earlier: Sequence[Held]) -> Held | None:
        """The answer by which a person came to a provider that an answer has left in place."""
        for place in range(len(earlier) - 1, -1, -1):
            held = earlier[place]
            if held.provider != provider or held.waits_for_place:
                return None
            before = earlier[place - 1].provider if place else self._listed_before(held)
            if held.outcome is not Outcome.KEEPS and before != provider:
                return held
        return None

    def _listed_before(self, held: Held) -> ProviderId | None:
        listed = self.help.listed
        return listed.provider if listed.on <= held.on else None

    def _is_listed_new(self, provider: ProviderId, today: date) -> bool:
        since, listed = self.listed_since, self.help.listed.provider
        if since is None or listed != provider or since.year != today.year:
            return False
        return self.help.on(today) == listed
