"""Stores the day of a start that was agreed on with the person (domain 6.5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.app.after_answer import AfterAnswer, nothing
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.agreeing import agreements, objections_to_day, to_agree_on
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Agreement, EventId
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import Event, PlaceTaken, StartAgreed
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.service import ServiceId
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class AgreeStart:
    """Entered by staff on the case page; the receipt said that the day would be agreed on.

    Attributes:
        after: What follows for the person.
    """

    municipality: Municipality
    record: Record
    clock: Clock
    working: WorkingCalendar
    after: AfterAnswer = nothing

    def open_services(self, case: CaseRef) -> frozenset[ServiceId]:
        """Services whose start can be agreed on today, for the first time or anew; may be empty.

        Raises:
            NotFoundError: There is no such case.
        """
        file = self.record.case_file(case)
        if not file.case.is_open:
            return frozenset()
        known = self._known(case)
        return frozenset(each for each in file.helps if self._choice(file, each, known) is not None)

    def store(
        self, case: CaseRef, service: ServiceId, start_on: date, event_id: EventId, actor: str
    ) -> Agreement:
        """Store the day; the same attempt again stores nothing.

        Raises:
            RefusedError: Nobody may do that, no start is open, or the day cannot be one.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        earlier = self._earlier(case, event_id)
        if earlier is not None:
            if (earlier.service, earlier.start_on) != (service, start_on):
                raise RefusedError([Refusal("visit.stored_otherwise")])
            return earlier
        file = self.record.case_file(case)
        choice = self._choice(file, service, self._known(case))
        refusals = [
            *rights_objections(self.record, actor, StaffRight.AGREE_START),
            *self._refusals(file, service, start_on, choice),
        ]
        if refusals or choice is None:
            raise RefusedError(refusals)
        agreement = self._agreement(file, choice, service, start_on)
        now = self.clock.now()
        self.record.append([Event(event_id, now, actor, case, StartAgreed(agreement))])
        self.after(case, actor)
        return agreement

    def _refusals(
        self, file: CaseFile, service: ServiceId, start_on: date, choice: EventId | None
    ) -> list[Refusal]:
        if not file.case.is_open:
            return [Refusal("choice.case_closed")]
        answered_on = {state.service: state.answered_on for state in file.states}.get(service)
        if answered_on is None or choice is None:
            return [Refusal("agreement.nothing_open")]
        received = self._taken_on(file.case.reference, service, choice) or answered_on
        today, rule = self.clock.now().date(), self.municipality.notice_of(service)
        objections = list(objections_to_day(start_on, received, today, rule, self.working))
        if self._has_stopped(file, service, choice, start_on):
            objections.append(Refusal("agreement.provider_stops"))
        return objections

    def _has_stopped(
        self, file: CaseFile, service: ServiceId, choice: EventId, start_on: date
    ) -> bool:
        """Whether the provider would begin after its last day."""
        answers = file.helps[service].answers
        provider = next((each.provider for each in answers if each.choice == choice), None)
        if provider is None:
            return False
        today, zone = self.clock.now().date(), file.case.zone
        leaves_on = self.municipality.leaves_on(provider, service, zone, today)
        return leaves_on is not None and start_on > leaves_on

    def _taken_on(self, case: CaseRef, service: ServiceId, choice: EventId) -> date | None:
        """The day on which the place was taken that the choice had waited for; mostly None."""
        taken = [
            event.body.taken_on
            for _, event in self.record.history(case)
            if isinstance(event.body, PlaceTaken)
            and (event.body.choice_id, event.body.answer.service) == (choice, service)
        ]
        return taken[-1] if taken else None

    def _known(self, case: CaseRef) -> tuple[Agreement, ...]:
        return tuple(agreements(event for _, event in self.record.history(case)))

    def _choice(
        self, file: CaseFile, service: ServiceId, known: Sequence[Agreement]
    ) -> EventId | None:
        """The choice whose start is open."""
        helps = file.helps.get(service)
        if helps is None:
            return None
        return to_agree_on(helps.answers, service, known, self.clock.now().date())

    def _agreement(
        self, file: CaseFile, choice: EventId, service: ServiceId, start_on: date
    ) -> Agreement:
        answers = (state.answer for state in file.states if state.service == service)
        answer = next(answers, None)
        name = None if answer is None else answer.service_name
        return Agreement(
            choice=choice,
            service=service,
            start_on=start_on,
            service_name=name or self.municipality.service(service).name,
            provider_name=None if answer is None else answer.provider_name,
        )

    def _earlier(self, case: CaseRef, event_id: EventId) -> Agreement | None:
        for _, event in self.record.history(case):
            if event.id == event_id and isinstance(event.body, StartAgreed):
                return event.body.agreement
        return None
