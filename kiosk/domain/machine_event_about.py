"""Who did what a machine's log tells, where, and whether it went well (access O19)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.machine_event import MachineEvent, MachineEventId


class EventType(Enum):
    """What sort of thing happened."""

    SESSION = "session"
    ORDER = "order"
    PRINT = "print"
    OPERATION = "operation"
    STAFF = "staff"


class Role(Enum):
    """Who did it."""

    PERSON = "person"
    STAFF = "staff"
    PROGRAM = "program"


class Outcome(Enum):
    """Whether it went well; not every thing can."""

    SUCCESS = "success"
    FAILURE = "failure"
    NOT_APPLICABLE = "na"


class Source(Enum):
    """What wrote it down."""

    PUBLIC_PAGES = "public_pages"
    STAFF_PAGES = "staff_pages"
    WATCH = "watch"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class About:
    """What is the same for every event of a kind.

    Attributes:
        says: One sentence for whoever reads the log.
        outcome: Where no field tells it.
    """

    type: EventType
    role: Role
    source: Source
    says: str
    outcome: Outcome = Outcome.NOT_APPLICABLE


_FIELDS_THAT_TELL = ("outcome", "why")
_WENT_WELL = frozenset({"handed_to_printer", "right", "passed"})
_WENT_WRONG = frozenset({"failed", "wrong", "too_soon", "crashed", "silent"})

_PERSON = Role.PERSON, Source.PUBLIC_PAGES
_PAGES = Role.PROGRAM, Source.PUBLIC_PAGES
_STAFF = Role.STAFF, Source.STAFF_PAGES
_WATCH = Role.PROGRAM, Source.WATCH

ABOUT: Mapping[MachineEventId, About] = {
    MachineEventId.SESSION_BEGUN: About(
        EventType.SESSION, *_PERSON, "Somebody began to use the screen."
    ),
    MachineEventId.SESSION_ENDED: About(
        EventType.SESSION, *_PERSON, "A session ended; all that it knew is forgotten."
    ),
    MachineEventId.BLOCK_OPENED: About(
        EventType.ORDER, *_PAGES, "A block of orders was drawn; the seed draws it again."
    ),
    MachineEventId.BLOCK_CLOSED: About(
        EventType.ORDER, *_PAGES, "A block of orders is dealt no more."
    ),
    MachineEventId.ORDER_DEALT: About(
        EventType.ORDER, *_PAGES, "A session was shown the providers in this order."
    ),
    MachineEventId.A_TO_Z_ASKED: About(
        EventType.ORDER, *_PERSON, "Somebody asked for the names from A to Å."
    ),
    MachineEventId.SOME_ASKED: About(
        EventType.ORDER, *_PERSON, "Somebody asked to see only some of the providers."
    ),
    MachineEventId.COMPARISON_ASKED: About(
        EventType.ORDER, *_PERSON, "Somebody asked to see providers side by side."
    ),
    MachineEventId.BROCHURE_PRINTED: About(
        EventType.PRINT, *_PERSON, "Somebody asked for a brochure on paper."
    ),
    MachineEventId.PROGRAM_STARTED: About(
        EventType.OPERATION, *_WATCH, "The watch started the program.", Outcome.SUCCESS
    ),
    MachineEventId.PROGRAM_RESTARTED: About(
        EventType.OPERATION, *_WATCH, "The watch started the program again."
    ),
    MachineEventId.OUT_OF_ORDER: About(
        EventType.OPERATION,
        *_WATCH,
        "The program failed too often; the screen sends people to the desk.",
        Outcome.FAILURE,
    ),
    MachineEventId.FAULT_CAUGHT: About(
        EventType.OPERATION,
        Role.PROGRAM,
        Source.PROGRAM,
        "Something unforeseen failed at this line; the session was dropped.",
        Outcome.FAILURE,
    ),
    MachineEventId.STAFF_CODE_GIVEN: About(
        EventType.STAFF, *_STAFF, "Somebody gave a staff code at the screen."
    ),
    MachineEventId.RECORD_KEY_GIVEN: About(
        EventType.STAFF, *_STAFF, "Somebody gave a passphrase to open the record."
    ),
    MachineEventId.CLEANING_LOCKED: About(
        EventType.STAFF, *_STAFF, "The screen took no touch while it was cleaned."
    ),
    MachineEventId.MAINTENANCE_EXIT: About(
        EventType.STAFF, *_STAFF, "A staff member ended the program.", Outcome.SUCCESS
    ),
    MachineEventId.SELF_TESTED: About(EventType.OPERATION, *_STAFF, "A part of the self-test ran."),
    MachineEventId.DAY_OPENED: About(
        EventType.STAFF, *_STAFF, "A staff member opened the machine for the day."
    ),
    MachineEventId.DAY_CLOSED: About(
        EventType.STAFF, *_STAFF, "A staff member closed the machine for the day."
    ),
}


def outcome_of(event: MachineEvent) -> Outcome:
    """Whether it went well."""
    words = {event.fields[name] for name in _FIELDS_THAT_TELL if name in event.fields}
    if words & _WENT_WRONG:
        return Outcome.FAILURE
    if words & _WENT_WELL:
        return Outcome.SUCCESS
    return ABOUT[event.id].outcome
