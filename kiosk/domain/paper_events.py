"""What was put on paper, as events."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kiosk.domain.language import Language
from kiosk.domain.service import ServiceId
from kiosk.domain.slip_code import SlipCode


class DocumentKind(Enum):
    """What was put on paper."""

    BROCHURE = "brochure"
    RECEIPT = "receipt"
    ACCESS = "access"
    ALLOCATION = "allocation"
    EXIT = "exit"
    PLACE = "place"
    INVITATION = "invitation"
    REMINDER = "reminder"
    SWITCH = "switch"


class DocumentChannel(Enum):
    """Where a document went."""

    PRINTER = "printer"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class DocumentIssued:
    """A brochure or a receipt was handed to a printer or written to a file.

    Attributes:
        receipt_number: Of a receipt; empty for a brochure.
    """

    kind: DocumentKind
    language: Language
    channel: DocumentChannel
    receipt_number: str = ""


@dataclass(frozen=True, slots=True)
class SlipCodeDealt:
    """The code by which reply slips name a case; one for as long as the case lives."""

    code: SlipCode


@dataclass(frozen=True, slots=True)
class AnswerUnclear:
    """A reply slip came back from which nobody can tell what is meant, as with two crosses.

    It is no answer, and no silence either: somebody asks the person, and no rule is applied.
    """

    service: ServiceId
    received_on: date
