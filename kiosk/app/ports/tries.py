"""Wrong passphrases, which are counted before any record is open."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

Tries = tuple[int, datetime | None]


class TryBook(Protocol):
    """Outlives the program, so that a restart shortens no delay."""

    def read(self) -> Tries:
        """Wrong tries since the last right one, and when the last came, with time zone."""
        ...

    def keep(self, tries: Tries) -> None:
        """Put these in place of the earlier ones; where they cannot be written, until the end."""
        ...


@dataclass
class ShortTryBook:
    """Implements ``TryBook`` where nothing is kept: until the end of the program."""

    tries: Tries = (0, None)

    def read(self) -> Tries:
        """The tries of this program."""
        return self.tries

    def keep(self, tries: Tries) -> None:
        """Remember them."""
        self.tries = tries
