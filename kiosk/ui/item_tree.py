"""The items of a page as Python sees them, so that nothing is left of them when the page is gone."""

from collections.abc import Iterator

from PySide6.QtQml import QQmlListReference
from PySide6.QtQuick import QQuickItem, QQuickWindow


def children_of(item: QQuickItem) -> list[QQuickItem]:
    """Visual children, order of the page; may be empty.

    WORKAROUND PySide6 6.11.3: what ``childItems`` and ``findChildren`` give belongs to their object as
    Python sees it, and stays as long as that one even when the item itself is long gone. A window that
    counts the words of its pages would keep a few hundred more with each page.
    """
    listed = QQmlListReference(item, "children")  # type: ignore[call-overload]  # the stubs want bytes
    found = (listed.at(index) for index in range(listed.size()))
    return [each for each in found if isinstance(each, QQuickItem)]


def shown_below(item: QQuickItem) -> Iterator[QQuickItem]:
    """Every visible item below another, parents first."""
    for child in children_of(item):
        if child.isVisible():
            yield child
            yield from shown_below(child)


def focused_in(window: QQuickWindow) -> QQuickItem | None:
    """The item that has the focus; ``activeFocusItem()`` too gives what stays with the window."""
    item = window.property("activeFocusItem")
    return item if isinstance(item, QQuickItem) else None
