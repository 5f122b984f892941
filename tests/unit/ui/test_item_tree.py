"""Looking at the items of a page leaves nothing when the page is gone."""

import gc

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.item_tree import children_of, focused_in, shown_below

PAGES = b"""
import QtQuick
Item {
    id: root
    property bool isShown: false
    Item { visible: false; Item {} }
    Loader { active: root.isShown; sourceComponent: Item { Item {} Rectangle {} } }
}
"""


def made(engine):
    component = QQmlComponent(engine)
    component.setData(PAGES, QUrl())
    return component.create(), component


def dead_items():
    gc.collect()
    held = (each for each in gc.get_objects() if isinstance(each, QQuickItem))
    return sum(not shiboken6.isValid(each) for each in held)


def test_nothing_of_a_page_that_was_looked_at_is_kept(qapp):
    engine = QQmlEngine()
    root, _component = made(engine)
    before = dead_items()

    for _ in range(5):
        root.setProperty("isShown", True)
        assert len(list(shown_below(root))) == 4
        root.setProperty("isShown", False)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert dead_items() == before


def test_children_come_in_the_order_of_the_page(qapp):
    engine = QQmlEngine()
    root, _component = made(engine)

    assert [each.isVisible() for each in children_of(root)] == [False, True]


def test_the_item_with_the_focus_is_told_and_not_kept(qapp):
    window, before = QQuickWindow(), dead_items()
    assert focused_in(window) is None or isinstance(focused_in(window), QQuickItem)

    for _ in range(5):
        item = QQuickItem(window.contentItem())
        item.setFocus(True)
        item.forceActiveFocus()
        assert focused_in(window) is item
        item.setParentItem(None)  # type: ignore[arg-type]  # the stub knows no None
        item.deleteLater()
        del item
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert dead_items() == before
