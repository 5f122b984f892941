"""Letters by the thousand, as events: what was made, and what somebody has posted.

Making a letter sets no deadline going; only its posting does (issue 5, domain 6.3).
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kiosk.domain.document.edition import Edition
from kiosk.domain.language import Language
from kiosk.domain.mailing import LeftOut
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.service import ServiceId, ZoneId


class MailState(Enum):
    """Whose cases a batch is for.

    ``DUE`` are those whom the work list wants to have this letter.
    """

    DUE = "due"
    OPEN = "open"
    CHOSEN = "chosen"
    KEEPS = "keeps"
    DOES_NOT_WISH = "does_not_wish"
    CANNOT = "cannot"
    POSTPONED = "postponed"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class MailFilter:
    """Which cases a batch is for.

    Attributes:
        zone, service: None for all of them.
    """

    letter: LetterKind
    state: MailState = MailState.DUE
    zone: ZoneId | None = None
    service: ServiceId | None = None


@dataclass(frozen=True, slots=True)
class LeftOutCount:
    """How many a batch leaves out for a reason."""

    reason: LeftOut
    cases: int


@dataclass(frozen=True, slots=True)
class BatchBegun:
    """A batch of letters is going to be made.

    Attributes:
        batch: Key of the batch; its folder and its files are named by it.
        posting_on: Day on which it is meant to be posted; deadlines are printed by it.
        cases: How many cases get a letter.
        left_out: Those that get none; reasons without any are left out.
    """

    batch: str
    filter: MailFilter
    edition: Edition
    content_version: str
    posting_on: date
    cases: int
    left_out: tuple[LeftOutCount, ...]


@dataclass(frozen=True, slots=True)
class LetterProduced:
    """The letter to a case lies in a durable file.

    Attributes:
        number: Place in the batch, from 1.
        copies: One for every recipient.
        reply_by: The last day that the letter tells; None where it tells none.
        file: Name inside the folder of the batch.
    """

    batch: str
    letter: LetterKind
    number: int
    copies: int
    language: Language
    reply_by: date | None
    file: str


@dataclass(frozen=True, slots=True)
class BatchPosted:
    """Somebody says that a batch was posted; each of its letters says so too."""

    batch: str
    posted_on: date
