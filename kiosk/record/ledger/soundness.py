"""What is known to be wrong with a ledger, and the check that goes on while it is used."""

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.ledger.later_audit import LaterAudit
from kiosk.record.ledger.ledger_file import LedgerFile

# Lines; a fortieth of a second.
_CHECKED_AT_ONCE = 2000


class Soundness:
    """Knows whether a ledger may be written to; the caller serialises every call.

    Attributes:
        damage: The first thing that does not fit, as far as anybody looked.
        checks_first: Whether everything is checked before anything is written.
    """

    def __init__(self, file: LedgerFile, damage: Damage | None) -> None:
        """Begin with what shows at a glance."""
        self.damage = damage
        self.checks_first = False
        self._file = file
        self._later: LaterAudit | None = None
        self._is_checked = False

    def note(self, damage: Damage) -> None:
        """Take note of damage; what was noted before says more."""
        self.damage = self.damage or damage

    def require(self) -> None:
        """Refuse to write to a ledger that is damaged.

        Raises:
            StorageError: It is.
        """
        while self.checks_first and self.check_some(_CHECKED_AT_ONCE):
            pass
        if self.damage is not None:
            raise StorageError(StorageFault.UNSOUND)

    def check_some(self, count: int) -> bool:
        """Check so many more lines that the opening did not read.

        Returns:
            Whether some are left; what does not fit is noted.
        """
        if self._is_checked or self.damage is not None:
            return False
        try:
            later = self._later = self._later or LaterAudit(self._file)
            damage = later.step(count)
        except StorageError as error:
            # Closed while it was checked: nothing is wrong.
            damage = None if error.fault is StorageFault.CLOSED else Damage(Harm.FILE)
            self._is_checked = True
        else:
            self._is_checked = later.is_done
        if damage is not None:
            self.note(damage)
        return not self._is_checked and damage is None

    def check_anew(self) -> None:
        """Payloads were erased since the check began, whose notes it does not know of."""
        self._later = None
