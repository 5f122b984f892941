"""The machine's time, randomness and files, behind the ports of the use cases."""

import os
import stat
import threading
import time
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.app.intake_reasons import FileReason
from kiosk.domain.errors import CaseListError, Refusal
from kiosk.domain.outcome import EventId

_VERSION = 0x7
_VARIANT = 0x2
_RANDOM_BITS = 74
_LOW_BITS = 62
_SEED_BYTES = 32
_MEGABYTE = 1_000_000
_LARGEST_LIST = 50


class SystemClock:
    """Time in Norway, whatever the machine's own time zone."""

    def now(self) -> datetime:
        """Now, with the zone Europe/Oslo."""
        return datetime.now(self._zone)

    @cached_property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo("Europe/Oslo")


def steady_ms() -> float:
    """Milliseconds since some moment, by a clock that never goes back and never sleeps.

    The usual steady clock of Linux and macOS stands still while a laptop sleeps.
    """
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        clock: int | None = getattr(time, name, None)
        if clock is not None:
            return time.clock_gettime(clock) * 1000
    return time.monotonic() * 1000


class SystemIds:
    """UUIDs of version 7 (RFC 9562) that rise even within a millisecond, and secrets.

    Safe to call from any thread.
    """

    def __init__(self, now_ns: Callable[[], int] = time.time_ns) -> None:
        self._now_ns = now_ns
        self._last = 0
        self._lock = threading.Lock()

    def event_id(self) -> EventId:
        """A new UUIDv7, greater than every earlier one of this object."""
        return EventId(uuid_from(self._next()))

    def seed(self) -> str:
        """256 secret bits in hexadecimal."""
        return os.urandom(_SEED_BYTES).hex()

    def _next(self) -> int:
        with self._lock:
            milliseconds = self._now_ns() // 1_000_000
            chance = int.from_bytes(os.urandom(16), "big") % (1 << _RANDOM_BITS)
            fresh = milliseconds << _RANDOM_BITS | chance
            # Counting on from the last one also holds when the clock was set back.
            self._last = max(fresh, self._last + 1)
            return self._last


def uuid_from(number: int) -> str:
    """The UUIDv7 of 48 bits of milliseconds followed by 74 bits that make it unique.

    Written out here because the module ``uuid`` is felt at the start of the program.
    """
    high, low = divmod(number, 1 << _LOW_BITS)
    stamp, middle = divmod(high, 1 << (_RANDOM_BITS - _LOW_BITS))
    marked = stamp << 80 | _VERSION << 76 | middle << 64 | _VARIANT << 62 | low
    digits = f"{marked:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def case_list_bytes(path: Path) -> bytes:
    """The bytes of the file of a case list.

    Raises:
        CaseListError: It is no file, far larger than any case list, or cannot be read.
    """
    try:
        # Asked before it is opened: opening a device may wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise _no_list(FileReason.NO_FILE.value)
        with path.open("rb") as file:
            content = file.read(_LARGEST_LIST * _MEGABYTE + 1)
    except OSError:
        # The fault's text holds the path, which may name a person.
        raise _no_list(FileReason.UNREADABLE.value) from None
    if len(content) > _LARGEST_LIST * _MEGABYTE:
        raise _no_list(FileReason.TOO_LARGE.value)
    return content


def _no_list(code: str) -> CaseListError:
    return CaseListError(Refusal(code, {"megabytes": str(_LARGEST_LIST)}))
