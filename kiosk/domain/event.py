"""What the record stores: events that are never changed; a correction is a new event."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from types import MappingProxyType

from kiosk.domain.allocation_events import (
    AllocationSetAside,
    LetterPosted,
    LetterReturned,
    RunOpened,
    ServiceAllocated,
    StepsTaken,
    WishesNoted,
)
from kiosk.domain.case import CaseRef
from kiosk.domain.case_events import CaseChanged, CaseClosed, CaseImported
from kiosk.domain.choice import EventId
from kiosk.domain.choice_events import (
    ChoiceRecorded,
    ChoiceWithdrawn,
    InformationNoted,
    StartAgreed,
    Understood,
)
from kiosk.domain.delivery import CaseDelivered, DeliveryBegun, DeliveryFailed
from kiosk.domain.exits.events import ExitCalledOff, HelpTakenOver, ProviderExitAnnounced
from kiosk.domain.handling import AccessGiven, CaseHeld, CaseRead, CasesDisposed, HoldReleased
from kiosk.domain.later_event import LaterEvent
from kiosk.domain.order_events import BlockClosed, BlockEnd, BlockOpened, Medium, OrderDealt
from kiosk.domain.paper_events import DocumentChannel, DocumentIssued, DocumentKind
from kiosk.domain.receipt_number import Stored, receipt_number, receipt_place
from kiosk.domain.record_events import RecordBound
from kiosk.domain.staff_events import (
    HandOverCalledOff,
    ScreenHandedOver,
    SignedIn,
    SignInFailed,
    StaffAdded,
    StaffCodeChanged,
    StaffRemoved,
    StaffRoleChanged,
    VisitEndedWithoutAnswers,
)
from kiosk.domain.waiting_events import PlaceDeclined, PlaceOffered, PlaceTaken

__all__ = [
    "DELIVERABLE",
    "KIND_OF",
    "PROGRAM",
    "AllocationSetAside",
    "BlockClosed",
    "BlockEnd",
    "BlockOpened",
    "CaseChanged",
    "CaseClosed",
    "CaseDelivered",
    "CaseImported",
    "ChoiceRecorded",
    "ChoiceWithdrawn",
    "DeliveryBegun",
    "DeliveryFailed",
    "DocumentChannel",
    "DocumentIssued",
    "DocumentKind",
    "Event",
    "EventBody",
    "EventKind",
    "ExitCalledOff",
    "HandOverCalledOff",
    "HelpTakenOver",
    "InformationNoted",
    "LetterPosted",
    "LetterReturned",
    "Medium",
    "OrderDealt",
    "PlaceDeclined",
    "PlaceOffered",
    "PlaceTaken",
    "ProviderExitAnnounced",
    "RecordBound",
    "RunOpened",
    "ScreenHandedOver",
    "ServiceAllocated",
    "SignInFailed",
    "SignedIn",
    "StaffAdded",
    "StaffCodeChanged",
    "StaffRemoved",
    "StaffRoleChanged",
    "StartAgreed",
    "StepsTaken",
    "Stored",
    "Understood",
    "VisitEndedWithoutAnswers",
    "WishesNoted",
    "receipt_number",
    "receipt_place",
]

PROGRAM = "program"


class EventKind(Enum):
    """Every kind of event that this version writes."""

    CASE_IMPORTED = "case_imported"
    CASE_CHANGED = "case_changed"
    CASE_CLOSED = "case_closed"
    BLOCK_OPENED = "block_opened"
    BLOCK_CLOSED = "block_closed"
    ORDER_DEALT = "order_dealt"
    CHOICE_RECORDED = "choice_recorded"
    CHOICE_WITHDRAWN = "choice_withdrawn"
    START_AGREED = "start_agreed"
    INFORMATION_NOTED = "information_noted"
    DOCUMENT_ISSUED = "document_issued"
    DELIVERY_BEGUN = "delivery_begun"
    CASE_DELIVERED = "case_delivered"
    DELIVERY_FAILED = "delivery_failed"
    STAFF_ADDED = "staff_added"
    STAFF_REMOVED = "staff_removed"
    STAFF_CODE_CHANGED = "staff_code_changed"
    STAFF_ROLE_CHANGED = "staff_role_changed"
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SCREEN_HANDED_OVER = "screen_handed_over"
    HAND_OVER_CALLED_OFF = "hand_over_called_off"
    VISIT_ENDED_WITHOUT_ANSWERS = "visit_ended_without_answers"
    CASE_READ = "case_read"
    ACCESS_GIVEN = "access_given"
    CASE_HELD = "case_held"
    HOLD_RELEASED = "hold_released"
    CASES_DISPOSED = "cases_disposed"
    RECORD_BOUND = "record_bound"
    LETTER_POSTED = "letter_posted"
    LETTER_RETURNED = "letter_returned"
    WISHES_NOTED = "wishes_noted"
    RUN_OPENED = "run_opened"
    STEPS_TAKEN = "steps_taken"
    SERVICE_ALLOCATED = "service_allocated"
    ALLOCATION_SET_ASIDE = "allocation_set_aside"
    PROVIDER_EXIT_ANNOUNCED = "provider_exit_announced"
    EXIT_CALLED_OFF = "exit_called_off"
    HELP_TAKEN_OVER = "help_taken_over"
    PLACE_OFFERED = "place_offered"
    PLACE_TAKEN = "place_taken"
    PLACE_DECLINED = "place_declined"


EventBody = (
    CaseImported
    | CaseChanged
    | CaseClosed
    | BlockOpened
    | BlockClosed
    | OrderDealt
    | ChoiceRecorded
    | ChoiceWithdrawn
    | StartAgreed
    | InformationNoted
    | DocumentIssued
    | DeliveryBegun
    | CaseDelivered
    | DeliveryFailed
    | StaffAdded
    | StaffRemoved
    | StaffCodeChanged
    | StaffRoleChanged
    | SignedIn
    | SignInFailed
    | ScreenHandedOver
    | HandOverCalledOff
    | VisitEndedWithoutAnswers
    | CaseRead
    | AccessGiven
    | CaseHeld
    | HoldReleased
    | CasesDisposed
    | RecordBound
    | LetterPosted
    | LetterReturned
    | WishesNoted
    | RunOpened
    | StepsTaken
    | ServiceAllocated
    | AllocationSetAside
    | ProviderExitAnnounced
    | ExitCalledOff
    | HelpTakenOver
    | PlaceOffered
    | PlaceTaken
    | PlaceDeclined
    | LaterEvent
)

KIND_OF: Mapping[type[EventBody], EventKind] = MappingProxyType(
    {
        CaseImported: EventKind.CASE_IMPORTED,
        CaseChanged: EventKind.CASE_CHANGED,
        CaseClosed: EventKind.CASE_CLOSED,
        BlockOpened: EventKind.BLOCK_OPENED,
        BlockClosed: EventKind.BLOCK_CLOSED,
        OrderDealt: EventKind.ORDER_DEALT,
        ChoiceRecorded: EventKind.CHOICE_RECORDED,
        ChoiceWithdrawn: EventKind.CHOICE_WITHDRAWN,
        StartAgreed: EventKind.START_AGREED,
        InformationNoted: EventKind.INFORMATION_NOTED,
        DocumentIssued: EventKind.DOCUMENT_ISSUED,
        DeliveryBegun: EventKind.DELIVERY_BEGUN,
        CaseDelivered: EventKind.CASE_DELIVERED,
        DeliveryFailed: EventKind.DELIVERY_FAILED,
        StaffAdded: EventKind.STAFF_ADDED,
        StaffRemoved: EventKind.STAFF_REMOVED,
        StaffCodeChanged: EventKind.STAFF_CODE_CHANGED,
        StaffRoleChanged: EventKind.STAFF_ROLE_CHANGED,
        SignedIn: EventKind.SIGNED_IN,
        SignInFailed: EventKind.SIGN_IN_FAILED,
        ScreenHandedOver: EventKind.SCREEN_HANDED_OVER,
        HandOverCalledOff: EventKind.HAND_OVER_CALLED_OFF,
        VisitEndedWithoutAnswers: EventKind.VISIT_ENDED_WITHOUT_ANSWERS,
        CaseRead: EventKind.CASE_READ,
        AccessGiven: EventKind.ACCESS_GIVEN,
        CaseHeld: EventKind.CASE_HELD,
        HoldReleased: EventKind.HOLD_RELEASED,
        CasesDisposed: EventKind.CASES_DISPOSED,
        RecordBound: EventKind.RECORD_BOUND,
        LetterPosted: EventKind.LETTER_POSTED,
        LetterReturned: EventKind.LETTER_RETURNED,
        WishesNoted: EventKind.WISHES_NOTED,
        RunOpened: EventKind.RUN_OPENED,
        StepsTaken: EventKind.STEPS_TAKEN,
        ServiceAllocated: EventKind.SERVICE_ALLOCATED,
        AllocationSetAside: EventKind.ALLOCATION_SET_ASIDE,
        ProviderExitAnnounced: EventKind.PROVIDER_EXIT_ANNOUNCED,
        ExitCalledOff: EventKind.EXIT_CALLED_OFF,
        HelpTakenOver: EventKind.HELP_TAKEN_OVER,
        PlaceOffered: EventKind.PLACE_OFFERED,
        PlaceTaken: EventKind.PLACE_TAKEN,
        PlaceDeclined: EventKind.PLACE_DECLINED,
    }
)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened.

    Attributes:
        id: UUIDv7 as text; storing the same id again stores nothing.
        at: With time zone.
        actor: Name of the staff member who was signed in, or ``PROGRAM``.
        case: None for events that belong to no case.
        body: What happened; its type is the kind.
    """

    id: EventId
    at: datetime
    actor: str
    case: CaseRef | None
    body: EventBody

    @property
    def kind(self) -> EventKind:
        """The kind that the body's type stands for; a ``LaterEvent`` has none."""
        return KIND_OF[type(self.body)]

    @property
    def kind_name(self) -> str:
        """The kind as it is stored, also one that only a newer version knows."""
        return self.body.kind if isinstance(self.body, LaterEvent) else self.kind.value


DELIVERABLE = frozenset(
    {
        EventKind.CHOICE_RECORDED,
        EventKind.CHOICE_WITHDRAWN,
        EventKind.START_AGREED,
        EventKind.INFORMATION_NOTED,
        EventKind.SERVICE_ALLOCATED,
        EventKind.HELP_TAKEN_OVER,
        EventKind.PLACE_OFFERED,
        EventKind.PLACE_TAKEN,
        EventKind.PLACE_DECLINED,
    }
)
"""Kinds of events that the case system shall have; a correction is a recorded choice."""
