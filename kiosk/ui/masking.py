"""A code is shown as dots, yet its field keeps its name for screen readers.

WORKAROUND Qt 6.11: a field with ``echoMode: Password`` (or ``Accessible.passwordEdit``) loses its
accessible name, and an item that is only called a password field tells its value. So the field holds
dots, and the code stands beside it.
"""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.qml_made import let_go_at_the_end
from kiosk.ui.qtkit import Property

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

DOT = "•"


def unmask(code: str, shown: str, cursor: int) -> str:
    """The code after an edit of its dots.

    Args:
        code: The code before the edit.
        shown: What stands in the field now: dots for known characters, new characters as typed.
        cursor: Place of the cursor after the edit; what was typed or removed is before it.
    """
    after = len(shown) - cursor
    before = 0
    while before < cursor and shown[before] == DOT:
        before += 1
    typed = shown[before:cursor].replace(DOT, "")
    kept_after = code[len(code) - after :] if after else ""
    return code[: min(before, len(code))] + typed + kept_after


@QmlElement
class MaskedCode(QObject):
    """The code behind one field of dots."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        let_go_at_the_end(self)

    @Property(str, notify=changed)
    def code(self) -> str:
        """What was written."""
        return self._code

    @Property(str, notify=changed)
    def dots(self) -> str:
        """What the field shows."""
        return DOT * len(self._code)

    @Slot(str, int)
    def edit(self, shown: str, cursor: int) -> None:
        """Take an edit of the field."""
        self._code = unmask(self._code, shown, cursor)
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Forget the code."""
        self._code = ""
        self.changed.emit()
