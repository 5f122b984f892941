"""Cases as domain values, read from their events; every value is built anew."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from kiosk.app.ports.record import CaseFile, ServiceState
from kiosk.domain.case import Case, GrantedService
from kiosk.domain.choice import EventId, RecordedChoice
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import CaseChanged, CaseClosed, CaseImported, ChoiceRecorded, OrderDealt
from kiosk.domain.ordering import DealtOrder
from kiosk.record.case_state import CaseState
from kiosk.record.codec import decode
from kiosk.record.row import Row

RowsAt = Callable[[Iterable[int]], tuple[Row, ...]]


def case_file_of(state: CaseState, rows_at: RowsAt) -> CaseFile:
    """A case as the file that the program works with.

    Args:
        state: Of a case that was imported.
        rows_at: Reads rows of the ledger by their positions.

    Raises:
        StorageError: The ledger could not be read, or is another one than the state was made of.
    """
    wanted = {state.case_at, state.closed_at, state.order_at, state.choice_at}
    wanted |= {answer.position for answer in state.answers.values()}
    rows = {row.position: row for row in rows_at(sorted(wanted - {0}))}
    case = _case(state, rows)
    return CaseFile(
        case=case,
        states=tuple(_service(granted, state, rows) for granted in case.services),
        order=_order(state, rows),
        note_pending_for=EventId(state.notes[0]) if state.notes else None,
        choice=choice_in(rows[state.choice_at]) if state.choice_at else None,
    )


def choice_in(row: Row) -> RecordedChoice | None:
    """The choice that a row holds, with its receipt number; None for any other row."""
    event = decode(row)
    if not isinstance(event.body, ChoiceRecorded):
        return None
    return event.body.numbered(row.place)


def _case(state: CaseState, rows: Mapping[int, Row]) -> Case:
    told = decode(rows[state.case_at]).body
    if not isinstance(told, CaseImported | CaseChanged):
        raise StorageError(StorageFault.DAMAGED)
    closed = decode(rows[state.closed_at]).body if state.closed_at else None
    if not isinstance(closed, CaseClosed):
        return told.case
    return replace(told.case, closing=closed.closing)


def _service(granted: GrantedService, state: CaseState, rows: Mapping[int, Row]) -> ServiceState:
    answered = state.answers.get(granted.service)
    choice = None if answered is None else choice_in(rows[answered.position])
    if choice is None:
        return ServiceState(granted.service)
    answer = next(item for item in choice.answers if item.service == granted.service)
    return ServiceState(granted.service, answer.outcome, answer, choice.at.date())


def _order(state: CaseState, rows: Mapping[int, Row]) -> DealtOrder | None:
    body = decode(rows[state.order_at]).body if state.order_at else None
    return body.dealt if isinstance(body, OrderDealt) else None
