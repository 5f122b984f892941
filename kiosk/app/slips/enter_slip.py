"""Stores a reply slip whole: what is answered on it, and what on it nobody can read."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.app.enter_answer import EnterAnswer, PaperAnswer
from kiosk.app.slips.note_unclear import NoteUnclear
from kiosk.domain.choice import EventId, RecordedChoice
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.service import ServiceId


@dataclass(frozen=True, slots=True)
class EnteredSlip:
    """What was stored of a slip.

    Attributes:
        id: Of the attempt.
        choice: None where nothing on the slip could be read.
        unclear: Services about which somebody has to ask; may be empty.
    """

    id: EventId
    choice: RecordedChoice | None
    unclear: tuple[ServiceId, ...]

    @property
    def receipt_number(self) -> str:
        """Of the answers; empty where there are none."""
        return "" if self.choice is None else self.choice.receipt_number


@dataclass(frozen=True, slots=True)
class EnterSlip:
    """All of a slip is stored or nothing, so that no half of it is forgotten."""

    answers: EnterAnswer
    note: NoteUnclear

    def store(
        self, paper: PaperAnswer, unclear: Sequence[ServiceId], event_id: EventId, actor: str
    ) -> EnteredSlip:
        """Store it.

        Args:
            paper: The answers; there may be none where something is unclear.
            unclear: Services with several crosses, or none that can be read; may be empty.
            event_id: Of the attempt.
            actor: Who is signed in.

        Raises:
            RefusedError: A rule stands in the way of a part, or all of it is entered already;
                nothing was stored.
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        if not paper.answers.keys().isdisjoint(unclear):
            raise RefusedError([Refusal("slip.answered_and_unclear")])
        entered, day = tuple(unclear), paper.received
        known = self.note.record.case_file(paper.case).unclear
        fresh = [each for each in entered if known.get(each) != day]
        if entered and not paper.answers:
            self._note(paper, fresh, entered, actor)
            return EnteredSlip(event_id, None, entered)
        noted = self.note.events(paper.case, fresh, day, actor) if fresh else ()
        choice = self.answers.store(paper, event_id, actor, noted)
        return EnteredSlip(event_id, choice, entered)

    def _note(
        self,
        paper: PaperAnswer,
        fresh: Sequence[ServiceId],
        entered: Sequence[ServiceId],
        actor: str,
    ) -> None:
        if not fresh:
            # Whoever may not enter it is told that first.
            self.note.events(paper.case, entered, paper.received, actor)
            raise RefusedError([Refusal("slip.unclear_before")])
        self.note.store(paper.case, fresh, paper.received, actor)
