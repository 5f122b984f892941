"""Which device profile fits a screen, in the pixels that windows are measured in."""

from dataclasses import replace

from kiosk.theme.tokens import Device, Tokens

_USUAL = "laptop-14"
_SAME_SHAPE = 0.02


def device_for(
    tokens: Tokens, name: str, width_px: int, height_px: int, ratio: float = 1.0
) -> Device:
    """The profile with this name, or one scaled to the screen when none is named.

    A screen of a profile's own size takes that profile. Any other takes the usual laptop, with its
    pixels per millimetre scaled so that the layout fills the screen: Qt's own guess of a screen's
    millimetres is never trusted.

    Args:
        tokens: The profiles.
        name: Name of a profile; empty to go by the screen.
        width_px: Width of the screen in the pixels that windows are measured in; 0 when unknown.
        height_px: Its height.
        ratio: Device pixels of the screen in one of those pixels.

    Raises:
        KeyError: There is no profile with this name.
    """
    if name:
        return on_screen(tokens.devices[name], width_px, height_px, ratio)
    usual = tokens.devices[_USUAL]
    for device in (usual, *tokens.devices.values()):
        if (device.width_px, device.height_px) == (
            round(width_px * ratio),
            round(height_px * ratio),
        ):
            return on_screen(device, width_px, height_px, ratio)
    factor = min(width_px / usual.width_px, height_px / usual.height_px)
    return replace(
        usual, px_per_mm=usual.px_per_mm * factor, width_px=width_px, height_px=height_px
    )


def on_screen(device: Device, width_px: int, height_px: int, ratio: float = 1.0) -> Device:
    """A profile in the pixels that windows are measured in on a screen.

    A panel of the profile's shape is the profile's panel, whatever its resolution and its ratio:
    a sharper one has more pixels in the same millimetres. One that stands the other way round than
    the profile says is turned. On any other shape only the ratio is known.

    Args:
        device: A profile of the theme, in device pixels.
        width_px: As for ``device_for``; 0 when unknown, the profile then stays as it is.
        height_px: As for ``device_for``.
        ratio: As for ``device_for``.
    """
    if not width_px or not height_px:
        return device
    for stands in (device, device.turned) if device.is_kiosk else (device,):
        if _has_shape(stands, width_px, height_px):
            factor = width_px / stands.width_px
            return replace(
                stands,
                px_per_mm=stands.px_per_mm * factor,
                width_px=width_px,
                height_px=height_px,
            )
    return replace(
        device, px_per_mm=device.px_per_mm / ratio, width_px=width_px, height_px=height_px
    )


def _has_shape(device: Device, width_px: int, height_px: int) -> bool:
    shape = device.width_px / device.height_px
    return abs(width_px / height_px / shape - 1) <= _SAME_SHAPE
