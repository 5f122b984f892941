"""What rows of the ledger tell about answers; imported when a case has any."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import msgspec

from kiosk.app.ports.case_file import CaseFile, ServiceState
from kiosk.domain.agreeing import agreed
from kiosk.domain.allocation_events import ServiceAllocated, WishesNoted
from kiosk.domain.choice import RecordedChoice, ServiceAnswer, Withdrawal
from kiosk.domain.choice_events import ChoiceRecorded, ChoiceWithdrawn
from kiosk.domain.nonchoice.stored import StoredQueue
from kiosk.domain.order_events import OrderDealt
from kiosk.domain.ordering import DealtOrder
from kiosk.domain.service import ServiceId
from kiosk.domain.waiting import Waiting
from kiosk.domain.waiting_events import PlaceTaken
from kiosk.record.folding.case_state import Answered, CaseState, WaitingPart
from kiosk.record.folding.codec import decode
from kiosk.record.folding.payloads import QueuePart
from kiosk.record.ledger.row import Row


def with_answers(file: CaseFile, state: CaseState, rows: Mapping[int, Row]) -> CaseFile:
    """A case as it was imported, with everything that was answered, dealt and noted since.

    Args:
        file: The case without any of it.
        state: Of the same case.
        rows: By position, at least those that the state names.
    """
    standing = {granted.service: state.standing(granted.service) for granted in state.services}
    return replace(
        file,
        states=tuple(
            _service(each.service, standing.get(each.service), rows) for each in file.states
        ),
        order=_order_in(rows[state.order_at]) if state.order_at else None,
        choice=choice_in(rows[state.choice_at]) if state.choice_at else None,
        wishes=_wishes(state, rows),
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


def answer_in(row: Row, service: ServiceId) -> ServiceAnswer | None:
    """What a row holds about a service, however it came about; None for other rows."""
    body = decode(row).body
    if isinstance(body, ServiceAllocated | PlaceTaken):
        return body.answer
    choice = choice_in(row)
    answers = () if choice is None else choice.answers
    return next((item for item in answers if item.service == service), None)


def _service(
    service: ServiceId, answered: Answered | None, rows: Mapping[int, Row]
) -> ServiceState:
    answer = None if answered is None else answer_in(rows[answered.position], service)
    if answer is None or answered is None:
        return ServiceState(service)
    if answer.awaits_date and answered.start_on is not None:
        answer = agreed(answer, date.fromisoformat(answered.start_on))
    return ServiceState(service, answer.outcome, answer, date.fromisoformat(answered.on))


def _wishes(state: CaseState, rows: Mapping[int, Row]) -> dict[ServiceId, WishesNoted]:
    noted = (decode(rows[position]).body for position in state.wishes.values())
    return {body.service: body for body in noted if isinstance(body, WishesNoted)}


def _order_in(row: Row) -> DealtOrder | None:
    body = decode(row).body
    return body.dealt if isinstance(body, OrderDealt) else None


def waiting_of(part: WaitingPart) -> Waiting:
    """Somebody who waits for a place."""
    return msgspec.convert(part, Waiting, from_attributes=True)


def queue_of(part: QueuePart) -> StoredQueue:
    """Where a rule stands in a zone."""
    return msgspec.convert(part, StoredQueue, from_attributes=True)
