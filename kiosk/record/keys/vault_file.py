"""The file that wrapped keys lie in, apart from the ledger."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.files.copied_files import Kept
from kiosk.record.files.faults import told_plainly
from kiosk.record.files.sqlite_files import Connect, connect, empty_journal, transaction
from kiosk.record.files.writing import Writing

VAULT_FILE = "keys.sqlite3"

# 1 had no number of its own, no proofs, and a disposal that anybody could write.
VAULT_FORMAT = 2

_TABLES = (
    """CREATE TABLE meta (
        format INTEGER NOT NULL,
        store TEXT NOT NULL,
        generation INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE key (
        id BLOB PRIMARY KEY,
        purpose TEXT NOT NULL,
        generation INTEGER NOT NULL,
        tag BLOB,
        wrapped BLOB,
        proof BLOB,
        destroyed_on TEXT
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX key_of_tag ON key (tag) WHERE tag IS NOT NULL",
    "CREATE TABLE disposal (note BLOB NOT NULL) STRICT",
)
# What no version of this file ever loses; a key that was destroyed never comes back.
VAULT_KEPT = (
    Kept("meta", ("store",)),
    Kept("key", ("id",), emptied="wrapped", only="p.purpose <> 'snapshot'"),
)
_INSERT = "INSERT INTO key VALUES (?, ?, ?, ?, ?, ?, NULL)"
_SELECT = "SELECT id, purpose, generation, tag, wrapped, proof FROM key WHERE"
_DESTROY = """UPDATE key SET wrapped = NULL, tag = NULL, proof = ?, destroyed_on = ?
    WHERE id = ? AND purpose = 'case'"""
_PUT_NOTE = "INSERT INTO disposal VALUES (?)"


class WrappedKey(NamedTuple):
    """A key as it lies in the file.

    Attributes:
        purpose: What it is for.
        generation: Number of the root key that was in use when this key was made.
        tag: Keyed fingerprint of a case; None for keys of no case, and once it is destroyed.
        wrapped: Sealed by the root key; None once it is destroyed.
        proof: Seal of the root key that it was destroyed on purpose; None before.
    """

    id: bytes
    purpose: str
    generation: int
    tag: bytes | None
    wrapped: bytes | None
    proof: bytes | None = None


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
            StorageError: This is no file of keys, or another version of the program wrote it.
        """
        if not {"meta", "key"} <= self._tables():
            raise StorageError(StorageFault.HALF)
        with told_plainly():
            found = self._connection.execute("SELECT * FROM meta").fetchone()
        match found:
            case (_store, _generation):
                raise StorageError(StorageFault.OLDER_TRIAL)
            case (format_, store, generation) if format_ == VAULT_FORMAT:
                return store, generation
            case (int(format_), *_) if format_ > VAULT_FORMAT:
                raise StorageError(StorageFault.NEWER_VERSION)
        raise StorageError(StorageFault.DAMAGED)

    def add(self, keys: Iterable[WrappedKey]) -> None:
        """Store keys durably, all or none."""
        with self._writing.all_or_nothing():
            self._connection.executemany(_INSERT, map(_values, keys))

    def replace(self, key: WrappedKey) -> None:
        """Store a key of the store itself durably, in place of the one with its id."""
        with self._writing.all_or_nothing():
            self._connection.execute("DELETE FROM key WHERE id = ?", (key.id,))
            self._connection.execute(_INSERT, _values(key))

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

    def destroyed(self) -> list[WrappedKey]:
        """The keys that are gone, also those without a proof."""
        return self._select("wrapped IS NULL")

    def all(self) -> list[WrappedKey]:
        """Every key, destroyed ones too."""
        return self._select("TRUE")

    def count_case_keys(self) -> int:
        """How many keys cases ever got here; none is ever removed."""
        with told_plainly():
            query = "SELECT count(*) FROM key WHERE purpose = 'case'"
            (count,) = self._connection.execute(query).fetchone()
        return int(count)

    def has_case_keys(self) -> bool:
        """Whether any case ever got a key here; not in a file that was hardly begun."""
        return "key" in self._tables() and bool(self._select("purpose = 'case' LIMIT 1"))

    def rewrap(
        self,
        keys: Iterable[WrappedKey],
        fresh: Iterable[WrappedKey],
        note: bytes | None,
        generation: int,
    ) -> None:
        """Take on a new root key: all keys and the note of a disposal as it seals them, new keys.

        All or nothing.
        """
        wrapped = [(key.wrapped, key.proof, key.id) for key in keys]
        with self._writing.all_or_nothing():
            self._connection.executemany(
                "UPDATE key SET wrapped = ?, proof = ? WHERE id = ?", wrapped
            )
            self._connection.executemany(_INSERT, map(_values, fresh))
            if note is not None:
                self._connection.execute("UPDATE disposal SET note = ?", (note,))
            self._connection.execute("UPDATE meta SET generation = ?", (generation,))
        self._empty_journal()

    def begin_disposal(self, note: bytes) -> None:
        """Keep the sealed note of a disposal durably.

        Raises:
            StorageError: There is one already.
        """
        with self._writing.all_or_nothing():
            if self.disposal() is not None:
                raise StorageError(StorageFault.FAILED)
            self._connection.execute(_PUT_NOTE, (note,))

    def disposal(self) -> bytes | None:
        """The sealed note of a disposal; None without one."""
        with told_plainly():
            found = self._connection.execute("SELECT note FROM disposal").fetchone()
        return None if found is None else bytes(found[0])

    def end_disposal(self) -> None:
        """Take the note away."""
        with self._writing.all_or_nothing():
            self._connection.execute("DELETE FROM disposal")

    def destroy_keys(self, gone: Iterable[WrappedKey], snapshot: WrappedKey, day: str) -> None:
        """Zero keys of cases and every key of a snapshot, and put a new one there; all or nothing.

        Args:
            gone: The keys with the proof that they are destroyed.
            snapshot: The new one.
            day: ISO date.
        """
        with self._writing.all_or_nothing():
            self._connection.executemany(_DESTROY, [(key.proof, day, key.id) for key in gone])
            self._connection.execute("DELETE FROM key WHERE purpose = ?", (snapshot.purpose,))
            self._connection.execute(_INSERT, _values(snapshot))
        self._empty_journal()

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

    def _empty_journal(self) -> None:
        """Overwrite what the journal still holds of a key; nobody else reads this file."""
        with told_plainly():
            if not empty_journal(self._connection):
                raise StorageError(StorageFault.BEING_READ)

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
            values = VAULT_FORMAT, store, generation
            connection.execute("INSERT INTO meta VALUES (?, ?, ?)", values)
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
    return key.id, key.purpose, key.generation, key.tag, key.wrapped, key.proof
