"""The landscape of the attract page: flat colours of the palette, no text, no provider."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.ui.qml_made import let_go_at_the_end

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_SKY, _SUN = "#F3F2ED", "#F2DCB0"
_FAR, _MIDDLE, _NEAR, _SHORE, _FRONT = "#D9E5E4", "#A9C2C6", "#5F8B92", "#275A69", "#0B3A47"
_Curve = tuple[float, ...]

# Hills as shares of width and height: a starting height, then points of a smooth line.
_FAR_HILLS: _Curve = (
    0.37,
    0.16,
    0.10,
    0.27,
    0.27,
    0.42,
    0.00,
    0.56,
    0.28,
    0.70,
    0.17,
    0.84,
    0.31,
    1.0,
    0.15,
)
_MIDDLE_HILLS: _Curve = (
    0.48,
    0.16,
    0.31,
    0.33,
    0.47,
    0.50,
    0.31,
    0.66,
    0.48,
    0.82,
    0.38,
    1.0,
    0.46,
)
_WATER_TOP = 0.61
_LINES = (
    (0.17, 0.68, 0.28),
    (0.53, 0.68, 0.12),
    (0.27, 0.75, 0.10),
    (0.45, 0.75, 0.30),
    (0.58, 0.82, 0.14),
)


@QmlElement
class Landscape(QQuickPaintedItem):
    """Drawn anew when its size is another; it never moves."""

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        let_go_at_the_end(self)

    def paint(self, painter: QPainter) -> None:
        """Paint hills, sun and water over the whole item."""
        size = self.size()
        width, height = size.width(), size.height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(0, 0, width, height), QColor(_SKY))
        painter.setBrush(QColor(_SUN))
        radius = min(width, height * 2) * 0.11
        painter.drawEllipse(QPointF(0.565 * width, 0.24 * height), radius, radius)
        for colour, curve in ((_FAR, _FAR_HILLS), (_MIDDLE, _MIDDLE_HILLS)):
            painter.setBrush(QColor(colour))
            painter.drawPath(_hills(curve, width, height))
        painter.fillRect(
            QRectF(0, _WATER_TOP * height, width, (1 - _WATER_TOP) * height), QColor(_FAR)
        )
        self._draw_shores(painter, width, height)

    def _draw_shores(self, painter: QPainter, width: float, height: float) -> None:
        painter.setBrush(QColor(_MIDDLE))
        for x, y, length in _LINES:
            line = QRectF(x * width, y * height, length * width, 0.014 * height)
            painter.drawRoundedRect(line, line.height() / 2, line.height() / 2)
        painter.setBrush(QColor(_NEAR))
        painter.drawPath(
            _shore(width, height, (0.0, 0.53, 0.14, 0.50, 0.30, _WATER_TOP), _WATER_TOP)
        )
        painter.drawPath(
            _shore(width, height, (1.0, 0.40, 0.80, 0.48, 0.62, _WATER_TOP), _WATER_TOP)
        )
        painter.setBrush(QColor(_SHORE))
        painter.drawPath(_shore(width, height, (0.0, 0.66, 0.16, 0.62, 0.45, 1.0), 1.0))
        painter.setBrush(QColor(_FRONT))
        painter.drawPath(_shore(width, height, (1.0, 0.56, 0.82, 0.66, 0.56, 1.0), 1.0))
        painter.fillRect(QRectF(0, 0.955 * height, width, 0.045 * height + 1), QColor(_FRONT))


def _hills(curve: _Curve, width: float, height: float) -> QPainterPath:
    """A smooth line from left to right, filled down to the water."""
    start, *rest = curve
    points = [(0.0, start), *zip(rest[::2], rest[1::2], strict=True)]
    path = QPainterPath(QPointF(0, points[0][1] * height))
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2 * width
        path.cubicTo(middle, y0 * height, middle, y1 * height, x1 * width, y1 * height)
    path.lineTo(width, _WATER_TOP * height + 1)
    path.lineTo(0, _WATER_TOP * height + 1)
    return path


def _shore(
    width: float, height: float, curve: tuple[float, float, float, float, float, float], foot: float
) -> QPainterPath:
    """Land that comes in from a side: its height there, a bend, and where it meets its foot."""
    side, top, bend_x, bend_y, end_x, end_y = curve
    path = QPainterPath(QPointF(side * width, top * height))
    path.quadTo(bend_x * width, bend_y * height, end_x * width, end_y * height)
    path.lineTo(side * width, foot * height)
    return path
