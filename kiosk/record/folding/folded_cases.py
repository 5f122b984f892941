"""The cases of the record, folded from any ledger."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from kiosk.app.ports.case_file import CaseFile, CaseFilter
from kiosk.app.ports.content import Offering
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import NotFoundError, Thing
from kiosk.domain.event_kind import Event
from kiosk.domain.receipt_mark import mark_text
from kiosk.domain.receipt_number import Stored, receipt_place
from kiosk.domain.slip_code import SlipCode
from kiosk.record.folding import codec
from kiosk.record.folding.folded import Folded
from kiosk.record.folding.views import case_file_of

if TYPE_CHECKING:
    from kiosk.app.ports.outline import CaseOutline
    from kiosk.domain.choice import RecordedChoice, Withdrawal


class FoldedCases(Folded):
    """Implements ``CaseBook``."""

    def history(self, case: CaseRef) -> tuple[tuple[Stored, Event], ...]:
        """All events of a case, oldest first; may be empty."""
        with self._lock:
            rows = self._log.at(self._fold.cases.get(case).events)
        return tuple((row.place, codec.decode(row)) for row in rows)

    def case_file(self, case: CaseRef) -> CaseFile:
        """The case as it stands.

        Raises:
            NotFoundError: There is no such case.
            StorageError: The ledger could not be read.
        """
        with self._lock:
            state = self._fold.cases.get(case)
            if not state.case_at:
                raise NotFoundError(Thing.CASE)
            zone, places = state.zone, self._fold.places
            return case_file_of(
                state, self._log.at, lambda service: places.at(service, zone, without=state)
            )

    def outlines(self) -> "Iterator[CaseOutline]":
        """Every open case in outline, by case number, all as they stood at the same moment."""
        from kiosk.record.folding.outlines import outlines_in  # noqa: PLC0415  slow to import

        with self._lock:
            packed = dict(self._fold.cases.packed)
        return outlines_in(packed)

    def is_delivered(self, case: CaseRef) -> bool:
        """Whether the case system has everything of a case; also where nothing was to deliver."""
        with self._lock:
            return not self._fold.cases.get(case).undelivered

    def find_cases(self, text: str, filter_: CaseFilter, today: date) -> tuple[CaseRef, ...]:
        """Cases whose name, case number or zone holds every word of ``text``."""
        with self._lock:
            return self._fold.index.find(text, filter_, today)

    def take_in_offering(self, offering: Offering) -> None:
        """From now on this can be chosen; entries of cases are made anew where that differs."""
        with self._lock:
            self._fold.index.offer(offering)

    def count_cases(self, filter_: CaseFilter, today: date) -> int:
        """How many cases a filter holds."""
        with self._lock:
            return self._fold.index.count(filter_, today)

    def case_refs(self) -> frozenset[CaseRef]:
        """Every known case, closed ones too."""
        with self._lock:
            return self._fold.index.references()

    def case_of_slip(self, code: SlipCode) -> CaseRef:
        """Whom a reply slip is about.

        Raises:
            NotFoundError: No case has this code.
        """
        with self._lock:
            case = self._fold.slips.get(code)
        if case is None:
            raise NotFoundError(Thing.CASE)
        return CaseRef(case)

    def receipt_by_number(self, number: str) -> "RecordedChoice | Withdrawal":
        """What was stored under a receipt number, however its letters are typed.

        Raises:
            NotFoundError: There is no such receipt.
            StorageError: The ledger could not be read.
        """
        from kiosk.record.folding.told import receipt_in  # noqa: PLC0415  slow to import

        wanted = number.strip().upper()
        place = receipt_place(wanted)
        with self._lock:
            row = None if place is None else self._log.at_place(place)
        # Nothing is left of what was disposed of.
        told = None if row is None or row.payload is None else receipt_in(row)
        if told is None or told.receipt_number != wanted:
            raise NotFoundError(Thing.RECEIPT)
        return told

    def receipt_mark(self, number: str) -> str:
        """The mark of the event behind a receipt number; the same for every copy of the receipt.

        Raises:
            NotFoundError: There is no such receipt.
            StorageError: The ledger could not be read.
        """
        place = receipt_place(self.receipt_by_number(number).receipt_number)
        with self._lock:
            hash_ = None if place is None else self._log.hash_at(place)
        if hash_ is None:
            raise NotFoundError(Thing.RECEIPT)
        return mark_text(hash_)
