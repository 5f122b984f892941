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
class SheetSample:
    """What only a test page has: a code for the scanner, a fold mark, and a back to turn to.

    Attributes:
        scanned: What the QR code holds.
        scanned_as: What a screen reader says in the place of the QR code.
        back: The one line of the back.
    """

    scanned: str
    scanned_as: str
    back: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet in words, with the layout of the receipt.

    Attributes:
        title: Free of personal data, since it becomes the title of the file.
        lead: Sentence below the title.
        sections: At least one.
        frame: Numbers that identify the sheet; may be empty.
        foot: Left of the foot line.
        sample: None on every sheet but the test page of a machine.
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
    sample: SheetSample | None = None
