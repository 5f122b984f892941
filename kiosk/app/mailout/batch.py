"""What a batch of letters shall be, and what became of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from kiosk.app.easy_lines import lacking_easy_texts
from kiosk.app.mailout.choose_recipients import Chosen
from kiosk.app.mailout.known_batch import KnownBatch
from kiosk.app.mailout.make_kits import CaseKits
from kiosk.app.ports.press import SetKit
from kiosk.domain.case import CaseRef
from kiosk.domain.edition import Edition
from kiosk.domain.errors import Refusal
from kiosk.domain.language import Language
from kiosk.domain.mail_events import MailFilter, Making
from kiosk.domain.mailing import LeftOut
from kiosk.domain.municipality import Municipality


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
        characters_over: How many characters a line is too long; 0 where that is not known.
    """

    codes: tuple[str, ...] = ()
    field: str = ""
    character: str = ""
    characters_over: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """How far a batch has come.

    Attributes:
        letters: Those that were made in this go.
        unmade: Cases that got none, with the reason; they can be made when it is mended.
        is_discarded: Whether it was discarded, since none of its letters could be made.
    """

    batch: str
    letters: int
    unmade: Mapping[CaseRef, Unmade]
    is_discarded: bool = False


@dataclass(frozen=True, slots=True)
class LaidCase:
    """The envelopes of a case, laid out; one per recipient.

    Attributes:
        is_copy_only: Whether none of them goes to the person.
    """

    case: CaseRef
    kits: CaseKits
    laid: tuple[SetKit, ...]
    is_copy_only: bool = False

    @property
    def pages(self) -> int:
        """Of all of them."""
        return sum(each.pages for each in self.laid)

    @property
    def digest(self) -> str:
        """SHA-256 of what they say and how they are laid out, in hexadecimal."""
        return sha256(b"".join(each.digest for each in self.laid)).hexdigest()


def objections_to(
    plan: BatchPlan, chosen: Chosen, today: date, editions: Collection[Edition]
) -> Sequence[Refusal]:
    """Why a batch cannot be begun; empty for one that can.

    Args:
        plan: What it shall be.
        chosen: Who gets a letter.
        today: The day.
        editions: Those that the press can make.
    """
    refusals = objections_to_what(plan, chosen, today, editions)
    if not plan.making.letters_per_file and not plan.making.has_letter_files:
        refusals.append(Refusal("mailout.no_files"))
    return refusals


def objections_to_what(
    plan: BatchPlan, chosen: Chosen, today: date, editions: Collection[Edition]
) -> list[Refusal]:
    """Why there are no letters to look at; empty where there are."""
    refusals = []
    if plan.edition not in editions:
        refusals.append(Refusal("mailout.no_such_edition"))
    if not chosen.cases:
        lie = LeftOut.LIES_UNPOSTED in chosen.left_out
        refusals.append(Refusal("mailout.all_lie_unposted" if lie else "mailout.nobody"))
    if plan.posting_on < today:
        refusals.append(Refusal("mailout.posting_passed"))
    return refusals


def lacking_texts(plan: BatchPlan, municipality: Municipality) -> list[Refusal]:
    """That nobody has written what the brochures of a batch say; empty where all is there.

    Letters go to readers of both forms of Norwegian, so that both are needed.
    """
    if plan.edition is not Edition.EASY_READ or not plan.making.has_brochure:
        return []
    lacking = [
        file
        for language in (Language.BOKMAL, Language.NYNORSK)
        for file in lacking_easy_texts(municipality, language)
    ]
    return [Refusal("document.no_easy_texts", {"files": ", ".join(lacking)})] if lacking else []


def objections_to_making(known: KnownBatch, today: date, version: str) -> Sequence[Refusal]:
    """Why nothing more can be made of a batch; empty for one that can go on.

    Args:
        known: As it stands.
        today: The day; its letters would not be posted on the one that they bear any more.
        version: Of the pack now; half a batch by another would tell of other rules.
    """
    # What is made of a closed batch would never be posted, and its people be written to again.
    refusals, begun = known.why_closed(), known.begun
    if refusals or begun is None:
        return refusals
    if begun.posting_on < today:
        values = {"date": begun.posting_on.isoformat()}
        refusals.append(Refusal("mailout.too_late_to_go_on", values))
    if begun.content_version != version:
        values = {"begun": begun.content_version, "now": version}
        refusals.append(Refusal("mailout.other_pack", values))
    return refusals
