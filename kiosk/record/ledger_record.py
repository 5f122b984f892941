"""The record of a data folder."""

from pathlib import Path

from kiosk.record.folded_record import FoldedRecord
from kiosk.record.log import open_log


class LedgerRecord(FoldedRecord):
    """The record over the ledger file; close it to let another process in."""


def open_record(folder: Path) -> LedgerRecord:
    """Open the record of a data folder, or begin one.

    Raises:
        StoreBusyError: Another process holds it.
        StorageError: It cannot be opened; ``code`` says why.
    """
    log = open_log(folder)
    try:
        return LedgerRecord(log)
    except BaseException:
        log.close()
        raise
