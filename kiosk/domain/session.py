"""A visit on the citizen's side: parts in a fixed order, answers that are never lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Answer
from kiosk.domain.decider import Decider
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.service import ServiceId


@dataclass(frozen=True, slots=True)
class Visit:
    """The state of one visit; every change gives a new value.

    Attributes:
        services: Services to be asked about, order of the case; at least one.
        answers: Answered services only; an unanswered one has no outcome at all.
        decider: Who decides; None until told.
        nonchoice_shown: The last line of the non-choice page has been on screen (N19).
        participants: Roles of those who take part without deciding.
        is_stored: Nothing changes after storing.
    """

    case: CaseRef
    services: tuple[ServiceId, ...]
    answers: Mapping[ServiceId, Answer] = field(default_factory=dict)
    decider: Decider | None = None
    nonchoice_shown: bool = False
    participants: tuple[str, ...] = ()
    is_stored: bool = False

    def answered(self, service: ServiceId, answer: Answer) -> "Visit":
        """With this answer in place of an earlier one.

        Raises:
            RefusedError: The consequence text has not been shown, or the visit is stored.
        """
        if not self.nonchoice_shown:
            raise RefusedError([Refusal("visit.nonchoice_not_shown")])
        self._refuse_when_stored()
        return replace(self, answers={**self.answers, service: answer})

    def cleared(self, service: ServiceId) -> "Visit":
        """Without an answer for this service."""
        self._refuse_when_stored()
        kept = {key: value for key, value in self.answers.items() if key != service}
        return replace(self, answers=kept)

    def decided_by(self, decider: Decider | None) -> "Visit":
        """With this decider in place of an earlier one."""
        self._refuse_when_stored()
        return replace(self, decider=decider)

    def with_nonchoice_shown(self) -> "Visit":
        """After the last line of the non-choice page has been on screen."""
        return replace(self, nonchoice_shown=True)

    def stored(self) -> "Visit":
        """After the record is durable."""
        return replace(self, is_stored=True)

    def unanswered(self) -> tuple[ServiceId, ...]:
        """Services without an answer, order of the case; may be empty."""
        return tuple(service for service in self.services if service not in self.answers)

    def _refuse_when_stored(self) -> None:
        if self.is_stored:
            raise RefusedError([Refusal("visit.is_stored")])
