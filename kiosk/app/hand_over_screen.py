"""Hands the screen to the person: from here on only what is the person's own is shown."""

from dataclasses import dataclass

from kiosk.app.interests import concerned_by, interest_objections
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.app.store_choice import open_case
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.eligibility import offered_services
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import (
    Event,
    HandOverCalledOff,
    ScreenHandedOver,
    VisitEndedWithoutAnswers,
)
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.session import Visit
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class HandOverScreen:
    """Begins a visit and logs that the screen changed hands.

    Attributes:
        is_public: Strangers use the machine: who hands it over is asked for the right to.
    """

    municipality: Municipality
    record: Record
    clock: Clock
    ids: IdSource
    is_public: bool = False

    def begin(
        self,
        case_ref: CaseRef,
        language: Language,
        participants: tuple[str, ...],
        actor: str,
        event_id: EventId | None = None,
    ) -> Visit:
        """A new visit with the services that can be chosen, and nothing answered.

        Args:
            case_ref: Whose visit.
            language: Language that the first page opens in.
            participants: Roles of those who take part without deciding; may be empty.
            actor: Who hands the screen over.
            event_id: For whoever may have to call it off; None for a new one.

        Raises:
            RefusedError: The actor may not or has not stated their ties to providers, the case is
                closed, or none of its services can be chosen.
            NotFoundError: There is no such case.
            StorageError: The hand-over could not be logged.
        """
        if self.is_public and (
            refusals := rights_objections(self.record, actor, StaffRight.HAND_OVER)
        ):
            raise RefusedError(refusals)
        now = self.clock.now()
        case = open_case(self.record, case_ref, now.date())
        # Asked now, so that no answer of the person is lost later.
        stands = concerned_by(self.record.case_file(case_ref))
        if objections := interest_objections(
            self.municipality, self.record, actor, case, now.date(), stands
        ):
            raise RefusedError(objections)
        granted = offered_services(self.municipality, case, now.date())
        if not granted:
            raise RefusedError([Refusal("choice.service_not_offered")])
        body = ScreenHandedOver(language, participants)
        self.record.append([Event(event_id or self.ids.event_id(), now, actor, case_ref, body)])
        services = tuple(item.service for item in granted)
        return Visit(case_ref, services, participants=participants)

    def call_off(self, case_ref: CaseRef, handed_over: EventId, actor: str) -> None:
        """Log that the screen did not change hands after all.

        Args:
            case_ref: Whose visit it would have been.
            handed_over: Id of the logged hand-over.
            actor: Who wanted to hand the screen over.

        Raises:
            StorageError: It could not be logged.
        """
        body = HandOverCalledOff(handed_over)
        self.record.append([Event(self.ids.event_id(), self.clock.now(), actor, case_ref, body)])

    def end(self, case_ref: CaseRef, event_id: EventId, actor: str) -> None:
        """Log that a visit ended and nothing was stored; the same end again logs nothing.

        Args:
            case_ref: Whose visit.
            event_id: Of the end.
            actor: Who took the screen back.

        Raises:
            StorageError: It could not be logged.
        """
        body = VisitEndedWithoutAnswers()
        self.record.append([Event(event_id, self.clock.now(), actor, case_ref, body)])
