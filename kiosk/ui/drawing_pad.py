"""Where a finger, a pen or a mouse draws; tells its way and remembers nothing."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from kiosk.ui.qml_made import let_go_at_the_end

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_NOBODY = -1


@QmlElement
class DrawingPad(QQuickItem):
    """One stroke at a time: a second finger, or the palm beside the pen, draws nothing.

    A pen comes as a mouse. Places are pixels of the item and never lie outside it.

    Signals:
        penDown: A stroke begins here.
        penMoved: The stroke goes on to here.
        penUp: The stroke is over; whatever ended it, what was drawn stays drawn.
    """

    penDown = Signal(float, float, arguments=["x", "y"])
    penMoved = Signal(float, float, arguments=["x", "y"])
    penUp = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._finger = _NOBODY
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)
        self.setAcceptTouchEvents(True)
        # Nothing around the item may take a stroke for something else.
        self.setKeepMouseGrab(True)
        self.setKeepTouchGrab(True)
        let_go_at_the_end(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The pen touches the paper."""
        self.penDown.emit(*self._inside(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pen moves."""
        self.penMoved.emit(*self._inside(event.position()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The pen is lifted."""
        self.penUp.emit()

    def mouseUngrabEvent(self) -> None:
        """The pen was taken away."""
        self.penUp.emit()

    def touchEvent(self, event: QTouchEvent) -> None:
        """The finger that came first draws, until it is lifted."""
        for point in event.points():
            if self._finger in {_NOBODY, point.id()}:
                self._follow(point)
        event.accept()

    def touchUngrabEvent(self) -> None:
        """The finger was taken away."""
        self._finger = _NOBODY
        self.penUp.emit()

    def _follow(self, point: QEventPoint) -> None:
        match point.state():
            case QEventPoint.State.Pressed:
                self._finger = point.id()
                self.penDown.emit(*self._inside(point.position()))
            case QEventPoint.State.Updated:
                self.penMoved.emit(*self._inside(point.position()))
            case QEventPoint.State.Released:
                self._finger = _NOBODY
                self.penUp.emit()
            case _:
                pass

    def _inside(self, place: QPointF) -> tuple[float, float]:
        return (
            min(max(place.x(), 0.0), self.width()),
            min(max(place.y(), 0.0), self.height()),
        )
