"""From rows to documents: what every event changes in what the program reads."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from kiosk.app.ports.content import Offering
from kiosk.domain.choice import Channel
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import EventKind
from kiosk.domain.service import ProviderId
from kiosk.record.case_index import CaseIndex, entry_of
from kiosk.record.codec import contents, knows
from kiosk.record.documents import BLOCKS, CASES, STAFF, TRIES, Documents
from kiosk.record.row import Row

_Json = Mapping[str, Any]


class Fold:
    """The state after all rows so far; every change comes through ``apply``.

    Attributes:
        documents: Cases, blocks, staff members and wrong tries.
        index: For finding cases.
        history: Positions in the ledger per case, oldest first.
        newest_block: Key of the newest block per set of providers; a closed one is not among them.
    """

    def __init__(self, offering: Offering | None = None) -> None:
        self._offering = offering
        self.documents = Documents()
        self.index = CaseIndex()
        self.history: dict[str, list[int]] = {}
        self.newest_block: dict[frozenset[ProviderId], str] = {}

    def apply(self, row: Row) -> None:
        """Take in one more row; kinds of a newer version and erased rows are kept and skipped.

        Raises:
            StorageError: The row is damaged.
        """
        if row.payload is None or not knows(row.kind):
            return
        payload = contents(row.payload)
        try:
            if payload["case"] is not None:
                self.history.setdefault(payload["case"], []).append(row.position)
            handler = _HANDLERS.get(EventKind(row.kind))
            if handler is not None:
                with self.documents.folding():
                    handler(self, row, payload)
        except (AttributeError, KeyError, TypeError):
            # Readable JSON of a wrong shape; its text would quote what is stored.
            raise StorageError(StorageFault.DAMAGED) from None

    def change_case(self, reference: str, **changes: object) -> None:
        """Change parts of a case's document; a case that is not known has none."""
        document = self.documents.find(CASES, reference)
        if document is not None:
            self._put_case(reference, {**document, **changes})

    def put_case(self, case: _Json) -> None:
        """Take in a case from a list, keeping what is stored about it."""
        reference = case["reference"]
        document = self.documents.find(CASES, reference) or _NEW_CASE
        self._put_case(reference, {**document, "case": case})

    def _put_case(self, reference: str, document: _Json) -> None:
        self.documents.put(CASES, reference, document)
        self.index.put(entry_of(document, self._offering))


_NEW_CASE: _Json = MappingProxyType(
    {
        "answers": {},
        "order": None,
        "choice_at": None,
        "note_pending_for": None,
        "notes_pending": (),
    }
)


def _case(fold: Fold, _row: Row, payload: _Json) -> None:
    fold.put_case(payload["body"]["case"])


def _case_closed(fold: Fold, _row: Row, payload: _Json) -> None:
    document = fold.documents.find(CASES, payload["case"])
    if document is not None:
        fold.put_case({**document["case"], "closing": payload["body"]["closing"]})


def _block_opened(fold: Fold, _row: Row, payload: _Json) -> None:
    block = payload["body"]["block"]
    fold.documents.put(BLOCKS, block["id"], {**block, "dealt": []})
    fold.newest_block[frozenset(block["rows"][0])] = block["id"]


def _block_closed(fold: Fold, _row: Row, payload: _Json) -> None:
    closed = payload["body"]["block"]
    left = {rows: block for rows, block in fold.newest_block.items() if block != closed}
    fold.newest_block = left


def _order_dealt(fold: Fold, _row: Row, payload: _Json) -> None:
    dealt = payload["body"]["dealt"]
    block = fold.documents.find(BLOCKS, dealt["block"])
    # A row that is dealt again with a newcomer in it is still one row.
    if block is not None and dealt["row"] not in block["dealt"]:
        rows = [*block["dealt"], dealt["row"]]
        fold.documents.put(BLOCKS, dealt["block"], {**block, "dealt": rows})
    if payload["case"] is not None:
        fold.change_case(payload["case"], order=dealt)


def _choice_recorded(fold: Fold, row: Row, payload: _Json) -> None:
    choice = payload["body"]["choice"]
    document = fold.documents.find(CASES, choice["case"])
    if document is None:
        return
    day = choice["at"][:10]
    latest = {answer["service"]: {"answer": answer, "on": day} for answer in choice["answers"]}
    visits = [choice["id"]] if choice["channel"] == Channel.HOME_VISIT.value else []
    fold.change_case(
        choice["case"],
        answers={**document["answers"], **latest},
        choice_at=row.position,
        **_pending([*document["notes_pending"], *visits]),
    )


def _pending(choices: Sequence[str]) -> Mapping[str, object]:
    """The choices whose note is missing, oldest first; each keeps waiting for its own."""
    oldest = choices[0] if choices else None
    return {"notes_pending": choices, "note_pending_for": oldest}


def _information_noted(fold: Fold, _row: Row, payload: _Json) -> None:
    document = fold.documents.find(CASES, payload["case"])
    if document is not None:
        noted = payload["body"]["choice_id"]
        left = [choice for choice in document["notes_pending"] if choice != noted]
        fold.change_case(payload["case"], **_pending(left))


def _staff_added(fold: Fold, _row: Row, payload: _Json) -> None:
    member = payload["body"]["member"]
    fold.documents.put(STAFF, member["name"], member)


def _signed_in(fold: Fold, _row: Row, payload: _Json) -> None:
    fold.documents.put(TRIES, payload["actor"], {"failures": 0, "last": None})


def _sign_in_failed(fold: Fold, _row: Row, payload: _Json) -> None:
    name = payload["body"]["name"]
    before = fold.documents.find(TRIES, name) or {"failures": 0}
    tries = {"failures": before["failures"] + 1, "last": payload["at"]}
    fold.documents.put(TRIES, name, tries)


_HANDLERS: Mapping[EventKind, Callable[[Fold, Row, _Json], None]] = MappingProxyType(
    {
        EventKind.CASE_IMPORTED: _case,
        EventKind.CASE_CHANGED: _case,
        EventKind.CASE_CLOSED: _case_closed,
        EventKind.BLOCK_OPENED: _block_opened,
        EventKind.BLOCK_CLOSED: _block_closed,
        EventKind.ORDER_DEALT: _order_dealt,
        EventKind.CHOICE_RECORDED: _choice_recorded,
        EventKind.INFORMATION_NOTED: _information_noted,
        EventKind.STAFF_ADDED: _staff_added,
        EventKind.SIGNED_IN: _signed_in,
        EventKind.SIGN_IN_FAILED: _sign_in_failed,
    }
)
