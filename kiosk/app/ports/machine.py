"""What the use cases need of the machine: the time, fresh identifiers, one-way codes."""

from datetime import datetime
from typing import Protocol

from kiosk.domain.outcome import EventId


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """Now, in the time zone of Norway."""
        ...


class IdSource(Protocol):
    """Fresh identifiers and secrets."""

    def event_id(self) -> EventId:
        """A new UUIDv7."""
        ...

    def seed(self) -> str:
        """A new secret for a lot."""
        ...


class CodeHasher(Protocol):
    """One-way storage of staff codes."""

    def hash(self, code: str) -> str:
        """Argon2id in PHC form."""
        ...

    def verify(self, code: str, code_hash: str) -> bool:
        """Whether ``code`` is the one behind ``code_hash``."""
        ...
