"""Whoever opens a person's case is logged before anything of it is shown."""

from dataclasses import dataclass

from kiosk.app.fault_texts import fault_text
from kiosk.app.phrases import sentences
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.errors import StorageError
from kiosk.domain.event import Event
from kiosk.domain.handling import CaseRead
from kiosk.domain.reading import Reading


@dataclass(frozen=True, slots=True)
class ReadCase:
    """Logs readings; off the drawing thread, since it waits for the disk."""

    record: Record
    clock: Clock
    ids: IdSource

    def log(
        self, case: CaseRef, what: Reading, actor: str, event_id: EventId | None = None
    ) -> StorageError | None:
        """Log a reading.

        Staff must be able to read a damaged record, so that it cannot be logged stops nobody:
        whoever shows the case says so with ``unlogged_text``.

        Args:
            case: Whose case.
            what: What is about to be shown.
            actor: Who will see it.
            event_id: The same for one opening that is tried again; None for a new one.

        Returns:
            Why the reading is not logged; None when it is.

        Raises:
            NotFoundError: There is no such case.
        """
        event_id = event_id or self.ids.event_id()
        event = Event(event_id, self.clock.now(), actor, case, CaseRead(what))
        try:
            # A case that is not there gets no history either.
            self.record.case_file(case)
            self.record.append([event])
        except StorageError as error:
            return error
        return None


def unlogged_text(error: StorageError, words: Words) -> str:
    """Tells that a reading is not logged, and why."""
    told = words.gettext("It could not be logged that you read this case.")
    return sentences(told, fault_text(error, words))
