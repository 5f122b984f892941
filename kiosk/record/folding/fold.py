"""From rows to what the program reads: what every event changes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from kiosk.app.ports.content import Offering
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event_kind import EventKind
from kiosk.domain.service import ProviderId
from kiosk.record.folding.case_fold import take_in
from kiosk.record.folding.case_index import CaseIndex
from kiosk.record.folding.case_state import CaseRows, CaseStates
from kiosk.record.folding.codec import case_of, current_payload
from kiosk.record.folding.documents import BLOCKS, CASES, STAFF, TRIES, Documents
from kiosk.record.folding.payloads import Payload, given, read
from kiosk.record.folding.place_fold import PlaceFold
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
        exits: Positions of the events that tell of providers that stop, in order.
        explained: Positions of the events that tell what headings of case lists mean, in order.
        rules: Runs of the rules for non-choosers, and how far these have come.
        places: How much of the providers' room is spoken for.
        slips: Case per code of reply slips.
        batches: Positions of the events of each batch of letters, oldest first.
        later: How many events only a newer version can read.
        documents: All of this as TinyDB tables.
    """

    def __init__(self, offering: Offering | None = None) -> None:
        self.cases = CaseStates()
        self.index = CaseIndex(self.cases, offering)
        self.blocks: Table = {}
        self._desk = StaffFold()
        self.rules = RunFold()
        self.places = PlaceFold(self.cases.get)
        self.staff, self.tries = self._desk.entries, self._desk.tries
        self.newest_block: dict[frozenset[ProviderId], str] = {}
        self.bound_to: dict[str, Any] | None = None
        self.disposals: list[int] = []
        self.exits: list[int] = []
        self.explained: list[int] = []
        self.slips: dict[str, str] = {}
        self.batches: dict[str, list[int]] = {}
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
            exits=self.exits,
            explained=self.explained,
            queues=list(self.rules.queues.values()),
            runs=self.rules.runs,
            places=self.places.saved(),
            waiting=self.places.waiting(),
            slips=self.slips,
            batches=self.batches,
            later=self.later,
        )
        return Saved(head, dict(self.cases.packed), self.index.entries)

    def restore(self, saved: Saved) -> None:
        """Take over what lay on a shelf; only before any row."""
        head = saved.head
        self.cases.restore(saved.packed)
        self.index.restore(saved.entries, head.offering)
        self.blocks.update(head.blocks)
        self.staff.update(head.staff)
        self.tries.update(head.tries)
        self.bound_to, self.later = head.bound_to, head.later
        self.disposals, self.exits = head.disposals, head.exits
        self.explained = head.explained
        self.slips, self.batches = head.slips, head.batches
        self.rules.restore(head.queues, head.runs)
        self.places.restore(head.places, head.waiting)
        for block in head.newest_blocks:
            self.newest_block[frozenset(self.blocks[block]["rows"][0])] = block

    def forget(self, reference: str) -> None:
        """A case was disposed of."""
        self.places.leave(reference, self.cases.get(reference))
        self.cases.drop(reference)
        self.slips = {code: case for code, case in self.slips.items() if case != reference}
        self.index.touch(reference)

    def _take_in(self, row: Row, payload: Payload) -> None:
        kind, case = row.kind, payload.case
        change_desk = _OF_THE_DESK.get(kind)
        if change_desk is not None:
            change_desk(self, payload)
        self._keep_at_hand(kind, row.position, payload)
        if case is None:
            self._desk.take_in(kind, payload)
            self.rules.take_in(kind, row.position, payload)
            return
        state = self.cases.changing(case)
        self.places.leave(case, state)
        if take_in(state, row, payload):
            self.index.touch(case)
        if kind == _SLIP_CODE:
            self.slips.setdefault(given(payload.body.code), case)
        if kind == _ALLOCATED:
            self.rules.take_in(kind, row.position, payload)

    def _keep_at_hand(self, kind: str, position: int, payload: Payload) -> None:
        """Events that are asked for by what they are about, and not by a case."""
        if kind == _DISPOSED:
            self.disposals.append(position)
        if kind in _OF_EXITS:
            self.exits.append(position)
        if kind == _EXPLAINED:
            self.explained.append(position)
        if kind in _OF_BATCHES:
            self.batches.setdefault(given(payload.body.batch), []).append(position)


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


_DISPOSED = EventKind.CASES_DISPOSED.value
_EXPLAINED = EventKind.HEADINGS_EXPLAINED.value
_OF_EXITS = frozenset({EventKind.PROVIDER_EXIT_ANNOUNCED.value, EventKind.EXIT_CALLED_OFF.value})
_OF_BATCHES = frozenset(
    {
        EventKind.BATCH_BEGUN.value,
        EventKind.BATCH_FILE_MADE.value,
        EventKind.LETTER_PRODUCED.value,
        EventKind.LETTER_NOT_MADE.value,
        EventKind.BATCH_POSTED.value,
        EventKind.BATCH_DISCARDED.value,
    }
)
_SLIP_CODE = EventKind.SLIP_CODE_DEALT.value
_ALLOCATED = EventKind.SERVICE_ALLOCATED.value
_OF_THE_DESK: Mapping[str, Callable[[Fold, Payload], None]] = MappingProxyType(
    {
        EventKind.BLOCK_OPENED.value: _block_opened,
        EventKind.BLOCK_CLOSED.value: _block_closed,
        EventKind.ORDER_DEALT.value: _row_dealt,
        EventKind.CASES_DISPOSED.value: _cases_disposed,
        EventKind.RECORD_BOUND.value: _record_bound,
    }
)
