"""Events of the domain ⇄ canonical JSON; the form of what is stored for decades."""

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event_kind import Event, EventKind, body_type
from kiosk.domain.later_event import LaterEvent
from kiosk.domain.outcome import EventId
from kiosk.record.folding.versions import FORMS
from kiosk.record.ledger.row import Row

if TYPE_CHECKING:
    from kiosk.domain.event import EventBody


class _Payload(msgspec.Struct):
    actor: str
    at: datetime
    body: msgspec.Raw
    case: str | None


_decode_payload = msgspec.json.Decoder(_Payload).decode
# What lifts and decoders raise for contents that are not what they say.
_OF_WRONG_SHAPE = (msgspec.MsgspecError, LookupError, TypeError, AttributeError, ValueError)


def encode(event: Event) -> bytes:
    """The payload of an event; equal events give equal bytes in every process."""
    payload = {"actor": event.actor, "at": event.at, "body": event.body, "case": event.case}
    try:
        return msgspec.json.encode(payload, order="sorted")
    except TypeError:
        # Members of a set that cannot be compared before they are text; it is the slower way.
        return msgspec.json.encode(_settled(msgspec.to_builtins(payload)), order="sorted")


def _settled(value: Any) -> Any:
    # msgspec leaves tuples alone and turns sets into lists in the order of this process's hashes.
    if isinstance(value, dict):
        return {key: _settled(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_settled(item) for item in value]
    if isinstance(value, list):
        return sorted(_settled(item) for item in value)
    return value


def can_read(row: Row) -> bool:
    """Whether this version knows the kind of an event, and the form of what it holds."""
    return FORMS.can_read(row.kind, row.schema)


def decode(row: Row) -> Event:
    """The event behind a row; a ``LaterEvent`` where a newer version wrote it.

    Raises:
        StorageError: The payload is damaged, or was erased.
    """
    try:
        payload = _decode_payload(row.payload or b"")
        body = _body(row, bytes(payload.body))
    except _OF_WRONG_SHAPE:
        # Without its text, which may quote what is stored.
        raise StorageError(StorageFault.DAMAGED) from None
    return Event(EventId(row.id), payload.at, payload.actor, _case(payload), body)


def case_of(row: Row) -> CaseRef | None:
    """Whom an event of whatever version is about; None for one of no case, or that says it in vain.

    A newer version may have stored what does not even look like an event; that is no damage.
    """
    try:
        return _case(_decode_payload(row.payload or b""))
    except msgspec.MsgspecError:
        return None


def current_payload(row: Row) -> bytes | None:
    """The payload of an event as this version writes it; None where only a newer one can read it.

    Raises:
        StorageError: It is damaged, or was erased.
    """
    payload = row.payload or b""
    if FORMS.is_current(row.kind, row.schema):
        return payload
    if not can_read(row):
        return None
    values = contents(payload)
    try:
        values["body"] = FORMS.lifted(row.kind, row.schema, values["body"])
    except _OF_WRONG_SHAPE:
        raise StorageError(StorageFault.DAMAGED) from None
    return msgspec.json.encode(values, order="sorted")


def _body(row: Row, stored: bytes) -> "EventBody":
    if not can_read(row):
        return LaterEvent(row.kind, row.schema, stored.decode())
    decoder = _decoder(row.kind)
    if FORMS.is_current(row.kind, row.schema):
        return decoder.decode(stored)
    lifted = FORMS.lifted(row.kind, row.schema, contents(stored))
    return decoder.decode(msgspec.json.encode(lifted))


@cache
def _decoder(kind: str) -> "msgspec.json.Decoder[EventBody]":
    """Made when the first event of a kind is read: the first page needs one of forty."""
    return msgspec.json.Decoder(body_type(EventKind(kind)))


def _case(payload: _Payload) -> CaseRef | None:
    return None if payload.case is None else CaseRef(payload.case)


def contents(payload: bytes) -> dict[str, Any]:
    """A payload as plain JSON values.

    Raises:
        StorageError: The payload is damaged.
    """
    try:
        return msgspec.json.decode(payload, type=dict[str, Any])
    except msgspec.MsgspecError:
        raise StorageError(StorageFault.DAMAGED) from None


def is_same(kind: str, payload: bytes, row: Row) -> bool:
    """Whether a payload repeats what a row holds; the time of the attempt may differ."""
    if kind != row.kind or row.payload is None:
        return False
    return payload == row.payload or _timeless(payload) == _timeless(row.payload)


def _timeless(payload: bytes) -> dict[str, Any]:
    values = contents(payload)
    values.pop("at", None)
    choice = values.get("body", {}).get("choice")
    if isinstance(choice, dict):
        choice.pop("at", None)
    return values
