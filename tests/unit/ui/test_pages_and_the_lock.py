"""Pages are made while somebody holds Python's lock, and nothing of them is compiled yet."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

# QTest.qWait handles events without letting go of Python's lock, as grabWindow does.
WAIT_WITH_THE_LOCK = """
from PySide6.QtTest import QTest
from kiosk.domain.language import Language
from kiosk.ui.application import gui_application
from tests.stage import OFFICER, SOLVEIG, memory_program, open_stage

gui_application()
with open_stage(memory_program()) as stage:
    visit = stage.program.hand_over.begin(SOLVEIG, Language.BOKMAL, (), OFFICER)
    stage.open.state.begin(visit, OFFICER)
    stage.open.flow.start()
    for _ in range(1000):
        QTest.qWait(1)
        if stage.open.window.property("isReady"):
            print("ready")
            break
"""


def test_pages_are_made_for_a_caller_that_holds_the_lock(tmp_path):
    surroundings = {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        # No page is compiled there, so Qt's loading thread has something to say about each.
        "XDG_CACHE_HOME": str(tmp_path),
    }

    ended = subprocess.run(
        [sys.executable, "-c", WAIT_WITH_THE_LOCK],
        cwd=ROOT,
        env=os.environ | surroundings,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )

    assert ended.stdout == "ready\n", ended.stderr
