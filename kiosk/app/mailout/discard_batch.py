"""Enters that a batch will never be posted; its people count as not written to."""

from dataclasses import dataclass

from kiosk.app.mailout.known_batch import known_batch
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import BatchDiscarded, Event
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class DiscardBatch:
    """The files stay where they are: whoever has them destroys them."""

    record: Record
    clock: Clock
    ids: IdSource

    def discard(self, batch: str, actor: str) -> int:
        """Enter that no letter of a batch will be posted any more.

        Returns:
            How many letters were made of it.

        Raises:
            RefusedError: The actor may not, or it was posted or discarded before.
            NotFoundError: There is no such batch.
            StorageError: Nothing was stored.
        """
        known = known_batch(self.record, batch)
        refusals = rights_objections(self.record, actor, StaffRight.MAIL_OUT)
        refusals += known.why_closed()
        if refusals:
            raise RefusedError(refusals)
        event_id, now = self.ids.event_id(), self.clock.now()
        self.record.append([Event(event_id, now, actor, None, BatchDiscarded(batch))])
        return len(known.made)
