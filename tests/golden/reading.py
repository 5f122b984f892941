"""A record as plain values, in words that outlive the names of today's classes.

Golden expectations are never written anew. When a name in the program changes, it is told here
under the name that the golden files use.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from kiosk.app.ports.case_file import CaseFilter
from kiosk.domain.event import ChoiceRecorded, ChoiceWithdrawn, Event, Stored
from kiosk.record.ledger.row import Row
from kiosk.record.ledger_record import LedgerRecord
from tests.golden.events import TODAY

Told = dict[str, Any]
MACHINE = "MASKIN"
# What a field that came later holds for events before it.
_NOTHING: tuple[object, ...] = (None, "", [], {}, False)


def of_its_own(record: LedgerRecord) -> Told:
    """What no other record has: machine, hashes, marks."""
    rows = list(record._sealed.all())
    ends = {row.place.device: row.place.sequence for row in rows}
    return {
        "device": record.device,
        "heads": {device: [end, _hash(record, device, end)] for device, end in ends.items()},
        "hashes": [_hash(record, *row.place) for row in rows],
        "marks": {number: record.receipt_mark(number) for number in _receipts(record)},
        "fingerprint": record.fingerprint("EKSEMPEL").hex(),
    }


def of_both(record: LedgerRecord, device: str) -> Told:
    """All else: its lines in the clear and every view of them; the machine is left open.

    Args:
        record: What is told of.
        device: Machine that wrote all of it.
    """
    told = {
        "is_damaged": record.damage is not None,
        "later_events": record.later_events,
        "rows": [_row(row) for row in record._sealed.all()],
        "views": _views(record),
        "cases": {case: _case(record, case) for case in sorted(record.case_refs())},
    }
    text = json.dumps(told, ensure_ascii=False).replace(device, MACHINE)
    anew: Told = json.loads(text)
    return anew


def differences(expected: object, found: object, where: str = "") -> list[str]:
    """Where what was found is not what was expected; a new name may hold nothing."""
    if isinstance(expected, Mapping) and isinstance(found, Mapping):
        lines = [
            f"{where}/{name}: new, and not empty: {found[name]}"
            for name in found.keys() - expected.keys()
            if found[name] not in _NOTHING
        ]
        for name, value in expected.items():
            if name in found:
                lines += differences(value, found[name], f"{where}/{name}")
            else:
                lines.append(f"{where}/{name}: missing")
        return lines
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        pairs = zip(expected, found, strict=True)
        return [
            line
            for number, (one, other) in enumerate(pairs)
            for line in differences(one, other, f"{where}/{number}")
        ]
    return [] if expected == found else [f"{where}: {expected!r} became {found!r}"]


def without_new(expected: Any, found: Any) -> Any:
    """What was found, without names that hold nothing and were not expected."""
    if isinstance(expected, Mapping) and isinstance(found, Mapping):
        return {
            name: without_new(expected.get(name), value)
            for name, value in found.items()
            if name in expected or value not in _NOTHING
        }
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [without_new(*pair) for pair in zip(expected, found, strict=True)]
    return found


def _views(record: LedgerRecord) -> dict[str, Any]:
    names = [entry.member.name for entry in record.staff_entries()]
    return {
        "bound_to": _plain(record.bound_to),
        "staff": _plain(record.staff_entries()),
        "may_sign_in": [member.name for member in record.staff()],
        "failed_tries": {name: _plain(record.failed_tries(name)) for name in names},
        "open_blocks": _plain(record.open_blocks()),
        "disposals": [_event(event) for event in record.disposals()],
        "found": {each.value: list(record.find_cases("", each, TODAY)) for each in CaseFilter},
    }


def _case(record: LedgerRecord, case: Any) -> dict[str, Any]:
    history = record.history(case)
    # What others have of the providers' room follows from the other cases.
    file = replace(record.case_file(case), taken={})
    return {
        "file": _plain(file),
        "is_delivered": record.is_delivered(case),
        "history": [{"at": list(place), **_event(event)} for place, event in history],
    }


def _receipts(record: LedgerRecord) -> Iterator[str]:
    for case in sorted(record.case_refs()):
        for place, event in record.history(case):
            if isinstance(event.body, ChoiceRecorded | ChoiceWithdrawn):
                yield event.body.numbered(place).receipt_number


def _row(row: Row) -> dict[str, Any]:
    return {
        "place": list(row.place),
        "id": row.id,
        "kind": row.kind,
        "version": row.schema,
        "payload": None if row.payload is None else row.payload.decode(),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "kind": event.kind_name,
        "when": event.at.isoformat(),
        "actor": event.actor,
        "case": event.case,
        "body": _plain(event.body),
    }


def _hash(record: LedgerRecord, device: str, sequence: int) -> str:
    return (record._sealed.hash_at(Stored(device, sequence)) or b"").hex()


def _plain(value: object) -> Any:
    """Containers as JSON has them."""
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted(map(_plain, value))
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return _leaf(value)


def _leaf(value: object) -> Any:
    match value:
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case _:
            return value
