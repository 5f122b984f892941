"""In what letters, slips, receipts and sheets are set; all of them are A4, lengths in points.

The address in the window is no part of it: it is read by the post, and the windows of envelopes
and the machines that sort them ask for the same type in every edition.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from brochures.editions import LARGE_PRINT, STANDARD
from brochures.look import EditionLook
from brochures.styles import (
    LETTER,
    LETTER_BOLD,
    LETTER_HEADING,
    LETTER_PLAIN,
    LETTER_SENDER,
    LETTER_TITLE,
    LETTER_WIDTH_PT,
    MM,
    RECEIPT_TITLE,
    TextStyle,
)
from kiosk.domain.document.edition import Edition


@dataclass(frozen=True, slots=True)
class LabelledLook:
    """Labels with their values beside them, and the frame of numbers.

    Attributes:
        label_pt: Width of the labels.
        indent_pt: From the left margin to the values.
        framed: In what the numbers are set.
        framed_label: In what their labels are.
    """

    label_pt: float
    indent_pt: float
    framed: TextStyle
    framed_label: TextStyle


@dataclass(frozen=True, slots=True)
class LetterLook:
    """Everything that differs between editions of a letter.

    Attributes:
        edition: Its paper, its boxes and its smallest type.
        text: With telephone numbers in bold; ``plain`` without.
        name: The name of a receipt, a slip or a sheet; ``title`` that of a letter.
        width_pt: Of running text.
        splits_services: Whether every service of a slip begins a page.
    """

    edition: EditionLook
    text: TextStyle
    plain: TextStyle
    strong: TextStyle
    sender: TextStyle
    name: TextStyle
    title: TextStyle
    heading: TextStyle
    width_pt: float
    labelled: LabelledLook
    splits_services: bool = False


LETTERS = LetterLook(
    edition=STANDARD,
    text=LETTER,
    plain=LETTER_PLAIN,
    strong=LETTER_BOLD,
    sender=LETTER_SENDER,
    name=RECEIPT_TITLE,
    title=LETTER_TITLE,
    heading=LETTER_HEADING,
    width_pt=LETTER_WIDTH_PT,
    labelled=LabelledLook(45 * MM, 48 * MM, STANDARD.small, STANDARD.small_strong),
)

LARGE_LETTERS = LetterLook(
    edition=LARGE_PRINT,
    text=TextStyle(18, 26, emphasises_phones=True),
    plain=TextStyle(18, 26),
    strong=TextStyle(18, 26, is_bold=True),
    sender=TextStyle(22, 28, is_bold=True),
    name=TextStyle(30, 37, is_bold=True),
    title=TextStyle(25, 31, is_bold=True),
    heading=TextStyle(21, 27, is_bold=True),
    width_pt=170 * MM,
    labelled=LabelledLook(58 * MM, 61 * MM, LARGE_PRINT.cells.text, LARGE_PRINT.cells.strong),
    splits_services=True,
)

LETTER_LOOKS: Mapping[Edition, LetterLook] = MappingProxyType(
    {Edition.STANDARD: LETTERS, Edition.LARGE_PRINT: LARGE_LETTERS}
)
"""Letters have no other editions."""
