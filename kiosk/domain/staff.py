"""Staff members: name, role, own code, and the growing delay after wrong tries."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum


class StaffRole(Enum):
    """Everybody signed in may read cases, hand the screen over, print and write the note.

    A case officer and an administrator do all that the program lets staff do. The front desk takes
    in no case list, and enters for nobody that they cannot choose: that the one who gives the care
    decides (pbrl § 4-3), and the case officer has the decision. Adding staff asks for no role: it
    is done on the machine's command line.
    """

    CASE_OFFICER = "case_officer"
    FRONT_DESK = "front_desk"
    ADMINISTRATOR = "administrator"


MAY_ENTER_CANNOT = frozenset({StaffRole.CASE_OFFICER, StaffRole.ADMINISTRATOR})
MAY_IMPORT_CASES = frozenset({StaffRole.CASE_OFFICER, StaffRole.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who can sign in.

    Attributes:
        name: Stands in every event as the actor; unique.
        code_hash: Argon2id in PHC form; never the code.
    """

    name: str
    role: StaffRole
    code_hash: str


FREE_TRIES = 2
LONGEST_DELAY = timedelta(minutes=15)
IDLE_BEFORE_LOCK = timedelta(minutes=30)
SHORTEST_CODE = 6


def next_try_at(failures: int, last_failure: datetime | None) -> datetime | None:
    """When the next try is allowed: the delay doubles from five seconds after the free tries.

    Args:
        failures: Wrong tries since the last right one.
        last_failure: With time zone.

    Returns:
        None when a try is allowed at once.
    """
    if last_failure is None or failures <= FREE_TRIES:
        return None
    delay = timedelta(seconds=5 << min(failures - FREE_TRIES - 1, 20))
    return last_failure + min(delay, LONGEST_DELAY)
