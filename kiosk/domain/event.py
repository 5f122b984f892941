"""What the record stores: events that are never changed; a correction is a new event."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from kiosk.domain.case import Case, CaseRef, Closing
from kiosk.domain.choice import Correction, EventId, RecordedChoice, Withdrawal
from kiosk.domain.delivery import CaseDelivered, DeliveryBegun, DeliveryFailed
from kiosk.domain.language import Language
from kiosk.domain.ordering import SCHEME, Block, DealtOrder
from kiosk.domain.service import ProviderId
from kiosk.domain.staff import StaffMember

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
    INFORMATION_NOTED = "information_noted"
    DOCUMENT_ISSUED = "document_issued"
    DELIVERY_BEGUN = "delivery_begun"
    CASE_DELIVERED = "case_delivered"
    DELIVERY_FAILED = "delivery_failed"
    STAFF_ADDED = "staff_added"
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SCREEN_HANDED_OVER = "screen_handed_over"
    HAND_OVER_CALLED_OFF = "hand_over_called_off"


class BlockEnd(Enum):
    """Why no more rows of a block are dealt; a block that is used up is balanced exactly."""

    USED_UP = "used_up"
    OTHER_PROVIDERS = "other_providers"


class Medium(Enum):
    """Where an order was first shown."""

    SCREEN = "screen"
    PAPER = "paper"


class Understood(Enum):
    """Whether the information was understood (pbrl § 3-5); "unsure" offers a new talk."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class DocumentKind(Enum):
    """What was put on paper."""

    BROCHURE = "brochure"
    RECEIPT = "receipt"


class DocumentChannel(Enum):
    """Where a document went."""

    PRINTER = "printer"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class CaseImported:
    """A case list named this case for the first time."""

    case: Case


@dataclass(frozen=True, slots=True)
class CaseChanged:
    """A later list says something else; the old values stay in the events before this one.

    Attributes:
        case: The whole case as it is now.
        fields: Names of the fields of ``Case`` that differ, in the order of the class.
    """

    case: Case
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseClosed:
    """A known case is missing from a list, and staff decided to close it."""

    closing: Closing


@dataclass(frozen=True, slots=True)
class BlockOpened:
    """A new block of orders.

    Attributes:
        seed: Secret that the block was drawn with; makes the lot replayable.
    """

    block: Block
    seed: str
    scheme: str = SCHEME


@dataclass(frozen=True, slots=True)
class BlockClosed:
    """No row of a block is dealt any more; cases keep the orders that they have (neutrality 1.2).

    Attributes:
        block: Key of the block.
        rows_dealt: How many of its rows were dealt.
    """

    block: str
    end: BlockEnd
    rows_dealt: int


