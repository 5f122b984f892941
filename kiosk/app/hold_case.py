"""Holding a case back from disposal, and letting the rules of retention hold again."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import Event
from kiosk.domain.free_text import LONGEST_NOTE, objections
from kiosk.domain.handling import CaseHeld, HoldReleased
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class HoldCase:
    """A complaint, a supervision or a request for access can ask that a case is kept."""

    record: Record
    clock: Clock
    ids: IdSource

    def hold(self, case: CaseRef, reason: str, actor: str) -> None:
        """Keep a case whatever the rules say; a case that is held already gets one more reason.

        Raises:
            RefusedError: The actor may not do that, ``hold.reason_missing``, or a reason that may not be stored.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        refusals = [
            *rights_objections(self.record, actor, StaffRight.HOLD),
            *objections(reason, LONGEST_NOTE, "hold.reason_missing"),
        ]
        if refusals:
            raise RefusedError(refusals)
        self._store(case, CaseHeld(reason.strip()), actor)

    def release(self, case: CaseRef, actor: str) -> None:
        """Let the rules hold for a case again.

        Raises:
            RefusedError: The actor may not do that, or ``hold.not_held``.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        self.record.case_file(case)
        refusals = rights_objections(self.record, actor, StaffRight.HOLD)
        if not refusals and not is_held(self.record, case):
            refusals = [Refusal("hold.not_held")]
        if refusals:
            raise RefusedError(refusals)
        self._store(case, HoldReleased(), actor)

    def _store(self, case: CaseRef, body: CaseHeld | HoldReleased, actor: str) -> None:
        self.record.case_file(case)
        event_id: EventId = self.ids.event_id()
        self.record.append([Event(event_id, self.clock.now(), actor, case, body)])


@dataclass(frozen=True, slots=True)
class Hold:
    """Why a case is kept, and who decided it when."""

    reason: str
    event: Event


def hold_on(events: Iterable[Event]) -> Hold | None:
    """The last word about a case, if it is that it must be kept.

    Args:
        events: Of the case, oldest first.
    """
    hold = None
    for event in events:
        if isinstance(event.body, CaseHeld):
            hold = Hold(event.body.reason, event)
        elif isinstance(event.body, HoldReleased):
            hold = None
    return hold


def is_held(record: Record, case: CaseRef) -> bool:
    """Whether the last word about a case is that it must be kept."""
    return hold_on(event for _place, event in record.history(case)) is not None
