import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk import settings
from kiosk.cli import fresh_catalogues
from kiosk.cli.fresh_catalogues import refresh
from kiosk.domain.language import Language
from kiosk.i18n import GettextWords
from kiosk.settings import Resources

_LATER_NS = 2_000_000_000


@pytest.fixture
def clone(folder, monkeypatch) -> Resources:
    """A clone of its own, its catalogues compiled."""
    shipped = Resources.shipped()
    monkeypatch.setattr(settings, "_PACKAGE", folder / "kiosk")
    resources = Resources(shipped.assets, folder / "locales")
    shutil.copytree(shipped.locales, resources.locales)
    refresh(resources)
    return resources


def change(resources: Resources, old: str, new: str) -> Path:
    """As git does when it fetches a newer text."""
    text = resources.locales / "nb" / "LC_MESSAGES" / "kiosk.po"
    text.write_text(text.read_text("utf-8").replace(old, new), "utf-8")
    later = text.with_suffix(".mo").stat().st_mtime_ns + _LATER_NS
    os.utime(text, ns=(later, later))
    return text


def role(resources: Resources) -> str:
    return GettextWords(Language.BOKMAL, resources.locales).gettext("Open the program.")


def test_a_changed_text_is_compiled(clone):
    before = role(clone)
    change(clone, f'"{before}"', '"Et nytt ord."')

    refresh(clone)

    assert role(clone) == "Et nytt ord."


def test_nothing_is_written_where_nothing_changed(clone):
    compiled = clone.locales / "nb" / "LC_MESSAGES" / "kiosk.mo"
    compiled.write_bytes(b"untouched")

    refresh(clone)

    assert compiled.read_bytes() == b"untouched"


def test_babel_is_left_alone_where_nothing_changed(clone, monkeypatch):
    asked: list[Path] = []
    monkeypatch.setattr(fresh_catalogues, "_compile", asked.append)

    refresh(clone)

    assert asked == []


def test_an_installed_program_is_left_alone(clone, folder):
    packed = replace(clone, locales=folder / "kiosk" / "_data" / "locales")
    shutil.copytree(clone.locales, packed.locales)
    for compiled in packed.locales.rglob("*.mo"):
        compiled.unlink()

    refresh(packed)

    assert list(packed.locales.rglob("*.mo")) == []


def test_a_text_in_the_middle_of_a_merge_keeps_the_old_words(clone):
    before = role(clone)
    change(clone, 'msgid "Open the program."', '<<<<<<< HEAD\nmsgid "Open the program."')

    refresh(clone)

    assert role(clone) == before
