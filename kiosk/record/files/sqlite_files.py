"""SQLite files that are durable, private to one user, and zero what is deleted."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Connect = Callable[[Path], sqlite3.Connection]

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    # Without it INSERT OR REPLACE would delete past a trigger.
    "PRAGMA recursive_triggers = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
)


def connect(file: Path) -> sqlite3.Connection:
    """Open a file, or begin one; used by one thread at a time.

    Raises:
        sqlite3.Error, OSError: It cannot be opened.
    """
    _make_private(file)
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    try:
        for pragma in PRAGMAS:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All statements inside take effect, or none.

    Raises:
        sqlite3.Error: None did.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def empty_journal(connection: sqlite3.Connection) -> bool:
    """Fold the journal into the file and overwrite what it held; whether that was done.

    Not while somebody else reads, whom SQLite waits five seconds for.

    Raises:
        sqlite3.Error: The file cannot be written.
    """
    is_busy, _in_journal, _folded = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not is_busy


def fold_journal(connection: sqlite3.Connection) -> bool:
    """Fold of the journal into the file what nobody reads; whether that was all of it.

    What is left does no harm: the next opening reads it from the journal.

    Raises:
        sqlite3.Error: The file cannot be written.
    """
    is_busy, in_journal, folded = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    return not is_busy and in_journal == folded


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make_private(file: Path) -> None:
    """Make the file before SQLite does, which gives its journals the mode of the file."""
    if file.exists():
        return
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    sync_folder(file.parent)
