"""The office's address at the foot of the last page, found without opening the brochure."""

from brochures.flow import Piece
from brochures.lines import LineBreaker, Place
from brochures.look import EditionLook
from brochures.marks import Mark, Stroke, TextMark
from brochures.structure import heading, paragraph
from brochures.styles import MM

ABOVE_RULE_PT = 9 * MM
BELOW_RULE_PT = 3.2 * MM
BELOW_PT = 2 * MM


def contact_piece(
    title: str, contact: tuple[str, ...], breaker: LineBreaker, owner: str, look: EditionLook
) -> Piece:
    """A rule, the heading and one line or more per way of asking."""
    place, prose = Place(owner, title), look.prose
    marks: list[Mark] = [Stroke(look.paper.left_pt, 0, look.paper.right_pt, 0, 0.5)]
    y_pt = BELOW_RULE_PT
    for text, style, element in (
        (title, prose.strong, heading(3)),
        *((line, prose.text, paragraph()) for line in contact),
    ):
        lines = breaker.break_text(text, style, prose.width_pt, place)
        marks.append(TextMark(element, prose.left_pt, y_pt + style.baseline_pt, style, lines))
        y_pt += len(lines) * style.leading_pt
    return Piece(y_pt + BELOW_PT, tuple(marks), ABOVE_RULE_PT, sinks=True)
