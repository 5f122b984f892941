"""A page before the sign-in page is the first of its process: QML finds every type it names."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

OPEN_THE_DOOR = """
import sys
from pathlib import Path
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from kiosk.app.ports.record_door import DoorState
from kiosk.ui.application import gui_application
from tests.stage import memory_program, open_stage
from tests.unit.ui.test_record_door import FakeDoor

FINE = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
told = []
qInstallMessageHandler(lambda kind, where, text: kind in FINE or told.append(text))
gui_application()
program = memory_program()
program.door = FakeDoor(DoorState(sys.argv[2]))
with open_stage(program, home=Path(sys.argv[1])) as stage:
    stage.reader.settle()
    assert stage.open.shell.current.name == sys.argv[3]
    assert stage.reader.has(sys.argv[4])
qInstallMessageHandler(None)
assert not told, told
"""


@pytest.mark.parametrize(
    ("state", "page", "field"),
    [("locked", "UNLOCK", "Passordfrase"), ("not_set_up", "SET_UP", "Passordfrase en gang til")],
)
def test_a_door_opened_first_of_all_warns_of_nothing(state, page, field, tmp_path):
    command = [sys.executable, "-c", OPEN_THE_DOOR, str(tmp_path), state, page, field]
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}

    ended = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | offscreen,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ended.returncode == 0, ended.stderr
