"""Icons in the colour that the theme asks for, drawn from SVG as large as needed."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

_BYTES_A_PIXEL = 4


class IconProvider(QQuickImageProvider):
    """Serves ``image://icon/NAME/RRGGBB``; called from the loader's thread for async images."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:  # noqa: A002  Qt
        """Draw one icon; an unknown name is a bug and raises."""
        name, colour = id.split("/")
        svg = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", f"#{colour}").encode()))
        wanted = requested if requested.width() > 0 else QSize(24, 24)
        image = _transparent(wanted)
        painter = QPainter(image)
        renderer.render(painter, QRectF(image.rect()))
        painter.end()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def _transparent(size: QSize) -> QImage:
    """An empty image. ``QImage.fill`` would do, but its first call loads every enumeration of Qt."""
    empty = bytes(_BYTES_A_PIXEL * size.width() * size.height())
    format_ = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(empty, size.width(), size.height(), format_).copy()
