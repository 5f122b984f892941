"""A signature on paper: its lines as vectors, never larger than they were drawn."""

from brochures.marks import Bullet, Mark, Outline
from brochures.structure import Element
from brochures.styles import MM
from kiosk.domain.signature import Signature

MOST_WIDTH_PT = 50 * MM
MOST_HEIGHT_PT = 12 * MM
INK_PT = 1.1


def drawn_signature(
    signature: Signature, left_pt: float, element: Element
) -> tuple[tuple[Mark, ...], float]:
    """The lines of a signature, and how far down they reach.

    Args:
        signature: Of any size.
        left_pt: Where its left edge comes to stand.
        element: The figure that all its lines are.

    Returns:
        Marks from the top of the room downwards, in the order drawn, and the height in points.
    """
    width, height = (side / 100 * MM for side in signature.size)
    scale = min(1.0, _share(MOST_WIDTH_PT, width), _share(MOST_HEIGHT_PT, height))
    marks = tuple(
        _stroke([(left_pt + x * MM * scale, y * MM * scale) for x, y in line], element)
        for line in signature.lines_mm
    )
    return marks, height * scale


def _share(most: float, wanted: float) -> float:
    return most / wanted if wanted else 1.0


def _stroke(points_pt: list[tuple[float, float]], element: Element) -> Mark:
    if len(points_pt) == 1:
        ((x_pt, y_pt),) = points_pt
        return Bullet(x_pt, y_pt, INK_PT / 2, element)
    return Outline(tuple(points_pt), INK_PT, element=element)
