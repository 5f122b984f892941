"""The page on which somebody measures the screen."""

from dataclasses import replace

import pytest

from kiosk.theme.screen_file import read_screen
from kiosk.ui.office_task import OfficeTask
from kiosk.ui.screen_setting import measured_device
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.ui.staff_world import OLA, OLAS_CODE, StaffWorld


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case())
    made.sign_in()
    made.desk.office.open("measure_screen")
    return made


def test_the_page_opens_from_the_tasks(world):
    assert world.shell.current is Page.SCREEN


def test_the_front_desk_does_not_find_it(qapp, tmp_path):
    world = StaffWorld(tmp_path, factory.case())
    world.sign_in(OLA, OLAS_CODE)

    assert not world.desk.office.offers(OfficeTask.MEASURE_SCREEN)


def test_what_was_measured_is_used_at_once(world):
    world.desk.screen.use("98", "98", "590")

    device = world.screen.theme.device
    assert world.desk.screen.doneText
    assert device.px_per_mm == pytest.approx(4.04 * 100 / 98)
    assert device.view_mm == 590


def test_after_measuring_the_bar_is_as_long_as_it_says(world):
    before = world.desk.screen.barPx
    world.desk.screen.use("98", "98", "600")

    # 98 mm were as many pixels as the bar had; 100 mm are 2 % more.
    assert world.desk.screen.barPx == pytest.approx(before * 100 / 98, abs=1)


def test_what_was_measured_is_used_at_the_next_start(world):
    profile = world.screen.theme.device

    world.desk.screen.use("98", "98", "590")

    assert measured_device(profile, 1.0, world.screen.file) == world.screen.theme.device
    assert measured_device(profile.turned, 1.0, world.screen.file) == profile.turned


def test_measuring_twice_does_not_add_up(world):
    world.desk.screen.use("98", "98", "600")
    world.desk.screen.use("100", "100", "600")

    assert world.screen.theme.device.px_per_mm == pytest.approx(4.04 * 100 / 98)


def test_a_spoilt_file_does_not_keep_the_program_from_starting(world):
    world.screen.file.write_text("px_per_mm =", "utf-8")
    profile = world.screen.theme.device

    assert measured_device(profile, 1.0, world.screen.file) == profile


@pytest.mark.parametrize("text", ["99,5", "99.5", " 99,5 mm "])
def test_lengths_are_read_as_people_write_them(world, text):
    world.desk.screen.use(text, text, "600")

    assert world.screen.theme.device.px_per_mm == pytest.approx(4.04 * 100 / 99.5)


@pytest.mark.parametrize("text", ["", "about 100", "-100", "0", "nan", "inf", "1e9", "10 cm"])
def test_what_is_not_a_length_is_told_and_changes_nothing(world, text):
    before = world.screen.theme.device

    world.desk.screen.use(text, "100", "600")

    assert "millimetres" in world.desk.screen.message
    assert not world.desk.screen.doneText
    assert world.screen.theme.device == before
    assert read_screen(world.screen.file) is None


def test_a_length_in_centimetres_is_told(world):
    world.desk.screen.use("10", "10", "600")

    assert "50 mm" in world.desk.screen.message


def test_from_too_far_away_the_farthest_distance_is_told(world):
    world.desk.screen.use("100", "100", "900")

    assert "605 mm" in world.desk.screen.message


def test_what_cannot_be_stored_is_not_used(world, tmp_path):
    (tmp_path / "screen.toml.new").mkdir()
    before = world.screen.theme.device

    world.desk.screen.use("98", "98", "600")

    assert "could not be stored" in world.desk.screen.message
    assert world.screen.theme.device == before


def test_the_page_begins_without_words_about_the_last_time(world):
    world.desk.screen.use("98", "98", "600")
    world.desk.screen.show()

    assert not world.desk.screen.doneText
    assert "4.12" in world.desk.screen.inUse


def test_another_profile_in_a_smaller_window_still_fits(world):
    theme = world.screen.theme
    theme.fit(960, 540)
    theme.use(replace(theme.device, px_per_mm=5.0))

    assert theme.scale.device.width_px == 960
    assert theme.scale.device.px_per_mm == pytest.approx(2.5)
