"""What a newer version of the program stores in a record, as far as this version can tell."""

import json

from kiosk.domain.case import CaseRef
from kiosk.domain.event import Stored
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.ledger.row import Row

BODY = {"moved": {"to": "sør"}, "seed": "s"}


def later_row(
    number: int, device: str, reference: str | None, kind: str = "moved_house", version: int = 1
) -> Row:
    """A row whose contents only a newer version can read."""
    payload = {
        "actor": "Kari Kontor",
        "at": "2027-11-03T09:00:00Z",
        "body": BODY,
        "case": reference,
    }
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Row(number, Stored(device, number), f"later-{number}", kind, version, text.encode())


def store_later(record: FoldedRecord, reference: CaseRef | None) -> None:
    """Let a newer version store an event in a record that is open."""
    row = later_row(record._folded.tail.count + 1, record.device, reference)
    record._log.append([row], [reference])
    record._folded.take_in(row)
