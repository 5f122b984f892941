"""How a tour looks, and the window that it plays in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.language import Language
from kiosk.printing.files import suggested_name, write_file
from kiosk.settings import Resources
from kiosk.theme.tokens import Contrast, TextSize, Tokens
from kiosk.ui.application import Outfit
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.tasks import ImmediateTasks

_SECOND_MS = 1000.0


@dataclass(frozen=True, slots=True)
class TourOptions:
    """How a tour looks.

    Attributes:
        out: Folder for the pictures and the documents; made when it does not exist.
        data: Folder in which the record of the visit is kept; None to throw it away.
        language: Language of the citizen's pages.
        staff_language: Language of the staff's pages.
        device: Name of a device profile.
        every_page: Play the pages of staff and administrators too, over a sealed record of their
            own that is thrown away, and let the visit make every detour.
    """

    out: Path
    content: Path
    language: Language = Language.BOKMAL
    staff_language: Language = Language.BOKMAL
    device: str = "laptop-14"
    size: TextSize = TextSize.M
    contrast: Contrast = Contrast.STANDARD
    data: Path | None = None
    every_page: bool = False


def outfit(resources: Resources, options: TourOptions, home: Path) -> Outfit:
    """A window that needs no patience: work is done at once, and any two taps are a second apart."""
    tokens = Tokens(resources.assets / "theme" / "tokens.toml")
    return Outfit(
        assets=resources.assets,
        device=tokens.devices[options.device],
        language=options.staff_language,
        tasks=ImmediateTasks(),
        files=StaffFiles(home, write_file, suggested_name),
        now_ms=_patient_clock(),
        press_hold_ms=0,
    )


def _patient_clock() -> Callable[[], float]:
    """A clock for taps on which a second passes between any two."""
    moments = [0.0]

    def now_ms() -> float:
        moments[0] += _SECOND_MS
        return moments[0]

    return now_ms
