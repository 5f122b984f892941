"""QR codes as squares (ISO/IEC 18004); always the same one for the same text."""

import segno

from brochures.marks import Modules
from brochures.structure import Element
from brochures.styles import MM

MODULE_PT = 1 * MM
"""Paper comes back folded, stained and photographed: 0.8 mm is the least that is read then."""

QUIET_MODULES = 4
_VERSION, _LEVEL, _MASK = 2, "q", 2


def qr_code(text: str, x_pt: float, y_pt: float, element: Element) -> Modules:
    """The squares of a code.

    Args:
        text: Capitals, digits and a few signs, at most 29.
        x_pt: Left edge of the first square; four squares around the code must stay white.
        y_pt: Its upper edge.
        element: The figure that it is.

    Raises:
        ValueError: The text is longer, or has other characters.
    """
    code = segno.make_qr(
        text, version=_VERSION, error=_LEVEL, mode="alphanumeric", mask=_MASK, boost_error=False
    )
    rows = tuple("".join("1" if module else "0" for module in row) for row in code.matrix)
    return Modules(x_pt, y_pt, MODULE_PT, rows, element)
