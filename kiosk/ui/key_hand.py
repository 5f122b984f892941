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


@QmlElement
@QmlSingleton
class KeyHand(QObject):
    """Remembers the field that was written in last; one per engine.

    Nothing of what is written is kept here, told or announced: a masked field stays masked.

    Signals:
        fieldChanged: Another field, or none, is written in.
    """

    fieldChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QQuickWindow | None = None
        self._field: QQuickItem | None = None
        self._is_put_away = False

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
        """Do what Enter does in the field."""
        self._press(Qt.Key.Key_Return)

    @Slot()
    def putAway(self) -> None:
        """Hide the keys until a field gets the focus again."""
        self._is_put_away = True
        self.fieldChanged.emit()

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
        elif self._field is not None and not self._field.isVisible():
            self._take(None)

    def _take(self, field: QQuickItem | None) -> None:
        if self._field is not None:
            self._field.destroyed.disconnect(self._lose)
            self._field.visibleChanged.disconnect(self._look)
        self._field = field
        self._is_put_away = False
        if field is not None:
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
