"""From a measured bar to pixels in a millimetre, and what is told of measurements that cannot be."""

from dataclasses import replace

import pytest

from kiosk.settings import Resources
from kiosk.theme.legible import farthest_view_mm, is_legible, needed_cap_mm
from kiosk.theme.measuring import (
    Doubt,
    MeasuredScreen,
    Measurement,
    doubts,
    measured,
    true_px_per_mm,
)
from kiosk.theme.screen_file import ScreenFileError, read_screen, write_screen
from kiosk.theme.screens import on_screen
from kiosk.theme.tokens import Tokens

TOKENS = Tokens(Resources.shipped().assets / "theme" / "tokens.toml")
KIOSK = TOKENS.devices["kiosk-21"]
EXACT = Measurement(across_mm=100, down_mm=100, view_mm=600)
SCREEN = MeasuredScreen("kiosk-21", 3.97, 580, 1920, 1080)


def test_a_bar_of_its_own_length_confirms_the_profile():
    assert true_px_per_mm(4.04, EXACT) == pytest.approx(4.04)


def test_a_bar_that_is_longer_on_the_screen_means_fewer_pixels_in_a_millimetre():
    # 404 pixels over 149 mm: the 32 inch screen.
    assert true_px_per_mm(4.04, replace(EXACT, across_mm=149, down_mm=149)) == pytest.approx(
        2.711, abs=0.001
    )


def test_both_bars_count():
    assert true_px_per_mm(4.0, replace(EXACT, across_mm=99, down_mm=101)) == pytest.approx(4.0)


def test_a_measurement_that_can_be_is_not_doubted():
    assert doubts(TOKENS, KIOSK, EXACT) == ()


@pytest.mark.parametrize(
    ("measurement", "doubt"),
    [
        (replace(EXACT, across_mm=49.9), Doubt.BAR_TOO_SHORT),
        # Centimetres instead of millimetres.
        (replace(EXACT, across_mm=10, down_mm=10), Doubt.BAR_TOO_SHORT),
        (replace(EXACT, down_mm=200.1), Doubt.BAR_TOO_LONG),
        (replace(EXACT, across_mm=103), Doubt.UNLIKE_BARS),
        (replace(EXACT, across_mm=60, down_mm=60), Doubt.SCREEN_TOO_SMALL),
        (replace(EXACT, view_mm=299), Doubt.TOO_NEAR),
        # Centimetres again.
        (replace(EXACT, view_mm=60), Doubt.TOO_NEAR),
        (replace(EXACT, view_mm=620), Doubt.TOO_FAR),
    ],
)
def test_a_measurement_that_cannot_be_used_is_doubted(measurement, doubt):
    assert doubts(TOKENS, KIOSK, measurement) == (doubt,)


@pytest.mark.parametrize("device", TOKENS.devices.values(), ids=lambda device: device.name)
def test_a03_every_profile_has_a_text_size_for_its_distance(device):
    assert is_legible(TOKENS, device)


def test_a03_a_profile_that_is_looked_at_from_too_far_fails():
    assert not is_legible(TOKENS, replace(KIOSK, view_mm=farthest_view_mm(TOKENS, KIOSK) + 1))


@pytest.mark.parametrize(("view_mm", "cap_mm"), [(500, 6.11), (600, 7.33), (700, 8.55)])
def test_a03_capitals_are_as_high_as_the_standard_asks(view_mm, cap_mm):
    assert needed_cap_mm(view_mm) == pytest.approx(cap_mm, abs=0.005)


def test_what_was_measured_is_read_as_it_was_written(tmp_path):
    file = tmp_path / "new" / "screen.toml"

    write_screen(file, SCREEN)

    assert read_screen(file) == SCREEN
    assert [path.name for path in file.parent.iterdir()] == ["screen.toml"]


def test_before_anything_was_measured_nothing_is_read(tmp_path):
    assert read_screen(tmp_path / "screen.toml") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "device =",
        'device = "kiosk-21"\npx_per_mm = 0\nview_mm = 600\nwidth_px = 1\nheight_px = 1',
        'device = "kiosk-21"\npx_per_mm = "x"\nview_mm = 600\nwidth_px = 1\nheight_px = 1',
        'device = "kiosk-21"\npx_per_mm = nan\nview_mm = 600\nwidth_px = 1\nheight_px = 1',
    ],
)
def test_a_spoilt_file_is_told_of(tmp_path, text):
    file = tmp_path / "screen.toml"
    file.write_text(text, "utf-8")

    with pytest.raises(ScreenFileError):
        read_screen(file)


def test_when_it_cannot_be_written_the_old_measurement_stays(tmp_path):
    file = tmp_path / "screen.toml"
    write_screen(file, SCREEN)
    (tmp_path / "screen.toml.new").mkdir()

    with pytest.raises(ScreenFileError):
        write_screen(file, replace(SCREEN, px_per_mm=5))

    assert read_screen(file) == SCREEN


def test_a_measured_screen_changes_the_profile_in_use():
    profile = SCREEN.profile(KIOSK, 1.0)

    assert (profile.px_per_mm, profile.view_mm) == (3.97, 580)
    assert profile.width_px == KIOSK.width_px


def test_values_hold_for_the_screen_that_was_measured_only():
    sharper = replace(KIOSK, width_px=3840, height_px=2160)

    assert SCREEN.profile(KIOSK.turned, 1.0) == KIOSK.turned
    assert SCREEN.profile(sharper, 1.0) == sharper


def test_on_a_screen_with_a_ratio_device_pixels_are_kept():
    base = on_screen(KIOSK, 1536, 864, 1.25)

    screen = measured(base, 1.25, replace(EXACT, across_mm=101, down_mm=101))

    assert screen.px_per_mm == pytest.approx(4.04 / 1.01)
    assert screen.profile(base, 1.25).px_per_mm == pytest.approx(4.04 / 1.01 / 1.25)
