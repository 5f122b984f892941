"""TinyDB documents in memory; only the fold of the ledger may change them.

TinyDB copies a whole table for every write, so the table here works in place through private
hooks of the pinned version, ``_read_table`` and ``_update_table``; its ids are given by us, so
``_get_next_id`` is shut. A contract test guards the three.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tinydb import Storage, TinyDB
from tinydb.table import Document, Table

CASES = "cases"
BLOCKS = "blocks"
STAFF = "staff"
TRIES = "tries"

_Rows = dict[int, Mapping[str, Any]]


class OutsideFoldError(RuntimeError):
    """Program fault: a document was about to change without an event in the ledger."""


class FoldedStorage(Storage):
    """Tables that live as long as the process and refuse every write outside the fold."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[Any, Any]] = {}
        self._is_folding = False

    @contextmanager
    def folding(self) -> Iterator[None]:
        """Writes are allowed inside; only the fold enters here."""
        self._is_folding = True
        try:
            yield
        finally:
            self._is_folding = False

    def read(self) -> dict[str, dict[Any, Any]]:
        """The live tables."""
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take over all tables.

        Raises:
            OutsideFoldError: Not called by the fold.
        """
        self.refuse_outside_fold()
        self._tables = data

    def rows(self, table: str) -> dict[Any, Any]:
        """The live documents of one table by key."""
        return self._tables.setdefault(table, {})

    def refuse_outside_fold(self) -> None:
        """Raise unless the fold is running.

        Raises:
            OutsideFoldError: It is not.
        """
        if not self._is_folding:
            message = "documents change through events only"
            raise OutsideFoldError(message)


def _folded(storage: Storage) -> FoldedStorage:
    if not isinstance(storage, FoldedStorage):
        message = "documents live in a folded storage only"
        raise OutsideFoldError(message)
    return storage


class LiveTable(Table):
    """A table whose updates touch what they change, not every document; its keys are text."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB calls it an extension point

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return self._live().rows(self.name)

    def _update_table(self, updater: Callable[[_Rows], None]) -> None:
        storage = self._live()
        # Before the updater, which changes the stored documents themselves.
        storage.refuse_outside_fold()
        updater(storage.rows(self.name))
        self.clear_cache()

    def _get_next_id(self) -> int:
        message = "documents are put under a key"
        raise OutsideFoldError(message)

    def _live(self) -> FoldedStorage:
        return _folded(self._storage)


class Documents(TinyDB):
    """The program's document store, empty at first."""

    table_class = LiveTable

    def __init__(self) -> None:
        super().__init__(storage=FoldedStorage)

    @contextmanager
    def folding(self) -> Iterator[None]:
        """Writes are allowed inside; only the fold enters here."""
        with _folded(self.storage).folding():
            yield

    def put(self, table: str, key: str, document: Mapping[str, Any]) -> None:
        """Store a document in place of an earlier one with this key and the same fields."""
        self.table(table).upsert(_under(key, document))

    def find(self, table: str, key: str) -> Mapping[str, Any] | None:
        """The document with this key; its parts are shared, so the caller changes nothing."""
        found = self.table(table).get(doc_id=key)  # type: ignore[call-overload]  # see LiveTable
        return found if isinstance(found, Document) else None


def _under(key: str, document: Mapping[str, Any]) -> Document:
    return Document(document, key)  # type: ignore[arg-type]  # see LiveTable
