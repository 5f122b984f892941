"""Transactions on one file, until one fails that must not be tried again."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.files.faults import fault_of, primary_code
from kiosk.record.files.sqlite_files import transaction

# SQLite rolls these back before anything was synced, so a later try is a new one.
_HARMLESS = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY})


class Writing:
    """Stores all of a transaction or nothing; which one, is not known after a failed sync.

    After a failed commit nothing more is written: a sync that failed once may report success the
    second time without having stored anything (fsyncgate), so the store has to be opened anew.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._refusal: StorageFault | None = None

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """What is executed inside is stored together.

        Raises:
            StorageError: Nothing was stored; with ``UNSURE`` that is not known.
        """
        self.require_possible()
        is_whole = False
        try:
            with transaction(self._connection):
                yield
                is_whole = True
        except sqlite3.Error as error:
            is_over = not self._connection.in_transaction
            if is_over and primary_code(error) in _HARMLESS:
                raise fault_of(error) from None
            # The journal may hold all of it, though the disk did not say so.
            self._refusal = StorageFault.UNSURE if is_whole else StorageFault.CLOSED
            raise (StorageError(self._refusal) if is_whole else fault_of(error)) from None

    def require_possible(self) -> None:
        """Refuse to write after a commit failed, or after the end.

        Whoever tries the same again is told the same again.

        Raises:
            StorageError: It did.
        """
        if self._refusal is not None:
            raise StorageError(self._refusal)

    def end(self) -> None:
        """Write nothing more."""
        self._refusal = self._refusal or StorageFault.CLOSED
