"""The office's address at the foot of the last page, found without opening the brochure."""

from brochures.flow import Piece
from brochures.lines import LineBreaker, Place
from brochures.marks import Mark, Stroke, TextMark
from brochures.structure import heading, paragraph
from brochures.styles import LEFT_PT, MM, PROSE, PROSE_BOLD, PROSE_WIDTH_PT, RIGHT_PT

ABOVE_RULE_PT = 9 * MM
BELOW_RULE_PT = 3.2 * MM
BELOW_PT = 2 * MM


def contact_piece(title: str, contact: tuple[str, ...], breaker: LineBreaker, owner: str) -> Piece:
    """A rule, the heading and one line or more per way of asking."""
    place = Place(owner, title)
    marks: list[Mark] = [Stroke(LEFT_PT, 0, RIGHT_PT, 0, 0.5)]
    y_pt = BELOW_RULE_PT
    for text, style, element in (
        (title, PROSE_BOLD, heading(3)),
        *((line, PROSE, paragraph()) for line in contact),
    ):
        lines = breaker.break_text(text, style, PROSE_WIDTH_PT, place)
        marks.append(TextMark(element, LEFT_PT, y_pt + style.baseline_pt, style, lines))
        y_pt += len(lines) * style.leading_pt
    return Piece(y_pt + BELOW_PT, tuple(marks), ABOVE_RULE_PT, sinks=True)
