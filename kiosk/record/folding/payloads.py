"""The parts of stored events that the fold looks at; the rest of a payload is passed over."""

from decimal import Decimal
from typing import Any, TypeVar

import msgspec

_Part = TypeVar("_Part")


class GrantedPart(msgspec.Struct, gc=False):
    """A granted service of a case."""

    service: str
    reply_by: str | None = None
    present_provider: str | None = None
    hours_per_week: Decimal | None = None
    decided_on: str = ""
    present_since: str | None = None


class CasePart(msgspec.Struct):
    """A case as a list named it."""

    given_name: str
    family_name: str
    birth_date: str
    zone: str
    services: list[GrantedPart]
    closing: dict[str, Any] | None = None


class AnswerPart(msgspec.Struct, gc=False):
    """The answer for one service."""

    service: str
    outcome: str
    postponed_until: str | None = None
    provider: str | None = None
    start_on: str | None = None
    waits_for_place: bool = False
    interim: str | None = None
    awaits_date: bool = False
    previous_provider: str | None = None


class ChoicePart(msgspec.Struct):
    """A stored choice."""

    id: str
    channel: str
    at: str
    answers: list[AnswerPart]
    received_on: str | None = None


class CorrectionPart(msgspec.Struct, gc=False):
    """What a choice corrects; the day is an ISO date."""

    choice: str
    received: str


class NamedPart(msgspec.Struct, gc=False):
    """A service."""

    service: str


class WithdrawalPart(msgspec.Struct):
    """Answers of a choice that were taken back."""

    choice: str
    services: list[NamedPart]


class AgreementPart(msgspec.Struct, gc=False):
    """The day of a start that was agreed on; an ISO date."""

    choice: str
    service: str
    start_on: str


class DealtPart(msgspec.Struct, gc=False):
    """A dealt row of a block; ``block`` is empty for an order that no block holds."""

    block: str
    row: int


class RowsPart(msgspec.Struct, gc=False):
    """How many rows of a block were dealt."""

    block: str
    rows: int


class QueuePart(msgspec.Struct, gc=False):
    """Where the turns and shares of a rule stand in a zone; the rest is kept as it is."""

    rule: str
    service: str
    zone: str
    queue: list[str] = []
    given: list[tuple[str, int]] = []
    started_users: int = 0
    started_minutes: int = 0


class TakeOverPart(msgspec.Struct, gc=False):
    """Who helps instead of a provider that stops; days are ISO dates."""

    exit: str
    leaving: str
    helper: str
    from_on: str
    until: str | None = None


class ToldPart(msgspec.Struct, gc=False):
    """A rule that a letter told of."""

    service: str
    rule: str
    states: list[str]
    mark: str
    on: str


class ExitToldPart(msgspec.Struct, gc=False):
    """An exit that a letter told of."""

    exit: str
    reply_by: str


class Body(msgspec.Struct):
    """What happened; which parts are there depends on the kind of the event."""

    case: CasePart | None = None
    choice: ChoicePart | None = None
    correction: CorrectionPart | None = None
    withdrawal: WithdrawalPart | None = None
    agreement: AgreementPart | None = None
    choice_id: str | None = None
    dealt: DealtPart | None = None
    covers: list[str] | None = None
    reason: str | None = None
    block: Any = None
    blocks: list[RowsPart] | None = None
    member: dict[str, Any] | None = None
    name: str | None = None
    code_hash: str | None = None
    role: str | None = None
    municipality: str | None = None
    is_example: bool | None = None
    run: str | None = None
    position: int | None = None
    queues: list[QueuePart] | None = None
    answer: AnswerPart | None = None
    letter: str | None = None
    posted_on: str | None = None
    told: list[ToldPart] | None = None
    exits: list[ExitToldPart] | None = None
    returned_on: str | None = None
    asked_on: str | None = None
    service: str | None = None
    reply_by: str | None = None
    declined_on: str | None = None
    stays: bool | None = None
    take_over: TakeOverPart | None = None
    code: str | None = None
    received_on: str | None = None
    batch: str | None = None
    services: list[str] | None = None
    is_copy_only: bool | None = None
    ties: list[str] | None = None


class Payload(msgspec.Struct):
    """Any event; ``at`` is a date and time with zone, in ISO form."""

    actor: str
    at: str
    case: str | None
    body: Body


read = msgspec.json.Decoder(Payload).decode


def given(part: _Part | None) -> _Part:
    """A part that the kind of the event asks for.

    Raises:
        TypeError: It is missing, so the payload is damaged.
    """
    if part is None:
        raise TypeError
    return part
