"""Where rows lie: what the record needs from a ledger, and the ledger in one SQLite file."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import Stored
from kiosk.record.faults import fault_of, primary_code, told_plainly
from kiosk.record.row import Row
from kiosk.record.schema import prepare
from kiosk.record.store_lock import own

if TYPE_CHECKING:
    from filelock import BaseFileLock

LEDGER_FILE = "ledger.sqlite3"

_COLUMNS = "position, device, seq, id, kind, schema, payload"
_SELECT = f"SELECT {_COLUMNS} FROM event"  # noqa: S608  constants only
_INSERT = f"INSERT INTO event ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    # Without it INSERT OR REPLACE would delete past the trigger.
    "PRAGMA recursive_triggers = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
)
# SQLite rolls these back before anything was synced, so a later try is a new one.
_HARMLESS = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY})


class Log(Protocol):
    """Rows in the order in which they were stored; the caller serialises every call."""

    @property
    def device(self) -> str:
        """Id of this machine."""
        ...

    def append(self, rows: Sequence[Row]) -> None:
        """Store all rows durably, or none.

        Raises:
            StorageError: Nothing was stored.
        """
        ...

    def all(self) -> Iterator[Row]:
        """Every row, oldest first."""
        ...

    def at(self, positions: Iterable[int]) -> tuple[Row, ...]:
        """Rows at positions that exist."""
        ...

    def find(self, event_id: str) -> Row | None:
        """The row of an event."""
        ...

    def at_place(self, place: Stored) -> Row | None:
        """The row with a device's number."""
        ...

    def close(self) -> None:
        """Let the store go; a second call does nothing."""
        ...


class SqliteLog:
    """The ledger file.

    After a failed commit nothing more is written: a sync that failed once may report success the
    second time without having stored anything (fsyncgate), so the store has to be opened anew.
    """

    def __init__(
        self, connection: sqlite3.Connection, device: str, lock: "BaseFileLock | None" = None
    ) -> None:
        self._connection = connection
        self._device = device
        self._lock = lock
        self._is_writable = True

    @property
    def device(self) -> str:
        """Id of this machine."""
        return self._device

    def append(self, rows: Sequence[Row]) -> None:
        """Store all rows durably, or none.

        Raises:
            StorageError: Nothing was stored.
        """
        if not self._is_writable:
            raise StorageError(StorageFault.CLOSED)
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(_INSERT, map(_values, rows))
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._give_up(error)
            raise fault_of(error) from None

    def _give_up(self, error: sqlite3.Error) -> None:
        self._is_writable = primary_code(error) in _HARMLESS
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error:
            self._is_writable = False

    def all(self) -> Iterator[Row]:
        """Every row, oldest first."""
        with told_plainly():
            yield from map(_row, self._connection.execute(f"{_SELECT} ORDER BY position"))

    def at(self, positions: Iterable[int]) -> tuple[Row, ...]:
        """Rows at positions that exist."""
        found = (self._one("position = ?", (position,)) for position in positions)
        return tuple(row for row in found if row is not None)

    def find(self, event_id: str) -> Row | None:
        """The row of an event."""
        return self._one("id = ?", (event_id,))

    def at_place(self, place: Stored) -> Row | None:
        """The row with a device's number."""
        return self._one("device = ? AND seq = ?", (place.device, place.sequence))

    def _one(self, condition: str, values: tuple[object, ...]) -> Row | None:
        with told_plainly():
            found = self._connection.execute(f"{_SELECT} WHERE {condition}", values).fetchone()
        return None if found is None else _row(found)

    def close(self) -> None:
        """Fold the journal into the file and let the store go; a second call does nothing."""
        self._is_writable = False
        self._connection.close()
        if self._lock is not None:
            self._lock.release()


def open_log(folder: Path) -> SqliteLog:
    """Open the ledger of a data folder, or begin one.

    Raises:
        StoreBusyError: Another process holds it.
        StorageError: The folder cannot be written to, or the file is no ledger of ours.
    """
    with told_plainly(), ExitStack() as undo:
        if not folder.exists():
            folder.mkdir(mode=0o700, parents=True)
        lock = own(folder)
        undo.callback(lock.release)
        _make_private(folder / LEDGER_FILE)
        connection = sqlite3.connect(
            folder / LEDGER_FILE, isolation_level=None, check_same_thread=False
        )
        undo.callback(connection.close)
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        log = SqliteLog(connection, prepare(connection), lock)
        undo.pop_all()
    return log


def _make_private(file: Path) -> None:
    """Make the file before SQLite does, which gives its journals the mode of the file."""
    if file.exists():
        return
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    if os.name == "posix":
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _row(values: tuple[int, str, int, str, str, int, bytes]) -> Row:
    position, device, sequence, event_id, kind, schema, payload = values
    return Row(position, Stored(device, sequence), event_id, kind, schema, payload)


def _values(row: Row) -> tuple[int, str, int, str, str, int, bytes]:
    place = row.place
    return row.position, place.device, place.sequence, row.id, row.kind, row.schema, row.payload
