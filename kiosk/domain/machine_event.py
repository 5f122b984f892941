"""What a public machine may write down: a closed catalogue, so that no log tells who read what.

Each kind of event has its own allowed fields, and each field its own kind of value: a word of a list,
a count, a key of the machine's own, an order, a line of the program's source. There is no room for
free text, a name, a place on the screen or a provider that was picked. A time of day belongs to what
the machine or the staff did, never to a session (access G12, O19, O20; neutrality 1.2).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum

from kiosk.domain.fault_place import is_fault_kind, is_fault_place
from kiosk.domain.machine_end import MachineEnd
from kiosk.domain.order_events import BlockEnd, Medium
from kiosk.domain.ordering import SCHEME
from kiosk.domain.public_session import SessionEnd, SessionStart

Value = str | int | tuple[str, ...]

_KEY = re.compile(r"[0-9a-f][0-9a-f-]{7,63}")
_PROVIDER = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_MOST = 1_000_000


class FieldKind(Enum):
    """What a field may hold."""

    KEY = "key"
    COUNT = "count"
    ORDER = "order"
    WORD = "word"
    FAULT = "name of a kind of failure"
    PLACE = "line of the program's source"


def _is_key(text: str) -> bool:
    return _KEY.fullmatch(text) is not None


_TEXTS: Mapping[FieldKind, Callable[[str], bool]] = {
    FieldKind.KEY: _is_key,
    FieldKind.FAULT: is_fault_kind,
    FieldKind.PLACE: is_fault_place,
}


@dataclass(frozen=True, slots=True)
class Allowed:
    """What one field may hold.

    Attributes:
        words: The values of a field that holds a word; empty for other kinds.
    """

    kind: FieldKind
    words: frozenset[str] = frozenset()

    def takes(self, value: Value) -> bool:
        """Whether this value may be written down."""
        match self.kind, value:
            case FieldKind.WORD, str():
                return value in self.words
            case _, str():
                return self.kind in _TEXTS and _TEXTS[self.kind](value)
            case FieldKind.COUNT, int():
                return not isinstance(value, bool) and 0 <= value <= _MOST
            case FieldKind.ORDER, tuple():
                is_plain = all(_PROVIDER.fullmatch(each) is not None for each in value)
                return bool(value) and is_plain and len(set(value)) == len(value)
            case _:
                return False


def _words(kind: type[Enum]) -> Allowed:
    return Allowed(FieldKind.WORD, frozenset(str(each.value) for each in kind))


def end_word(end: MachineEnd) -> str:
    """How the log names what a machine is to do next."""
    return end.name.lower()


_KEY_FIELD = Allowed(FieldKind.KEY)
_COUNT_FIELD = Allowed(FieldKind.COUNT)
_ORDER_FIELD = Allowed(FieldKind.ORDER)


class PrintEnd(Enum):
    """What became of a brochure."""

    HANDED_TO_PRINTER = "handed_to_printer"
    FAILED = "failed"


class WatchWord(Enum):
    """Why the program was started again."""

    CRASHED = "crashed"
    SILENT = "silent"
    ASKED = "asked"


class CodeOutcome(Enum):
    """What came of a staff code or a passphrase."""

    RIGHT = "right"
    WRONG = "wrong"
    TOO_SOON = "too_soon"


class TestName(Enum):
    """A part of the self-test, in its order."""

    __test__ = False  # pytest takes it for a test otherwise

    FOLDER = "folder"
    DISK = "disk"
    CLOCK = "clock"
    FONTS = "fonts"
    PACK = "pack"
    PRINTER = "printer"
    COPIES = "copies"
    PAPER = "paper"
    TOUCH = "touch"
    KEYS = "keys"
    SCANNER = "scanner"


class TestEnd(Enum):
    """What a part of the self-test found."""

    __test__ = False

    PASSED = "passed"
    FAILED = "failed"
    LEFT_OUT = "left_out"


class MachineEventId(Enum):
    """Every kind of event; the value stands in the log."""

    SESSION_BEGUN = "session_begun"
    SESSION_ENDED = "session_ended"
    BLOCK_OPENED = "block_opened"
    BLOCK_CLOSED = "block_closed"
    ORDER_DEALT = "order_dealt"
    A_TO_Z_ASKED = "a_to_z_asked"
    SOME_ASKED = "some_asked"
    COMPARISON_ASKED = "comparison_asked"
    BROCHURE_PRINTED = "brochure_printed"
    PROGRAM_STARTED = "program_started"
    PROGRAM_RESTARTED = "program_restarted"
    OUT_OF_ORDER = "out_of_order"
    FAULT_CAUGHT = "fault_caught"
    STAFF_CODE_GIVEN = "staff_code_given"
    RECORD_KEY_GIVEN = "record_key_given"
    CLEANING_LOCKED = "cleaning_locked"
    MAINTENANCE_EXIT = "maintenance_exit"
    SELF_TESTED = "self_tested"
    DAY_OPENED = "day_opened"
    DAY_CLOSED = "day_closed"


CATALOGUE: Mapping[MachineEventId, Mapping[str, Allowed]] = {
    MachineEventId.SESSION_BEGUN: {"session": _KEY_FIELD, "start": _words(SessionStart)},
    MachineEventId.SESSION_ENDED: {"session": _KEY_FIELD, "end": _words(SessionEnd)},
    # The seed is told so that anybody can draw the block again: see ``ordering.open_block``.
    MachineEventId.BLOCK_OPENED: {
        "block": _KEY_FIELD,
        "seed": _KEY_FIELD,
        "providers": _ORDER_FIELD,
    },
    MachineEventId.BLOCK_CLOSED: {
        "block": _KEY_FIELD,
        "why": _words(BlockEnd),
        "rows_dealt": _COUNT_FIELD,
    },
    MachineEventId.ORDER_DEALT: {
        "session": _KEY_FIELD,
        "scheme": Allowed(FieldKind.WORD, frozenset({SCHEME})),
        "block": _KEY_FIELD,
        "row": _COUNT_FIELD,
        "order": _ORDER_FIELD,
        "medium": _words(Medium),
    },
    MachineEventId.A_TO_Z_ASKED: {"session": _KEY_FIELD},
    # Neither whom nor those who what: a rare language could tell who it was.
    MachineEventId.SOME_ASKED: {"session": _KEY_FIELD},
    MachineEventId.COMPARISON_ASKED: {"session": _KEY_FIELD},
    # Neither zone nor service: a small zone could tell who it was.
    MachineEventId.BROCHURE_PRINTED: {"outcome": _words(PrintEnd)},
    MachineEventId.PROGRAM_STARTED: {},
    MachineEventId.PROGRAM_RESTARTED: {"why": _words(WatchWord)},
    MachineEventId.OUT_OF_ORDER: {},
    MachineEventId.FAULT_CAUGHT: {
        "fault": Allowed(FieldKind.FAULT),
        "place": Allowed(FieldKind.PLACE),
    },
    # No name: whoever works here does not belong in the machine's log.
    MachineEventId.STAFF_CODE_GIVEN: {"outcome": _words(CodeOutcome)},
    MachineEventId.RECORD_KEY_GIVEN: {"outcome": _words(CodeOutcome)},
    MachineEventId.CLEANING_LOCKED: {},
    MachineEventId.MAINTENANCE_EXIT: {
        "end": Allowed(FieldKind.WORD, frozenset(map(end_word, MachineEnd)))
    },
    MachineEventId.SELF_TESTED: {"test": _words(TestName), "outcome": _words(TestEnd)},
    MachineEventId.DAY_OPENED: {},
    MachineEventId.DAY_CLOSED: {},
}

# What the machine and its staff do has a time of day. It is kept in a file of its own: between two
# lines with a time, a line about a session would have one too.
TIMED = frozenset(
    {
        MachineEventId.PROGRAM_STARTED,
        MachineEventId.PROGRAM_RESTARTED,
        MachineEventId.OUT_OF_ORDER,
        MachineEventId.FAULT_CAUGHT,
        MachineEventId.STAFF_CODE_GIVEN,
        MachineEventId.RECORD_KEY_GIVEN,
        MachineEventId.CLEANING_LOCKED,
        MachineEventId.MAINTENANCE_EXIT,
        MachineEventId.SELF_TESTED,
        MachineEventId.DAY_OPENED,
        MachineEventId.DAY_CLOSED,
    }
)


@dataclass(frozen=True, slots=True)
class MachineEvent:
    """One line of a public machine's log.

    Attributes:
        day: When, in Norway.
        at: Time of day to the minute, of ``TIMED`` events only: nobody who stood there is found
            again.

    Raises:
        ValueError: A field is missing, or holds what may not be written down.
    """

    id: MachineEventId
    day: date
    fields: Mapping[str, Value] = field(default_factory=dict)
    at: time | None = None

    def __post_init__(self) -> None:
        """Refuse what is outside the catalogue."""
        allowed = CATALOGUE[self.id]
        if self.at is not None and (
            self.id not in TIMED or self.at != self.at.replace(second=0, microsecond=0, tzinfo=None)
        ):
            message = f"{self.id.value}: this time of day may not be told"
            raise ValueError(message)
        if self.fields.keys() != allowed.keys():
            message = f"{self.id.value}: other fields than the catalogue has"
            raise ValueError(message)
        for name, kind in allowed.items():
            if not kind.takes(self.fields[name]):
                message = f"{self.id.value}: {name} may not hold this"
                raise ValueError(message)