@dataclass(frozen=True, slots=True)
class OrderDealt:
    """A case got its order of providers; nothing about a choice stands here (neutrality 1.2).

    Attributes:
        seed: Secret that the places of ``newcomers`` were drawn with; empty for a row of a block.
        newcomers: Providers that came into an order which the case had already; sorted by key.
    """

    dealt: DealtOrder
    medium: Medium
    scheme: str = SCHEME
    seed: str = ""
    newcomers: tuple[ProviderId, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceRecorded:
    """A person's answers.

    Attributes:
        choice: Its ``id`` is the event's; its receipt number is empty here, the record makes it.
        receipt_prefix: Capitals that the receipt number begins with.
        correction: What it corrects; None for an answer that was given now.
    """

    choice: RecordedChoice
    receipt_prefix: str
    correction: Correction | None = None

    def numbered(self, stored: "Stored") -> RecordedChoice:
        """The choice with the receipt number that its place in the record gives it."""
        number = receipt_number(self.receipt_prefix, self.choice.at, stored)
        return replace(self.choice, receipt_number=number)


@dataclass(frozen=True, slots=True)
class ChoiceWithdrawn:
    """A person took answers back.

    Attributes:
        withdrawal: Its ``id`` is the event's; its receipt number is empty here.
        receipt_prefix: Capitals that the receipt number begins with.
    """

    withdrawal: Withdrawal
    receipt_prefix: str

    def numbered(self, stored: "Stored") -> Withdrawal:
        """The withdrawal with the receipt number that its place in the record gives it."""
        number = receipt_number(self.receipt_prefix, self.withdrawal.at, stored)
        return replace(self.withdrawal, receipt_number=number)


@dataclass(frozen=True, slots=True)
class InformationNoted:
    """The note that information was given (pbrl § 3-5); it finishes a home visit.

    Attributes:
        choice_id: The choice that the conversation led to.
        how: How the officer made sure; short, no health details.
        interpreter: Language of the interpreter who took part; empty for none.
    """

    choice_id: EventId
    understood: Understood
    how: str
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class DocumentIssued:
    """A brochure or a receipt was handed to a printer or written to a file.

    Attributes:
        receipt_number: Of a receipt; empty for a brochure.
    """

    kind: DocumentKind
    language: Language
    channel: DocumentChannel
    receipt_number: str = ""


@dataclass(frozen=True, slots=True)
class StaffAdded:
    """Somebody can sign in from now on."""

    member: StaffMember


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The actor gave the right code."""


@dataclass(frozen=True, slots=True)
class SignInFailed:
    """Somebody gave a wrong code, or a name that nobody has; the actor is the program.

    Attributes:
        name: A member's name; empty for a name that nobody has, which may be a mistyped code.
    """

    name: str


@dataclass(frozen=True, slots=True)
class ScreenHandedOver:
    """The screen went to the person.

    Attributes:
        participants: Roles of those who take part without deciding; may be empty.
    """

    language: Language
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandOverCalledOff:
    """The screen stayed with the staff after all; no visit began.

    Attributes:
        handed_over: The event that says otherwise.
    """

    handed_over: EventId


EventBody = (
    CaseImported
    | CaseChanged
    | CaseClosed
    | BlockOpened
    | BlockClosed
    | OrderDealt
    | ChoiceRecorded
    | ChoiceWithdrawn
    | InformationNoted
    | DocumentIssued
    | DeliveryBegun
    | CaseDelivered
    | DeliveryFailed
    | StaffAdded
    | SignedIn
    | SignInFailed
    | ScreenHandedOver
    | HandOverCalledOff
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
        InformationNoted: EventKind.INFORMATION_NOTED,
        DocumentIssued: EventKind.DOCUMENT_ISSUED,
        DeliveryBegun: EventKind.DELIVERY_BEGUN,
        CaseDelivered: EventKind.CASE_DELIVERED,
        DeliveryFailed: EventKind.DELIVERY_FAILED,
        StaffAdded: EventKind.STAFF_ADDED,
        SignedIn: EventKind.SIGNED_IN,
        SignInFailed: EventKind.SIGN_IN_FAILED,
        ScreenHandedOver: EventKind.SCREEN_HANDED_OVER,
        HandOverCalledOff: EventKind.HAND_OVER_CALLED_OFF,
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
        schema: Version of the body's stored form.
    """

    id: EventId
    at: datetime
    actor: str
    case: CaseRef | None
    body: EventBody
    schema: int = 1

    @property
    def kind(self) -> EventKind:
        """The kind that the body's type stands for."""
        return KIND_OF[type(self.body)]


class Stored(NamedTuple):
    """Where an event stands in the record.

    Attributes:
        device: Id of the machine that wrote it.
        sequence: Gapless number on that machine, from 1.
    """

    device: str
    sequence: int


DELIVERABLE = frozenset(
    {EventKind.CHOICE_RECORDED, EventKind.CHOICE_WITHDRAWN, EventKind.INFORMATION_NOTED}
)
"""Kinds of events that the case system shall have; a correction is a recorded choice."""


def receipt_number(prefix: str, at: datetime, stored: Stored) -> str:
    """The number printed on a receipt, for example ``EV-2026-7F3K-000012``."""
    return f"{prefix}-{at.year}-{stored.device}-{stored.sequence:06}"


def receipt_place(number: str) -> Stored | None:
    """The place in the record that a receipt number names; None for any other text."""
    match number.split("-"):
        case [_, _, device, sequence] if sequence.isascii() and sequence.isdigit():
            return Stored(device, int(sequence))
        case _:
            return None
