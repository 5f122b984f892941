"""The program in a real window."""

import subprocess
import sys
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.ui.running import _end_after_first_frame


class Drawn(QObject):
    """A window that says when it has drawn."""

    frameSwapped = Signal()  # noqa: N815  # Qt's name


def test_the_first_frame_is_told_once_though_a_second_one_was_on_its_way(qapp):
    window = Drawn()
    opened: Any = SimpleNamespace(window=window)
    told: list[str] = []

    _end_after_first_frame(opened, lambda: told.append("drawn"), lambda: told.append("ended"))
    window.frameSwapped.emit()
    window.frameSwapped.emit()

    assert told == ["drawn", "ended"]


def test_compiled_pages_lie_in_a_folder_that_is_named_after_the_program():
    code = (
        "from kiosk.ui.application import gui_application\n"
        "from PySide6.QtCore import QStandardPaths\n"
        "app = gui_application()\n"
        "where = QStandardPaths.StandardLocation.CacheLocation\n"
        "print(QStandardPaths.writableLocation(where))\n"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert said.stdout.strip().endswith("brukervalg-kiosk")
