"""Transactions on one file, until one fails that must not be tried again."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.faults import fault_of, primary_code
from kiosk.record.sqlite_files import transaction

# SQLite rolls these back before anything was synced, so a later try is a new one.
_HARMLESS = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY})


class Writing:
    """Stores all of a transaction or nothing.

    After a failed commit nothing more is written: a sync that failed once may report success the
    second time without having stored anything (fsyncgate), so the store has to be opened anew.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._is_possible = True

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """What is executed inside is stored together.

        Raises:
            StorageError: Nothing was stored.
        """
        self.require_possible()
        try:
            with transaction(self._connection):
                yield
        except sqlite3.Error as error:
            is_over = not self._connection.in_transaction
            self._is_possible = is_over and primary_code(error) in _HARMLESS
            raise fault_of(error) from None

    def require_possible(self) -> None:
        """Refuse to write after a commit failed, or after the end.

        Raises:
            StorageError: It did.
        """
        if not self._is_possible:
            raise StorageError(StorageFault.CLOSED)

    def end(self) -> None:
        """Write nothing more."""
        self._is_possible = False
