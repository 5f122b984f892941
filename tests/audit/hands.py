"""Other ways to use a control than a screen reader's: one finger, or the keyboard alone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.devtools.accessible import AccessibleWindow, name_of
from kiosk.settings import Resources
from kiosk.ui.application import OpenWindow, Outfit
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.tasks import ImmediateTasks
from tests.audit.focus import tab
from tests.audit.programs import steady_program
from tests.audit.setups import NB, TOKENS
from tests.audit.snapshot import item_of, rect_of
from tests.audit.walk import Hand
from tests.stage import Stage

_MOST_TABS = 200


class Stopwatch:
    """A clock for taps that moves when it is told to."""

    def __init__(self) -> None:
        self.ms = 10_000.0

    def __call__(self) -> float:
        return self.ms


def centre(item: QQuickItem) -> QPoint:
    """Middle of an item in its window."""
    return rect_of(item).center().toPoint()


def finger(window: QQuickWindow) -> Hand:
    """Taps the middle of a control."""

    def tap(node: QAccessibleInterface) -> None:
        click(window, centre(item_of(node)))

    return tap


def click(window: QQuickWindow, point: QPoint) -> None:
    """Press and release at one point."""
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def keyboard(window: QQuickWindow, key: Qt.Key) -> Hand:
    """Goes to a control with Tab and uses it with one key.

    Raises:
        AssertionError: Tab does not reach the control.
    """

    def use(node: QAccessibleInterface) -> None:
        wanted = item_of(node)
        for _ in range(_MOST_TABS):
            if window.activeFocusItem() is wanted:
                QTest.keyClick(window, key)
                return
            tab(window)
        message = f"Tab does not reach {name_of(node)}"
        raise AssertionError(message)

    return use


@contextmanager
def timed_stage(now_ms: Callable[[], float], device: str = "kiosk-21") -> Iterator[Stage]:
    """A window whose clock for taps is the test's own."""
    program = steady_program()
    outfit = Outfit(
        assets=Resources.shipped().assets,
        device=TOKENS.devices[device],
        language=NB,
        tasks=ImmediateTasks(),
        files=StaffFiles(Path("/nonexistent"), lambda pdf, path: None, lambda kind, code: code),
        now_ms=now_ms,
        press_hold_ms=0,
    )
    window = OpenWindow(program, outfit)
    stage = Stage(program, window, AccessibleWindow(window.window))
    stage.reader.settle()
    try:
        yield stage
    finally:
        window.close()
