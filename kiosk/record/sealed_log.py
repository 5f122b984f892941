"""The ledger with its seals: rows in the clear inside the program, sealed lines on disk."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from hashlib import sha256

from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import Stored
from kiosk.record.chain import ChainBrokenError, ChainCheck, Link, hash_of
from kiosk.record.envelope import (
    Inside,
    NotAnEnvelopeError,
    close_envelope,
    header_of,
    open_envelope,
    read_header,
)
from kiosk.record.ledger_file import LedgerFile
from kiosk.record.row import Row
from kiosk.record.sealing import SealBrokenError
from kiosk.record.vault import Vault


class SealedLog:
    """Implements ``Log`` over a ledger file and the keys of its store."""

    def __init__(self, file: LedgerFile, vault: Vault, closing: ExitStack) -> None:
        """Take over opened files.

        Args:
            file: Sealed lines.
            vault: Keys of the same store.
            closing: What is let go together with the log, lock and files.
        """
        self._file = file
        self._vault = vault
        self._closing = closing
        self._head = file.head(file.meta.device)

    @property
    def device(self) -> str:
        """Id of this machine."""
        return self._file.meta.device

    def append(self, rows: Sequence[Row], cases: Sequence[CaseRef | None]) -> None:
        """Seal and store all rows durably, or none.

        Raises:
            StorageError: Nothing was stored.
        """
        # Keys first: a key without an event does no harm, an event without its key is lost.
        keys = self._vault.case_keys({case for case in cases if case is not None})
        links: list[Link] = []
        head = self._head
        for row, case in zip(rows, cases, strict=True):
            key = self._vault.no_case() if case is None else keys[case]
            links.append(self._sealed(row, key, head))
            head = links[-1].hash
        self._file.append(links)
        self._head = head

    def _sealed(self, row: Row, key: bytes, previous: bytes) -> Link:
        generation = self._vault.generation
        inside = Inside(row.id, row.kind, row.schema, key)
        envelope = close_envelope(
            self._vault.envelopes(generation), header_of(row.place, generation), previous, inside
        )
        payload = self._vault.seal(key).close(row.payload or b"", envelope)
        payload_hash = sha256(payload).digest()
        return Link(
            position=row.position,
            place=row.place,
            tag=self._vault.fingerprint(row.id),
            previous=previous,
            hash=hash_of(previous, envelope, payload_hash),
            envelope=envelope,
            payload_hash=payload_hash,
            payload=payload,
        )

    def all(self) -> Iterator[Row]:
        """Every row, oldest first; the chain is checked on the way.

        Raises:
            StorageError: A line is not what was stored, or one is missing.
        """
        check = ChainCheck()
        for link in self._file.all():
            try:
                check.take(link)
            except ChainBrokenError:
                raise StorageError(StorageFault.DAMAGED) from None
            yield self._opened(link)

    def at(self, positions: Iterable[int]) -> tuple[Row, ...]:
        """Rows at positions that exist."""
        return tuple(map(self._opened, self._file.at(positions)))

    def find(self, event_id: str) -> Row | None:
        """The row of an event."""
        link = self._file.find(self._vault.fingerprint(event_id))
        return None if link is None else self._opened(link)

    def at_place(self, place: Stored) -> Row | None:
        """The row with a device's number."""
        link = self._file.at_place(place)
        return None if link is None else self._opened(link)

    def close(self) -> None:
        """Let the store go; a second call does nothing."""
        self._closing.close()

    def _opened(self, link: Link) -> Row:
        try:
            _place, generation, header_bytes = read_header(link.envelope)
            seal = self._vault.envelopes(generation)
            inside = open_envelope(seal, link.envelope, header_bytes, link.previous)
            payload = self._payload(link, inside.key)
        except (SealBrokenError, NotAnEnvelopeError):
            raise StorageError(StorageFault.DAMAGED) from None
        return Row(link.position, link.place, inside.id, inside.kind, inside.schema, payload)

    def _payload(self, link: Link, key: bytes) -> bytes | None:
        """What happened; None after the case was disposed of."""
        if self._vault.is_destroyed(key):
            return None
        if link.payload is None:
            # Erased, and nobody disposed of the case.
            raise StorageError(StorageFault.DAMAGED)
        return self._vault.seal(key).open(link.payload, link.envelope)
