"""A window over the whole screen, whatever becomes of the screen."""

from PySide6.QtCore import QMetaObject, QObject
from PySide6.QtGui import QGuiApplication, QScreen, QWindow


class WholeScreen(QObject):
    """Shows a window and keeps as long as it lives.

    The size is set as well as asked for: where no window manager listens, full screen is only a wish.

    Args:
        window: Covers its screen from now on, also when that gets another size or is another one.
    """

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._window = window
        self._follows: QMetaObject.Connection | None = None
        # ``window.screen()`` would make PySide throw the screen away with the window.
        self._follow(QGuiApplication.primaryScreen())
        window.screenChanged.connect(self._follow)
        window.showFullScreen()

    def _follow(self, screen: QScreen | None) -> None:
        if self._follows is not None:
            QObject.disconnect(self._follows)
            self._follows = None
        # Between two screens there is none.
        if screen is not None:
            self._follows = screen.geometryChanged.connect(self._window.setGeometry)
            self._window.setGeometry(screen.geometry())
