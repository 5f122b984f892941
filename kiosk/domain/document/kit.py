"""What goes into one envelope."""

from dataclasses import dataclass

from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.document.slip import Slip
from kiosk.domain.document.window_letter import WindowLetter


@dataclass(frozen=True, slots=True)
class Kit:
    """What goes into one envelope, in this order; each part begins on a sheet of its own.

    Attributes:
        brochure: In the person's own order; None for letters that come without.
        slip: None where nothing is asked.
    """

    letter: WindowLetter
    brochure: Brochure | EasyBrochure | None = None
    slip: Slip | None = None
