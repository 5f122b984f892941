"""What did not work, told to people who have answered nothing and can mend nothing."""

from kiosk.app.fault_texts import fault_text
from kiosk.domain.errors import KioskError, RefusedError, StoreBusyError
from kiosk.ui.faults import Faults


class PublicFaults(Faults):
    """Says nothing of answers, disks and records; staff who are about to sign in are told all."""

    def tell(self, error: KioskError) -> None:
        """Say it to a stranger."""
        words = self._shell.words
        if isinstance(error, RefusedError):
            self._say(fault_text(error, words))
            return
        self._say(
            words.gettext(
                "Something does not work here now. Try again, or ask the front desk. Nothing is "
                "stored about you."
            )
        )

    def tell_staff(self, error: KioskError) -> None:
        """Say it to whoever wanted to sign in; strangers read who else is at work nowhere."""
        super().tell(StoreBusyError() if isinstance(error, StoreBusyError) else error)
