"""The record of a data folder."""

from pathlib import Path

from kiosk.app.ports.content import Offering
from kiosk.record.folded_record import FoldedRecord
from kiosk.record.log import open_log


class LedgerRecord(FoldedRecord):
    """The record over the ledger file; close it to let another process in."""


def open_record(folder: Path, offering: Offering | None = None) -> LedgerRecord:
    """Open the record of a data folder, or begin one.

    Args:
        folder: Data folder; made when it does not exist.
        offering: What can be chosen, for the list of cases; None counts every granted service.

    Raises:
        StoreBusyError: Another process holds it.
        StorageError: It cannot be opened; ``code`` says why.
    """
    log = open_log(folder)
    try:
        return LedgerRecord(log, offering)
    except BaseException:
        log.close()
        raise
