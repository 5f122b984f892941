"""A pack is laid out again only when something that decides about its room has changed."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.content import load_pack
from kiosk.layout.passed import PassedLayouts, layout_key
from kiosk.settings import Resources

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def example():
    return load_pack(Resources.shipped().example, TODAY)


def test_nothing_has_passed_at_first(tmp_path):
    assert not PassedLayouts(tmp_path).has("key")


def test_what_has_passed_is_remembered_beyond_the_program(tmp_path):
    PassedLayouts(tmp_path).add("one")
    PassedLayouts(tmp_path).add("two")

    assert PassedLayouts(tmp_path).has("one")
    assert PassedLayouts(tmp_path).has("two")


def test_a_folder_that_is_not_there_remembers_nothing(tmp_path):
    PassedLayouts(tmp_path / "none").add("key")

    assert not (tmp_path / "none").exists()


def test_a_damaged_file_means_that_nothing_has_passed(tmp_path):
    PassedLayouts(tmp_path).add("key")
    next(tmp_path.iterdir()).write_bytes(b"\xff\xfe\x00")

    assert not PassedLayouts(tmp_path).has("key")


def test_only_the_last_packs_are_kept(tmp_path):
    for number in range(30):
        PassedLayouts(tmp_path).add(str(number))

    assert not PassedLayouts(tmp_path).has("0")
    assert PassedLayouts(tmp_path).has("29")


def test_the_same_pack_has_the_same_key(example):
    assert layout_key(example, TODAY) == layout_key(replace(example), TODAY)


def test_other_files_have_another_key(example):
    changed = replace(example, version="2026.11-changed")

    assert layout_key(changed, TODAY) != layout_key(example, TODAY)


def test_a_day_on_which_other_providers_are_shown_has_another_key(example):
    assert layout_key(example, date(2029, 4, 1)) != layout_key(example, TODAY)
