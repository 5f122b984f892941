"""A hand scanner is heard outside of fields, on the pages that wait for a code only (O22)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from kiosk.machine.memory import MemoryMachineLog
from kiosk.ui.shell import Page
from tests.stage import (
    CODE,
    OFFICER,
    PatientTaps,
    Stage,
    memory_program,
    open_public_stage,
    open_stage,
    public_machine,
)

SLIP = "FBV1:ZZZZZZZZZZ:2026"


def scan(stage: Stage, text: str) -> None:
    """Type as a scanner does: all at one moment, Enter last."""
    stage.open._scanner._now_ms = lambda: 0.0
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, ord(character), Qt.KeyboardModifier.NoModifier, character)
            QCoreApplication.sendEvent(stage.open.window, key)
    QTest.keyClick(stage.open.window, Qt.Key.Key_Return)
    stage.reader.settle()


@pytest.fixture
def signed_in(qapp: QGuiApplication) -> Iterator[Stage]:
    with open_stage(memory_program()) as stage:
        stage.open.staff.desk.signIn.pick(OFFICER)
        stage.open.staff.desk.signIn.signIn(CODE)
        stage.reader.settle()
        yield stage


def test_a_code_outside_a_field_is_looked_for_among_the_slips(signed_in: Stage) -> None:
    assert signed_in.open.shell.current is Page.CASES
    scan(signed_in, SLIP)

    assert signed_in.open.staff.desk.cases.slipMessage != ""


def test_a_code_on_a_page_that_waits_for_none_opens_nothing(signed_in: Stage) -> None:
    signed_in.open.staff.desk.openBrochures()
    signed_in.reader.settle()
    scan(signed_in, SLIP)

    assert signed_in.open.shell.current is Page.BROCHURE
    assert signed_in.open.staff.desk.cases.slipMessage == ""


def test_a_code_before_anybody_signs_in_does_nothing(qapp: QGuiApplication) -> None:
    with open_stage(memory_program()) as stage:
        scan(stage, SLIP)

        assert stage.open.shell.current is Page.SIGN_IN


def test_a_code_at_a_public_page_presses_no_button_and_leaves_no_trace(
    qapp: QGuiApplication,
) -> None:
    program = memory_program()
    machine = public_machine(program)
    with open_public_stage(program, machine, PatientTaps()) as stage:
        scan(stage, SLIP)

        assert stage.open.shell.current is Page.ATTRACT
        assert isinstance(machine.log, MemoryMachineLog)
        assert "ZZZZ" not in repr(machine.log.events)
        QTest.keyClick(stage.open.window, Qt.Key.Key_Tab)
        QTest.keyClick(stage.open.window, Qt.Key.Key_Return)
        stage.reader.settle()
        assert stage.open.shell.current is not Page.ATTRACT
