"""Which device profile fits a screen that nobody has described."""

from dataclasses import replace

from kiosk.theme.tokens import Device, Tokens

_USUAL = "laptop-14"


def device_for(tokens: Tokens, name: str, width_px: int, height_px: int) -> Device:
    """The profile with this name, or one scaled to the screen when none is named.

    A screen of a profile's own size takes that profile. Any other takes the usual laptop, with its
    pixels per millimetre scaled so that the layout fills the screen: Qt's own guess of a screen's
    millimetres is never trusted.

    Args:
        tokens: The profiles.
        name: Name of a profile; empty to go by the screen.
        width_px: Width of the screen in the pixels that windows are measured in.
        height_px: Its height.

    Raises:
        KeyError: There is no profile with this name.
    """
    if name:
        return tokens.devices[name]
    usual = tokens.devices[_USUAL]
    for device in (usual, *tokens.devices.values()):
        if (device.width_px, device.height_px) == (width_px, height_px):
            return device
    factor = min(width_px / usual.width_px, height_px / usual.height_px)
    return replace(
        usual, px_per_mm=usual.px_per_mm * factor, width_px=width_px, height_px=height_px
    )
