"""From rows to what the program reads: what every event changes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from kiosk.app.ports.content import Offering
from kiosk.domain.choice import Channel
from kiosk.domain.delivery import INTERRUPTED
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import DELIVERABLE, EventKind
from kiosk.domain.lifecycle import with_choice
from kiosk.domain.service import ProviderId
from kiosk.record.folding.case_index import CaseIndex
from kiosk.record.folding.case_state import (
    Answered,
    CaseRows,
    CaseState,
    CaseStates,
    Granted,
    Posted,
)
from kiosk.record.folding.codec import case_of, current_payload
from kiosk.record.folding.documents import BLOCKS, CASES, STAFF, TRIES, Documents
from kiosk.record.folding.payloads import AnswerPart, GrantedPart, Payload, given, read
from kiosk.record.folding.run_fold import RunFold
from kiosk.record.folding.snapshot import Ends, Head, Saved, form_of_the_fold
from kiosk.record.folding.staff_fold import StaffFold, Table
from kiosk.record.ledger.row import Row


class Fold:
    """The state after all rows so far; every change comes through ``apply``.

    Attributes:
        cases: What is kept at hand of every case.
        index: For finding cases.
        blocks: Blocks of orders by id, with the numbers of the rows that are dealt.
        staff: Staff entries by name, removed ones among them.
        tries: Wrong codes since the last right or new one, by name.
        newest_block: Id of the open block per set of providers.
        bound_to: Whose the record is, as stored; None before a content pack opened it.
        disposals: Positions of the events that tell of disposals, in order.
        rules: Runs of the rules for non-choosers, and how far these have come.
        later: How many events only a newer version can read.
        documents: All of this as TinyDB tables.
    """

    def __init__(self, offering: Offering | None = None) -> None:
        self.cases = CaseStates()
        self.index = CaseIndex(self.cases, offering)
        self.blocks: Table = {}
        self._desk = StaffFold()
        self.rules = RunFold()
        self.staff, self.tries = self._desk.entries, self._desk.tries
        self.newest_block: dict[frozenset[ProviderId], str] = {}
        self.bound_to: dict[str, Any] | None = None
        self.disposals: list[int] = []
        self.later = 0
        tables = {BLOCKS: self.blocks, STAFF: self.staff, TRIES: self.tries}
        self.documents = Documents({CASES: CaseRows(self.cases), **tables})

    def apply(self, row: Row) -> None:
        """Take in one more row; erased ones say nothing, those of a newer version are counted.

        Raises:
            StorageError: The row is damaged.
        """
        if row.payload is None:
            return
        payload = current_payload(row)
        if payload is None:
            self._keep_later(row)
            return
        try:
            self._take_in(row, read(payload))
        except (msgspec.MsgspecError, AttributeError, KeyError, TypeError, LookupError):
            # Readable JSON of a wrong shape; its text would quote what is stored.
            raise StorageError(StorageFault.DAMAGED) from None

    def _keep_later(self, row: Row) -> None:
        """Let the history of a case tell that a newer version stored something here."""
        self.later += 1
        case = case_of(row)
        if case is not None:
            self.cases.changing(case).events.append(row.position)

    def saved(self, position: int, ends: Ends) -> Saved:
        """All of it, to be put on a shelf.

        Args:
            position: Rows taken in so far.
            ends: Per device the last number and its hash.
        """
        self.index.refresh()
        head = Head(
            form=form_of_the_fold(),
            pieces=0,
            position=position,
            ends=dict(ends),
            offering=self.index.offering_key,
            newest_blocks=list(self.newest_block.values()),
            blocks=self.blocks,
            staff=self.staff,
            tries=self.tries,
            bound_to=self.bound_to,
            disposals=self.disposals,
            queues=list(self.rules.queues.values()),
            runs=self.rules.runs,
            later=self.later,
        )
        return Saved(head, dict(self.cases.packed), self.index.entries)

    def restore(self, saved: Saved) -> None:
        """Take over what lay on a shelf; only before any row."""
        head = saved.head
        self.cases.restore(saved.packed)
        is_same = head.offering == self.index.offering_key
        self.index.restore(saved.entries if is_same else {})
        self.blocks.update(head.blocks)
        self.staff.update(head.staff)
        self.tries.update(head.tries)
        self.bound_to, self.later = head.bound_to, head.later
        self.disposals = head.disposals
        self.rules.restore(head.queues, head.runs)
        for block in head.newest_blocks:
            self.newest_block[frozenset(self.blocks[block]["rows"][0])] = block

    def forget(self, reference: str) -> None:
        """A case was disposed of."""
        self.cases.drop(reference)
        self.index.touch(reference)

    def _take_in(self, row: Row, payload: Payload) -> None:
        kind, case = row.kind, payload.case
        change_desk = _OF_THE_DESK.get(kind)
        if change_desk is not None:
            change_desk(self, payload)
        if kind == _DISPOSED:
            self.disposals.append(row.position)
        if case is None:
            self._desk.take_in(kind, payload)
            self.rules.take_in(kind, row.position, payload)
            return
        state = self.cases.changing(case)
        change_case = _OF_A_CASE.get(kind)
        if change_case is not None:
            change_case(state, row.position, payload)
            self.index.touch(case)
        state.events.append(row.position)
        if kind in _DELIVERABLE:
            state.undelivered.append(row.id)
        if kind == EventKind.SERVICE_ALLOCATED.value:
            self.rules.take_in(kind, row.position, payload)


# What changes a case refuses a damaged payload before it changes anything.


def _case_told(state: CaseState, position: int, payload: Payload) -> None:
    case = given(payload.body.case)
    state.case_at = position
    state.given_name, state.family_name = case.given_name, case.family_name
    state.born, state.zone = case.birth_date, case.zone
    known = {granted.service: granted for granted in state.services}
    today = payload.at[:10]
    state.services = [_granted(part, known.get(part.service), today) for part in case.services]
    state.is_closed, state.closed_at = case.closing is not None, 0


def _case_closed(state: CaseState, position: int, _payload: Payload) -> None:
    if state.case_at:
        state.is_closed, state.closed_at = True, position


def _order_of_case(state: CaseState, position: int, _payload: Payload) -> None:
    state.order_at = position


def _choice_recorded(state: CaseState, position: int, payload: Payload) -> None:
    choice = given(payload.body.choice)
    if not state.case_at:
        return
    state.choice_at = position
    correction = payload.body.correction
    received = choice.at[:10] if correction is None else correction.received
    answers = {
        part.service: _answered(part, position, choice.id, received) for part in choice.answers
    }
    wrong = None if correction is None else correction.choice
    state.answers = with_choice(state.answers, answers, wrong)
    if choice.channel == _HOME_VISIT:
        state.notes.append(choice.id)


def _granted(part: GrantedPart, known: Granted | None, today: str) -> Granted:
    """A granted service, with the day since which a list names this provider."""
    is_same = known is not None and known.present == part.present_provider
    listed_on = known.listed_on if known is not None and is_same else today
    return Granted(part.service, part.reply_by, part.present_provider, listed_on)


def _answered(part: AnswerPart, position: int, choice: str, received: str) -> Answered:
    return Answered(
        position=position,
        choice=choice,
        outcome=part.outcome,
        on=received,
        until=part.postponed_until,
        provider=part.provider,
        start_on=part.start_on,
        waits_for_place=part.waits_for_place,
        interim=part.interim,
        awaits_date=part.awaits_date,
    )


def _service_allocated(state: CaseState, position: int, payload: Payload) -> None:
    part, run = given(payload.body.answer), given(payload.body.run)
    if state.case_at:
        answered = _answered(part, position, f"{run}/{position}", payload.at[:10])
        state.answers = with_choice(state.answers, {part.service: answered})


def _letter_posted(state: CaseState, _position: int, payload: Payload) -> None:
    posted = Posted(given(payload.body.letter), given(payload.body.posted_on))
    state.letters.append(posted)


def _letter_returned(state: CaseState, _position: int, payload: Payload) -> None:
    kind, day = given(payload.body.letter), given(payload.body.returned_on)
    newest = next((each for each in reversed(state.letters) if each.kind == kind), None)
    if newest is not None:
        newest.returned_on = day


def _wishes_noted(state: CaseState, position: int, payload: Payload) -> None:
    state.wishes[given(payload.body.service)] = position


def _choice_withdrawn(state: CaseState, _position: int, payload: Payload) -> None:
    withdrawal = given(payload.body.withdrawal)
    for named in withdrawal.services:
        for answer in state.answers.get(named.service, []):
            answer.is_withdrawn |= answer.choice == withdrawal.choice


def _start_agreed(state: CaseState, _position: int, payload: Payload) -> None:
    agreed = given(payload.body.agreement)
    for answer in state.answers.get(agreed.service, []):
        if answer.choice == agreed.choice:
            answer.start_on, answer.awaits_date = agreed.start_on, False


def _information_noted(state: CaseState, _position: int, payload: Payload) -> None:
    noted = given(payload.body.choice_id)
    state.notes = [choice for choice in state.notes if choice != noted]


def _delivery_begun(state: CaseState, _position: int, payload: Payload) -> None:
    _undelivered(state, payload, INTERRUPTED)


def _delivery_failed(state: CaseState, _position: int, payload: Payload) -> None:
    _undelivered(state, payload, given(payload.body.reason))


def _undelivered(state: CaseState, payload: Payload, fault: str) -> None:
    """What is delivered once more counts as delivered when that succeeds."""
    covers = given(payload.body.covers)
    state.undelivered = [*covers, *(each for each in state.undelivered if each not in covers)]
    state.is_delivery_tried, state.delivery_fault = True, fault


def _case_delivered(state: CaseState, _position: int, payload: Payload) -> None:
    covers = given(payload.body.covers)
    state.undelivered = [each for each in state.undelivered if each not in covers]
    state.is_delivery_tried, state.delivery_fault = True, ""


def _block_opened(fold: Fold, payload: Payload) -> None:
    block = given(payload.body.block)
    fold.blocks[block["id"]] = {**block, "dealt": []}
    fold.newest_block[frozenset(block["rows"][0])] = block["id"]


def _block_closed(fold: Fold, payload: Payload) -> None:
    closed = given(payload.body.block)
    left = {rows: block for rows, block in fold.newest_block.items() if block != closed}
    fold.newest_block = left


def _row_dealt(fold: Fold, payload: Payload) -> None:
    dealt = given(payload.body.dealt)
    block = fold.blocks.get(dealt.block)
    # A row that is dealt again with a newcomer in it is still one row.
    if block is not None and dealt.row not in block["dealt"]:
        fold.blocks[dealt.block] = {**block, "dealt": [*block["dealt"], dealt.row]}


def _cases_disposed(fold: Fold, payload: Payload) -> None:
    """What is erased told of dealt rows; without this they would be dealt again."""
    for told in payload.body.blocks or ():
        block = fold.blocks.get(told.block)
        if block is not None:
            dealt = sorted({*block["dealt"], *range(told.rows)})
            fold.blocks[told.block] = {**block, "dealt": dealt}


def _record_bound(fold: Fold, payload: Payload) -> None:
    body = payload.body
    bound = {"municipality": given(body.municipality), "name": given(body.name)}
    # The first one holds.
    fold.bound_to = fold.bound_to or {**bound, "is_example": given(body.is_example)}


_DELIVERABLE = frozenset(kind.value for kind in DELIVERABLE)
_DISPOSED = EventKind.CASES_DISPOSED.value
_HOME_VISIT = Channel.HOME_VISIT.value
_OF_A_CASE: Mapping[str, Callable[[CaseState, int, Payload], None]] = MappingProxyType(
    {
        EventKind.CASE_IMPORTED.value: _case_told,
        EventKind.CASE_CHANGED.value: _case_told,
        EventKind.CASE_CLOSED.value: _case_closed,
        EventKind.ORDER_DEALT.value: _order_of_case,
        EventKind.CHOICE_RECORDED.value: _choice_recorded,
        EventKind.CHOICE_WITHDRAWN.value: _choice_withdrawn,
        EventKind.START_AGREED.value: _start_agreed,
        EventKind.INFORMATION_NOTED.value: _information_noted,
        EventKind.DELIVERY_BEGUN.value: _delivery_begun,
        EventKind.CASE_DELIVERED.value: _case_delivered,
        EventKind.DELIVERY_FAILED.value: _delivery_failed,
        EventKind.SERVICE_ALLOCATED.value: _service_allocated,
        EventKind.LETTER_POSTED.value: _letter_posted,
        EventKind.LETTER_RETURNED.value: _letter_returned,
        EventKind.WISHES_NOTED.value: _wishes_noted,
    }
)
_OF_THE_DESK: Mapping[str, Callable[[Fold, Payload], None]] = MappingProxyType(
    {
        EventKind.BLOCK_OPENED.value: _block_opened,
        EventKind.BLOCK_CLOSED.value: _block_closed,
        EventKind.ORDER_DEALT.value: _row_dealt,
        EventKind.CASES_DISPOSED.value: _cases_disposed,
        EventKind.RECORD_BOUND.value: _record_bound,
    }
)
