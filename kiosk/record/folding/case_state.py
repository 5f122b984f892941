"""What is kept at hand of a case: enough to find it, and where its events lie in the ledger.

A hundred thousand cases fit in memory because the rest is read from the ledger when a case is
opened.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from kiosk.domain.lifecycle import Held, standing


class Granted(msgspec.Struct, array_like=True, gc=False):
    """A granted service.

    Attributes:
        reply_by: ISO date of the reply deadline.
        present: Who helps by the list.
        listed_on: ISO date on which a list first said so.
        minutes: Of the decision, a week; 0 where unknown.
        decided_on: ISO date of the decision.
        present_since: ISO date since which ``present`` helps; None where unknown.
    """

    service: str
    reply_by: str | None
    present: str | None = None
    listed_on: str = ""
    minutes: int = 0
    decided_on: str = ""
    present_since: str | None = None


class Answered(msgspec.Struct, array_like=True, gc=False):
    """A stored answer for a service; days are ISO dates.

    Attributes:
        position: Of the event that holds the answer.
        choice: Id of the choice.
        outcome: Value of the outcome.
        on: When the municipality received it.
        until: Day that a postponed answer was agreed for.
        provider, start_on, waits_for_place, interim, is_withdrawn, awaits_date: As in the domain's
            ``Held``.
        waits_since, waits_at: Where a person who waits for a place stands in line: by day, then by
            position of the event with the wish; empty and 0 for who does not wait.
        reply_by: ISO date; last day for an answer to the offer of a place that stands.
        previous: Who helped on the day of the answer; None where nobody did.
    """

    position: int
    choice: str
    outcome: str
    on: str
    until: str | None = None
    provider: str | None = None
    start_on: str | None = None
    waits_for_place: bool = False
    interim: str | None = None
    is_withdrawn: bool = False
    awaits_date: bool = False
    waits_since: str = ""
    waits_at: int = 0
    reply_by: str | None = None
    previous: str | None = None


Told = tuple[str, str, list[str], str, str]
"""A rule that a letter told of: service, rule, states, mark and day, as in the domain."""


class Posted(msgspec.Struct, array_like=True, gc=False):
    """A letter to the person; days are ISO dates.

    Attributes:
        kind: Value of the letter's kind.
        returned_on: None while it has not come back.
        told: None where that is unknown.
        exits: Keys of the exits that it told of, each with the last day for an answer; None where
            that is unknown.
        reply_by: The last day that is printed in it; None where that is unknown.
        services: Those that it asks about; None where that is unknown.
    """

    kind: str
    posted_on: str
    returned_on: str | None = None
    told: list[Told] | None = None
    exits: list[tuple[str, str]] | None = None
    reply_by: str | None = None
    services: list[str] | None = None
    is_copy_only: bool = False


class TakenOver(msgspec.Struct, array_like=True, gc=False):
    """Who helps instead of a provider that stops; as in the domain's ``TakeOver``."""

    exit: str
    leaving: str
    helper: str
    from_on: str
    until: str | None = None


class WaitingPart(msgspec.Struct, array_like=True, gc=False):
    """Somebody who waits for a place; as in the domain's ``Waiting``, days as ISO dates."""

    case: str
    choice: str
    service: str
    zone: str
    provider: str
    since: str
    order: int
    minutes: int = 0
    reply_by: str | None = None


