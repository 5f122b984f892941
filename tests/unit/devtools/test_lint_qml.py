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
