"""The hand that writes for the keys of the screen."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.ui.key_hand import KeyHand

PAGE = b"""
import QtQuick
import QtQuick.Templates as T

Window {
    id: root

    property int accepted: 0

    visible: true

    T.TextField {
        objectName: "line"
        onAccepted: root.accepted += 1
    }
    T.TextArea {
        objectName: "area"
    }
}
"""


@pytest.fixture
def window(qapp):
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(PAGE, QUrl())
    made = component.create()
    assert isinstance(made, QQuickWindow), component.errorString()
    yield made
    made.close()
    made.deleteLater()


def writing_in(window, name):
    """A hand, and the field of that name with the focus in it."""
    hand = KeyHand(window)
    hand.watch(window)
    window.requestActivate()
    assert QTest.qWaitForWindowActive(window)
    field = next(each for each in window.contentItem().childItems() if each.objectName() == name)
    field.forceActiveFocus()
    hand.write("Ring datteren")
    return hand, field


def test_done_in_a_line_does_what_enter_does(window):
    hand, field = writing_in(window, "line")

    hand.accept()

    assert (field.property("text"), window.property("accepted")) == ("Ring datteren", 1)


def test_done_in_several_lines_puts_the_keys_away_and_writes_nothing(window):
    hand, field = writing_in(window, "area")
    assert hand.isNeeded

    hand.accept()

    assert field.property("text") == "Ring datteren"
    assert not hand.isNeeded
