"""Letters by the thousand, as events: what was made, and what somebody has posted.

Making a letter sets no deadline going; only its posting does (issue 5, domain 6.3).
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from kiosk.domain.mailing import LeftOut
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.nonchoice.told import RuleTold
from kiosk.domain.ordering import Order
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
        again: Whether those are taken, too, whose letter lies in a batch that nobody has posted.
    """

    letter: LetterKind
    state: MailState = MailState.DUE
    zone: ZoneId | None = None
    service: ServiceId | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class LeftOutCount:
    """How many a batch leaves out for a reason."""

    reason: LeftOut
    cases: int


@dataclass(frozen=True, slots=True)
class Making:
    """How the files of a batch are made.

    Attributes:
        letters_per_file: Letters of one print-shop file; 0 for no such files.
        has_letter_files: Whether each letter also becomes a file of its own.
        has_brochure: Whether the brochure goes with letters that ask.
    """

    letters_per_file: int = 500
    has_letter_files: bool = False
    has_brochure: bool = True


@dataclass(frozen=True, slots=True)
class BatchBegun:
    """A batch of letters is going to be made.

    Attributes:
        batch: Key of the batch; its folder and its files are named by it.
        posting_on: Day on which it is meant to be posted; deadlines are printed by it.
        cases: How many cases get a letter.
        left_out: Those that get none; reasons without any are left out.
        place: Where the folder of the batch is made, on the machine that makes it; empty where
            that is not known.
    """

    batch: str
    filter: MailFilter
    edition: Edition
    making: Making
    content_version: str
    posting_on: date
    cases: int
    left_out: tuple[LeftOutCount, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class BatchFileMade:
    """A print-shop file of a batch is durable.

    Attributes:
        name: Inside the folder of the batch.
        letters: Envelopes in it, copies among them.
        digest: SHA-256 of the file, in hexadecimal.
    """

    batch: str
    name: str
    letters: int
    pages: int
    digest: str


@dataclass(frozen=True, slots=True)
class OwnFile:
    """The file of one envelope.

    Attributes:
        name: Inside the folder of the batch.
        digest: SHA-256 of the file, in hexadecimal.
    """

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class OrderPrinted:
    """In which order a letter shows the providers of a service (N31)."""

    service: ServiceId
    providers: Order


@dataclass(frozen=True, slots=True)
class LetterProduced:
    """The letter to a case lies in a durable file.

    Attributes:
        number: Place in the batch, from 1.
        copies: One for every recipient.
        reply_by: The last day that the letter tells; None where it tells none.
        file: Print-shop file that it lies in; empty where only files of single letters are made.
        first_page: Page of that file on which it begins, from 1; 0 without such a file.
        pages: Of all copies together.
        digest: SHA-256 of what the copies say and how they are laid out, in hexadecimal; no file
            has it.
        slip: Code of its reply slip; empty without one.
        told: The rules that it tells of; None for a letter that asks nothing.
        services: Those that it asks about; None for a letter that asks nothing.
        orders: What stands on brochure and slip; empty for a letter that names nobody to choose.
        own_files: One per envelope; empty where only files for the print shop are made.
        is_copy_only: Whether only somebody else than the person gets it.
    """

    batch: str
    letter: LetterKind
    number: int
    copies: int
    language: Language
    reply_by: date | None
    file: str
    first_page: int
    pages: int
    digest: str
    slip: str = ""
    told: tuple[RuleTold, ...] | None = None
    services: tuple[ServiceId, ...] | None = None
    orders: tuple[OrderPrinted, ...] = ()
    own_files: tuple[OwnFile, ...] = ()
    is_copy_only: bool = False


@dataclass(frozen=True, slots=True)
class LetterNotMade:
    """A batch could not make the letter to a case; it can when that is mended.

    Attributes:
        codes: Of refusals; empty where a text or a character was in the way.
        field: Name of the field without room or with a strange character; never what stands in it.
        character: The one character that the font lacks; empty where there is no room.
        characters_over: How many characters a line is too long; 0 where that is not known.
    """

    batch: str
    codes: tuple[str, ...] = ()
    field: str = ""
    character: str = ""
    characters_over: int = 0


class NotPosted(Enum):
    """Why a letter that was made was not posted; its deadline does not run."""

    PULLED_OUT = "pulled_out"
    CLOSED = "closed"
    PROTECTED = "protected"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class NotPostedCount:
    """How many letters of a batch were not posted for a reason."""

    reason: NotPosted
    letters: int


@dataclass(frozen=True, slots=True)
class BatchPosted:
    """Somebody says that a batch was posted; each of its letters says so too.

    Attributes:
        not_posted: Letters that were not; reasons without any are left out.
    """

    batch: str
    posted_on: date
    not_posted: tuple[NotPostedCount, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchDiscarded:
    """Somebody says that a batch will never be posted; nobody counts as written to by it."""

    batch: str
