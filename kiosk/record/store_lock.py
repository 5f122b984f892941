"""One process owns a store."""

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.errors import StoreBusyError

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_FILE = "ledger.lock"


def own(folder: Path) -> "BaseFileLock":
    """Take the store's lock; keep the object, since a collected one is released.

    Raises:
        StoreBusyError: Another process has it.
        OSError: The folder cannot be written to.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  it loads asyncio: 40 ms

    # Not a singleton and not bound to a thread: opened in a worker, closed by the window.
    lock = FileLock(folder / LOCK_FILE, timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise StoreBusyError from None
    return lock
