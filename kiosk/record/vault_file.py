"""The file that wrapped keys lie in, apart from the ledger."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import Stored
from kiosk.record.faults import told_plainly
from kiosk.record.sqlite_files import Connect, connect, transaction
from kiosk.record.writing import Writing

VAULT_FILE = "keys.sqlite3"

_TABLES = (
    "CREATE TABLE meta (store TEXT NOT NULL, generation INTEGER NOT NULL) STRICT",
    """CREATE TABLE key (
        id BLOB PRIMARY KEY,
        purpose TEXT NOT NULL,
        generation INTEGER NOT NULL,
        tag BLOB,
        wrapped BLOB,
        destroyed_on TEXT
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX key_of_tag ON key (tag) WHERE tag IS NOT NULL",
)
_DISPOSAL = """CREATE TABLE IF NOT EXISTS disposal (
    event TEXT NOT NULL,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    key BLOB NOT NULL
) STRICT"""
_INSERT = "INSERT INTO key VALUES (?, ?, ?, ?, ?, NULL)"
_SELECT = "SELECT id, purpose, generation, tag, wrapped FROM key WHERE"
# Both empty what the write-ahead journal still holds of a key.
_EMPTY_JOURNAL = "PRAGMA wal_checkpoint(TRUNCATE)"


class WrappedKey(NamedTuple):
    """A key as it lies in the file.

    Attributes:
        purpose: What it is for.
        generation: Number of the root key that was in use when this key was made.
        tag: Keyed fingerprint of a case; None for keys of no case, and once it is destroyed.
        wrapped: Sealed by the root key; None once it is destroyed.
    """

    id: bytes
    purpose: str
    generation: int
    tag: bytes | None
    wrapped: bytes | None


class Doomed(NamedTuple):
    """A line that is about to be erased.

    Attributes:
        key: Id of the key that it is sealed with.
    """

    place: Stored
    key: bytes


