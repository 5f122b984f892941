"""Rows of the same case together; a case is taken in whole or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from kiosk.app.intake_reasons import RowReason
from kiosk.app.list_columns import Column
from kiosk.app.ports.intake import RowProblem
from kiosk.domain.case import Case, CaseRef
from kiosk.domain.service import ServiceId
from kiosk.intake.columns import ADDRESSES, NAMES
from kiosk.intake.facts import (
    RowFacts,
    ServiceFacts,
    case_of,
    completed,
    contradiction,
)
from kiosk.intake.names import name_column
from kiosk.intake.row_cells import RowCells

_COLUMN_OF: Mapping[str, Column] = MappingProxyType(
    {
        "given_name": Column.GIVEN_NAME,
        "family_name": Column.FAMILY_NAME,
        "birth_date": Column.BIRTH_DATE,
        "zone": Column.ZONE,
        "closing": Column.CLOSED_ON,
        "lines": Column.ADDRESS,
        "postcode": Column.POSTCODE,
        "town": Column.TOWN,
        "is_address_protected": Column.PROTECTED,
        "phone": Column.PHONE,
        "written_language": Column.WRITTEN_LANGUAGE,
        "interpreter": Column.INTERPRETER,
        "post_name": Column.POST_NAME,
        "post_role": Column.POST_ROLE,
        "post_lines": Column.POST_ADDRESS,
        "post_postcode": Column.POST_POSTCODE,
        "post_town": Column.POST_TOWN,
        "post_instead": Column.POST_INSTEAD,
        "decided_on": Column.DECIDED_ON,
        "decision_reference": Column.DECISION_REFERENCE,
        "hours_per_week": Column.HOURS,
        "needs": Column.NEEDS,
        "present_provider": Column.PROVIDER,
        "present_since": Column.PROVIDER_SINCE,
        "reply_by": Column.REPLY_BY,
    }
)

_OF_PERSON = (
    *NAMES,
    *ADDRESSES,
    Column.PHONE,
    Column.WRITTEN_LANGUAGE,
    Column.INTERPRETER,
    Column.INTERPRETER_LANGUAGE,
    Column.POST_NAME,
    Column.POST_ROLE,
)


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row with its case number, and its facts where all of it was understood."""

    cells: RowCells
    reference: CaseRef
    facts: RowFacts | None


def cases_of(rows: Sequence[ReadRow], reply_days: int) -> tuple[Case, ...]:
    """The cases that rows describe, order of their first rows.

    Rows of a case that is not taken in are refused in their ``cells``.
    """
    groups: dict[CaseRef, list[ReadRow]] = {}
    for row in rows:
        groups.setdefault(row.reference, []).append(row)
    merged = (_merged(group, reply_days) for group in groups.values())
    return tuple(case for case in merged if case is not None)


def _merged(rows: Sequence[ReadRow], reply_days: int) -> Case | None:
    facts = [row.facts for row in rows if row.facts is not None]
    _tell_once([row.cells for row in rows])
    if len(facts) == len(rows):
        whole = _Whole(facts[0])
        for row, more in zip(rows, facts, strict=True):
            whole.add(more, row.cells)
        if not any(row.cells.refused for row in rows):
            return whole.case(reply_days)
    _refuse_all(rows)
    return None


def _tell_once(rows: Sequence[RowCells]) -> None:
    """What a list repeats of the person in every row is told of the first one."""
    told: set[RowProblem] = set()
    of_person = {rows[0].heading(column) for column in _OF_PERSON}
    for cells in rows:
        same = [replace(each, row=0) for each in cells.notices]
        cells.notices = [
            each
            for each, whatever_row in zip(cells.notices, same, strict=True)
            if each.column not in of_person or whatever_row not in told
        ]
        told.update(same)


def _refuse_all(rows: Sequence[ReadRow]) -> None:
    """With one row out, the rest would be half a case, and would remove services of a known one."""
    culprit = next(row.cells.number for row in rows if row.cells.refused)
    for row in rows:
        if not row.cells.refused:
            row.cells.refuse(RowReason.CASE_REFUSED, Column.CASE_NUMBER, row=str(culprit))


class _Whole:
    """What the rows of one case say together."""

    def __init__(self, first: RowFacts) -> None:
        self._first = first
        self._person = first.person
        self._services: dict[ServiceId, ServiceFacts] = {}
        self._rows: dict[ServiceId, int] = {}

    def add(self, facts: RowFacts, cells: RowCells) -> None:
        """Take in a row, or refuse it where it contradicts an earlier one."""
        self._refuse(cells, contradiction(self._person, facts.person))
        self._tell_needless(facts, cells)
        self._person = completed(self._person, facts.person)
        for service in facts.services:
            self._rows.setdefault(service.service, facts.number)
            known = self._services.get(service.service, service)
            self._refuse(cells, contradiction(known, service))
            self._services[service.service] = completed(known, service)

    def _tell_needless(self, facts: RowFacts, cells: RowCells) -> None:
        """Tell of a row that says nothing new: often one was meant for somebody else."""
        known = [self._services.get(each.service) for each in facts.services]
        says_nothing = completed(self._person, facts.person) == self._person and all(
            old is not None and completed(old, new) == old
            for old, new in zip(known, facts.services, strict=True)
        )
        if says_nothing and facts.services:
            row = self._rows[facts.services[0].service]
            cells.notice(
                RowReason.ROW_TWICE, Column.CASE_NUMBER, str(facts.reference), row=str(row)
            )

    def _refuse(self, cells: RowCells, field: str | None) -> None:
        if field is None:
            return
        column = _COLUMN_OF[field]
        if column in NAMES and not cells.has(column):
            column = name_column(cells)
        cells.refuse(
            RowReason.CONTRADICTS, column, cells.shown(column), row=str(self._first.number)
        )

    def case(self, reply_days: int) -> Case:
        """The whole case."""
        services = tuple(self._services.values())
        return case_of(self._first.reference, self._person, services, reply_days)
