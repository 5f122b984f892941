"""A sheet of labelled lines in words: a note for the case system, or a list for a provider."""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.document.receipt import ReceiptLine, SignatureBlock
from kiosk.domain.language import Language


@dataclass(frozen=True, slots=True)
class SheetSection:
    """A heading and what stands below it; at least one line or signature.

    Attributes:
        may_break: Goes on over the page, between lines; the others stay on one page.
    """

    heading: str
    lines: tuple[ReceiptLine, ...]
    may_break: bool = False
    signatures: tuple[SignatureBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet in words, with the layout of the receipt.

    Attributes:
        title: Free of personal data, since it becomes the title of the file.
        lead: Sentence below the title.
        sections: At least one.
        frame: Numbers that identify the sheet; may be empty.
        foot: Left of the foot line.
    """

    language: Language
    municipality: str
    office: str
    is_example: bool
    title: str
    lead: str
    sections: tuple[SheetSection, ...]
    frame: tuple[ReceiptLine, ...]
    foot: str
    issued_on: date
