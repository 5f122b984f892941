"""A sealed copy of what the fold made, so that a large record opens fast.

It is no truth of its own: without it, or with one of another version, everything is folded from
the ledger again. Its key lies with the other keys and is changed when a case is disposed of, so
that no old copy can be read.

Form: ``BKS1``, then pieces of four bytes of length (big-endian) and as many sealed bytes; each is
bound to the store, its number and the number of pieces. The first piece is the head.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from kiosk.record.folding.case_index import CaseEntry
from kiosk.record.folding.case_state import Answered, CaseState, Granted, TakenOver, WaitingPart
from kiosk.record.folding.payloads import QueuePart
from kiosk.record.folding.place_fold import TakenPart
from kiosk.record.folding.versions import FORMS
from kiosk.record.keys.sealing import Seal, SealBrokenError

SNAPSHOT_FILE = "snapshot.bin"

_MAGIC = b"BKS1"
_LENGTH_BYTES = 4
_CASES_A_PIECE = 2000
# Counted up when the fold makes something else of the same events.
_FOLD = 8

Ends = Mapping[str, tuple[int, bytes]]
_Pieces = list[tuple[str, bytes, CaseEntry | None]]


class Head(msgspec.Struct):
    """Everything but the cases.

    Attributes:
        form: Fingerprint of the program's form of all this.
        pieces: How many pieces follow.
        position: Rows that were folded.
        case_keys: How many keys of cases there were, destroyed ones too.
        erasures: How many lines were erased.
        ends: Per device the last number and its hash.
        offering: Key of the offering that the entries were made for.
        newest_blocks: Ids of the open blocks of orders.
        blocks, staff, tries, bound_to, disposals, exits, explained, slips, batches, later: As
            in the fold.
        queues, runs: As in the fold of runs.
        places, waiting: As in the fold of places.
    """

    form: bytes
    pieces: int
    position: int
    ends: dict[str, tuple[int, bytes]]
    offering: str
    newest_blocks: list[str]
    blocks: dict[str, Any]
    staff: dict[str, Any]
    tries: dict[str, Any]
    bound_to: dict[str, Any] | None
    disposals: list[int]
    exits: list[int]
    explained: list[int]
    slips: dict[str, str]
    batches: dict[str, list[int]]
    queues: list[QueuePart]
    runs: dict[str, list[int]]
    places: list[TakenPart]
    waiting: list[WaitingPart]
    later: int
    case_keys: int = 0
    erasures: int = 0


class Held(NamedTuple):
    """What a store holds beside its lines; both only ever grow."""

    case_keys: int
    erasures: int


class Saved(msgspec.Struct):
    """A whole snapshot; ``entries`` may lack cases, and is empty for another offering."""

    head: Head
    packed: dict[str, bytes]
    entries: dict[str, CaseEntry]


def form_of_the_fold() -> bytes:
    """Changes whenever the program keeps other things of a case or knows other events."""
    parts = [_FOLD, *FORMS.current.items()]
    for struct in (
        CaseState,
        Answered,
        Granted,
        TakenOver,
        WaitingPart,
        TakenPart,
        CaseEntry,
        Head,
    ):
        parts += [struct.__name__, *struct.__struct_fields__]
    return sha256(repr(parts).encode()).digest()


class Shelf:
    """Where the snapshot of a store lies."""

    def __init__(
        self, folder: Path, seal: Seal, store: str, held: Callable[[], Held] | None = None
    ) -> None:
        """Take the place of the snapshot; without ``held`` it fits whatever the store holds."""
        self._file = folder / SNAPSHOT_FILE
        self._seal = seal
        self._store = store
        self._held = held

    def fits_the_keys(self, head: Head) -> bool:
        """Whether keys that came and went since are told by the lines behind a snapshot.

        An older copy of the keys lacks keys that the snapshot was made with, or has some back; only
        a reading of all lines tells which.

        Raises:
            StorageError: The store cannot be read.
        """
        held = None if self._held is None else self._held()
        return held is None or (held.case_keys >= head.case_keys and held.erasures == head.erasures)

    def load(self) -> Saved | None:
        """The snapshot; None where there is none that this version of the program can use."""
        try:
            with self._file.open("rb") as file:
                return self._read(_pieces_of(file))
        except (OSError, SealBrokenError, msgspec.MsgspecError, ValueError, StopIteration):
            return None

    def save(self, saved: Saved) -> bool:
        """Put a snapshot in place of the earlier one, wholly or not at all.

        Returns:
            Whether it was written; nothing is lost when it was not.
        """
        fresh = self._file.with_name(f"{SNAPSHOT_FILE}.new")
        try:
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(_MAGIC)
                for piece in self._sealed(saved):
                    file.write(len(piece).to_bytes(_LENGTH_BYTES, "big") + piece)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._file)
        except OSError:
            with suppress(OSError):
                fresh.unlink()
            return False
        return True

    def drop(self) -> None:
        """Remove the snapshot.

        Raises:
            OSError: It is still there.
        """
        self._file.with_name(f"{SNAPSHOT_FILE}.new").unlink(missing_ok=True)
        self._file.unlink(missing_ok=True)

    def reseal(self, seal: Seal) -> None:
        """Use another key from now on."""
        self._seal = seal

    def _read(self, pieces: Iterator[bytes]) -> Saved | None:
        first = next(pieces)
        # The head says how many pieces there are; it is bound to its own word.
        count = int.from_bytes(first[:_LENGTH_BYTES], "big")
        plain = self._seal.open(first[_LENGTH_BYTES:], self._bound(0, count))
        head = msgspec.msgpack.decode(plain, type=Head)
        if head.form != form_of_the_fold() or head.pieces != count:
            return None
        saved = Saved(head, {}, {})
        for number in range(1, count + 1):
            plain = self._seal.open(next(pieces), self._bound(number, count))
            for reference, packed, entry in _decode_cases(plain):
                saved.packed[reference] = packed
                if entry is not None:
                    saved.entries[reference] = entry
        return saved

    def _sealed(self, saved: Saved) -> Iterator[bytes]:
        count = -(-len(saved.packed) // _CASES_A_PIECE)
        held = Held(0, 0) if self._held is None else self._held()
        head = msgspec.structs.replace(
            saved.head, form=form_of_the_fold(), pieces=count, **held._asdict()
        )
        plain = msgspec.msgpack.encode(head)
        yield count.to_bytes(_LENGTH_BYTES, "big") + self._seal.close(plain, self._bound(0, count))
        cases = iter(saved.packed.items())
        for number in range(1, count + 1):
            piece: _Pieces = [
                (reference, packed, saved.entries.get(reference))
                for reference, packed in islice(cases, _CASES_A_PIECE)
            ]
            plain = msgspec.msgpack.encode(piece)
            yield self._seal.close(plain, self._bound(number, count))

    def _bound(self, number: int, count: int) -> bytes:
        return f"snapshot/{self._store}/{number}/{count}".encode()


_decode_cases = msgspec.msgpack.Decoder(_Pieces).decode


def _pieces_of(file: Any) -> Iterator[bytes]:
    if file.read(len(_MAGIC)) != _MAGIC:
        raise ValueError
    while length := file.read(_LENGTH_BYTES):
        size = int.from_bytes(length, "big")
        piece = file.read(size)
        if len(piece) != size:
            raise ValueError
        yield piece
