"""Colour pairs, contrast ranges and type sizes as the design declares them (access B12, A01-A04)."""

import itertools
import math

import pytest

from kiosk.settings import Resources
from kiosk.theme.scale import Scale
from kiosk.theme.tokens import Contrast, Family, TextSize, Tokens

TOKENS = Tokens(Resources.shipped().assets / "theme" / "tokens.toml")
MODES = list(Contrast)
CAP_RANGES_MM = {
    TextSize.S: (3.5, 4.2),
    TextSize.M: (4.8, 5.6),
    TextSize.L: (6.4, 7.1),
    TextSize.XL: (8.5, 9.0),
}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("pair", TOKENS.pairs, ids=lambda p: f"{p.foreground}-{p.background}")
def test_b12_every_declared_pair_has_the_contrast_it_declares(pair, mode):
    colours = TOKENS.colours(mode)

    ratio = contrast(colours[pair.foreground], colours[pair.background])

    assert ratio == pytest.approx(pair.declared[mode], abs=0.01)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("pair", TOKENS.pairs, ids=lambda p: f"{p.foreground}-{p.background}")
def test_b12_every_pair_lies_in_the_range_of_its_mode(pair, mode):
    low, high = TOKENS.text_range(mode) if pair.kind == "text" else (3.0, 21.0)

    assert low - 0.005 <= pair.declared[mode] <= high + 0.005


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_names_the_same_roles(mode):
    assert set(TOKENS.colours(mode)) == set(TOKENS.colours(Contrast.STANDARD))


@pytest.mark.parametrize(
    ("device", "size"), list(itertools.product(TOKENS.devices.values(), TextSize)), ids=str
)
def test_body_text_has_the_capital_height_of_its_size(device, size):
    scale = Scale(TOKENS, device, size)
    low, high = CAP_RANGES_MM[size]

    cap_mm = scale.font_px("body") * TOKENS.cap_height_em / device.px_per_mm

    # One device pixel is the least that a size can be off.
    assert low <= cap_mm <= high + 1 / device.px_per_mm


@pytest.mark.parametrize(
    ("device", "size"), list(itertools.product(TOKENS.devices.values(), TextSize)), ids=str
)
def test_no_text_role_is_below_the_smallest_size(device, size):
    scale = Scale(TOKENS, device, size)

    caps_mm = [
        scale.font_px(role) * TOKENS.cap_height_em / device.px_per_mm
        for role in ("body", "support", "h1", "h2")
    ]

    assert min(caps_mm) >= 3.5


@pytest.mark.parametrize("device", list(TOKENS.devices.values()), ids=lambda d: d.name)
def test_the_largest_size_reaches_the_angle_of_en_301_549(device):
    needed_mm = 0.7 * math.pi * device.view_mm / 180
    scale = Scale(TOKENS, device, TextSize.XL)

    cap_mm = scale.font_px("support") * TOKENS.cap_height_em / device.px_per_mm

    assert cap_mm >= needed_mm


def test_devices_of_a_family_share_its_layout():
    assert TOKENS.devices["laptop-15"].family is Family.LAPTOP
    assert TOKENS.devices["kiosk-24"].family is Family.KIOSK
    assert TOKENS.devices["kiosk-21-portrait"].family is Family.KIOSK_PORTRAIT
