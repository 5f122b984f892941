"""A record that is opened after the window that shows it."""

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.ledger_record import LedgerRecord


class LateRecord:
    """Stands in for a record until it is opened; every name of the record is looked up in it.

    Nothing of the record may be asked for before: that raises ``StorageError``, ``LOCKED``.
    """

    def __init__(self) -> None:
        self._opened: LedgerRecord | None = None

    def fill(self, record: LedgerRecord) -> None:
        """Let everything that holds this one use the opened record."""
        self._opened = record

    @property
    def opened(self) -> LedgerRecord:
        """The opened record.

        Raises:
            StorageError: It is not opened yet.
        """
        if self._opened is None:
            raise StorageError(StorageFault.LOCKED)
        return self._opened

    def empty(self) -> None:
        """Let the record go, and stand in for a closed one again."""
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()

    def close(self) -> None:
        """Let the record go, if it was opened."""
        if self._opened is not None:
            self._opened.close()

    def __getattr__(self, name: str) -> object:
        return getattr(self.opened, name)
