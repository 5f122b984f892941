"""What the record stores: events that are never changed; a correction is a new event."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId


class EventKind(Enum):
    """Every kind of event that this version writes."""

    CASE_IMPORTED = "case_imported"
    CASE_CHANGED = "case_changed"
    CASE_CLOSED = "case_closed"
    BLOCK_OPENED = "block_opened"
    ORDER_DEALT = "order_dealt"
    CHOICE_RECORDED = "choice_recorded"
    INFORMATION_NOTED = "information_noted"
    DOCUMENT_ISSUED = "document_issued"
    STAFF_ADDED = "staff_added"
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SCREEN_HANDED_OVER = "screen_handed_over"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened.

    Attributes:
        id: UUIDv7 as text; storing the same id again stores nothing.
        at: With time zone.
        actor: Staff member who was signed in, or ``program``.
        case: None for events that belong to no case.
        body: Plain JSON values; the schema belongs to ``kind`` and ``schema``.
        schema: Version of the body's form.
    """

    id: EventId
    kind: EventKind
    at: datetime
    actor: str
    case: CaseRef | None
    body: dict[str, Any]
    schema: int = 1


@dataclass(frozen=True, slots=True)
class Stored:
    """Where an event stands in the record.

    Attributes:
        device: Id of the machine that wrote it.
        sequence: Gapless number on that machine, from 1.
    """

    device: str
    sequence: int
