"""Lines of the ledger, checkpoints and notes of erasure, to and from the rows of SQLite."""

from typing import Any

import msgspec

from kiosk.domain.receipt_number import Stored
from kiosk.record.ledger.chain import Link
from kiosk.record.ledger.signing import Checkpoint, Erasure

# In the order of the parts of ``Link``.
COLUMNS = "position, device, seq, tag, previous, hash, envelope, payload_hash, payload"
SELECT = f"SELECT {COLUMNS} FROM event"  # noqa: S608  constants only
INSERT = f"INSERT INTO event ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
SELECT_CHECKPOINT = "SELECT number, device, seq, hash, at, signature FROM checkpoint"
PUT_CHECKPOINT = "INSERT INTO checkpoint VALUES (?, ?, ?, ?, ?, ?)"
SELECT_ERASURE = "SELECT device, seq, payload_hash, at, signature FROM erasure"
PUT_ERASURE = "INSERT INTO erasure VALUES (?, ?, ?, ?, ?)"
# Types of a line as they are read; the file was tampered with where they are others.
_TYPES: tuple[type, ...] = (int, str, int, bytes, bytes, bytes, bytes, bytes, bytes)
_SOUND = frozenset({_TYPES, (*_TYPES[:-1], type(None))})
_CHECKPOINT_TYPES = (int, str, int, bytes, str, bytes)
_ERASURE_TYPES = (str, int, bytes, str, bytes)


def link_of(values: tuple[Any, ...]) -> Link:
    """A line from what was read."""
    if tuple(map(type, values)) not in _SOUND:
        values = tamed(values, _TYPES)
    return Link(*values)


def tamed(values: tuple[object, ...], types: tuple[type, ...]) -> tuple[Any, ...]:
    """Values of the right types, so that they can be checked; empty ones where they are not."""
    pairs = zip(values, types, strict=True)
    return tuple(value if isinstance(value, type_) else type_() for value, type_ in pairs)


def values_of(link: Link) -> tuple[object, ...]:
    """What is written of a line."""
    return msgspec.structs.astuple(link)


def checkpoint_of(values: tuple[Any, ...]) -> Checkpoint:
    """A checkpoint from what was read."""
    number, device, sequence, hash_, at, signature = tamed(values, _CHECKPOINT_TYPES)
    return Checkpoint(number, Stored(device, sequence), hash_, at, signature)


def checkpoint_values(checkpoint: Checkpoint) -> tuple[object, ...]:
    """What is written of a checkpoint."""
    place, at = checkpoint.place, checkpoint.at
    number, signature = checkpoint.number, checkpoint.signature
    return number, place.device, place.sequence, checkpoint.hash, at, signature


def erasure_of(values: tuple[Any, ...]) -> Erasure:
    """The note of an erased payload from what was read."""
    device, sequence, payload_hash, at, signature = tamed(values, _ERASURE_TYPES)
    return Erasure(Stored(device, sequence), payload_hash, at, signature)


def erasure_values(erasure: Erasure) -> tuple[object, ...]:
    """What is written of an erased payload."""
    place = erasure.place
    return place.device, place.sequence, erasure.payload_hash, erasure.at, erasure.signature
