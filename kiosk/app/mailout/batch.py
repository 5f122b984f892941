"""What a batch of letters shall be, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from kiosk.app.mailout.choose_recipients import Chosen
from kiosk.app.mailout.make_kits import CaseKits
from kiosk.app.ports.press import SetKit
from kiosk.domain.case import CaseRef
from kiosk.domain.document.edition import Edition
from kiosk.domain.errors import Refusal
from kiosk.domain.mail_events import MailFilter, Making


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """What a batch shall be.

    Attributes:
        posting_on: Day on which it is meant to be posted; today or later.
    """

    filter: MailFilter
    edition: Edition
    posting_on: date
    making: Making = field(default_factory=Making)


@dataclass(frozen=True, slots=True)
class Unmade:
    """Why a letter was not made.

    Attributes:
        codes: Of refusals; the case has changed since it was chosen, or something is missing.
        field: Name of the field without room or with a strange character; never what stands in it.
        character: The one character that the font lacks; empty where there is no room.
    """

    codes: tuple[str, ...] = ()
    field: str = ""
    character: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """How far a batch has come.

    Attributes:
        letters: Those that were made in this go.
        unmade: Cases that got none, with the reason; they can be made when it is mended.
    """

    batch: str
    letters: int
    unmade: Mapping[CaseRef, Unmade]


@dataclass(frozen=True, slots=True)
class LaidCase:
    """The envelopes of a case, laid out; one per recipient."""

    case: CaseRef
    kits: CaseKits
    laid: tuple[SetKit, ...]

    @property
    def pages(self) -> int:
        """Of all of them."""
        return sum(each.pages for each in self.laid)

    @property
    def digest(self) -> str:
        """SHA-256 of what they say and how they are laid out, in hexadecimal."""
        return sha256(b"".join(each.digest for each in self.laid)).hexdigest()


def objections_to(plan: BatchPlan, chosen: Chosen, today: date) -> Sequence[Refusal]:
    """Why a batch cannot be begun; empty for one that can."""
    refusals = []
    if not chosen.cases:
        refusals.append(Refusal("mailout.nobody"))
    if plan.posting_on < today:
        refusals.append(Refusal("mailout.posting_passed"))
    if not plan.making.letters_per_file and not plan.making.has_letter_files:
        refusals.append(Refusal("mailout.no_files"))
    return refusals
