"""Screens that nobody has described, and screens whose pixels are not the profile's."""

import pytest

from kiosk.settings import Resources
from kiosk.theme.screens import device_for, on_screen
from kiosk.theme.tokens import Family, Tokens

TOKENS = Tokens(Resources.shipped().assets / "theme" / "tokens.toml")
KIOSK = TOKENS.devices["kiosk-21"]


def test_there_is_a_profile_for_every_screen_of_the_bar():
    # access.md 1.1; laptops are not turned.
    kiosks = {f"kiosk-{inches}{way}" for inches in (21, 24, 32) for way in ("", "-portrait")}

    assert set(TOKENS.devices) == kiosks | {"laptop-14", "laptop-15"}


@pytest.mark.parametrize(
    ("name", "px_per_mm"),
    [
        ("kiosk-21", 4.04),
        ("kiosk-24", 3.65),
        ("kiosk-32", 2.71),
        ("laptop-15", 5.56),
        ("laptop-14", 6.37),
    ],
)
def test_profiles_have_the_millimetres_of_the_bar(name, px_per_mm):
    assert TOKENS.devices[name].px_per_mm == px_per_mm


def test_a_turned_profile_has_the_same_millimetres_on_the_other_side():
    upright = TOKENS.devices["kiosk-32-portrait"]

    assert (upright.px_per_mm, upright.width_px, upright.height_px) == (2.71, 1080, 1920)
    assert upright.family is Family.KIOSK_PORTRAIT
    assert upright.turned == TOKENS.devices["kiosk-32"]


def test_a_named_profile_is_taken_whatever_the_screen():
    assert device_for(TOKENS, "kiosk-24", 800, 600).name == "kiosk-24"


def test_a_screen_of_a_profiles_size_takes_that_profile():
    assert device_for(TOKENS, "", 1080, 1920).name == "kiosk-21-portrait"


def test_a_screen_of_a_profiles_device_pixels_takes_that_profile():
    device = device_for(TOKENS, "", 1536, 960, 1.25)

    assert device.name == "laptop-14"
    assert device.px_per_mm == pytest.approx(6.37 / 1.25)


def test_another_screen_scales_the_usual_laptop_so_that_everything_fits():
    device = device_for(TOKENS, "", 1366, 768)

    usual = TOKENS.devices["laptop-14"]
    assert device.px_per_mm * usual.width_px / usual.px_per_mm <= 1366 + 1e-6
    assert device.px_per_mm * usual.height_px / usual.px_per_mm <= 768 + 1e-6


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_device_pixels_are_divided_by_the_ratio_of_the_screen(ratio):
    device = on_screen(KIOSK, round(1920 / ratio), round(1080 / ratio), ratio)

    assert device.px_per_mm == pytest.approx(4.04 / ratio)
    assert device.width_px / device.px_per_mm == pytest.approx(475, abs=1)


def test_a_sharper_panel_of_the_same_shape_has_the_same_millimetres():
    device = on_screen(KIOSK, 1920, 1080, 2.0)

    # 3840 device pixels over the same 475 mm.
    assert device.px_per_mm == pytest.approx(4.04)


def test_a_screen_that_stands_upright_turns_the_profile():
    assert on_screen(KIOSK, 1080, 1920) == TOKENS.devices["kiosk-21-portrait"]


def test_on_a_screen_of_another_shape_only_the_ratio_is_known():
    device = on_screen(KIOSK, 1600, 1200, 1.5)

    assert device.px_per_mm == pytest.approx(4.04 / 1.5)
    assert (device.width_px, device.height_px) == (1600, 1200)


def test_an_unknown_screen_leaves_the_profile_as_it_is():
    assert on_screen(KIOSK, 0, 0) == KIOSK
