"""One process owns a store, and says who it is to those that come after."""

from pathlib import Path

from kiosk.domain.errors import StoreBusyError
from kiosk.owning import HeldError, Ownership, Purpose, take

LOCK_FILE = "ledger.lock"
HOLDER_FILE = "holder.json"
_STORE = Purpose(LOCK_FILE, HOLDER_FILE)


def own(folder: Path) -> Ownership:
    """Take the store's lock; keep what is given back, since a collected one is released.

    Raises:
        StoreBusyError: Another process has it.
        OSError: The folder cannot be written to.
    """
    try:
        return take(folder, _STORE)
    except HeldError as held:
        raise StoreBusyError(held.holder) from None
