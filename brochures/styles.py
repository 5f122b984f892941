"""Sizes of the standard A4 edition; lengths in points, measured from the page's top left corner."""

from dataclasses import dataclass

MM = 72 / 25.4
"""Points in a millimetre."""

CAP_HEIGHT_EM = 0.66
"""Height of capitals in Source Sans 3."""

PAGE_WIDTH_PT = 210 * MM
PAGE_HEIGHT_PT = 297 * MM
LEFT_PT = 20 * MM
RIGHT_PT = 190 * MM
CONTENT_WIDTH_PT = RIGHT_PT - LEFT_PT
LETTER_WIDTH_PT = 140 * MM
CONTENT_BOTTOM_PT = 277 * MM
FOOT_BASELINE_PT = PAGE_HEIGHT_PT - 12.5 * MM


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size and weight of a text; there are two weights and no slant.

    Attributes:
        size_pt: Size of the type.
        leading_pt: Distance between baselines.
        emphasises_phones: Whether telephone numbers are set bold, as in running prose.
    """

    size_pt: float
    leading_pt: float
    is_bold: bool = False
    emphasises_phones: bool = False

    @property
    def cap_height_pt(self) -> float:
        """Height of a capital."""
        return self.size_pt * CAP_HEIGHT_EM

    @property
    def baseline_pt(self) -> float:
        """From the top of a line to its baseline, so that capitals stand in the middle."""
        return (self.leading_pt + self.cap_height_pt) / 2


PROSE = TextStyle(15, 21.5, emphasises_phones=True)
HEADING = TextStyle(17, 22, is_bold=True)
BOX = TextStyle(13, 18.2)
BOX_BOLD = TextStyle(13, 18.2, is_bold=True)
SMALL = TextStyle(12, 16.8)

COVER_TITLE = TextStyle(46, 54, is_bold=True)

LETTER = TextStyle(14, 20, emphasises_phones=True)
LETTER_PLAIN = TextStyle(14, 20)
LETTER_BOLD = TextStyle(14, 20, is_bold=True)
LETTER_SENDER = TextStyle(18, 23, is_bold=True)
RECEIPT_TITLE = TextStyle(26, 32, is_bold=True)
LETTER_TITLE = TextStyle(20, 26, is_bold=True)
LETTER_HEADING = TextStyle(16, 21, is_bold=True)
