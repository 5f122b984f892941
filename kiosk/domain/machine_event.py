"""What a public machine may write down: a closed catalogue, so that no log tells who read what.

Each kind of event has its own allowed fields, and each field its own kind of value: a word of a list,
a count, a key of the machine's own, an order. There is no room for free text, a name, a place on the
screen, a provider that was picked, or a time of day (access G12, O19, O20; neutrality 1.2).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

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
            case FieldKind.KEY, str():
                return _KEY.fullmatch(value) is not None
            case FieldKind.WORD, str():
                return value in self.words
            case FieldKind.COUNT, int():
                return not isinstance(value, bool) and 0 <= value <= _MOST
            case FieldKind.ORDER, tuple():
                is_plain = all(_PROVIDER.fullmatch(each) is not None for each in value)
                return bool(value) and is_plain and len(set(value)) == len(value)
            case _:
                return False


def _words(kind: type[Enum]) -> Allowed:
    return Allowed(FieldKind.WORD, frozenset(str(each.value) for each in kind))


_KEY_FIELD = Allowed(FieldKind.KEY)
_COUNT_FIELD = Allowed(FieldKind.COUNT)
_ORDER_FIELD = Allowed(FieldKind.ORDER)


class PrintEnd(Enum):
    """What became of a brochure."""

    HANDED_TO_PRINTER = "handed_to_printer"
    FAILED = "failed"


class MachineEventId(Enum):
    """Every kind of event; the value stands in the log."""

    SESSION_BEGUN = "session_begun"
    SESSION_ENDED = "session_ended"
    BLOCK_OPENED = "block_opened"
    BLOCK_CLOSED = "block_closed"
    ORDER_DEALT = "order_dealt"
    A_TO_Z_ASKED = "a_to_z_asked"
    BROCHURE_PRINTED = "brochure_printed"


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
    # Neither zone nor service: a small zone could tell who it was.
    MachineEventId.BROCHURE_PRINTED: {"outcome": _words(PrintEnd)},
}


@dataclass(frozen=True, slots=True)
class MachineEvent:
    """One line of a public machine's log.

    Attributes:
        day: When; no time of day, so that nobody who stood there is found again.

    Raises:
        ValueError: A field is missing, or holds what may not be written down.
    """

    id: MachineEventId
    day: date
    fields: Mapping[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what is outside the catalogue."""
        allowed = CATALOGUE[self.id]
        if self.fields.keys() != allowed.keys():
            message = f"{self.id.value}: other fields than the catalogue has"
            raise ValueError(message)
        for name, kind in allowed.items():
            if not kind.takes(self.fields[name]):
                message = f"{self.id.value}: {name} may not hold this"
                raise ValueError(message)
