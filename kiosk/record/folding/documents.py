"""TinyDB documents in memory; only the fold of the ledger may change them.

TinyDB copies a whole table for every write, so the tables here are read in place through private
hooks of the pinned version, ``_read_table`` and ``_update_table``; nothing is ever numbered by
TinyDB, so ``_get_next_id`` is shut. A contract test guards the three.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, NoReturn

from tinydb import Storage, TinyDB
from tinydb.table import Document, Table

CASES = "cases"
BLOCKS = "blocks"
STAFF = "staff"
TRIES = "tries"

Rows = Mapping[str, Mapping[str, Any]]


class OutsideFoldError(RuntimeError):
    """Program fault: a document was about to change without an event in the ledger."""


def _refuse() -> NoReturn:
    message = "documents change through events only"
    raise OutsideFoldError(message)


class FoldedStorage(Storage):
    """Tables that the fold keeps; TinyDB can read them and nothing else."""

    def __init__(self, tables: Mapping[str, Rows]) -> None:
        self._tables = tables

    def read(self) -> dict[str, dict[str, Any]]:
        """All tables, each a copy of its list of documents."""
        return {name: dict(rows) for name, rows in self._tables.items()}

    def write(self, data: dict[str, dict[str, Any]]) -> None:  # noqa: ARG002  # TinyDB's form
        """Refused.

        Raises:
            OutsideFoldError: Always.
        """
        _refuse()

    def rows(self, table: str) -> Rows:
        """The live documents of one table by key; empty for a table that nobody keeps."""
        return self._tables.get(table, {})


class LiveTable(Table):
    """A table that is read where it lies; its keys are text."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB calls it an extension point

    def _read_table(self) -> Rows:  # type: ignore[override]  # read only
        storage = self._storage
        return storage.rows(self.name) if isinstance(storage, FoldedStorage) else _refuse()

    def _update_table(self, updater: Callable[[Any], None]) -> None:  # noqa: ARG002
        _refuse()

    def _get_next_id(self) -> int:
        _refuse()


class Documents(TinyDB):
    """What the program asks of the record beyond single cases, by table and query."""

    table_class = LiveTable
    # Every query is answered from the tables of this moment.
    default_query_cache_capacity = 0

    def __init__(self, tables: Mapping[str, Rows]) -> None:
        super().__init__(tables, storage=FoldedStorage)

    def table(self, name: str, **options: Any) -> Table:
        """A table without a cache of earlier answers."""
        return super().table(name, cache_size=0, **options)

    def copied(self) -> "Documents":
        """Every document as it stands; the caller keeps events away meanwhile."""
        storage = self.storage
        tables = storage.read() if isinstance(storage, FoldedStorage) else _refuse()
        return Documents(deepcopy(tables))

    def find(self, table: str, key: str) -> Mapping[str, Any] | None:
        """The document with this key; the caller's own."""
        found = self.table(table).get(doc_id=key)  # type: ignore[call-overload]  # see LiveTable
        return found if isinstance(found, Document) else None
