"""Checks bit by bit what the opening did not read, so that nobody waits for it."""

from kiosk.domain.soundness import Damage
from kiosk.record.audit import Audit
from kiosk.record.ledger_file import LedgerFile


class LaterAudit:
    """Goes once through every line that was there at the beginning; the caller serialises."""

    def __init__(self, file: LedgerFile) -> None:
        """Begin with what was signed.

        Raises:
            StorageError: The file cannot be read.
        """
        self._file = file
        self._audit = Audit(file)
        self._last = file.last_position()
        self._at = 0

    @property
    def is_done(self) -> bool:
        """Whether every line was checked."""
        return self._at >= self._last

    def step(self, count: int) -> Damage | None:
        """Check so many more lines; the first thing that does not fit.

        Raises:
            StorageError: The file cannot be read.
        """
        for link in self._file.after(self._at, min(count, self._last - self._at)):
            damage = self._audit.take(link)
            if damage is not None:
                self._at = self._last
                return damage
            self._at = link.position
        return self._audit.damage() if self.is_done else None
