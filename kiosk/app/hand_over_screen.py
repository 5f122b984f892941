"""Hands the screen to the person: from here on only what is the person's own is shown."""

from dataclasses import dataclass

from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.app.store_choice import open_case
from kiosk.domain.case import CaseRef
from kiosk.domain.eligibility import offered_services
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import Event, ScreenHandedOver
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.session import Visit


@dataclass(frozen=True, slots=True)
class HandOverScreen:
    """Begins a visit and logs that the screen changed hands."""

    municipality: Municipality
    record: Record
    clock: Clock
    ids: IdSource

    def begin(
        self, case_ref: CaseRef, language: Language, participants: tuple[str, ...], actor: str
    ) -> Visit:
        """A new visit with the services that can be chosen, and nothing answered.

        Args:
            case_ref: Whose visit.
            language: Language that the first page opens in.
            participants: Roles of those who take part without deciding; may be empty.
            actor: Who hands the screen over.

        Raises:
            RefusedError: The case is closed, or none of its services can be chosen.
            NotFoundError: There is no such case.
            StorageError: The hand-over could not be logged.
        """
        case = open_case(self.record, case_ref)
        now = self.clock.now()
        granted = offered_services(self.municipality, case, now.date())
        if not granted:
            raise RefusedError([Refusal("choice.service_not_offered")])
        body = ScreenHandedOver(language, participants)
        self.record.append([Event(self.ids.event_id(), now, actor, case_ref, body)])
        services = tuple(item.service for item in granted)
        return Visit(case_ref, services, participants=participants)
