"""A public machine is closed from its first page on (access D04, D11)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.devtools.accessible import Role, name_of
from kiosk.ui.shell import Page
from tests.audit.snapshot import item_of
from tests.audit.test_closed_input import LEADING_OUT
from tests.stage import PatientTaps, memory_program, open_public_stage, public_machine


@pytest.fixture
def stage(qapp):
    """The attract page."""
    program = memory_program()
    with open_public_stage(program, public_machine(program), PatientTaps()) as opened:
        yield opened


def test_d11_no_key_leads_out_of_the_public_pages(stage):
    stage.reader.press("Begynn på bokmål")
    for key, modifiers in LEADING_OUT:
        QTest.keyClick(stage.open.window, key, modifiers)
    stage.reader.settle()

    assert stage.open.shell.current is Page.PUBLIC_SETTINGS
    assert not stage.open.window.close()


def test_d04_the_arrow_keys_move_between_the_public_pages(stage):
    stage.reader.press("Begynn på bokmål")
    QTest.keyClick(stage.open.window, Qt.Key.Key_Right)
    stage.reader.settle()
    there = stage.open.shell.current
    QTest.keyClick(stage.open.window, Qt.Key.Key_Left)
    stage.reader.settle()

    assert there is not Page.PUBLIC_SETTINGS
    assert stage.open.shell.current is Page.PUBLIC_SETTINGS


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Right])
def test_d04_a_key_begins_from_the_first_page(stage, key):
    QTest.keyClick(stage.open.window, key)
    stage.reader.settle()

    assert stage.open.shell.current is not Page.ATTRACT


def test_f05_a_code_is_never_among_what_a_screen_reader_says(stage):
    stage.open.public.flow.staffAsked.emit()
    stage.reader.settle()
    field = next(node for node in stage.reader.nodes() if node.role() is Role.EditableText)
    item_of(field).forceActiveFocus()
    for digit in "270194":
        QTest.keyClick(stage.open.window, Qt.Key(ord(digit)))
    stage.reader.settle()

    said = [
        f"{name_of(node)} {node.text(kind)}"
        for node in stage.reader.nodes()
        for kind in (QAccessible.Text.Value, QAccessible.Text.Description)
    ]
    # What is in the field is read out, and it is dots.
    assert any("••••••" in each for each in said)
    assert not any(digits in each for each in said for digits in ("270194", "2701", "0194"))
