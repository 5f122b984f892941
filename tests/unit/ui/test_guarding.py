"""On a public machine a failure drops the session, and the log tells kind and place only (O06)."""

import json
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.machine_event import MachineEventId
from kiosk.machine.lines import line_of
from kiosk.machine.memory import MemoryMachineLog
from kiosk.ui.guarding import guard
from kiosk.ui.last_resort import LastResort
from kiosk.ui.public_state import PublicState
from tests.stage import memory_program, open_public_stage, public_machine

CANARY = "Kari Nordmann"


@pytest.fixture
def hooks() -> Iterator[None]:
    kept = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = kept
    qInstallMessageHandler(None)


def has_session(state: PublicState) -> bool:
    return state.session is not None


def hide(resort: LastResort) -> None:
    assert resort.page is not None
    resort.page.hide()


@pytest.mark.usefixtures("hooks")
def test_a_failing_slot_in_a_session_leaves_nothing_of_it(
    qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    program = memory_program()
    machine = public_machine(program)
    times = iter(range(0, 10**9, 600))
    with open_public_stage(program, machine, lambda: float(next(times))) as stage:
        resort = guard(stage.open, machine)
        ends: list[int] = []
        resort._end = ends.append
        stage.reader.press("Begynn på bokmål")
        public = stage.open.public
        assert public is not None
        assert has_session(public.state)
        QGuiApplication.clipboard().setText(CANARY)

        def fail() -> None:
            raise KeyError(CANARY)

        QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: resort.page is not None)

        assert not has_session(public.state)
        assert QGuiApplication.clipboard().text() == ""
        assert not stage.open.window.isVisible()
        hide(resort)
    assert isinstance(machine.log, MemoryMachineLog)
    ended, told = machine.log.events[-2:]
    assert (ended.fields["end"], told.id) == ("abandoned", MachineEventId.FAULT_CAUGHT)
    assert json.loads(line_of(told))["fault"] == "KeyError"
    assert CANARY not in "".join(capfd.readouterr())
