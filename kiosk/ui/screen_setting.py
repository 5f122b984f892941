"""The screen profile that is in use on this machine, and its file."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.theme.measuring import Measurement, measured
from kiosk.theme.screen_file import ScreenFileError, read_screen, write_screen
from kiosk.theme.tokens import Device
from kiosk.ui.theme_source import ThemeSource


@dataclass(frozen=True, slots=True)
class ScreenSetting:
    """Measured values replace those of the profile at once and at every start.

    Attributes:
        theme: What the pages are laid out with.
        ratio: Device pixels of the screen in one pixel of the window.
        file: Where they are kept; None where nothing can be kept, as in a tour.
    """

    theme: ThemeSource
    ratio: float = 1.0
    file: Path | None = None

    def keep(self, measurement: Measurement) -> None:
        """Store what was measured, then use it.

        Raises:
            ScreenFileError: It could not be stored, and everything stays as it was.
        """
        base = self.theme.device
        screen = measured(base, self.ratio, measurement)
        if self.file is not None:
            write_screen(self.file, screen)
        self.theme.use(screen.profile(base, self.ratio))


def measured_device(base: Device, ratio: float, file: Path | None) -> Device:
    """The profile with what was measured on this screen; as it is where nothing usable was."""
    if file is None:
        return base
    try:
        screen = read_screen(file)
    except ScreenFileError:
        # A spoilt file must not keep the kiosk closed; the page tells which values are in use.
        return base
    return base if screen is None else screen.profile(base, ratio)
