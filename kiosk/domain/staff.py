"""Staff members: name, role, own code, and the growing delay after wrong tries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from types import MappingProxyType

from kiosk.domain.service import ProviderId


class StaffRole(Enum):
    """What somebody does at the municipality; ``may`` tells what the program lets them do."""

    CASE_OFFICER = "case_officer"
    FRONT_DESK = "front_desk"
    ADMINISTRATOR = "administrator"


class StaffRight(Enum):
    """What not everybody may do.

    Everybody signed in may read cases, print and write the note.

    Attributes:
        HAND_OVER: Hand the screen to a person for a visit. Whoever may not do that opens no record
            at a machine for the public, where a visit is the only reason to.
        ENTER_CANNOT: Enter that a person cannot choose. The one who gives the care decides that
            (pbrl § 4-3), and the case officer has the decision.
        IMPORT_CASES: Take in a case list.
        AGREE_START: Enter the day on which a provider begins, where it is agreed on.
        NOTE_FOR_RULE: Enter which letters were posted and came back, and what the rule for those
            who do not choose shall know of a person.
        ENTER_ANSWER: Enter an answer that came on paper.
        ALLOCATE: Confirm what the rule gives those who did not choose, or set somebody aside.
        ANNOUNCE_EXIT: Announce that a provider stops, and that it goes on after all.
        MAIL_OUT: Make letters for many, and enter that they were posted.
        OFFER_PLACE: Offer a place to who waits for it, and enter what becomes of the offer.
        CORRECT: Correct what was recorded wrongly.
        WITHDRAW: Enter that a person takes an answer back.
        DELIVER: Deliver cases to the case system.
        BACK_UP: Make copies of the record and its keys.
        GIVE_ACCESS: Write out what is stored about a person, for that person.
        HOLD: Decide that a case must be kept whatever the rules of retention say, and that it need
            not any more. The case officer knows of the complaint or the supervision behind it.
        TRY_RULES: Try a rule on people before the council votes on it, and work a run out again.
        DISPOSE: Approve that cases are disposed of for good.
        SET_UP_MACHINE: Measure the screen of a machine, so that sizes are true there, and leave the
            program of one that strangers use.
        MANAGE_STAFF: Let people sign in or no longer, and change their roles and codes. The
            program itself may too, for whoever opens the record on the command line: a
            municipality whose only administrator has left must get in again.
    """

    HAND_OVER = "hand_over"
    ENTER_CANNOT = "enter_cannot"
    IMPORT_CASES = "import_cases"
    AGREE_START = "agree_start"
    NOTE_FOR_RULE = "note_for_rule"
    ENTER_ANSWER = "enter_answer"
    ALLOCATE = "allocate"
    ANNOUNCE_EXIT = "announce_exit"
    MAIL_OUT = "mail_out"
    OFFER_PLACE = "offer_place"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    DELIVER = "deliver"
    BACK_UP = "back_up"
    GIVE_ACCESS = "give_access"
    HOLD = "hold"
    TRY_RULES = "try_rules"
    DISPOSE = "dispose"
    SET_UP_MACHINE = "set_up_machine"
    MANAGE_STAFF = "manage_staff"


_RIGHTS: Mapping[StaffRole, frozenset[StaffRight]] = MappingProxyType(
    {
        StaffRole.CASE_OFFICER: frozenset(StaffRight)
        - {StaffRight.TRY_RULES, StaffRight.DISPOSE, StaffRight.MANAGE_STAFF},
        StaffRole.FRONT_DESK: frozenset({StaffRight.HAND_OVER}),
        StaffRole.ADMINISTRATOR: frozenset(StaffRight),
    }
)


def may(role: StaffRole, right: StaffRight) -> bool:
    """Whether somebody in a role may do it; pages and use cases both ask here."""
    return right in _RIGHTS[role]


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


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """A member in the list of all who could ever sign in; nobody is taken off it.

    Attributes:
        member: As of now; of a removed one, as of the last day.
        added_at: With time zone.
        code_at: When the code was last set, with time zone.
        removed_at: With time zone; None for those who can sign in.
        stated_at: When the member last stated ties to providers, with time zone; None for never.
        ties: Providers named then; may be empty.
    """

    member: StaffMember
    added_at: datetime
    code_at: datetime
    removed_at: datetime | None = None
    stated_at: datetime | None = None
    ties: tuple[ProviderId, ...] = ()

    @property
    def is_active(self) -> bool:
        """Whether this one can sign in."""
        return self.removed_at is None


FREE_TRIES = 2
LONGEST_DELAY = timedelta(minutes=15)
# Whoever goes from name to name is slowed too. Colleagues who mistype a code in the morning are not,
# and a stranger who plays with the page keeps nobody away for long.
FREE_TRIES_OF_ALL = 6
LONGEST_DELAY_OF_ALL = timedelta(minutes=2)
IDLE_BEFORE_LOCK = timedelta(minutes=30)
LONGEST_SIGNED_IN = timedelta(hours=12)
SHORTEST_CODE = 6


def next_try_at(failures: int, last_failure: datetime | None) -> datetime | None:
    """When the next try is allowed: the delay doubles from five seconds after the free tries.

    Args:
        failures: Wrong tries since the last right one.
        last_failure: With time zone.

    Returns:
        None when a try is allowed at once.
    """
    return _after_delay(failures - FREE_TRIES, last_failure, LONGEST_DELAY)


def next_try_of_all_at(failures: int, last_failure: datetime | None) -> datetime | None:
    """The same where wrong tries of whatever name count; more are free, and the delay is shorter."""
    return _after_delay(failures - FREE_TRIES_OF_ALL, last_failure, LONGEST_DELAY_OF_ALL)


def _after_delay(
    too_many: int, last_failure: datetime | None, longest: timedelta
) -> datetime | None:
    if last_failure is None or too_many <= 0:
        return None
    delay = timedelta(seconds=5 << min(too_many - 1, 20))
    return last_failure + min(delay, longest)
