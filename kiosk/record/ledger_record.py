"""The record of a data folder."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.ports.content import Offering
from kiosk.record.copies.half_restored import clear_inside
from kiosk.record.files.faults import told_plainly
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.keys.root_key import Secret, Trial, open_slot
from kiosk.record.ledger.signing import Now, utc_now
from kiosk.record.sealed_log import SealedLog
from kiosk.record.store import StoreState, begin_store, open_store, state_of

if TYPE_CHECKING:
    from kiosk.record.copies.backup import Manifest

_STAGED = "ledger.partial"


class LedgerRecord(FoldedRecord):
    """The record over the sealed ledger; close it to let another process in."""

    def __init__(self, log: SealedLog, offering: Offering | None, folder: Path) -> None:
        """Read everything that is stored.

        Raises:
            StorageError: It cannot be read.
        """
        super().__init__(log, offering)
        self._sealed = log
        self._folder = folder

    def check_before_writing(self) -> None:
        """From now on check everything before an event is stored; for where no window does it."""
        with self._lock:
            self._sealed.check_first()

    def back_up_ledger(self, out: Path, now: Now = utc_now) -> "Manifest":
        """Back up the ledger into a new folder, while events are stored.

        Raises:
            RefusedError: The backup cannot go there.
            StorageError: The ledger cannot be read.
        """
        from kiosk.record.copies import backup  # noqa: PLC0415  slow, and felt at the start

        backup.require_new_folder(out, self._folder)
        log = self._sealed
        with told_plainly():
            return backup.write_ledger(out, log.store, log.device, self._copy_to, now())

    def _copy_to(self, target: Path) -> int:
        """By way of the disk here: nobody who stores waits for a slow stick."""
        from kiosk.record.copies import backup  # noqa: PLC0415  slow, and felt at the start

        staged = self._folder / _STAGED
        try:
            staged.unlink(missing_ok=True)
            with self._lock:
                events = backup.copy_ledger(staged, self._sealed.copy_ledger)
            backup.copy_file(staged, target)
        finally:
            staged.unlink(missing_ok=True)
        return events

    def back_up_keys(self, file: Path, now: Now = utc_now) -> None:
        """Back up the keys to a new file.

        Raises:
            RefusedError: The backup cannot go there.
            StorageError: The keys cannot be read.
        """
        from kiosk.record.copies import backup  # noqa: PLC0415  slow, and felt at the start

        backup.require_new_file(file, self._folder)
        with self._lock, told_plainly():
            backup.write_keys(file, backup.slots_of(self._folder), self._sealed.copy_keys, now())


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
        _clear_copies(folder)
        return LedgerRecord(log, offering, folder)
    except BaseException:
        log.close()
        raise


def open_trial_record(folder: Path, offering: Offering | None = None) -> LedgerRecord:
    """Open the trial record of a data folder, or begin one; its key lies in the open.

    Raises:
        StoreBusyError: Another process holds it.
        StorageError: It cannot be opened, or the folder holds a record that is no trial.
    """
    if state_of(folder) is StoreState.NONE:
        begin_store(folder, lambda root, number, *_rest: (open_slot(root, number),))
    return open_record(folder, Trial(), offering)


def _clear_copies(folder: Path) -> None:
    """Remove copies that an interrupted backup or restoring left: they would outlive a disposal."""
    # A record that cannot be written to is opened for reading all the same.
    with suppress(OSError):
        clear_inside(folder)
        for file in folder.glob(f"{_STAGED}*"):
            file.unlink(missing_ok=True)
