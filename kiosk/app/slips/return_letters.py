"""Enters that letters came back; their people are not silent but not reached (domain 6.3)."""

from dataclasses import dataclass
from datetime import date

from kiosk.app.nonchoice.note_for_rule import NoteForRule
from kiosk.app.slips.find_slip import FindSlip
from kiosk.domain.allocation_events import LetterReturned
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.errors import NotFoundError, Refusal, RefusedError
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.slip_code import read_slip


@dataclass(frozen=True, slots=True)
class FoundLetter:
    """The letter of a case that was posted last."""

    case: CaseRef
    letter: LetterKind
    posted_on: date


@dataclass(frozen=True, slots=True)
class ReturnLetters:
    """By the code of the slip inside, or by the case number beside the window."""

    finding: FindSlip
    noting: NoteForRule

    def find(self, said: str) -> FoundLetter:
        """Which letter it is that came back; stores nothing.

        Args:
            said: A code as scanned or typed, or a case number.

        Raises:
            RefusedError: It is neither code nor case number, no letter is posted, or the one that
                was posted last came back before.
        """
        case = self._case(said)
        letters = self.noting.record.case_file(case).letters
        if not letters:
            raise RefusedError([Refusal("slip.no_letter")])
        newest = letters[-1]
        if newest.returned_on is not None:
            # The same envelope, most likely; which other one came back is not guessed.
            raise RefusedError([Refusal("slip.came_back_before")])
        return FoundLetter(case, newest.kind, newest.posted_on)

    def store(self, said: str, day: date, event_id: EventId, actor: str) -> FoundLetter:
        """The letter that was posted last came back.

        Args:
            said: A code as scanned or typed, or a case number.
            day: On which it came back.
            event_id: Of the attempt.
            actor: Who is signed in.

        Returns:
            Whose letter it was, and which one.

        Raises:
            RefusedError: As ``find``, or it cannot have come back then, or the actor may not.
            StorageError: Nothing was stored.
        """
        found = self.find(said)
        self.noting.store(found.case, LetterReturned(found.letter, day), event_id, actor)
        return found

    def _case(self, said: str) -> CaseRef:
        case = CaseRef(said.strip())
        try:
            return self.noting.record.case_file(case).case.reference
        except NotFoundError:
            if read_slip(said) is None:
                raise RefusedError([Refusal("slip.no_code_or_case")]) from None
            return self.finding.find(said).case
