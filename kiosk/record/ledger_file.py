"""The ledger in one SQLite file: sealed lines are added and never changed.

What may be done to a line later is to erase its payload; its hash stays, and with it the chain.
"""

import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import Stored
from kiosk.record.chain import GENESIS, Link
from kiosk.record.faults import fault_of, primary_code, told_plainly
from kiosk.record.sqlite_files import connect, transaction

LEDGER_FILE = "ledger.sqlite3"
FORMAT = 2

# Without 0 O, 1 I L, 2 Z, 5 S and 8 B, which are mistaken for each other on paper.
_ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY"
_DEVICE_LENGTH = 4

_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE event (
        position INTEGER PRIMARY KEY,
        device TEXT NOT NULL,
        seq INTEGER NOT NULL,
        tag BLOB NOT NULL UNIQUE,
        previous BLOB NOT NULL,
        hash BLOB NOT NULL,
        envelope BLOB NOT NULL,
        payload_hash BLOB NOT NULL,
        payload BLOB,
        UNIQUE (device, seq)
    ) STRICT""",
    """CREATE TRIGGER event_gapless BEFORE INSERT ON event
    WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event WHERE device = NEW.device)
    BEGIN SELECT RAISE(ABORT, 'a number is missing'); END""",
    """CREATE TRIGGER event_chained BEFORE INSERT ON event
    WHEN NEW.seq > 1 AND NEW.previous IS NOT
        (SELECT hash FROM event WHERE device = NEW.device AND seq = NEW.seq - 1)
    BEGIN SELECT RAISE(ABORT, 'the line before is another one'); END""",
    """CREATE TRIGGER event_unchanged
    BEFORE UPDATE OF position, device, seq, tag, previous, hash, envelope, payload_hash ON event
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END""",
    """CREATE TRIGGER event_erased_only BEFORE UPDATE OF payload ON event
    WHEN NEW.payload IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END""",
    """CREATE TRIGGER event_kept BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END""",
)
_COLUMNS = "position, device, seq, tag, previous, hash, envelope, payload_hash, payload"
_SELECT = f"SELECT {_COLUMNS} FROM event"  # noqa: S608  constants only
_INSERT = f"INSERT INTO event ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
# SQLite rolls these back before anything was synced, so a later try is a new one.
_HARMLESS = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY})


@dataclass(frozen=True, slots=True)
class LedgerMeta:
    """What the ledger says of itself.

    Attributes:
        store: Id of the store; its keys bear the same.
        device: Id of this machine in the store.
    """

    store: str
    device: str


class LedgerFile:
    """Sealed lines in SQLite; the caller serialises every call.

    After a failed commit nothing more is written: a sync that failed once may report success the
    second time without having stored anything (fsyncgate), so the store has to be opened anew.
    """

    def __init__(self, connection: sqlite3.Connection, meta: LedgerMeta) -> None:
        self._connection = connection
        self._is_writable = True
        self.meta = meta

    def append(self, links: Sequence[Link]) -> None:
        """Store all lines durably, or none.

        Raises:
            StorageError: Nothing was stored.
        """
        if not self._is_writable:
            raise StorageError(StorageFault.CLOSED)
        try:
            with transaction(self._connection):
                self._connection.executemany(_INSERT, map(_values, links))
        except sqlite3.Error as error:
            self._is_writable = (
                primary_code(error) in _HARMLESS and not self._connection.in_transaction
            )
            raise fault_of(error) from None

    def all(self) -> Iterator[Link]:
        """Every line, in the order of this store."""
        with told_plainly():
            yield from map(_link, self._connection.execute(f"{_SELECT} ORDER BY position"))

    def at(self, positions: Iterable[int]) -> tuple[Link, ...]:
        """Lines at positions that exist."""
        found = (self._one("position = ?", (position,)) for position in positions)
        return tuple(link for link in found if link is not None)

    def find(self, tag: bytes) -> Link | None:
        """The line with a fingerprint."""
        return self._one("tag = ?", (tag,))

    def at_place(self, place: Stored) -> Link | None:
        """The line with a device's number."""
        return self._one("device = ? AND seq = ?", (place.device, place.sequence))

    def head(self, device: str) -> bytes:
        """Hash of a device's last line; zeros before its first."""
        with told_plainly():
            found = self._connection.execute(
                "SELECT hash FROM event WHERE device = ? ORDER BY seq DESC LIMIT 1", (device,)
            ).fetchone()
        return GENESIS if found is None else bytes(found[0])

    def close(self) -> None:
        """Fold the journal into the file and let it go; a second call does nothing."""
        self._is_writable = False
        self._connection.close()

    def _one(self, condition: str, values: tuple[object, ...]) -> Link | None:
        with told_plainly():
            found = self._connection.execute(f"{_SELECT} WHERE {condition}", values).fetchone()
        return None if found is None else _link(found)


