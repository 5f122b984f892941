"""The page on which whoever decides may sign, between the review and storing."""

import math

from PySide6.QtCore import QObject, QPointF, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.signature import Signature, signature_of
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import Page
from kiosk.ui.theme_source import ThemeSource
from kiosk.ui.visit_state import VisitState

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_APART_MM = 0.2
"""A pen that moves less has not moved; it trembles, or rests."""
_DOT_PX = 0.01
"""A line without length is not drawn."""
_MOST_PLACES = 20_000
"""Nobody's name is longer; what is drawn beyond is scribbling."""

_Place = tuple[float, float]


@QmlElement
@QmlUncreatable("made by the application")
class SignaturePage(QObject):
    """What is being drawn; nothing of it outlives the page.

    Signals:
        changed: The finished strokes are others.
        drawn: The stroke that is being drawn has grown, or is none.
        agreed: The answers are to be stored; carries a ``Signature``, or None without one.
        left: Back to the review.
    """

    changed = Signal()
    drawn = Signal()
    agreed = Signal(object)
    left = Signal()

    def __init__(
        self, state: VisitState, theme: ThemeSource, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._theme = theme
        self._strokes: list[list[_Place]] = []
        self._stroke: list[_Place] = []
        self._signature: Signature | None = None
        state.shell.pageChanged.connect(self._on_page)
        # Another size of the window is another box.
        theme.changed.connect(self.startOver)

    @Property("QVariantList", notify=changed)
    def strokes(self) -> list[list[QPointF]]:
        """Finished strokes, pixels of the box; may be empty."""
        return [_visible(stroke) for stroke in self._strokes]

    @Property("QVariantList", notify=drawn)
    def stroke(self) -> list[QPointF]:
        """The stroke that is being drawn; empty while the pen is lifted."""
        return _visible(self._stroke)

    @Property(bool, notify=changed)
    def isEmpty(self) -> bool:
        """Nothing is drawn yet."""
        return not self._strokes

    @Property(bool, notify=changed)
    def isSigned(self) -> bool:
        """What is drawn is more than a hand that touched the box."""
        return self._signature is not None

    @Slot(float, float)
    def begin(self, x: float, y: float) -> None:
        """Put the pen down; not while the answers are being stored."""
        self._finish()
        if not self._state.is_storing and sum(map(len, self._strokes)) < _MOST_PLACES:
            self._stroke = [(x, y)]
            self.drawn.emit()

    @Slot(float, float)
    def draw(self, x: float, y: float) -> None:
        """Go on with the stroke."""
        if not self._stroke or len(self._stroke) >= _MOST_PLACES:
            return
        if math.dist(self._stroke[-1], (x, y)) >= _APART_MM * self._px_per_mm:
            self._stroke.append((x, y))
            self.drawn.emit()

    @Slot()
    def lift(self) -> None:
        """The stroke is over."""
        self._finish()

    @Slot()
    def startOver(self) -> None:
        """Forget what was drawn."""
        self._strokes, self._stroke, self._signature = [], [], None
        self.drawn.emit()
        self.changed.emit()

    @Slot()
    def store(self) -> None:
        """Store as the button says: with what is in the box, or without."""
        if self._state.is_storing:
            return
        if self._signature is not None:
            self._finish()
        self.agreed.emit(self._signature)

    @Slot()
    def goBack(self) -> None:
        """Back to the review; not while the answers are being stored."""
        if not self._state.is_storing:
            self.left.emit()

    @property
    def _px_per_mm(self) -> float:
        return self._theme.scale.device.px_per_mm

    def _finish(self) -> None:
        if self._stroke:
            self._strokes.append(self._stroke)
            self._stroke = []
            self._signature = self._drawn()
            self.changed.emit()
            self.drawn.emit()

    def _drawn(self) -> Signature | None:
        scale = self._px_per_mm
        return signature_of([[(x / scale, y / scale) for x, y in s] for s in self._strokes])

    @Slot()
    def _on_page(self) -> None:
        # Neither a locked screen nor one that is given back keeps a drawing.
        is_used = self._strokes or self._stroke
        if is_used and self._state.shell.current is not Page.SIGNATURE:
            self.startOver()


def _visible(stroke: list[_Place]) -> list[QPointF]:
    places = [QPointF(x, y) for x, y in stroke]
    return [*places, places[0] + QPointF(_DOT_PX, 0)] if len(places) == 1 else places
