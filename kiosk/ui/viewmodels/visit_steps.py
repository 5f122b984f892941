"""Forward and back on the pages that only inform."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.visit_state import VisitState

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class VisitSteps(QObject):
    """Carries the two buttons of the action row to the flow.

    Signals:
        forwardAsked, backAsked: A button was used.
        changed: The visit is another.
        faultChanged: Something did not work on the page that is shown, or another page came.
    """

    forwardAsked = Signal()
    backAsked = Signal()
    changed = Signal()
    faultChanged = Signal()

    def __init__(self, state: VisitState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        state.changed.connect(self.changed)
        state.faults.changed.connect(self.faultChanged)

    @Property(bool, notify=changed)
    def isStored(self) -> bool:
        """Nothing can be changed any more."""
        return self._state.is_open and self._state.visit.is_stored

    @Property(str, notify=faultChanged)
    def fault(self) -> str:
        """What did not work, and that no answer is lost; empty when nothing went wrong."""
        text = self._state.faults.text
        if not text or self.isStored or not self._state.has_answers:
            return text
        nothing = self._state.words.gettext("Nothing is stored. Your answers are still here.")
        return f"{nothing} {text}"

    @Slot()
    def forward(self) -> None:
        """On to the next page."""
        self.forwardAsked.emit()

    @Slot()
    def back(self) -> None:
        """Back to the page before."""
        self.backAsked.emit()
