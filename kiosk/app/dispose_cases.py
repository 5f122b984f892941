"""Disposing of cases that the rules let go, after a person has approved exactly that list."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from kiosk.app.compose_disposal import compose_disposal, disposal_values
from kiosk.app.due_cases import DisposalList, DueCase, DueCases
from kiosk.app.issue_documents import paper_language
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.paper import DocumentMaker
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.app.sign_in import SignIn
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import Event, Stored
from kiosk.domain.handling import CasesDisposed, DisposedUnder, ErasedPlaces, RowsDealt
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class DisposeCases:
    """Lists first; nothing is disposed of by a timer, and nothing that is not on the list."""

    municipality: Municipality
    record: Record
    clock: Clock
    ids: IdSource
    sign_in: SignIn
    documents: DocumentMaker
    words_for: Callable[[Language], Words]

    def due(self) -> tuple[DueCase, ...]:
        """Every case that a rule lets go today; changes nothing."""
        return self._due_cases.on(self.clock.now().date())

    def list_of(self, due: tuple[DueCase, ...]) -> DisposalList:
        """The list that a person approves."""
        return self._due_cases.list_of(due, self.clock.now().date())

    def dispose(self, content: bytes, approver: str, code: str) -> Event:
        """Dispose of the cases of an approved list for good.

        Args:
            content: The list's file.
            approver: An administrator.
            code: That person's staff code.

        Returns:
            The stored event, whose body is ``CasesDisposed``.

        Raises:
            RefusedError: The list or the approval does not hold; nothing was disposed of.
            StorageError: Nothing was disposed of; or, once the event is stored, what is left is
                done at the next opening.
        """
        refusals = rights_objections(self.record, approver, StaffRight.DISPOSE)
        if refusals:
            raise RefusedError(refusals)
        self.sign_in.sign_in(approver, code)
        approved = self._due_cases.read(content)
        now = self.clock.now()
        due = self._due_cases.still_due(approved, now.date())
        event_id = self.ids.event_id()

        def tell(places: tuple[Stored, ...]) -> Event:
            rules, erased = _under(due), _ranges(places)
            body = CasesDisposed(rules, approver, approved.digest, erased, self._rows_dealt())
            return Event(event_id, now, approver, None, body)

        return self.record.dispose([each.case for each in due], event_id, tell)

    def statement(self, event: Event) -> tuple[bytes, bytes]:
        """The statement that cases were disposed of: PDF and JSON, nobody's data in either.

        Args:
            event: As ``dispose`` gave it.
        """
        if not isinstance(event.body, CasesDisposed):
            raise TypeError
        words = self.words_for(paper_language((), self.municipality.default_language))
        signed_by = self.record.signed_by
        sheet = compose_disposal(event, event.body, self.municipality, signed_by, words)
        values = disposal_values(event, event.body, self.municipality, signed_by)
        text = json.dumps(values, ensure_ascii=False, indent=2) + "\n"
        return self.documents.sheet(sheet, event.at), text.encode()

    def _rows_dealt(self) -> tuple[RowsDealt, ...]:
        blocks = self.record.open_blocks()
        return tuple(RowsDealt(block.id, rows) for block, rows in blocks if rows)

    @property
    def _due_cases(self) -> DueCases:
        return DueCases(self.municipality, self.record)


def _under(due: Iterable[DueCase]) -> tuple[DisposedUnder, ...]:
    """How many cases each rule disposed of."""
    counts = Counter(each.rule for each in due)
    return tuple(
        DisposedUnder(rule.id, rule.decision.reference, rule.is_shed, count)
        for rule, count in sorted(counts.items(), key=lambda each: each[0].id)
    )


def _ranges(places: Iterable[Stored]) -> tuple[ErasedPlaces, ...]:
    """Places as rows of numbers without gaps, in order."""
    ordered = sorted(places, key=lambda place: (place.device, place.sequence))
    if not ordered:
        return ()
    starts = [ordered[0]]
    ends = []
    for before, after in pairwise(ordered):
        if (after.device, after.sequence) != (before.device, before.sequence + 1):
            ends.append(before)
            starts.append(after)
    ends.append(ordered[-1])
    return tuple(
        ErasedPlaces(first.device, first.sequence, last.sequence)
        for first, last in zip(starts, ends, strict=True)
    )
