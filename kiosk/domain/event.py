"""What the record stores: events that are never changed; a correction is a new event."""

from kiosk.domain.allocation_events import (
    AllocationSetAside,
    AskedAgain,
    LetterPosted,
    LetterReturned,
    RunOpened,
    ServiceAllocated,
    StepsTaken,
    WishesNoted,
)
from kiosk.domain.asked_view import ViewAsked
from kiosk.domain.case_events import CaseChanged, CaseClosed, CaseImported
from kiosk.domain.choice_events import (
    ChoiceRecorded,
    ChoiceWithdrawn,
    InformationNoted,
    StartAgreed,
    Understood,
)
from kiosk.domain.delivery_events import CaseDelivered, DeliveryBegun, DeliveryFailed
from kiosk.domain.event_body import EventBody
from kiosk.domain.event_kind import DELIVERABLE, PROGRAM, Event, EventKind
from kiosk.domain.exits.events import ExitCalledOff, HelpTakenOver, ProviderExitAnnounced
from kiosk.domain.intake_events import HeadingsExplained
from kiosk.domain.mail_events import (
    BatchBegun,
    BatchDiscarded,
    BatchFileMade,
    BatchPosted,
    LetterNotMade,
    LetterProduced,
)
from kiosk.domain.order_events import BlockClosed, BlockEnd, BlockOpened, Medium, OrderDealt
from kiosk.domain.paper_events import (
    AnswerUnclear,
    DocumentChannel,
    DocumentIssued,
    DocumentKind,
    SlipCodeDealt,
)
from kiosk.domain.receipt_number import Stored, receipt_number, receipt_place
from kiosk.domain.record_events import RecordBound
from kiosk.domain.staff_events import (
    HandOverCalledOff,
    InterestsStated,
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
    "PROGRAM",
    "AllocationSetAside",
    "AnswerUnclear",
    "AskedAgain",
    "BatchBegun",
    "BatchDiscarded",
    "BatchFileMade",
    "BatchPosted",
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
    "HeadingsExplained",
    "HelpTakenOver",
    "InformationNoted",
    "InterestsStated",
    "LetterNotMade",
    "LetterPosted",
    "LetterProduced",
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
    "SlipCodeDealt",
    "StaffAdded",
    "StaffCodeChanged",
    "StaffRemoved",
    "StaffRoleChanged",
    "StartAgreed",
    "StepsTaken",
    "Stored",
    "Understood",
    "ViewAsked",
    "VisitEndedWithoutAnswers",
    "WishesNoted",
    "receipt_number",
    "receipt_place",
]
