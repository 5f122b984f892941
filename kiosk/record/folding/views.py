"""Cases as domain values, read from their events; every value is built anew."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import msgspec

from kiosk.app.ports.record import CaseFile, ServiceState
from kiosk.domain.agreeing import agreed
from kiosk.domain.case import Case, GrantedService
from kiosk.domain.choice import EventId, RecordedChoice, ServiceAnswer, Withdrawal
from kiosk.domain.delivery import Delivery
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import (
    CaseChanged,
    CaseClosed,
    CaseImported,
    ChoiceRecorded,
    ChoiceWithdrawn,
    OrderDealt,
    PlaceTaken,
    ServiceAllocated,
    WishesNoted,
)
from kiosk.domain.lifecycle import Help, Listed, TakeOver
from kiosk.domain.nonchoice.silence import Letter, LetterKind
from kiosk.domain.nonchoice.stored import StoredQueue
from kiosk.domain.nonchoice.taken import Taken
from kiosk.domain.ordering import DealtOrder
from kiosk.domain.service import ProviderId, ServiceId
from kiosk.domain.waiting import Waiting
from kiosk.record.folding.case_state import (
    Answered,
    CaseState,
    Granted,
    WaitingPart,
    held_of,
)
from kiosk.record.folding.codec import decode
from kiosk.record.folding.payloads import QueuePart
from kiosk.record.ledger.row import Row

RowsAt = Callable[[Iterable[int]], tuple[Row, ...]]
TakenIn = Callable[[str], Mapping[str, Taken]]


def case_file_of(state: CaseState, rows_at: RowsAt, taken: TakenIn) -> CaseFile:
    """A case as the file that the program works with.

    Args:
        state: Of a case that was imported.
        rows_at: Reads rows of the ledger by their positions.
        taken: What others have of the providers' room, by service.

    Raises:
        StorageError: The ledger could not be read, or is another one than the state was made of.
    """
    wanted = {state.case_at, state.closed_at, state.order_at, state.choice_at}
    standing = {granted.service: state.standing(granted.service) for granted in state.services}
    wanted |= set(state.wishes.values())
    wanted |= {answer.position for answer in standing.values() if answer is not None}
    rows = {row.position: row for row in rows_at(sorted(wanted - {0}))}
    case = _case(state, rows)
    return CaseFile(
        case=case,
        states=tuple(_service(item, standing.get(item.service), rows) for item in case.services),
        order=_order(state, rows),
        note_pending_for=EventId(state.notes[0]) if state.notes else None,
        choice=choice_in(rows[state.choice_at]) if state.choice_at else None,
        helps={ServiceId(item.service): help_of(item, state) for item in state.services},
        letters=_letters(state),
        wishes=_wishes(state, rows),
        taken={
            (item.service, case.zone): taken_by(here)
            for item in case.services
            for here in [taken(item.service)]
            if here
        },
        delivery=Delivery(
            waiting=tuple(map(EventId, state.undelivered)),
            is_tried=state.is_delivery_tried,
            fault=state.delivery_fault,
        ),
    )


def receipt_in(row: Row) -> RecordedChoice | Withdrawal | None:
    """What a row holds that has a receipt, with its number; None for any other row."""
    event = decode(row)
    if isinstance(event.body, ChoiceWithdrawn):
        return event.body.numbered(row.place)
    return event.body.numbered(row.place) if isinstance(event.body, ChoiceRecorded) else None


def choice_in(row: Row) -> RecordedChoice | None:
    """The choice that a row holds, with its receipt number; None for any other row."""
    told = receipt_in(row)
    return told if isinstance(told, RecordedChoice) else None


def _case(state: CaseState, rows: Mapping[int, Row]) -> Case:
    told = decode(rows[state.case_at]).body
    if not isinstance(told, CaseImported | CaseChanged):
        raise StorageError(StorageFault.DAMAGED)
    closed = decode(rows[state.closed_at]).body if state.closed_at else None
    if not isinstance(closed, CaseClosed):
        return told.case
    return replace(told.case, closing=closed.closing)


def help_of(granted: Granted, state: CaseState) -> Help:
    """What is stored about who helps with a granted service."""
    present = None if granted.present is None else ProviderId(granted.present)
    listed = Listed(present, date.fromisoformat(granted.listed_on))
    answers = tuple(map(held_of, state.answers.get(granted.service, ())))
    taken = state.take_overs.get(granted.service, ())
    instead = (msgspec.convert(each, TakeOver, from_attributes=True) for each in taken)
    return Help(listed, answers, tuple(instead))


def _service(
    granted: GrantedService, answered: Answered | None, rows: Mapping[int, Row]
) -> ServiceState:
    answer = None if answered is None else answer_in(rows[answered.position], granted.service)
    if answer is None or answered is None:
        return ServiceState(granted.service)
    if answer.awaits_date and answered.start_on is not None:
        answer = agreed(answer, date.fromisoformat(answered.start_on))
    return ServiceState(granted.service, answer.outcome, answer, date.fromisoformat(answered.on))


def answer_in(row: Row, service: ServiceId) -> ServiceAnswer | None:
    """What a row holds about a service, however it came about; None for other rows."""
    body = decode(row).body
    if isinstance(body, ServiceAllocated | PlaceTaken):
        return body.answer
    choice = choice_in(row)
    answers = () if choice is None else choice.answers
    return next((item for item in answers if item.service == service), None)


def _letters(state: CaseState) -> tuple[Letter, ...]:
    return tuple(
        Letter(
            LetterKind(each.kind),
            date.fromisoformat(each.posted_on),
            None if each.returned_on is None else date.fromisoformat(each.returned_on),
        )
        for each in state.letters
    )


def _wishes(state: CaseState, rows: Mapping[int, Row]) -> dict[ServiceId, WishesNoted]:
    noted = (decode(rows[position]).body for position in state.wishes.values())
    return {body.service: body for body in noted if isinstance(body, WishesNoted)}


def _order(state: CaseState, rows: Mapping[int, Row]) -> DealtOrder | None:
    body = decode(rows[state.order_at]).body if state.order_at else None
    return body.dealt if isinstance(body, OrderDealt) else None


def taken_by(taken: Mapping[str, Taken]) -> dict[ProviderId, Taken]:
    """What is spoken for, by provider."""
    return {ProviderId(provider): each for provider, each in taken.items()}


def waiting_of(part: WaitingPart) -> Waiting:
    """Somebody who waits for a place."""
    return msgspec.convert(part, Waiting, from_attributes=True)


def queue_of(part: QueuePart) -> StoredQueue:
    """Where a rule stands in a zone."""
    return msgspec.convert(part, StoredQueue, from_attributes=True)
