"""Finds and uses controls the way a screen reader does: by role and name."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.item_tree import shown_below
from kiosk.ui.turner import Turner

Role = QAccessible.Role

INTERACTIVE = frozenset(
    {
        Role.Button,
        Role.RadioButton,
        Role.CheckBox,
        Role.EditableText,
        Role.ListItem,
        Role.Link,
        Role.PageTab,
        Role.ComboBox,
        Role.Slider,
    }
)


class NotOnPageError(LookupError):
    """No visible control has this role and name."""


class AccessibleWindow:
    """What a screen reader sees of one window.

    Args:
        window: A window that is shown.
    """

    def __init__(self, window: QWindow) -> None:
        QAccessible.setActive(True)
        self._window = window

    def settle(self) -> None:
        """Let bindings, layout and deferred deletions finish; blocks are laid out now, not later."""
        for _ in range(4):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, 0)
            for turner in _shown_turners(self._window):
                turner.ensurePolished()

    def nodes(self) -> Iterator[QAccessibleInterface]:
        """Every visible node in reading order."""
        yield from _below(QAccessible.queryAccessibleInterface(self._window))

    def names(self, *roles: QAccessible.Role) -> list[str]:
        """Names of the visible nodes of these roles, reading order; all roles when none is given."""
        return [name_of(node) for node in self.nodes() if not roles or node.role() in roles]

    def find(self, name: str, *roles: QAccessible.Role) -> QAccessibleInterface:
        """The first visible node with this name.

        Raises:
            NotOnPageError: There is none.
        """
        for node in self.nodes():
            if name_of(node) == name and (not roles or node.role() in roles):
                return node
        raise NotOnPageError(name)

    def has(self, name: str, *roles: QAccessible.Role) -> bool:
        """Whether a visible node has this name."""
        try:
            self.find(name, *roles)
        except NotOnPageError:
            return False
        return True

    def press(self, name: str, *roles: QAccessible.Role) -> None:
        """Use a control.

        Raises:
            NotOnPageError: There is none with this name.
        """
        wanted = roles or tuple(INTERACTIVE)
        press(self.find(name, *wanted))
        self.settle()

    def press_starting(self, start: str, *roles: QAccessible.Role) -> None:
        """Use the first control whose name begins so.

        Raises:
            NotOnPageError: There is none.
        """
        wanted = roles or tuple(INTERACTIVE)
        for node in self.nodes():
            if name_of(node).startswith(start) and node.role() in wanted:
                press(node)
                self.settle()
                return
        raise NotOnPageError(start)

    def press_containing(self, part: str, *roles: QAccessible.Role) -> None:
        """Use the first control whose name holds ``part``.

        Raises:
            NotOnPageError: There is none.
        """
        wanted = roles or tuple(INTERACTIVE)
        for node in self.nodes():
            if part in name_of(node) and node.role() in wanted:
                press(node)
                self.settle()
                return
        raise NotOnPageError(part)

    def press_first(self, *names: str) -> None:
        """Use the first of several names that is on the page; a page may shorten a button.

        Raises:
            NotOnPageError: None of them is there.
        """
        for name in names:
            if self.has(name, *INTERACTIVE):
                self.press(name)
                return
        raise NotOnPageError(" / ".join(names))

    def write(self, name: str, text: str) -> None:
        """Put text into a field.

        Raises:
            NotOnPageError: There is no such field.
        """
        field = self.find(name, Role.EditableText)
        field.setText(QAccessible.Text.Value, text)
        self.settle()


def name_of(node: QAccessibleInterface) -> str:
    """What a screen reader calls the node."""
    return node.text(QAccessible.Text.Name)


def press(node: QAccessibleInterface) -> None:
    """Do the node's first action."""
    actions = node.actionInterface()
    if actions is None:
        raise NotOnPageError(name_of(node))
    actions.doAction("Press")


def _shown_turners(window: QWindow) -> Iterator[Turner]:
    """On the page that is shown; ``findChildren`` would look through all that are kept too."""
    if isinstance(window, QQuickWindow):
        shown = shown_below(window.contentItem())
        yield from [item for item in shown if isinstance(item, Turner)]


def _below(node: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if node is None:
        return
    for index in range(node.childCount()):
        child = node.child(index)
        if child.state().invisible:
            continue
        yield child
        yield from _below(child)
