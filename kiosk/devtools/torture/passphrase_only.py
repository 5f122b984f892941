"""Records that nothing but a passphrase opens; the program itself never begins one like that."""

from pathlib import Path

from kiosk.record.keys.root_key import Passphrase, Slot, passphrase_slot
from kiosk.record.store import begin_store


def begin_record(folder: Path, passphrase: Passphrase) -> None:
    """Set up a record without a key for the municipality.

    Raises:
        StoreBusyError: Another process is at it.
        StorageError: There is one already, or the folder cannot be written to.
    """

    def slots(root: bytes, number: int, store: str, _public: bytes) -> tuple[Slot, ...]:
        return (passphrase_slot(root, number, passphrase, store),)

    begin_store(folder, slots)
