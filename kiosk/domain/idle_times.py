"""How long a public machine waits for somebody before it asks, and how long it then waits (G01-G04).

Access asks for a limit that the machine's owner can set to ten times the usual one, or turn off, and
for a warning of at least 20 seconds. Whoever is there extends it with one tap, as often as they like.
"""

from dataclasses import dataclass, field
from datetime import timedelta

LEAST_IDLE_S = 120
USUAL_MOST_IDLE_S = 300
MOST_IDLE_S = 10 * USUAL_MOST_IDLE_S
LEAST_WARNING_S = 20
WARNING_S = 60
MOST_WARNING_S = 600
# Staff among strangers: whoever comes next is one, so that nobody is let stay signed in for longer.
LEAST_STAFF_LOCK_S = 120
MOST_STAFF_LOCK_S = 300


def is_allowed_idle(warn_after_s: int) -> bool:
    """Whether a machine may be set to this; 0 turns the limit off (G04)."""
    return warn_after_s == 0 or LEAST_IDLE_S <= warn_after_s <= MOST_IDLE_S


def is_allowed_warning(end_after_s: int) -> bool:
    """Whether a warning may be shown this long before the session ends (G02)."""
    return LEAST_WARNING_S <= end_after_s <= MOST_WARNING_S


def is_allowed_staff_lock(after_s: int) -> bool:
    """Whether the staff's pages of a public machine may be locked after so long without input."""
    return LEAST_STAFF_LOCK_S <= after_s <= MOST_STAFF_LOCK_S


@dataclass(frozen=True, slots=True)
class IdleTimes:
    """The limits of one kind of session.

    Attributes:
        warn_after_s: Seconds without input before the warning, on a short page; 0 for no limit.
        end_after_s: Seconds that the warning is shown before the session ends.

    Raises:
        ValueError: A limit is hastier than access allows, or longer than a machine may be set to.
    """

    warn_after_s: int = LEAST_IDLE_S
    end_after_s: int = WARNING_S

    def __post_init__(self) -> None:
        """Refuse what nobody may be set under."""
        if not (is_allowed_idle(self.warn_after_s) and is_allowed_warning(self.end_after_s)):
            message = f"idle times of {self.warn_after_s} and {self.end_after_s} s"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class MachineIdleTimes:
    """The limits of a public machine.

    Attributes:
        alone: For somebody who reads without saying who they are.
        visit: For somebody whom staff handed the screen to.
        staff_lock_after_s: Seconds without input before the staff's pages are locked; the warning
            is shown in the last of them.

    Raises:
        ValueError: The staff's limit is not one that a machine may be set to.
    """

    alone: IdleTimes = field(default_factory=IdleTimes)
    visit: IdleTimes = field(default_factory=IdleTimes)
    staff_lock_after_s: int = MOST_STAFF_LOCK_S

    def __post_init__(self) -> None:
        """Refuse what no machine may be set to."""
        if not is_allowed_staff_lock(self.staff_lock_after_s):
            message = f"staff locked out after {self.staff_lock_after_s} s"
            raise ValueError(message)

    @property
    def staff_lock(self) -> timedelta:
        """How long nobody may touch the staff's pages."""
        return timedelta(seconds=self.staff_lock_after_s)
