"""In what letters, slips, receipts and sheets are set; all of them are A4, lengths in points.

The address in the window is no part of it: it is read by the post, and the windows of envelopes
and the machines that sort them ask for the same type in every edition.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from brochures.editions import A4, GAPS_PT, LARGE_PRINT, STANDARD
from brochures.look import EditionLook, ProseLook
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
from kiosk.domain.edition import Edition
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.municipality import ProseKind

AFTER_HEADING_PT = 1 * MM
BEFORE_HEADING_PT = 4.6 * MM


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
class SlipLook:
    """The head of a slip, and its boxes.

    Attributes:
        head_width_pt: Of the texts above the address.
        code_top_pt: Upper edge of the code for machines.
        codes_baseline_pt: Of the first line of codes for people, below it.
        codes_row_pt: From one such line to the next.
        person_top_pt: Where the rest begins.
        box_pt: Side of a box.
        pitch_pt: From box to box.
    """

    head_width_pt: float
    code_top_pt: float
    codes_baseline_pt: float
    codes_row_pt: float
    person_top_pt: float
    box_pt: float
    pitch_pt: float


@dataclass(frozen=True, slots=True)
class LetterLook:
    """Everything that differs between editions of a letter.

    Attributes:
        edition: Its paper, its boxes and its smallest type.
        text: With telephone numbers in bold; ``plain`` without.
        name: The name of a receipt, a slip or a sheet; ``title`` that of a letter.
        prose: The running text of a letter.
        width_pt: Of running text.
        tells_below: Whether date and numbers stand below the window instead of beside it.
        splits_services: Whether every service of a slip begins a page.
        beside_code: Of a slip whose title and how to send it have room beside the code, which
            stands as high as in standard print then; None where they always have.
    """

    edition: EditionLook
    text: TextStyle
    plain: TextStyle
    strong: TextStyle
    sender: TextStyle
    name: TextStyle
    title: TextStyle
    heading: TextStyle
    prose: ProseLook
    width_pt: float
    labelled: LabelledLook
    slip: SlipLook
    tells_below: bool = False
    splits_services: bool = False
    beside_code: SlipLook | None = None


def _prose(text: TextStyle, strong: TextStyle, heading: TextStyle, width_pt: float) -> ProseLook:
    gaps = {
        **GAPS_PT,
        (ProseKind.PARAGRAPH, ProseKind.HEADING): BEFORE_HEADING_PT,
        (ProseKind.ITEM, ProseKind.HEADING): BEFORE_HEADING_PT,
    }
    return ProseLook(
        headings=(heading,),
        text=text,
        strong=strong,
        width_pt=width_pt,
        gaps_pt=MappingProxyType(gaps),
        after_title_pt=AFTER_HEADING_PT,
        left_pt=A4.left_pt,
    )


LETTERS = LetterLook(
    edition=STANDARD,
    text=LETTER,
    plain=LETTER_PLAIN,
    strong=LETTER_BOLD,
    sender=LETTER_SENDER,
    name=RECEIPT_TITLE,
    title=LETTER_TITLE,
    heading=LETTER_HEADING,
    prose=_prose(LETTER, LETTER_BOLD, LETTER_HEADING, LETTER_WIDTH_PT),
    width_pt=LETTER_WIDTH_PT,
    labelled=LabelledLook(45 * MM, 48 * MM, STANDARD.small, STANDARD.small_strong),
    slip=SlipLook(
        head_width_pt=125 * MM,
        code_top_pt=22 * MM,
        codes_baseline_pt=56.3 * MM,
        codes_row_pt=6 * MM,
        person_top_pt=71.5 * MM,
        box_pt=7 * MM,
        pitch_pt=9 * MM,
    ),
)

_LARGE, _LARGE_STRONG = LARGE_PRINT.prose.text, LARGE_PRINT.prose.strong
_LARGE_HEADING = TextStyle(21, 27, is_bold=True)

LARGE_LETTERS = LetterLook(
    edition=LARGE_PRINT,
    text=_LARGE,
    plain=replace(_LARGE, emphasises_phones=False),
    strong=_LARGE_STRONG,
    sender=TextStyle(20, 25, is_bold=True),
    name=TextStyle(26, 32, is_bold=True),
    title=TextStyle(25, 31, is_bold=True),
    heading=_LARGE_HEADING,
    prose=_prose(_LARGE, _LARGE_STRONG, _LARGE_HEADING, LARGE_PRINT.prose.width_pt),
    width_pt=LARGE_PRINT.prose.width_pt,
    labelled=LabelledLook(58 * MM, 61 * MM, LARGE_PRINT.cells.text, LARGE_PRINT.cells.strong),
    slip=SlipLook(
        head_width_pt=170 * MM,
        code_top_pt=41.5 * MM,
        codes_baseline_pt=75.2 * MM,
        codes_row_pt=8.9 * MM,
        person_top_pt=88 * MM,
        box_pt=8 * MM,
        pitch_pt=11 * MM,
    ),
    tells_below=True,
    splits_services=True,
    beside_code=SlipLook(
        head_width_pt=135 * MM,
        code_top_pt=22 * MM,
        codes_baseline_pt=56.3 * MM,
        codes_row_pt=8.9 * MM,
        person_top_pt=69 * MM,
        box_pt=8 * MM,
        pitch_pt=11 * MM,
    ),
)

_LOOKS: Mapping[Edition, LetterLook] = MappingProxyType(
    {Edition.STANDARD: LETTERS, Edition.LARGE_PRINT: LARGE_LETTERS}
)

LETTER_EDITIONS = frozenset(_LOOKS)
"""Those in which letters exist."""

_BESIDE = MappingProxyType(
    {**{each: each for each in _LOOKS}, Edition.EASY_READ: Edition.LARGE_PRINT}
)

ENVELOPE_EDITIONS = frozenset(_BESIDE)
"""Those of brochures that lie in an envelope with a letter: all on A4."""


def letter_look(edition: Edition) -> LetterLook:
    """The look of an edition.

    Raises:
        RefusedError: Letters do not exist in it.
    """
    if edition not in _LOOKS:
        raise RefusedError([Refusal("document.no_such_edition")])
    return _LOOKS[edition]


def look_beside(edition: Edition) -> LetterLook:
    """The look of the letter and the slip that come with a brochure of an edition.

    Raises:
        RefusedError: Such a brochure lies in no envelope with a letter.
    """
    if edition not in _BESIDE:
        raise RefusedError([Refusal("mailout.no_such_edition")])
    return _LOOKS[_BESIDE[edition]]
