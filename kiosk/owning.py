"""One process holds a folder for one purpose, and says who it is to those that come after.

The system lets go of the lock with the process, however it ends, so that no lock is ever left behind.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.domain.errors import Holder, KioskError

if TYPE_CHECKING:
    from filelock import BaseFileLock

_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a folder is held for.

    Attributes:
        lock: Name of the file that is locked.
        holder: Name of the file that tells who holds it; beside the lock, since Windows lets nobody
            read a locked file.
    """

    lock: str
    holder: str


class HeldError(KioskError):
    """Another process holds the folder for the same purpose.

    Attributes:
        folder: Which one.
        purpose: What for.
        holder: Which process; None where it did not tell.
    """

    def __init__(self, folder: Path, purpose: Purpose, holder: Holder | None) -> None:
        super().__init__(purpose.lock)
        self.folder = folder
        self.purpose = purpose
        self.holder = holder


class Ownership:
    """A lock that is held; keep it, since a collected one is released."""

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


def take(folder: Path, purpose: Purpose, wait_s: float = 0) -> Ownership:
    """Take a folder's lock.

    Args:
        folder: Must be there.
        purpose: What for.
        wait_s: How long to wait for whoever has it and is about to end.

    Raises:
        HeldError: Another process has it.
        OSError: The folder cannot be written to.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  it loads asyncio: 40 ms

    # Not a singleton and not bound to a thread: opened in a worker, closed by the window.
    lock = FileLock(folder / purpose.lock, timeout=wait_s, mode=0o600, thread_local=False)
    holder = folder / purpose.holder
    try:
        lock.acquire()
    except Timeout:
        raise HeldError(folder, purpose, _read(holder)) from None
    # A full disk must not keep anybody from going on; then nobody is told who holds the folder.
    with suppress(OSError):
        _write(holder)
    return Ownership(lock, holder)


def _write(file: Path) -> None:
    told = Holder(os.getpid(), _user(), _host(), datetime.now(UTC))
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.write(msgspec.json.encode(told))


def _read(file: Path) -> Holder | None:
    """Who holds the folder; None when it cannot be read or is only half written."""
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
