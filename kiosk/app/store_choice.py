"""Stores a choice once, however often the attempt is repeated."""

from dataclasses import dataclass

from kiosk.app.ports import Record
from kiosk.domain.case import Case, CaseRef
from kiosk.domain.choice import EventId, RecordedChoice
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import ChoiceRecorded, Event


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

    def store(self, choice: RecordedChoice) -> RecordedChoice:
        """Append a choice; it is durable when this returns.

        Returns:
            The choice with its receipt number.

        Raises:
            StorageError: Nothing was stored.
        """
        body = ChoiceRecorded(choice, self.receipt_prefix)
        event = Event(choice.id, choice.at, choice.recorded_by, choice.case, body)
        (place,) = self.record.append([event])
        return body.numbered(place)


def open_case(record: Record, reference: CaseRef) -> Case:
    """A case that answers may be stored for.

    Raises:
        NotFoundError: There is no such case.
        RefusedError: The case is closed.
    """
    case = record.case_file(reference).case
    if not case.is_open:
        raise RefusedError([Refusal("choice.case_closed")])
    return case
