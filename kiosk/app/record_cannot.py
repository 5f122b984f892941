"""Stores that a person cannot choose, from a decision that exists elsewhere (domain 6.3)."""

from dataclasses import dataclass

from kiosk.app.interests import concerned_by, interest_objections
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.app.store_choice import StoreChoice, open_case
from kiosk.domain.case import Case, CaseRef
from kiosk.domain.choice import (
    Cannot,
    Channel,
    EventId,
    NamedService,
    RecordedChoice,
    ServiceAnswer,
)
from kiosk.domain.consequence import follow
from kiosk.domain.eligibility import offered_services
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.free_text import LONGEST_REFERENCE, objections
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.service import ServiceId
from kiosk.domain.situations import situation_of
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class RecordCannot:
    """Entered by staff on the case page; the program itself judges nobody (pbrl § 4-3).

    Attributes:
        is_public: Strangers use the machine: nothing of this kind is entered where they stand.
    """

    municipality: Municipality
    record: Record
    clock: Clock
    working: WorkingCalendar
    is_public: bool = False

    def store(
        self,
        case_ref: CaseRef,
        service: ServiceId,
        decision_reference: str,
        event_id: EventId,
        actor: str,
    ) -> RecordedChoice:
        """Store the outcome for one service with the reference of the decision.

        Raises:
            RefusedError: A public machine, an unknown actor or one without the right, no reference, a closed case,
                or a service outside the choice.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        if self.is_public:
            raise RefusedError([Refusal("cannot.not_here")])
        said = {service: Cannot(decision_reference.strip())}
        storing = StoreChoice(self.record, self.municipality.receipt_prefix)
        earlier = storing.repeated(event_id, case_ref, said, None)
        if earlier is not None:
            return earlier
        case = open_case(self.record, case_ref, self.clock.now().date())
        today, stands = self.clock.now().date(), concerned_by(self.record.case_file(case_ref))
        refusals = [
            *rights_objections(self.record, actor, StaffRight.ENTER_CANNOT),
            *interest_objections(self.municipality, self.record, actor, case, today, stands),
            *objections(decision_reference, LONGEST_REFERENCE, "cannot.reference_missing"),
        ]
        if refusals:
            raise RefusedError(refusals)
        choice = RecordedChoice(
            id=event_id,
            case=case.reference,
            answers=(self._answer(case, service, decision_reference.strip()),),
            decider=None,
            participants=(),
            shown={},
            content_version=self.municipality.version,
            language=case.written_language or self.municipality.default_language,
            channel=Channel.CASE_PAGE,
            at=self.clock.now(),
            recorded_by=actor,
            person=case.name,
            municipality=self.municipality.name,
            office=self.municipality.office.name,
            services=(NamedService(service, self.municipality.service(service).name),),
        )
        return storing.store(choice)

    def _answer(self, case: Case, service: ServiceId, reference: str) -> ServiceAnswer:
        today = self.clock.now().date()
        for granted in offered_services(self.municipality, case, today):
            if granted.service == service:
                situation = situation_of(self.municipality, case, granted, today, self.working)
                return follow(Cannot(reference), situation)
        raise RefusedError([Refusal("choice.service_not_offered")])
