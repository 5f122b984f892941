"""What a slip is made of: texts, boxes for crosses, and rules."""

from collections.abc import Sequence

from brochures.flow import Piece
from brochures.letter_look import LetterLook
from brochures.lines import LineBreaker, Place
from brochures.marks import Frame, Mark, Stroke, TextMark
from brochures.structure import Element
from brochures.styles import CONTENT_WIDTH_PT, LEFT_PT, MM, RIGHT_PT, TextStyle

BOX_LINE_PT = 1.1
BOX_GAP_PT = 3.5 * MM
BETWEEN_BOXES_PT = 7 * MM
LINE_GAP_PT = 1.2 * MM
BEFORE_RULE_PT = 2.5 * MM


class BoxSetter:
    """Sets the parts of one slip.

    Attributes:
        title: Of the slip, for messages about texts that do not fit.
        box_gap_pt: White between two boxes.
    """

    def __init__(self, title: str, breaker: LineBreaker, look: LetterLook) -> None:
        self.title = title
        self._breaker = breaker
        self._plain = look.edition.cells.text
        self._box_pt = look.slip.box_pt
        self.box_gap_pt = look.slip.pitch_pt - look.slip.box_pt

    def rule(self) -> Piece:
        """A rule from margin to margin."""
        return Piece(0, (Stroke(LEFT_PT, 0, RIGHT_PT, 0, 0.8),), BEFORE_RULE_PT)

    def box(
        self, text: str, x_pt: float, width_pt: float, element: Element
    ) -> tuple[tuple[Mark, ...], float]:
        """A box and its words, and how high they are together."""
        lines = self._breaker.break_text(text, self._plain, width_pt, Place(self.title, text))
        baseline = (self._box_pt + self._plain.cap_height_pt) / 2
        frame = Frame(x_pt, 0, self._box_pt, self._box_pt, BOX_LINE_PT)
        words = TextMark(element, x_pt + self._box_pt + BOX_GAP_PT, baseline, self._plain, lines)
        return (frame, words), self._box_pt + (len(lines) - 1) * self._plain.leading_pt

    def text(
        self,
        text: str,
        style: TextStyle,
        element: Element,
        gap_pt: float,
        strong: Sequence[str] = (),
        *,
        keeps_next: bool = False,
    ) -> Piece:
        """A text from margin to margin."""
        place = Place(self.title, text)
        lines = self._breaker.break_text(text, style, CONTENT_WIDTH_PT, place, strong)
        mark = TextMark(element, LEFT_PT, style.baseline_pt, style, lines)
        return Piece(len(lines) * style.leading_pt, (mark,), gap_pt, keeps_next=keeps_next)
