"""Enters that a reply slip came from which nobody can tell what is meant: never a guess."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.case import CaseRef
from kiosk.domain.eligibility import offered_services
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import AnswerUnclear, Event
from kiosk.domain.last_word import last_word
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ServiceId
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class NoteUnclear:
    """Entered by whoever enters slips; the person stands on the work list then."""

    municipality: Municipality
    record: Record
    clock: Clock
    ids: IdSource

    def store(
        self, case: CaseRef, services: Sequence[ServiceId], received: date, actor: str
    ) -> None:
        """Enter that the slip says nothing that can be read about some services.

        Args:
            case: Whose slip it is.
            services: At least one; each can be chosen for.
            received: Day on which it came.
            actor: Who is signed in.

        Raises:
            RefusedError: The actor may not, the case is closed, the day is ahead, nothing was
                named, or the person has answered since.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        self.record.append(self.events(case, services, received, actor))

    def events(
        self, case: CaseRef, services: Sequence[ServiceId], received: date, actor: str
    ) -> list[Event]:
        """What would be stored; see ``store``.

        Raises:
            RefusedError: It may not be stored.
            NotFoundError: There is no such case.
        """
        refusals = rights_objections(self.record, actor, StaffRight.ENTER_ANSWER)
        refusals = refusals or list(self._objections(case, services, received))
        if refusals:
            raise RefusedError(refusals)
        now = self.clock.now()
        return [
            Event(self.ids.event_id(), now, actor, case, AnswerUnclear(service, received))
            for service in services
        ]

    def _objections(
        self, reference: CaseRef, services: Sequence[ServiceId], received: date
    ) -> Iterator[Refusal]:
        today = self.clock.now().date()
        case = self.record.case_file(reference).case_on(today)
        if not case.is_open:
            yield Refusal("choice.case_closed")
            return
        if not services:
            yield Refusal("answer.nothing_ticked")
        if received > today:
            yield Refusal("answer.received_ahead")
        offered = {each.service for each in offered_services(self.municipality, case, today)}
        if not offered.issuperset(services):
            yield Refusal("choice.service_not_offered")
        bodies = [event.body for _, event in self.record.history(reference)]
        heard = (last_word(bodies, service) for service in services)
        if any(day is not None and day > received for day in heard):
            yield Refusal("answer.newer_answer")