class CaseState(msgspec.Struct, array_like=True):
    """One case after all events so far.

    Attributes:
        case_at: Position of the newest event with the whole case; 0 for a case that was never
            imported.
        services: Granted services, order of the case.
        born: ISO date.
        answers: Per answered service, oldest first; others may stand here than are granted now.
        closed_at: Position of the event that closed the case without a list; 0 without one.
        order_at: Position of the newest order of providers; 0 without one.
        choice_at: Position of the newest choice; 0 without one.
        notes: Ids of choices whose information note is missing, oldest first.
        undelivered: Ids of events that the case system does not have, oldest first.
        is_delivery_tried, delivery_fault: As in the domain's ``Delivery``.
        events: Positions of all events of the case, oldest first.
        letters: Posted letters, oldest first.
        wishes: Per service the position of what was noted for the rule last.
        take_overs: Per service who helps instead of providers that stop, oldest exit first.
        slip_code: By which reply slips name the case; empty before one was dealt.
        unclear: Per service the ISO date on which a slip came that nobody can read, until there is
            an answer.
        asked: ISO dates on which the office asked again, in the order of the notes.
    """

    case_at: int = 0
    given_name: str = ""
    family_name: str = ""
    born: str = ""
    zone: str = ""
    services: list[Granted] = []
    is_closed: bool = False
    answers: dict[str, list[Answered]] = {}
    closed_at: int = 0
    order_at: int = 0
    choice_at: int = 0
    notes: list[str] = []
    undelivered: list[str] = []
    is_delivery_tried: bool = False
    delivery_fault: str = ""
    events: list[int] = []
    letters: list[Posted] = []
    wishes: dict[str, int] = {}
    take_overs: dict[str, list[TakenOver]] = {}
    slip_code: str = ""
    unclear: dict[str, str] = {}
    asked: list[str] = []

    def standing(self, service: str) -> Answered | None:
        """The answer that holds for a service; None for an open one."""
        answers = self.answers.get(service)
        if not answers:
            return None
        if not answers[-1].is_withdrawn:
            return answers[-1]
        held = standing([held_of(answer) for answer in answers])
        return next((a for a in answers if held is not None and a.choice == held.choice), None)


def held_of(answer: Answered) -> Held:
    """A stored answer as the domain judges it."""
    return msgspec.convert(answer, Held, from_attributes=True)


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(CaseState).decode


def unpacked(packed: bytes) -> CaseState:
    """A state as it was packed; the caller's own."""
    return _decode(packed)


# Events of one case follow on one another; lists of cases come in thousands.
_MOST_OPEN = 64


class CaseStates:
    """The states of all cases, each packed into some two hundred bytes.

    Those that were changed last are packed when somebody asks for them.
    """

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}
        self._open: dict[str, CaseState] = {}

    def restore(self, packed: Mapping[str, bytes]) -> None:
        """Take over states that were packed earlier."""
        self._packed.update(packed)

    def get(self, reference: str) -> CaseState:
        """The state of a case, the caller's own; an empty one for a case without events."""
        state = self._open.pop(reference, None)
        if state is not None:
            self._put(reference, state)
        packed = self._packed.get(reference)
        return CaseState() if packed is None else _decode(packed)

    def changing(self, reference: str) -> CaseState:
        """The state of a case, to be changed where it lies and not to be kept."""
        state = self._open.get(reference)
        if state is None:
            if len(self._open) >= _MOST_OPEN:
                self._pack()
            state = self._open[reference] = self.get(reference)
        return state

    def drop(self, reference: str) -> None:
        """Forget a case."""
        self._open.pop(reference, None)
        self._packed.pop(reference, None)

    @property
    def packed(self) -> Mapping[str, bytes]:
        """All states as they are kept."""
        self._pack()
        return self._packed

    def _pack(self) -> None:
        for reference, state in self._open.items():
            self._put(reference, state)
        self._open.clear()

    def _put(self, reference: str, state: CaseState) -> None:
        # A case whose only event was refused is none.
        if state.events:
            self._packed[reference] = _encode(state)


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
        told = {service: list(map(msgspec.structs.asdict, each)) for service, each in answers}
        letters = [msgspec.structs.asdict(each) for each in fields.pop("letters")]
        taken = fields.pop("take_overs").items()
        instead = {service: list(map(msgspec.structs.asdict, each)) for service, each in taken}
        fields |= {"services": services, "answers": told, "letters": letters}
        fields["take_overs"] = instead
        return {"reference": reference, **fields}
