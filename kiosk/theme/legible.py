"""Whether the largest text is large enough for the distance it is read from (EN 301 549 5.1.4).

A locked machine is closed to the platform's magnifier, so one of its own text sizes must show a
capital H at an angle of at least 0.7 degrees.
"""

import math

from kiosk.theme.tokens import Device, TextSize, Tokens

LEAST_DEGREES = 0.7
_ROLES = ("body", "support", "h2", "h1")


def needed_cap_mm(view_mm: float) -> float:
    """Least capital height in millimetres at a distance in millimetres."""
    return LEAST_DEGREES * math.pi * view_mm / 180


def farthest_view_mm(tokens: Tokens, device: Device) -> float:
    """From how far away every text of the largest size can be read on a device."""
    smallest_mm = min(tokens.cap_mm(TextSize.XL, role, device) for role in _ROLES)
    return smallest_mm * 180 / (LEAST_DEGREES * math.pi)


def is_legible(tokens: Tokens, device: Device) -> bool:
    """Whether every text of the largest size is large enough where people sit or stand."""
    return device.view_mm <= farthest_view_mm(tokens, device)
