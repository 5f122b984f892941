from pathlib import Path

import pytest

from kiosk.devtools.lint_qml import lint

VIEWMODEL = """
from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Visit(QObject):
    @Slot(str)
    def choose(self, provider: str) -> None: ...
"""
PAGE = """
import QtQuick
import Kiosk.Backend

Item {
    id: root

    required property Visit visit

    Component.onCompleted: root.visit.%s("a")
}
"""


@pytest.fixture
def ui(tmp_path) -> Path:
    folder = Path(tmp_path) / "ui"
    (folder / "qml").mkdir(parents=True)
    (folder / "visit.py").write_text(VIEWMODEL, encoding="utf-8")
    return folder


def test_knows_the_slots_of_python_classes(ui, tmp_path):
    (ui / "qml" / "Page.qml").write_text(PAGE % "choose", encoding="utf-8")

    assert lint(ui, tmp_path / "types").returncode == 0


def test_finds_a_misspelt_slot(ui, tmp_path):
    (ui / "qml" / "Page.qml").write_text(PAGE % "chosse", encoding="utf-8")

    done = lint(ui, tmp_path / "types")

    assert done.returncode != 0
    assert 'Member "chosse" not found' in done.stdout + done.stderr


VISIT_AT_HOME = """
from PySide6.QtQml import QmlElement
from PySide6.QtCore import Slot
from visit import Visit

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HomeVisit(Visit):
    @Slot()
    def leave(self) -> None: ...
"""


@pytest.mark.parametrize(("slot", "known"), [("choose", True), ("chosse", False)])
def test_knows_what_a_class_takes_from_a_class_of_ours(ui, tmp_path, slot, known):
    (ui / "home_visit.py").write_text(VISIT_AT_HOME, encoding="utf-8")
    page = (PAGE % slot).replace("Visit visit", "HomeVisit visit")
    (ui / "qml" / "Page.qml").write_text(page, encoding="utf-8")

    assert (lint(ui, tmp_path / "types").returncode == 0) is known
