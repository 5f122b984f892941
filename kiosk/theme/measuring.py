"""From a bar that somebody has measured with a ruler to the pixels in a millimetre (access O17)."""

from dataclasses import dataclass, replace
from enum import Enum

from kiosk.theme.legible import farthest_view_mm
from kiosk.theme.tokens import Device, Tokens

BAR_MM = 100.0
_LEAST_BAR_MM, _MOST_BAR_MM = 50.0, 200.0
_LEAST_VIEW_MM = 300.0
_MOST_DIFFERENCE = 0.02
_LEAST_SIDES_MM = (180.0, 250.0)


class Doubt(Enum):
    """Why a measurement cannot be right, or cannot be used."""

    BAR_TOO_SHORT = "bar_too_short"
    BAR_TOO_LONG = "bar_too_long"
    UNLIKE_BARS = "unlike_bars"
    SCREEN_TOO_SMALL = "screen_too_small"
    TOO_NEAR = "too_near"
    TOO_FAR = "too_far"


@dataclass(frozen=True, slots=True)
class Measurement:
    """What somebody read from a ruler.

    Attributes:
        across_mm: Length of the lying bar.
        down_mm: Length of the standing bar.
        view_mm: From the eye to the screen.
    """

    across_mm: float
    down_mm: float
    view_mm: float


@dataclass(frozen=True, slots=True)
class MeasuredScreen:
    """The screen of one machine as it was measured.

    Attributes:
        device: Name of the profile that was in use; its layout holds.
        px_per_mm: Device pixels in a millimetre.
        view_mm: From the eye to the screen.
        width_px, height_px: Device pixels of the screen that was measured.
    """

    device: str
    px_per_mm: float
    view_mm: float
    width_px: int
    height_px: int

    def is_of(self, base: Device, ratio: float) -> bool:
        """Whether this profile and size of screen was measured, so that the values hold.

        Args:
            base: The profile in the pixels that windows are measured in.
            ratio: Device pixels in one of them.
        """
        size = (round(base.width_px * ratio), round(base.height_px * ratio))
        return self.device == base.name and size == (self.width_px, self.height_px)

    def profile(self, base: Device, ratio: float) -> Device:
        """The profile with the measured values; another screen's profile stays as it is."""
        if not self.is_of(base, ratio):
            return base
        return replace(base, px_per_mm=self.px_per_mm / ratio, view_mm=self.view_mm)


def measured(base: Device, ratio: float, measurement: Measurement) -> MeasuredScreen:
    """What a measurement with bars of this profile says about the screen.

    Args:
        base: The profile that the bars were drawn with, as for ``MeasuredScreen.is_of``.
        ratio: As there.
        measurement: One that nothing speaks against.
    """
    return MeasuredScreen(
        device=base.name,
        px_per_mm=true_px_per_mm(base.px_per_mm, measurement) * ratio,
        view_mm=measurement.view_mm,
        width_px=round(base.width_px * ratio),
        height_px=round(base.height_px * ratio),
    )


def true_px_per_mm(shown: float, measurement: Measurement) -> float:
    """Pixels in a millimetre, by bars that were drawn with ``shown`` pixels in a millimetre.

    Args:
        shown: Greater than 0.
        measurement: Lengths greater than 0.
    """
    return shown * BAR_MM * 2 / (measurement.across_mm + measurement.down_mm)


def doubts(tokens: Tokens, device: Device, measurement: Measurement) -> tuple[Doubt, ...]:
    """What speaks against a measurement; empty when it can be used.

    Args:
        tokens: The theme, whose largest text must be legible at the distance.
        device: The profile that the bars were drawn with.
        measurement: As it was entered.
    """
    bars = (measurement.across_mm, measurement.down_mm)
    if min(bars) < _LEAST_BAR_MM:
        return (Doubt.BAR_TOO_SHORT,)
    if max(bars) > _MOST_BAR_MM:
        return (Doubt.BAR_TOO_LONG,)
    if max(bars) / min(bars) - 1 > _MOST_DIFFERENCE:
        return (Doubt.UNLIKE_BARS,)
    found = []
    px_per_mm = true_px_per_mm(device.px_per_mm, measurement)
    sides_mm = sorted((device.width_px / px_per_mm, device.height_px / px_per_mm))
    if any(side < least for side, least in zip(sides_mm, _LEAST_SIDES_MM, strict=True)):
        found.append(Doubt.SCREEN_TOO_SMALL)
    if measurement.view_mm < _LEAST_VIEW_MM:
        found.append(Doubt.TOO_NEAR)
    if measurement.view_mm > farthest_view_mm(tokens, device):
        found.append(Doubt.TOO_FAR)
    return tuple(found)
