"""Writes into the field that has the focus, for keys that are shown on the screen."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.item_tree import focused_in
from kiosk.ui.qtkit import Property

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

ENGINE_PROPERTY = "keyHand"

_OF_SEVERAL_LINES = "QQuickTextEdit"
_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


@QmlElement
@QmlSingleton
class KeyHand(QObject):
    """Remembers the field that was written in last; one per engine.

    Nothing of what is written is kept here, told or announced: a masked field stays masked. Tab goes from
    the field through the keys to what follows the field, and back the same way, so that two switches are
    enough to write (access D05). Whoever writes with a keyboard needs no keys, until a field is touched.

    Signals:
        fieldChanged: Another field, or none, is written in; or the keys are needed, or not.
        keysAsked: Tab leads into the keys; carries whether to the last of them.
    """

    fieldChanged = Signal()
    keysAsked = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QQuickWindow | None = None
        self._field: QQuickItem | None = None
        self._is_put_away = False
        self._has_keyboard = False

    @staticmethod
    def create(engine: QQmlEngine) -> "KeyHand":
        """Hand QML the instance that the application put on the engine."""
        hand = engine.property(ENGINE_PROPERTY)
        if not isinstance(hand, KeyHand):
            raise TypeError(ENGINE_PROPERTY)
        return hand

    def watch(self, window: QQuickWindow) -> None:
        """Follow the focus of a window."""
        self._window = window
        window.activeFocusItemChanged.connect(self._follow)

    @Property(bool, notify=fieldChanged)
    def isNeeded(self) -> bool:
        """A field of the page is being written in, and the keys were not put away."""
        return self._field is not None and not self._is_put_away

    @Property(QQuickItem, notify=fieldChanged)
    def field(self) -> QQuickItem | None:
        """The field that is written in; None where there is none."""
        return self._field

    @Slot(str)
    def write(self, text: str) -> None:
        """Put characters where the cursor is; a selection makes room for them."""
        if self._field is not None:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QCoreApplication.sendEvent(self._field, event)

    @Slot()
    def eraseLast(self) -> None:
        """Take the character before the cursor away, or what is selected."""
        self._press(Qt.Key.Key_Backspace)

    @Slot()
    def eraseAll(self) -> None:
        """Empty the field."""
        self._press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self._press(Qt.Key.Key_Backspace)

    @Slot()
    def accept(self) -> None:
        """Do what Enter does in a field of one line; put the keys of a longer text away."""
        if self._field is not None and self._field.inherits(_OF_SEVERAL_LINES):
            self.putAway()
        else:
            self._press(Qt.Key.Key_Return)

    @Slot()
    def putAway(self) -> None:
        """Hide the keys until a field gets the focus again; the focus of a key goes to its field."""
        item = focused_in(self._window) if self._window else None
        if self._field is not None and item is not None and item.property("isKey"):
            self._field.forceActiveFocus(Qt.FocusReason.OtherFocusReason)
        self._is_put_away = True
        self.fieldChanged.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Lead Tab from the field into the keys; True where they took the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Tab and self.isNeeded:
                return self._enter_keys(at_end=False)
            if event.text().isprintable() and event.text() and not self._has_keyboard:
                self._has_keyboard = True
                self.putAway()
        elif event.type() in _TOUCHES and not self.isNeeded:
            self._has_keyboard = self._is_put_away = False
            self.fieldChanged.emit()
        return False

    def _enter_keys(self, *, at_end: bool) -> bool:
        self.keysAsked.emit(at_end)
        item = focused_in(self._window) if self._window else None
        return item is not None and bool(item.property("isKey"))

    def _press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if self._field is not None:
                QCoreApplication.sendEvent(self._field, QKeyEvent(kind, key, modifiers))

    @Slot()
    def _follow(self) -> None:
        item = focused_in(self._window) if self._window else None
        if item is not None and item.inputMethodQuery(Qt.InputMethodQuery.ImEnabled):
            self._take(item)
            # Whoever comes back from what follows the field finds its keys between the two.
            is_coming_back = item.property("focusReason") is Qt.FocusReason.BacktabFocusReason
            if is_coming_back and self.isNeeded:
                self._enter_keys(at_end=True)
        elif self._field is not None and not self._field.isVisible():
            self._take(None)

    def _take(self, field: QQuickItem | None) -> None:
        if self._field is not None:
            self._field.destroyed.disconnect(self._lose)
            self._field.visibleChanged.disconnect(self._look)
            self._field.removeEventFilter(self)
        self._field = field
        self._has_keyboard = self._has_keyboard and field is not None
        self._is_put_away = self._has_keyboard
        if field is not None:
            field.installEventFilter(self)
            field.destroyed.connect(self._lose)
            field.visibleChanged.connect(self._look)
        self.fieldChanged.emit()

    @Slot()
    def _look(self) -> None:
        """A field that is not shown any more is not written in."""
        if self._field is not None and not self._field.isVisible():
            self._take(None)

    @Slot()
    def _lose(self) -> None:
        self._field = None
        self.fieldChanged.emit()
