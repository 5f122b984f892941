"""Disposing of cases that the rules let go, after a person has approved exactly that list."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise

from kiosk.app.compose_disposal import compose_disposal, disposal_values
from kiosk.app.due_cases import DisposalList, DueCase, DueCases, Reviewed
from kiosk.app.issue_documents import paper_language
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.paper import DocumentMaker
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.app.sign_in import SignIn
from kiosk.app.staff_rights import rights_objections
from kiosk.app.watch import Watch
from kiosk.domain.choice import EventId
from kiosk.domain.errors import Refusal, RefusedError, StorageError
from kiosk.domain.event import Event, Stored
from kiosk.domain.handling import CasesDisposed, DisposedUnder, ErasedPlaces, RowsDealt
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class Disposed:
    """A disposal that the record tells of."""

    event: Event
    body: CasesDisposed


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

    def review(self, actor: str, watch: Watch) -> Reviewed:
        """What the rules say of every case today, for the page; changes nothing.

        Raises:
            CancelledError: Somebody stopped it.
            RefusedError: ``actor`` may not dispose of cases.
            StorageError: The record cannot be read.
        """
        self._require(actor)
        return self._due_cases.review(self.clock.now().date(), watch)

    def today(self) -> Reviewed:
        """What the rules say of every case today, for whoever has the record open."""
        return self._due_cases.review(self.clock.now().date(), Watch())

    def list_of(self, due: tuple[DueCase, ...]) -> DisposalList:
        """The list that a person approves."""
        return self._due_cases.list_of(due, self.clock.now().date())

    def dispose(
        self, content: bytes, approver: str, code: str, watch: Watch | None = None
    ) -> Event:
        """Dispose of the cases of an approved list for good.

        It can be stopped between any two cases while each is looked at once more; from the moment
        the event is stored all of the list goes, so that the statement is about one whole list.

        Args:
            content: The list's file.
            approver: An administrator.
            code: That person's staff code.
            watch: Who looks on; None for nobody.

        Returns:
            The stored event, whose body is ``CasesDisposed``.

        Raises:
            CancelledError: Somebody stopped it; nothing was disposed of.
            RefusedError: The list or the approval does not hold; nothing was disposed of. Or
                ``disposal.unfinished``: the cases are gone, and what is left to overwrite is done
                before the next event is stored, or at the next opening.
            StorageError: Nothing was disposed of.
        """
        self._require(approver)
        self.sign_in.sign_in(approver, code)
        approved = self._due_cases.read(content)
        now = self.clock.now()
        due = self._due_cases.still_due(approved, now.date(), watch or Watch())
        event_id = self.ids.event_id()

        def tell(places: tuple[Stored, ...]) -> Event:
            rules, erased = _under(due), _ranges(places)
            body = CasesDisposed(rules, approver, approved.digest, erased, self._rows_dealt())
            return Event(event_id, now, approver, None, body)

        try:
            return self.record.dispose([each.case for each in due], event_id, tell)
        except StorageError as error:
            if self._is_told(event_id):
                raise RefusedError([Refusal("disposal.unfinished")]) from error
            raise

    def told(self) -> tuple[Disposed, ...]:
        """Every disposal that the record tells of, newest first; may be empty."""
        told = [
            Disposed(event, event.body)
            for event in self.record.disposals()
            if isinstance(event.body, CasesDisposed)
        ]
        return tuple(reversed(told))

    def statement_of(self, event_id: str) -> tuple[bytes, bytes]:
        """The statement of an earlier disposal once more; see ``statement``.

        Raises:
            RefusedError: ``disposal.not_known``.
        """
        known = (event for event in self.record.disposals() if event.id == event_id)
        event = next(known, None)
        if event is None:
            raise RefusedError([Refusal("disposal.not_known")])
        return self.statement(event)

    def statement(self, event: Event) -> tuple[bytes, bytes]:
        """The statement that cases were disposed of: PDF and JSON, nobody's data in either.

        It is made of what the record holds for good, so that it can be made at any time.

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

    def _is_told(self, event_id: EventId) -> bool:
        with suppress(StorageError):
            return any(event.id == event_id for event in self.record.disposals())
        return False

    def _require(self, actor: str) -> None:
        refusals = rights_objections(self.record, actor, StaffRight.DISPOSE)
        if refusals:
            raise RefusedError(refusals)

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
