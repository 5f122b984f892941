"""The note that information was given and understood; it finishes a home visit (pbrl § 3-5)."""

from dataclasses import dataclass

from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.app.store_choice import StoreChoice
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId, RecordedChoice
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import Event, InformationNoted, Understood
from kiosk.domain.free_text import (
    LONGEST_LANGUAGE,
    LONGEST_NOTE,
    objections,
    objections_to_optional,
)


@dataclass(frozen=True, slots=True)
class NoteInformation:
    """Stores the note; also for a case that was closed after the visit, since the duty stays."""

    record: Record
    clock: Clock

    def store(self, case: CaseRef, noted: InformationNoted, event_id: EventId, actor: str) -> bool:
        """Store the note that belongs to a stored choice; the same note again stores nothing.

        Returns:
            Whether a new conversation should be offered; the choice holds either way.

        Raises:
            RefusedError: No such choice, a text that may not be stored, or a note that says
                otherwise than the one that is stored.
            StorageError: Nothing was stored.
        """
        refusals = objections(noted.how, LONGEST_NOTE, "note.how_missing")
        refusals += objections_to_optional(noted.interpreter, LONGEST_LANGUAGE)
        if self.choice(case, noted.choice_id) is None:
            refusals.append(Refusal("note.no_choice"))
        if refusals:
            raise RefusedError(refusals)
        earlier = self._earlier(case, noted.choice_id)
        if earlier is None:
            self.record.append([Event(event_id, self.clock.now(), actor, case, noted)])
        elif earlier != noted:
            raise RefusedError([Refusal("note.is_stored")])
        return noted.understood is not Understood.YES

    def choice(self, case: CaseRef, choice_id: EventId) -> RecordedChoice | None:
        """The stored choice that a note is about; None where the case has no such choice."""
        return StoreChoice(self.record, "").find(case, choice_id)

    def _earlier(self, case: CaseRef, choice_id: EventId) -> InformationNoted | None:
        """The note of a choice; None while it is missing."""
        for _, event in self.record.history(case):
            if isinstance(event.body, InformationNoted) and event.body.choice_id == choice_id:
                return event.body
        return None
