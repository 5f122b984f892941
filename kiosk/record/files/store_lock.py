"""One process owns a store, and says who it is to those that come after."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.domain.errors import Holder, StoreBusyError

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_FILE = "ledger.lock"
# Beside the lock, since Windows lets nobody read a locked file.
HOLDER_FILE = "holder.json"
_LONGEST = 4096


class Ownership:
    """The lock of a store; keep it, since a collected one is released."""

    def __init__(self, lock: "BaseFileLock", holder: Path) -> None:
        self._lock = lock
        self._holder = holder

    def release(self) -> None:
        """Let another process in; a second call does nothing."""
        if not self._lock.is_locked:
            return
        with suppress(OSError):
            self._holder.unlink(missing_ok=True)
        self._lock.release()


def own(folder: Path) -> Ownership:
    """Take the store's lock.

    Raises:
        StoreBusyError: Another process has it.
        OSError: The folder cannot be written to.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  it loads asyncio: 40 ms

    # Not a singleton and not bound to a thread: opened in a worker, closed by the window.
    lock = FileLock(folder / LOCK_FILE, timeout=0, mode=0o600, thread_local=False)
    holder = folder / HOLDER_FILE
    try:
        lock.acquire()
    except Timeout:
        raise StoreBusyError(_read(holder)) from None
    # A full disk must not keep anybody from reading; then nobody is told who holds the store.
    with suppress(OSError):
        _write(holder)
    return Ownership(lock, holder)


def _write(file: Path) -> None:
    told = Holder(os.getpid(), _user(), _host(), datetime.now(UTC))
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.write(msgspec.json.encode(told))


def _read(file: Path) -> Holder | None:
    """Who holds the store; None when it cannot be read or is only half written."""
    try:
        with file.open("rb") as opened:
            return msgspec.json.decode(opened.read(_LONGEST), type=Holder)
    except (OSError, msgspec.MsgspecError):
        return None


def _user() -> str:
    # As ``getpass.getuser`` looks, whose import is felt at the start of the program.
    names = ("LOGNAME", "USER", "LNAME", "USERNAME")
    found = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return found or _account()


def _account() -> str:
    """The name that the system has for the one who runs this; empty where it has none."""
    try:
        import pwd  # noqa: PLC0415  Unix only
    except ImportError:
        return ""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return ""


def _host() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
