"""The cases of the record, as the use cases see them."""

from __future__ import annotations  # types alone need what is named below

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kiosk.app.ports.case_file import CaseFile, CaseFilter
    from kiosk.app.ports.content import Offering
    from kiosk.app.ports.outline import CaseOutline
    from kiosk.domain.case import CaseRef
    from kiosk.domain.choice import RecordedChoice, Withdrawal
    from kiosk.domain.event import Event, Stored
    from kiosk.domain.slip_code import SlipCode


class CaseBook(Protocol):
    """Cases as they stand, and what was stored of each."""

    def history(self, case: CaseRef) -> tuple[tuple[Stored, Event], ...]:
        """All events of a case, oldest first; may be empty."""
        ...

    def case_file(self, case: CaseRef) -> CaseFile:
        """The case as it stands.

        Raises:
            NotFoundError: There is no such case.
        """
        ...

    def outlines(self) -> Iterator[CaseOutline]:
        """Every open case in outline, by case number, all as they stood at the same moment."""
        ...

    def is_delivered(self, case: CaseRef) -> bool:
        """Whether the case system has everything of a case; also where nothing was to deliver.

        A visit whose note is missing is not seen here: see ``CaseFile.note_pending_for``.
        """
        ...

    def find_cases(self, text: str, filter_: CaseFilter, today: date) -> tuple[CaseRef, ...]:
        """Cases whose name, case number or zone holds ``text``, earliest deadline first.

        Closed cases are found by ``CaseFilter.CLOSED`` and ``CaseFilter.UNDELIVERED`` only. Empty
        text finds all.
        """
        ...

    def count_cases(self, filter_: CaseFilter, today: date) -> int:
        """How many cases a filter holds."""
        ...

    def case_refs(self) -> frozenset[CaseRef]:
        """Every known case, closed ones too."""
        ...

    def case_of_slip(self, code: SlipCode) -> CaseRef:
        """Whom a reply slip is about.

        Raises:
            NotFoundError: No case has this code.
        """
        ...

    def receipt_by_number(self, number: str) -> RecordedChoice | Withdrawal:
        """What was stored under a receipt number, with that number.

        Raises:
            NotFoundError: There is no such receipt.
        """
        ...

    def receipt_mark(self, number: str) -> str:
        """The mark that every copy of a receipt bears; it proves that the record is the same.

        Raises:
            NotFoundError: There is no such receipt.
        """
        ...

    def take_in_offering(self, offering: Offering) -> None:
        """From now on this can be chosen, for the lists of cases.

        What the record itself tells, such as that a provider has stopped, changes it.
        """
        ...
