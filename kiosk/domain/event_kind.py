"""Kinds of events, and an event of any of them.

What the kinds hold is written in some ten modules; each is imported when the first event of its
kind is read or stored, since the first page needs hardly any of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from kiosk.domain.case import CaseRef
from kiosk.domain.later_event import LaterEvent
from kiosk.domain.outcome import EventId

if TYPE_CHECKING:
    from kiosk.domain.event_body import EventBody

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
    SLIP_CODE_DEALT = "slip_code_dealt"
    ANSWER_UNCLEAR = "answer_unclear"
    BATCH_BEGUN = "batch_begun"
    BATCH_FILE_MADE = "batch_file_made"
    LETTER_PRODUCED = "letter_produced"
    LETTER_NOT_MADE = "letter_not_made"
    BATCH_POSTED = "batch_posted"
    BATCH_DISCARDED = "batch_discarded"
    DELIVERY_BEGUN = "delivery_begun"
    CASE_DELIVERED = "case_delivered"
    DELIVERY_FAILED = "delivery_failed"
    STAFF_ADDED = "staff_added"
    STAFF_REMOVED = "staff_removed"
    STAFF_CODE_CHANGED = "staff_code_changed"
    STAFF_ROLE_CHANGED = "staff_role_changed"
    INTERESTS_STATED = "interests_stated"
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SCREEN_HANDED_OVER = "screen_handed_over"
    HAND_OVER_CALLED_OFF = "hand_over_called_off"
    VISIT_ENDED_WITHOUT_ANSWERS = "visit_ended_without_answers"
    VIEW_ASKED = "view_asked"
    CASE_READ = "case_read"
    ACCESS_GIVEN = "access_given"
    CASE_HELD = "case_held"
    HOLD_RELEASED = "hold_released"
    CASES_DISPOSED = "cases_disposed"
    RECORD_BOUND = "record_bound"
    HEADINGS_EXPLAINED = "headings_explained"
    LETTER_POSTED = "letter_posted"
    LETTER_RETURNED = "letter_returned"
    ASKED_AGAIN = "asked_again"
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


_BODIES: Mapping[EventKind, str] = MappingProxyType(
    {
        EventKind.CASE_IMPORTED: "kiosk.domain.case_events:CaseImported",
        EventKind.CASE_CHANGED: "kiosk.domain.case_events:CaseChanged",
        EventKind.CASE_CLOSED: "kiosk.domain.case_events:CaseClosed",
        EventKind.BLOCK_OPENED: "kiosk.domain.order_events:BlockOpened",
        EventKind.BLOCK_CLOSED: "kiosk.domain.order_events:BlockClosed",
        EventKind.ORDER_DEALT: "kiosk.domain.order_events:OrderDealt",
        EventKind.CHOICE_RECORDED: "kiosk.domain.choice_events:ChoiceRecorded",
        EventKind.CHOICE_WITHDRAWN: "kiosk.domain.choice_events:ChoiceWithdrawn",
        EventKind.START_AGREED: "kiosk.domain.choice_events:StartAgreed",
        EventKind.INFORMATION_NOTED: "kiosk.domain.choice_events:InformationNoted",
        EventKind.DOCUMENT_ISSUED: "kiosk.domain.paper_events:DocumentIssued",
        EventKind.SLIP_CODE_DEALT: "kiosk.domain.paper_events:SlipCodeDealt",
        EventKind.ANSWER_UNCLEAR: "kiosk.domain.paper_events:AnswerUnclear",
        EventKind.BATCH_BEGUN: "kiosk.domain.mail_events:BatchBegun",
        EventKind.BATCH_FILE_MADE: "kiosk.domain.mail_events:BatchFileMade",
        EventKind.LETTER_PRODUCED: "kiosk.domain.mail_events:LetterProduced",
        EventKind.LETTER_NOT_MADE: "kiosk.domain.mail_events:LetterNotMade",
        EventKind.BATCH_POSTED: "kiosk.domain.mail_events:BatchPosted",
        EventKind.BATCH_DISCARDED: "kiosk.domain.mail_events:BatchDiscarded",
        EventKind.DELIVERY_BEGUN: "kiosk.domain.delivery_events:DeliveryBegun",
        EventKind.CASE_DELIVERED: "kiosk.domain.delivery_events:CaseDelivered",
        EventKind.DELIVERY_FAILED: "kiosk.domain.delivery_events:DeliveryFailed",
        EventKind.STAFF_ADDED: "kiosk.domain.staff_events:StaffAdded",
        EventKind.STAFF_REMOVED: "kiosk.domain.staff_events:StaffRemoved",
        EventKind.STAFF_CODE_CHANGED: "kiosk.domain.staff_events:StaffCodeChanged",
        EventKind.STAFF_ROLE_CHANGED: "kiosk.domain.staff_events:StaffRoleChanged",
        EventKind.INTERESTS_STATED: "kiosk.domain.staff_events:InterestsStated",
        EventKind.SIGNED_IN: "kiosk.domain.staff_events:SignedIn",
        EventKind.SIGN_IN_FAILED: "kiosk.domain.staff_events:SignInFailed",
        EventKind.SCREEN_HANDED_OVER: "kiosk.domain.staff_events:ScreenHandedOver",
        EventKind.HAND_OVER_CALLED_OFF: "kiosk.domain.staff_events:HandOverCalledOff",
        EventKind.VISIT_ENDED_WITHOUT_ANSWERS: "kiosk.domain.staff_events:VisitEndedWithoutAnswers",
        EventKind.VIEW_ASKED: "kiosk.domain.asked_view:ViewAsked",
        EventKind.CASE_READ: "kiosk.domain.handling:CaseRead",
        EventKind.ACCESS_GIVEN: "kiosk.domain.handling:AccessGiven",
        EventKind.CASE_HELD: "kiosk.domain.handling:CaseHeld",
        EventKind.HOLD_RELEASED: "kiosk.domain.handling:HoldReleased",
        EventKind.CASES_DISPOSED: "kiosk.domain.handling:CasesDisposed",
        EventKind.RECORD_BOUND: "kiosk.domain.record_events:RecordBound",
        EventKind.HEADINGS_EXPLAINED: "kiosk.domain.intake_events:HeadingsExplained",
        EventKind.LETTER_POSTED: "kiosk.domain.allocation_events:LetterPosted",
        EventKind.LETTER_RETURNED: "kiosk.domain.allocation_events:LetterReturned",
        EventKind.ASKED_AGAIN: "kiosk.domain.allocation_events:AskedAgain",
        EventKind.WISHES_NOTED: "kiosk.domain.allocation_events:WishesNoted",
        EventKind.RUN_OPENED: "kiosk.domain.allocation_events:RunOpened",
        EventKind.STEPS_TAKEN: "kiosk.domain.allocation_events:StepsTaken",
        EventKind.SERVICE_ALLOCATED: "kiosk.domain.allocation_events:ServiceAllocated",
        EventKind.ALLOCATION_SET_ASIDE: "kiosk.domain.allocation_events:AllocationSetAside",
        EventKind.PROVIDER_EXIT_ANNOUNCED: "kiosk.domain.exits.events:ProviderExitAnnounced",
        EventKind.EXIT_CALLED_OFF: "kiosk.domain.exits.events:ExitCalledOff",
        EventKind.HELP_TAKEN_OVER: "kiosk.domain.exits.events:HelpTakenOver",
        EventKind.PLACE_OFFERED: "kiosk.domain.waiting_events:PlaceOffered",
        EventKind.PLACE_TAKEN: "kiosk.domain.waiting_events:PlaceTaken",
        EventKind.PLACE_DECLINED: "kiosk.domain.waiting_events:PlaceDeclined",
    }
)
_KINDS: Mapping[str, EventKind] = MappingProxyType({path: kind for kind, path in _BODIES.items()})


def body_type(kind: EventKind) -> "type[EventBody]":
    """What an event of a kind holds; its module is imported now."""
    module, _, name = _BODIES[kind].partition(":")
    return cast("type[EventBody]", getattr(import_module(module), name))


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
    body: "EventBody"

    @property
    def kind(self) -> EventKind:
        """The kind that the body's type stands for; a ``LaterEvent`` has none."""
        body = type(self.body)
        return _KINDS[f"{body.__module__}:{body.__name__}"]

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
