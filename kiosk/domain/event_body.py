"""What an event can hold: one class a kind, and one for those that a later version wrote."""

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
)
from kiosk.domain.delivery_events import CaseDelivered, DeliveryBegun, DeliveryFailed
from kiosk.domain.exits.events import ExitCalledOff, HelpTakenOver, ProviderExitAnnounced
from kiosk.domain.handling import AccessGiven, CaseHeld, CaseRead, CasesDisposed, HoldReleased
from kiosk.domain.intake_events import HeadingsExplained
from kiosk.domain.later_event import LaterEvent
from kiosk.domain.mail_events import (
    BatchBegun,
    BatchDiscarded,
    BatchFileMade,
    BatchPosted,
    LetterNotMade,
    LetterProduced,
)
from kiosk.domain.order_events import BlockClosed, BlockOpened, OrderDealt
from kiosk.domain.paper_events import AnswerUnclear, DocumentIssued, SlipCodeDealt
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
    | SlipCodeDealt
    | AnswerUnclear
    | BatchBegun
    | BatchFileMade
    | LetterProduced
    | LetterNotMade
    | BatchPosted
    | BatchDiscarded
    | DeliveryBegun
    | CaseDelivered
    | DeliveryFailed
    | StaffAdded
    | StaffRemoved
    | StaffCodeChanged
    | StaffRoleChanged
    | InterestsStated
    | SignedIn
    | SignInFailed
    | ScreenHandedOver
    | HandOverCalledOff
    | VisitEndedWithoutAnswers
    | ViewAsked
    | CaseRead
    | AccessGiven
    | CaseHeld
    | HoldReleased
    | CasesDisposed
    | RecordBound
    | HeadingsExplained
    | LetterPosted
    | LetterReturned
    | AskedAgain
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
