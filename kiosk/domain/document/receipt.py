"""A receipt in words."""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.language import Language
from kiosk.domain.signature import Signature


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """A labelled line of a receipt."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ReceiptService:
    """What was answered for one service."""

    name: str
    lines: tuple[ReceiptLine, ...]


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """A signature as it was drawn.

    Attributes:
        label: What it is, or of which day.
        name: Who signed, in clear.
    """

    label: str
    signature: Signature
    name: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt in words.

    Attributes:
        stored: Sentence with date and time.
        notes: Other receipts of the case that this one has to name; may be empty.
        services: One per answered or open service, order of the case.
        about: Whom the answer holds for, who gave it, on what basis, who took part.
        next_title, next_text: How to switch, correct and complain.
        frame: Receipt number, case number and control mark; never an address or a birth date.
        signature: None where nobody signed on the screen.
    """

    language: Language
    municipality: str
    office: str
    is_example: bool
    number: str
    title: str
    stored: str
    services: tuple[ReceiptService, ...]
    about_title: str
    about: tuple[ReceiptLine, ...]
    next_title: str
    next_text: tuple[str, ...]
    frame: tuple[ReceiptLine, ...]
    issued_on: date
    notes: tuple[str, ...] = ()
    signature: SignatureBlock | None = None
