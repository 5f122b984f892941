"""What reaches a machine that strangers use alone: taps, five keys, and writing in a field.

Everything else a keyboard, a mouse or the system offers leads nowhere (access D09-D11). A laptop
that somebody drives keeps every key that its owner needs (access K02): there this is not used.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.item_tree import focused_in

_Key, _Type, _Mod = Qt.Key, QEvent.Type, Qt.KeyboardModifier
_SELECT = frozenset({_Key.Key_Space, _Key.Key_Return, _Key.Key_Enter, _Key.Key_Select})
_TABS = frozenset({_Key.Key_Tab, _Key.Key_Backtab})
_MEANT = {
    _Key.Key_Down: _Key.Key_Tab,
    _Key.Key_Up: _Key.Key_Backtab,
    _Key.Key_Right: _Key.Key_Context1,
    _Key.Key_Left: _Key.Key_Context2,
}
_EDITING = frozenset(
    {
        _Key.Key_Backspace,
        _Key.Key_Delete,
        _Key.Key_Left,
        _Key.Key_Right,
        _Key.Key_Home,
        _Key.Key_End,
    }
)
_COMMANDS = _Mod.ControlModifier | _Mod.AltModifier | _Mod.MetaModifier
# What the key for the third character of a key (AltGr) says on Windows.
_THIRD = _Mod.ControlModifier | _Mod.AltModifier
_NOWHERE = frozenset(
    {
        _Type.Close,
        _Type.ContextMenu,
        _Type.DragEnter,
        _Type.DragMove,
        _Type.Drop,
        _Type.NativeGesture,
        _Type.Shortcut,
    }
)
_BUTTONS = frozenset({_Type.MouseButtonPress, _Type.MouseButtonRelease, _Type.MouseButtonDblClick})


class ClosedInput(QObject):
    """Stands before a window and swallows what leads out of it.

    Up and down move within a page, left and right between pages and turns, Space and Enter select;
    Tab moves too, so that two switches are enough. A page hears left and right as the keys *Context2* and
    *Context1*, for which QML has signals. Keys that are held down count once. The window cannot be closed
    as long as this is installed: the program ends with ``QGuiApplication.exit``.

    Args:
        window: Whose input is filtered while this filter is installed on it.
        scanned: Takes the keys of a hand scanner; tells whether a key was one. A person's never is.
    """

    def __init__(
        self,
        window: QQuickWindow,
        scanned: Callable[[QKeyEvent], bool] = lambda _key: False,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._scanned = scanned
        self._is_sending = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Swallow what leads nowhere; True where it did."""
        kind = event.type()
        if isinstance(event, QKeyEvent):
            return not self._is_sending and self._takes_key(event)
        if kind in _BUTTONS and isinstance(event, QMouseEvent):
            return event.button() is not Qt.MouseButton.LeftButton
        if kind is _Type.Wheel and isinstance(event, QWheelEvent):
            return bool(event.modifiers() & _COMMANDS)
        if kind is _Type.Close:
            event.ignore()
        return kind in _NOWHERE

    def _takes_key(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return True
        if event.type() is _Type.KeyPress and self._scanned(event):
            return True
        if self._writes(event) or self._uses(event):
            return False
        meant = _MEANT.get(_key(event))
        if meant is not None and not event.modifiers() & _COMMANDS:
            self._send(event, meant)
        return True

    def _writes(self, event: QKeyEvent) -> bool:
        """Whether a key writes or edits in the field that has the focus."""
        item = focused_in(self._window)
        if item is None or not item.inputMethodQuery(Qt.InputMethodQuery.ImEnabled):
            return False
        commands = event.modifiers() & _COMMANDS
        if _key(event) in _EDITING:
            return not commands
        return event.text().isprintable() and bool(event.text()) and commands in (_Mod(0), _THIRD)

    def _uses(self, event: QKeyEvent) -> bool:
        """Whether a key moves or selects as Qt itself does it."""
        if event.modifiers() & _COMMANDS:
            return False
        return _key(event) in _SELECT or _key(event) in _TABS

    def _send(self, event: QKeyEvent, meant: Qt.Key) -> None:
        """Let the window have the key that is meant."""
        self._is_sending = True
        QCoreApplication.sendEvent(self._window, QKeyEvent(event.type(), meant, _Mod.NoModifier))
        self._is_sending = False


def _key(event: QKeyEvent) -> Qt.Key:
    """The key; ``Key_unknown`` for one that Qt has no name for."""
    try:
        return _Key(event.key())
    except ValueError:
        return _Key.Key_unknown
