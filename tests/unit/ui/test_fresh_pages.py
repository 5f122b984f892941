"""Each staff page as the first one of its process: QML finds every type that it names."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

OPEN_ONE_PAGE = """
import sys
from pathlib import Path
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from kiosk.ui.application import gui_application
from tests.old_cases import ADMIN, with_old_cases
from tests.stage import CODE, memory_program, open_stage

FINE = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
told = []
qInstallMessageHandler(lambda kind, where, text: kind in FINE or told.append(text))
gui_application()
with open_stage(with_old_cases(memory_program()), home=Path(sys.argv[1])) as stage:
    staff, shell = stage.open.staff.desk, stage.open.shell
    staff.signIn.pick(ADMIN)
    staff.signIn.signIn(CODE)
    for step in sys.argv[3:]:
        page, action, *words = step.split()
        owner = staff if page == "bar" else getattr(staff, page)
        getattr(owner, action)(*words)
    stage.reader.settle()
    assert shell.current.name == sys.argv[2], shell.current
qInstallMessageHandler(None)
assert not told, told
"""

CASE = "cases open EV-1042"
PAGES = {
    "CASES": (),
    "CASE": (CASE,),
    "IMPORT": ("cases askImport",),
    "OFFICE": ("bar openOffice",),
    "BROCHURE": ("cases askBrochure",),
    "MAIL_OUT": ("office open mail_out",),
    "SLIPS": ("office open read_slips",),
    "RETURNS": ("office open return_letters",),
    "DELIVERY": ("office open deliver",),
    "BACKUP": ("office open back_up",),
    "DISPOSAL": ("office open dispose",),
    "TRY_RULE": ("office open try_rules",),
    "SCREEN": ("office open measure_screen",),
    "WAITING": ("office open offer_places",),
    "PRINT": (CASE, "actions printBrochure"),
    "HAND_OVER": (CASE, "actions handOver"),
    "NOTE": (CASE, "actions writeNote"),
    "WITHDRAW": (CASE, "actions withdraw"),
    "CORRECT": (CASE, "actions correct"),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opened_first_of_all_warns_of_nothing(page, tmp_path):
    command = [sys.executable, "-c", OPEN_ONE_PAGE, str(tmp_path), page, *PAGES[page]]
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
