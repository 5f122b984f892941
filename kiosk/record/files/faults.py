"""Faults of SQLite and the file system as reasons that can be told to people."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.domain.errors import StorageError, StorageFault, StoreBusyError

_READ_ONLY = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_PRIMARY = 0xFF


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn faults of the store into ``StorageError``; the original text stays out of logs."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise fault_of(error) from None
    except UnicodeDecodeError:
        # Python fails to word SQLite's fault where the name that it quotes is damaged.
        raise StorageError(StorageFault.DAMAGED) from None
    except MemoryError:
        # Damaged lengths ask for more than there is.
        raise StorageError(StorageFault.FAILED) from None


def fault_of(error: sqlite3.Error | OSError) -> StorageError:
    """The reason behind a fault."""
    if isinstance(error, OSError):
        return StorageError(_of_os(error))
    if isinstance(error, sqlite3.ProgrammingError):
        # The one that can happen: the connection is closed.
        return StorageError(StorageFault.CLOSED)
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_IOERR_SHMSIZE:
        # What a full disk makes of opening; writing says SQLITE_FULL.
        return StorageError(StorageFault.DISK_FULL)
    primary = primary_code(error)
    if primary in _BUSY:
        return StoreBusyError()
    return StorageError(_of_sqlite(primary))


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension; 0 where the fault is not SQLite's."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & _PRIMARY


def _of_sqlite(primary: int) -> StorageFault:
    if primary == sqlite3.SQLITE_FULL:
        return StorageFault.DISK_FULL
    if primary in _READ_ONLY:
        return StorageFault.READ_ONLY
    if primary in _DAMAGED:
        return StorageFault.DAMAGED
    return StorageFault.FAILED


def _of_os(error: OSError) -> StorageFault:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return StorageFault.DISK_FULL
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return StorageFault.READ_ONLY
    return StorageFault.FAILED