def begin_ledger(folder: Path, store: str) -> None:
    """Write the tables of a new ledger.

    Raises:
        StorageError: It cannot be written.
    """
    device = "".join(secrets.choice(_ALPHABET) for _ in range(_DEVICE_LENGTH))
    meta = {"format": str(FORMAT), "store": store, "device": device}
    with told_plainly():
        connection = connect(folder / LEDGER_FILE)
        try:
            with transaction(connection):
                for statement in _TABLES:
                    connection.execute(statement)
                connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        finally:
            connection.close()


def open_ledger(folder: Path) -> LedgerFile:
    """The ledger of a data folder.

    Raises:
        StorageError: The file cannot be read, is no ledger, or comes from a newer version.
    """
    with told_plainly():
        connection = connect(folder / LEDGER_FILE)
        try:
            return LedgerFile(connection, _checked(connection))
        except BaseException:
            connection.close()
            raise


def peek(file: Path) -> tuple[int | None, bool]:
    """Format of a ledger that lies there without its keys, and whether it holds any event.

    Returns:
        The format is None for a file that nothing was written to yet.

    Raises:
        StorageError: It is no ledger of ours.
        sqlite3.Error: It cannot be read.
    """
    journal = file.with_name(f"{file.name}-wal")
    if journal.exists() and journal.stat().st_size:
        return FORMAT, True
    # Immutable: reading leaves no journal behind.
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        if connection.execute("SELECT 1 FROM sqlite_schema").fetchone() is None:
            return None, False
        if not _has_tables(connection):
            raise StorageError(StorageFault.DAMAGED)
        (stored,) = connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        has_events = connection.execute("SELECT 1 FROM event LIMIT 1").fetchone() is not None
    finally:
        connection.close()
    return int(stored), has_events


def _has_tables(connection: sqlite3.Connection) -> bool:
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    return {"meta", "event"} <= names


def _checked(connection: sqlite3.Connection) -> LedgerMeta:
    if not _has_tables(connection):
        raise StorageError(StorageFault.DAMAGED)
    meta: dict[str, str] = dict(connection.execute("SELECT key, value FROM meta"))
    stored = meta.get("format", "")
    if not stored.isdigit():
        raise StorageError(StorageFault.DAMAGED)
    if int(stored) != FORMAT:
        is_newer = int(stored) > FORMAT
        raise StorageError(StorageFault.NEWER_VERSION if is_newer else StorageFault.OLDER_TRIAL)
    try:
        return LedgerMeta(meta["store"], meta["device"])
    except KeyError:
        raise StorageError(StorageFault.DAMAGED) from None


def _link(values: tuple[int, str, int, bytes, bytes, bytes, bytes, bytes, bytes | None]) -> Link:
    position, device, sequence, tag, previous, hash_, envelope, payload_hash, payload = values
    place = Stored(device, sequence)
    return Link(position, place, tag, previous, hash_, envelope, payload_hash, payload)


def _values(link: Link) -> tuple[object, ...]:
    place = link.place
    return (
        link.position,
        place.device,
        place.sequence,
        link.tag,
        link.previous,
        link.hash,
        link.envelope,
        link.payload_hash,
        link.payload,
    )
