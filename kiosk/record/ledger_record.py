"""The record of a data folder."""

from pathlib import Path

from kiosk.app.ports.content import Offering
from kiosk.record.folded_record import FoldedRecord
from kiosk.record.root_key import Passphrase, Secret, Slot, Trial, open_slot, passphrase_slot
from kiosk.record.store import StoreState, begin_store, open_store, state_of


class LedgerRecord(FoldedRecord):
    """The record over the sealed ledger; close it to let another process in."""


def open_record(folder: Path, secret: Secret, offering: Offering | None = None) -> LedgerRecord:
    """Open the record of a data folder.

    Args:
        folder: Data folder.
        secret: What opens it.
        offering: What can be chosen, for the list of cases; None counts every granted service.

    Raises:
        StoreBusyError: Another process holds it.
        StorageError: It cannot be opened; ``code`` says why.
    """
    log = open_store(folder, secret)
    try:
        return LedgerRecord(log, offering)
    except BaseException:
        log.close()
        raise


def begin_record(folder: Path, passphrase: Passphrase) -> None:
    """Set up a record that a passphrase opens.

    Raises:
        StoreBusyError: Another process is at it.
        StorageError: There is one already, or the folder cannot be written to.
    """

    def slots(root: bytes, number: int, store: str) -> tuple[Slot, ...]:
        return (passphrase_slot(root, number, passphrase, store),)

    begin_store(folder, slots)


def open_trial_record(folder: Path, offering: Offering | None = None) -> LedgerRecord:
    """Open the trial record of a data folder, or begin one; its key lies in the open.

    Raises:
        StoreBusyError: Another process holds it.
        StorageError: It cannot be opened, or the folder holds a record that is no trial.
    """
    if state_of(folder) is StoreState.NONE:
        begin_store(folder, lambda root, number, _store: (open_slot(root, number),))
    return open_record(folder, Trial(), offering)
