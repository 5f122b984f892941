"""A window over the whole screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QWindow

from kiosk.ui.whole_screen import WholeScreen

SMALLER = QRect(0, 0, 640, 400)


class Told(QWindow):
    """Keeps what it was told: without a screen, a full window has one size only."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[QRect] = []

    def setGeometry(self, size: QRect) -> None:  # type: ignore[override]  # noqa: N802
        self.sizes.append(size)


@pytest.fixture
def window(qapp: QGuiApplication) -> Iterator[Told]:
    told = Told()
    WholeScreen(told)
    yield told
    told.close()


def test_a_window_is_as_large_as_the_screen_where_nobody_manages_windows(window: Told) -> None:
    assert window.isVisible()
    assert window.sizes == [QGuiApplication.primaryScreen().geometry()]


def test_a_window_follows_a_screen_that_gets_another_size(window: Told) -> None:
    QGuiApplication.primaryScreen().geometryChanged.emit(SMALLER)

    assert window.sizes[1:] == [SMALLER]


def test_a_window_goes_to_another_screen_and_waits_while_there_is_none(window: Told) -> None:
    screen = QGuiApplication.primaryScreen()
    window.screenChanged.emit(None)
    screen.geometryChanged.emit(SMALLER)
    window.screenChanged.emit(screen)
    screen.geometryChanged.emit(SMALLER)

    assert window.sizes[1:] == [screen.geometry(), SMALLER]
