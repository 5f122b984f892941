"""The machine's time and randomness behind the ports of the use cases."""

import secrets
import threading
import time
import uuid
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from kiosk.domain.choice import EventId

_VERSION_7 = 0x7 << 76
_VARIANT = 0x2 << 62
_RANDOM_BITS = 74
_LOW_BITS = 62


class SystemClock:
    """Time in Norway, whatever the machine's own time zone."""

    def now(self) -> datetime:
        """Now, with the zone Europe/Oslo."""
        return datetime.now(self._zone)

    @cached_property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo("Europe/Oslo")


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
        return EventId(str(uuid_from(self._next())))

    def seed(self) -> str:
        """256 secret bits in hexadecimal."""
        return secrets.token_hex(32)

    def _next(self) -> int:
        with self._lock:
            milliseconds = self._now_ns() // 1_000_000
            fresh = milliseconds << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
            # Counting on from the last one also holds when the clock was set back.
            self._last = max(fresh, self._last + 1)
            return self._last


def uuid_from(number: int) -> uuid.UUID:
    """The UUIDv7 of 48 bits of milliseconds followed by 74 bits that make it unique."""
    high, low = divmod(number, 1 << _LOW_BITS)
    stamp, middle = divmod(high, 1 << (_RANDOM_BITS - _LOW_BITS))
    return uuid.UUID(int=stamp << 80 | _VERSION_7 | middle << 64 | _VARIANT | low)
