"""What is kept at hand of a case: enough to find it, and where its events lie in the ledger.

A hundred thousand cases fit in memory because the rest is read from the ledger when a case is
opened.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec


class Granted(msgspec.Struct, array_like=True, gc=False):
    """A granted service; the reply deadline is an ISO date."""

    service: str
    reply_by: str | None


class Answered(msgspec.Struct, array_like=True, gc=False):
    """The latest answer for a service.

    Attributes:
        outcome: Value of the outcome.
        until: ISO date that a postponed answer was agreed for.
        position: Of the event that holds the answer.
    """

    outcome: str
    until: str | None
    position: int


class CaseState(msgspec.Struct, array_like=True):
    """One case after all events so far.

    Attributes:
        case_at: Position of the newest event with the whole case; 0 for a case that was never
            imported.
        services: Granted services, order of the case.
        born: ISO date.
        answers: Per answered service; others may stand here than are granted now.
        closed_at: Position of the event that closed the case without a list; 0 without one.
        order_at: Position of the newest order of providers; 0 without one.
        choice_at: Position of the newest choice; 0 without one.
        notes: Ids of choices whose information note is missing, oldest first.
        events: Positions of all events of the case, oldest first.
    """

    case_at: int = 0
    given_name: str = ""
    family_name: str = ""
    born: str = ""
    zone: str = ""
    services: list[Granted] = []
    is_closed: bool = False
    answers: dict[str, Answered] = {}
    closed_at: int = 0
    order_at: int = 0
    choice_at: int = 0
    notes: list[str] = []
    events: list[int] = []


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(CaseState).decode


class CaseStates:
    """The states of all cases, each packed into some two hundred bytes."""

    def __init__(self, packed: dict[str, bytes] | None = None) -> None:
        self._packed = packed or {}

    def get(self, reference: str) -> CaseState:
        """The state of a case, the caller's own; an empty one for a case without events."""
        packed = self._packed.get(reference)
        return CaseState() if packed is None else _decode(packed)

    def put(self, reference: str, state: CaseState) -> None:
        """Replace the state of a case."""
        self._packed[reference] = _encode(state)

    def drop(self, reference: str) -> None:
        """Forget a case."""
        self._packed.pop(reference, None)

    @property
    def packed(self) -> Mapping[str, bytes]:
        """All states as they are kept."""
        return self._packed


class CaseRows(Mapping[str, Mapping[str, Any]]):
    """The same states as documents, made when they are asked for; the caller's own."""

    def __init__(self, states: CaseStates) -> None:
        self._states = states

    def __len__(self) -> int:
        return len(self._states.packed)

    def __iter__(self) -> Iterator[str]:
        return iter(self._states.packed)

    def __getitem__(self, reference: str) -> Mapping[str, Any]:
        packed = self._states.packed[reference]
        fields: dict[str, Any] = msgspec.structs.asdict(_decode(packed))
        services = [msgspec.structs.asdict(granted) for granted in fields.pop("services")]
        answers = fields.pop("answers").items()
        told = {service: msgspec.structs.asdict(answer) for service, answer in answers}
        return {"reference": reference, **fields, "services": services, "answers": told}
