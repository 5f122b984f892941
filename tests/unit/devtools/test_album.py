"""Pictures of a tour as files."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from kiosk.devtools.tour_route import Album
from kiosk.domain.errors import PrintError


class Picture:
    """A window that is easily drawn."""

    def grabWindow(self) -> QImage:  # noqa: N802  # Qt's name
        image = QImage(40, 30, QImage.Format.Format_RGB32)
        image.fill(0xFF336699)
        return image


def album(folder: Path) -> Album:
    window: Any = Picture()
    return Album(window, folder)


def test_pictures_are_numbered_and_hold_what_the_window_shows(tmp_path):
    kept = album(Path(tmp_path))

    kept.keep("welcome")
    kept.keep("what")

    assert [path.name for path in kept.pictures] == ["01-welcome.png", "02-what.png"]
    assert QImage(str(kept.pictures[1])) == Picture().grabWindow()


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "printing.disk_full"), (errno.EIO, "printing.file_not_writable")],
)
def test_a_picture_that_cannot_be_written_leaves_nothing_and_says_why(
    tmp_path, monkeypatch, number, code
):
    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    kept = album(Path(tmp_path))

    with pytest.raises(PrintError) as refused:
        kept.keep("welcome")

    assert (refused.value.code, kept.pictures, list(tmp_path.iterdir())) == (code, [], [])
