"""Checks bit by bit what the opening did not read, so that nobody waits for it."""

from kiosk.domain.soundness import Damage, Harm
from kiosk.record.ledger.audit import Audit
from kiosk.record.ledger.ledger_file import LedgerFile

# Checking a signature takes as long as checking so many lines.
_LINES_A_SIGNATURE = 10


class LaterAudit:
    """Goes once through every line that was there at the beginning; the caller serialises."""

    def __init__(self, file: LedgerFile) -> None:
        """Begin with what was signed.

        Raises:
            StorageError: The file cannot be read.
        """
        self._file = file
        self._audit = Audit(file, checks_signatures=False)
        self._signed = 0
        self._last = file.last_position()
        self._at = 0

    @property
    def is_done(self) -> bool:
        """Whether every line was checked."""
        return self._at >= self._last and self._signed >= len(self._audit.statements)

    def step(self, count: int) -> Damage | None:
        """Check signatures for as long as so many lines take, then lines.

        Returns:
            The first thing that does not fit.

        Raises:
            StorageError: The file cannot be read.
        """
        some = self._audit.statements[self._signed :][: 1 + count // _LINES_A_SIGNATURE]
        if some:
            self._signed += len(some)
            wrong = (each.place for each in some if not self._audit.is_ours(each))
            return next((Damage.at(Harm.SIGNATURE, place) for place in wrong), None)
        for link in self._file.after(self._at, min(count, self._last - self._at)):
            damage = self._audit.take(link)
            if damage is not None:
                self._at = self._last
                return damage
            self._at = link.position
        return self._audit.damage() if self.is_done else None
