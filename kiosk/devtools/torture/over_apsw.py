"""The record's own code over SQLite as ``apsw`` brings it, whose file system can be ours.

The program itself uses the standard library's ``sqlite3``, which cannot be given a file system.
Here the same classes send the same statements and pragmas through ``apsw``; what they leave on the
disk is then opened by the program as it is. ``apsw`` is there for development only.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, cast

import apsw

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.files.sqlite_files import PRAGMAS, Connect
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.folding.snapshot import Shelf
from kiosk.record.keys.root_key import Trial
from kiosk.record.keys.slot_file import read_slots
from kiosk.record.keys.vault import Vault
from kiosk.record.keys.vault_file import open_vault_file
from kiosk.record.ledger.ledger_file import open_ledger
from kiosk.record.sealed_log import SealedLog

# As SQLite does when it is told nothing else.
USUAL_PAGES = 1000
_FIRST = 1
_DAMAGED = (apsw.CorruptError, apsw.NotADBError)


class Rows:
    """What a statement gave, read at once."""

    def __init__(self, rows: list[tuple[Any, ...]]) -> None:
        self._rows = iter(rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._rows

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row."""
        return next(self._rows, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows that are left."""
        return list(self._rows)


class ApswConnection:
    """So much of ``sqlite3.Connection`` as the record uses, with the same exceptions.

    Attributes:
        text_factory: Taken and not used.
    """

    def __init__(self, file: Path, vfs: str, fold_at: int) -> None:
        self.text_factory: object = None
        self._fold_at = fold_at
        with _as_sqlite3():
            self._connection = apsw.Connection(str(file), vfs=vfs)
            self._connection.set_wal_hook(self._fold)

    def _fold(self, connection: apsw.Connection, _name: str, pages: int) -> int:
        """Fold the journal into the file; a fault is told at no commit, as SQLite's own hook."""
        if pages >= self._fold_at:
            with suppress(apsw.Error):
                connection.wal_checkpoint()
        return apsw.SQLITE_OK

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self._connection.in_transaction

    def execute(self, statement: str, values: tuple[Any, ...] = ()) -> Rows:
        """Run a statement to its end."""
        with _as_sqlite3():
            return Rows(list(self._connection.execute(statement, values)))

    def executemany(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Run a statement once per row."""
        with _as_sqlite3():
            self._connection.executemany(statement, rows)

    def close(self) -> None:
        """Fold the journal into the file and let it go; as in ``sqlite3`` no fault is told."""
        with suppress(apsw.Error):
            self._connection.close()


@contextmanager
def _as_sqlite3() -> Iterator[None]:
    try:
        yield
    except apsw.ConnectionClosedError as error:
        raise sqlite3.ProgrammingError(str(error)) from None
    except apsw.Error as error:
        kind = sqlite3.DatabaseError if isinstance(error, _DAMAGED) else sqlite3.OperationalError
        told = kind(str(error))
        told.sqlite_errorcode = getattr(error, "extendedresult", 0)
        raise told from None


def connect_over(vfs: str, pragmas: Iterable[str] = PRAGMAS, fold_at: int = USUAL_PAGES) -> Connect:
    """Opens files as the record does, through a file system of ``apsw``.

    Args:
        vfs: Its registered name.
        pragmas: Other ones, for a control.
        fold_at: Pages in the journal from which on it is folded into the file.
    """

    def connect(file: Path) -> sqlite3.Connection:
        connection = ApswConnection(file, vfs, fold_at)
        try:
            for pragma in pragmas:
                connection.execute(pragma)
        except BaseException:
            connection.close()
            raise
        return cast("sqlite3.Connection", connection)

    return connect


def open_over(folder: Path, connect: Connect) -> FoldedRecord:
    """Open the trial record of a folder through other connections, and leave its lock alone.

    Raises:
        StorageError: It cannot be opened.
    """
    slots = read_slots(folder)
    if slots is None:
        raise StorageError(StorageFault.HALF)
    with ExitStack() as undo:
        closing = undo.enter_context(ExitStack())
        vault_file = open_vault_file(folder, connect)
        closing.callback(vault_file.close)
        vault = Vault(vault_file, slots.roots(Trial())[_FIRST])
        ledger = open_ledger(folder, connect)
        closing.callback(ledger.close)
        shelf = Shelf(folder, vault.snapshot_seal(), slots.store)
        record = FoldedRecord(SealedLog(ledger, vault, closing, shelf=shelf))
        undo.pop_all()
    return record
