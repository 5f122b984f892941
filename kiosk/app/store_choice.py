"""Stores a choice once, however often the attempt is repeated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.app.ports.record import Record
from kiosk.domain.case import Case, CaseRef
from kiosk.domain.choice import (
    Answer,
    Cannot,
    Chooses,
    Correction,
    DoesNotWish,
    EventId,
    Keeps,
    Outcome,
    Postpones,
    RecordedChoice,
    ServiceAnswer,
)
from kiosk.domain.decider import Decider
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import ChoiceRecorded, Event
from kiosk.domain.service import ServiceId

_Decides = Decider | None


@dataclass(frozen=True, slots=True)
class StoreChoice:
    """The way of every choice into the record.

    Attributes:
        receipt_prefix: Capitals that receipt numbers begin with.
    """

    record: Record
    receipt_prefix: str

    def find(self, case: CaseRef, event_id: EventId) -> RecordedChoice | None:
        """The choice that an earlier attempt with this id stored; None for the first attempt."""
        for place, event in self.record.history(case):
            if event.id == event_id and isinstance(event.body, ChoiceRecorded):
                return event.body.numbered(place)
        return None

    def repeated(
        self,
        attempt: EventId,
        case: CaseRef,
        answers: Mapping[ServiceId, Answer],
        decider: _Decides,
    ) -> RecordedChoice | None:
        """The choice that an earlier attempt stored, if this one says the same.

        Raises:
            RefusedError: The earlier attempt stored something else.
        """
        earlier = self.find(case, attempt)
        if earlier is None:
            return None
        told = {answer.service: said(answer) for answer in earlier.answers}
        if (told, earlier.decider) != (dict(answers), decider):
            raise RefusedError([Refusal("visit.stored_otherwise")])
        return earlier

    def store(
        self,
        choice: RecordedChoice,
        correction: Correction | None = None,
        also: Sequence[Event] = (),
    ) -> RecordedChoice:
        """Append a choice; it is durable when this returns.

        Args:
            choice: Without a receipt number.
            correction: What it corrects; None for an answer that was given now.
            also: What is stored with it; all of it or nothing.

        Returns:
            The choice with its receipt number.

        Raises:
            StorageError: Nothing was stored.
        """
        body = ChoiceRecorded(choice, self.receipt_prefix, correction)
        event = Event(choice.id, choice.at, choice.recorded_by, choice.case, body)
        place, *_ = self.record.append([event, *also])
        return body.numbered(place)


def said(answer: ServiceAnswer) -> Answer | None:
    """The answer that a stored one followed from; None for what nobody says."""
    if answer.outcome is Outcome.CHOSEN and answer.provider is not None:
        return Chooses(answer.provider)
    if answer.outcome is Outcome.POSTPONED and answer.postponed_until is not None:
        return Postpones(answer.postponed_until)
    plain: Mapping[Outcome, Answer] = {
        Outcome.KEEPS: Keeps(),
        Outcome.DOES_NOT_WISH: DoesNotWish(),
        Outcome.CANNOT: Cannot(answer.decision_reference),
    }
    return plain.get(answer.outcome)


def open_case(record: Record, reference: CaseRef, today: date) -> Case:
    """A case that answers may be stored for, with those who help today.

    Raises:
        NotFoundError: There is no such case.
        RefusedError: The case is closed.
    """
    case = record.case_file(reference).case_on(today)
    if not case.is_open:
        raise RefusedError([Refusal("choice.case_closed")])
    return case
