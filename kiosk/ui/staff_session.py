"""Who is signed in; stands in every event that follows."""

from kiosk.domain.staff import StaffMember
from kiosk.ui.faults import Faults
from kiosk.ui.shell import AppShell


class StaffSession:
    """One staff member at a time.

    Attributes:
        name: Who signed in last; stays while the citizen has the screen, empty after *Lås*.
        faults: Where the pages tell what did not work.
        last_name: Who was signed in before the screen was locked; empty at start.
    """

    def __init__(self, shell: AppShell, faults: Faults) -> None:
        self._shell = shell
        self.faults = faults
        self.name = ""
        self.last_name = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody is signed in."""
        return self.name != ""

    def enter(self, member: StaffMember) -> None:
        """Somebody gave the right code."""
        self.name = member.name
        self.last_name = member.name
        self._shell.signed_in(member.name)

    def leave(self) -> None:
        """Lock: nobody is signed in any more."""
        self.name = ""
        self._shell.signed_in("")
