"""The keyboard's way through a page."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

_MOST = 200
_FRAMES = 3


def tab(window: QQuickWindow) -> QQuickItem | None:
    """Press Tab and tell what has the focus now."""
    QTest.keyClick(window, Qt.Key.Key_Tab)
    item = _focused(window)
    if item is not None and item.inputMethodQuery(Qt.InputMethodQuery.ImEnabled):
        # Nobody presses again before the page has made room for the keys of the field.
        for _ in range(_FRAMES):
            QCoreApplication.processEvents()
            window.grabWindow()
    return _focused(window)


def tab_round(window: QQuickWindow) -> list[QQuickItem]:
    """Everything that Tab reaches, in its order, until it comes round; the focus goes back after.

    The keys of the screen belong to the field that Tab leads to them from: they are left out.

    Without a way round, as in a trap, the list ends with the item that Tab does not leave.
    """
    start = window.activeFocusItem()
    reached: list[QQuickItem] = []
    for _ in range(_MOST):
        item = tab(window)
        if item is not None and item.property("isKey"):
            continue
        if item is None or item in reached:
            break
        reached.append(item)
    if start is not None:
        start.forceActiveFocus(Qt.FocusReason.OtherFocusReason)
    return reached


def _focused(window: QQuickWindow) -> QQuickItem | None:
    """What has the focus; the stubs know of no window without."""
    return window.activeFocusItem()
