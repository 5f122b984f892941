"""A letter in words, for an envelope with a window."""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.sheet import SheetSection
from kiosk.domain.language import Language
from kiosk.domain.municipality import Prose


@dataclass(frozen=True, slots=True)
class PostalLines:
    """What shows in the window of an envelope, and nothing else.

    Attributes:
        back_to: Where an undelivered letter goes, in one line; empty on what goes to the office.
        shorter: The same without what stands before the street, longest first; the first that has
            room is printed. May be empty.
        lines: Name, then the address, postcode and town last; empty for a letter that is handed
            over.
        is_other: Whether they are of somebody else than the person whom the letter is about.
    """

    back_to: str
    lines: tuple[str, ...]
    shorter: tuple[str, ...] = ()
    is_other: bool = False


LetterPart = Prose | SheetSection


@dataclass(frozen=True, slots=True)
class WindowLetter:
    """A letter in words, for an envelope with a window.

    Attributes:
        references: Right of the window: date, case number, what runs out when, and what else
            identifies the letter.
        title: Free of personal data, since it becomes the title of the file.
        parts: In reading order; prose, and labelled lines under a heading.
        strong: Texts that stand out wherever they stand in the prose, such as the last day for a
            reply; may be empty.
        closing: Who sends it.
        foot: Left of the foot line.
    """

    language: Language
    municipality: str
    office: str
    is_example: bool
    post: PostalLines
    references: tuple[ReceiptLine, ...]
    title: str
    parts: tuple[LetterPart, ...]
    strong: tuple[str, ...]
    closing: str
    foot: str
    issued_on: date
