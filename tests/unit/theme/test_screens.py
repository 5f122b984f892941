"""Screens that nobody has described."""

from kiosk.settings import Resources
from kiosk.theme.screens import device_for
from kiosk.theme.tokens import Tokens

TOKENS = Tokens(Resources.shipped().assets / "theme" / "tokens.toml")


def test_a_named_profile_is_taken_whatever_the_screen():
    assert device_for(TOKENS, "kiosk-24", 800, 600).name == "kiosk-24"


def test_a_screen_of_a_profiles_size_takes_that_profile():
    assert device_for(TOKENS, "", 1080, 1920).name == "kiosk-21-portrait"


def test_another_screen_scales_the_usual_laptop_so_that_everything_fits():
    device = device_for(TOKENS, "", 1366, 768)

    usual = TOKENS.devices["laptop-14"]
    assert device.px_per_mm * usual.width_px / usual.px_per_mm <= 1366 + 1e-6
    assert device.px_per_mm * usual.height_px / usual.px_per_mm <= 768 + 1e-6
