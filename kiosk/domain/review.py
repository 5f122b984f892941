"""Blocks in words for the end of a visit: the review before storing and the page after it."""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.choice import ServiceAnswer
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.service import ServiceId


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One thing that was decided, or is still open.

    Attributes:
        service: What "Endre" opens; None for the row about who decides.
        what: For example ``Hjemmesykepleie: bytte fra Lind AS til``.
        answer: For example ``Stiftelsen Fjordheim``.
        consequence: For example ``Begynner mandag 7. desember 2026.``; may be empty.
        is_answered: False for a row that reads "not chosen yet".
    """

    service: ServiceId | None
    what: str
    answer: str
    consequence: str
    is_answered: bool


@dataclass(frozen=True, slots=True)
class ReviewBlock:
    """Everything that will be stored.

    Attributes:
        hint: Said when the services get different providers; empty otherwise.
        rows: One per service in the order of the case, then who decides.
        answers: What the rows tell of, order of the case; exactly this is to be stored.
    """

    title: str
    hint: str
    rows: tuple[ReviewRow, ...]
    answers: tuple[ServiceAnswer, ...]


class StoredLineKey(Enum):
    """What a line of the stored page is about; the page picks its sign from this."""

    SERVICE = "service"
    SWITCH = "switch"
    COMPLAIN = "complain"


@dataclass(frozen=True, slots=True)
class StoredLine:
    """What happens now, or what the person can do."""

    key: StoredLineKey
    text: str


@dataclass(frozen=True, slots=True)
class StoredBlock:
    """The page after storing; shown only when the record is durable.

    Attributes:
        lead: Whether anything is left to do.
        lines: One per answered service, then switching and complaining.
        receipt: Fields of the receipt panel: number, name, time, one per service.
    """

    title: str
    lead: str
    lines: tuple[StoredLine, ...]
    receipt_title: str
    receipt: tuple[ReceiptLine, ...]