class VaultFile:
    """Rows of wrapped keys in SQLite; the caller serialises every call.

    Every method raises ``StorageError`` when the file cannot be read or written. After a failed
    commit nothing more is written until the store is opened anew.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._writing = Writing(connection)

    def meta(self) -> tuple[str, int]:
        """Id of the store that the keys belong to, and number of the root key that wraps them.

        Raises:
            StorageError: This is no file of keys.
        """
        if not {"meta", "key"} <= self._tables():
            raise StorageError(StorageFault.HALF)
        with told_plainly():
            store, generation = self._connection.execute("SELECT * FROM meta").fetchone()
        return store, generation

    def add(self, keys: Iterable[WrappedKey]) -> None:
        """Store keys durably, all or none."""
        with self._writing.all_or_nothing():
            self._connection.executemany(_INSERT, map(_values, keys))

    def require_writable(self) -> None:
        """Refuse when a commit failed here: what is sealed under these keys must wait too."""
        self._writing.require_possible()

    def find(self, key_id: bytes) -> WrappedKey | None:
        """A key; None when it never was here."""
        return next(iter(self._select("id = ?", key_id)), None)

    def of_case(self, tag: bytes) -> list[WrappedKey]:
        """Every key of a case, newest first; may be empty."""
        return self._select("tag = ? ORDER BY generation DESC", tag)

    def of_no_case(self) -> list[WrappedKey]:
        """The keys that belong to the store itself."""
        return self._select("purpose <> 'case'")

    def destroyed(self) -> set[bytes]:
        """Ids of the keys that were destroyed."""
        return {key.id for key in self._select("wrapped IS NULL")}

    def all(self) -> list[WrappedKey]:
        """Every key, destroyed ones too."""
        return self._select("TRUE")

    def has_case_keys(self) -> bool:
        """Whether any case ever got a key here; not in a file that was hardly begun."""
        return "key" in self._tables() and bool(self._select("purpose = 'case' LIMIT 1"))

    def destroy(self, tag: bytes, day: str) -> None:
        """Zero every key of a case in the file and empty the journal; ``day`` is an ISO date."""
        with self._writing.all_or_nothing():
            self._connection.execute(
                "UPDATE key SET wrapped = NULL, tag = NULL, destroyed_on = ? WHERE tag = ?",
                (day, tag),
            )
        with told_plainly():
            self._connection.execute(_EMPTY_JOURNAL)

    def rewrap(
        self, keys: Iterable[WrappedKey], fresh: Iterable[WrappedKey], generation: int
    ) -> None:
        """Take on a new root key: how keys are wrapped by it, and new ones; all or nothing."""
        wrapped = [(key.wrapped, key.id) for key in keys]
        with self._writing.all_or_nothing():
            self._connection.executemany("UPDATE key SET wrapped = ? WHERE id = ?", wrapped)
            self._connection.executemany(_INSERT, map(_values, fresh))
            self._connection.execute("UPDATE meta SET generation = ?", (generation,))
        with told_plainly():
            self._connection.execute(_EMPTY_JOURNAL)

    def begin_disposal(self, event_id: str, doomed: Iterable[Doomed]) -> None:
        """Note durably what is to go once an event is stored; an earlier note is forgotten."""
        rows = [(event_id, each.place.device, each.place.sequence, each.key) for each in doomed]
        with self._writing.all_or_nothing():
            self._connection.execute(_DISPOSAL)
            self._connection.execute("DELETE FROM disposal")
            self._connection.executemany("INSERT INTO disposal VALUES (?, ?, ?, ?)", rows)

    def disposal(self) -> tuple[str, tuple[Doomed, ...]]:
        """The event and the lines that were noted; an empty id without any."""
        if "disposal" not in self._tables():
            return "", ()
        with told_plainly():
            rows = self._connection.execute("SELECT * FROM disposal").fetchall()
        doomed = tuple(Doomed(Stored(device, seq), key) for _event, device, seq, key in rows)
        return (rows[0][0] if rows else ""), doomed

    def end_disposal(self) -> None:
        """Take the note away."""
        with self._writing.all_or_nothing():
            self._connection.execute("DELETE FROM disposal")

    def destroy_keys(self, ids: Iterable[bytes], snapshot: WrappedKey, day: str) -> None:
        """Zero keys and every key of a snapshot, and put a new one there; all or nothing."""
        zero = "UPDATE key SET wrapped = NULL, tag = NULL, destroyed_on = ? WHERE id = ?"
        with self._writing.all_or_nothing():
            self._connection.executemany(zero, [(day, key_id) for key_id in ids])
            self._connection.execute("DELETE FROM key WHERE purpose = ?", (snapshot.purpose,))
            self._connection.execute(_INSERT, _values(snapshot))
        with told_plainly():
            self._connection.execute(_EMPTY_JOURNAL)

    def copy_into(self, target: sqlite3.Connection) -> None:
        """Copy every key into an empty file.

        Raises:
            sqlite3.Error: The file cannot be read, or the target not written.
        """
        self._connection.backup(target)

    def close(self) -> None:
        """Let the file go; a second call does nothing."""
        self._writing.end()
        self._connection.close()

    def _tables(self) -> set[str]:
        with told_plainly():
            rows = self._connection.execute("SELECT name FROM sqlite_schema").fetchall()
        return {name for (name,) in rows}

    def _select(self, condition: str, *values: object) -> list[WrappedKey]:
        with told_plainly():
            rows = self._connection.execute(f"{_SELECT} {condition}", values).fetchall()
        return [WrappedKey(*row) for row in rows]


def begin_vault_file(folder: Path, store: str, generation: int) -> VaultFile:
    """An empty file of keys.

    Raises:
        StorageError: It cannot be written.
    """
    with told_plainly():
        connection = connect(folder / VAULT_FILE)
        with transaction(connection):
            for statement in _TABLES:
                connection.execute(statement)
            connection.execute("INSERT INTO meta VALUES (?, ?)", (store, generation))
    return VaultFile(connection)


def open_vault_file(folder: Path, connect: Connect = connect) -> VaultFile:
    """The file of keys of a data folder.

    Args:
        folder: Data folder.
        connect: How its file is opened.

    Raises:
        StorageError: There is none, or it cannot be opened.
    """
    if not (folder / VAULT_FILE).exists():
        raise StorageError(StorageFault.HALF)
    with told_plainly():
        return VaultFile(connect(folder / VAULT_FILE))


def _values(key: WrappedKey) -> tuple[object, ...]:
    return key.id, key.purpose, key.generation, key.tag, key.wrapped
