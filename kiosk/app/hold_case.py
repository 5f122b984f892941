"""Holding a case back from disposal, and letting the rules of retention hold again."""

from dataclasses import dataclass

from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import Event
from kiosk.domain.free_text import LONGEST_NOTE, objections
from kiosk.domain.handling import CaseHeld, HoldReleased


@dataclass(frozen=True, slots=True)
class HoldCase:
    """A complaint, a supervision or a request for access can ask that a case is kept."""

    record: Record
    clock: Clock
    ids: IdSource

    def hold(self, case: CaseRef, reason: str, actor: str) -> None:
        """Keep a case whatever the rules say; a case that is held already gets one more reason.

        Raises:
            RefusedError: ``hold.reason_missing``, or a reason that may not be stored.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        refusals = objections(reason, LONGEST_NOTE, "hold.reason_missing")
        if refusals:
            raise RefusedError(refusals)
        self._store(case, CaseHeld(reason.strip()), actor)

    def release(self, case: CaseRef, actor: str) -> None:
        """Let the rules hold for a case again.

        Raises:
            RefusedError: ``hold.not_held``.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        self.record.case_file(case)
        if not is_held(self.record, case):
            raise RefusedError([Refusal("hold.not_held")])
        self._store(case, HoldReleased(), actor)

    def _store(self, case: CaseRef, body: CaseHeld | HoldReleased, actor: str) -> None:
        self.record.case_file(case)
        event_id: EventId = self.ids.event_id()
        self.record.append([Event(event_id, self.clock.now(), actor, case, body)])


def is_held(record: Record, case: CaseRef) -> bool:
    """Whether the last word about a case is that it must be kept."""
    words = [
        event.body
        for _place, event in record.history(case)
        if isinstance(event.body, CaseHeld | HoldReleased)
    ]
    return bool(words) and isinstance(words[-1], CaseHeld)
