"""A few large words when the program itself is out of order."""

import os
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QPainter

from kiosk.ui.calm_page import OUT_OF_ORDER, CalmWindow, paint_calm
from kiosk.watching.child import ChildProcess, Sign


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1080, 1920), QSize(800, 480)])
def test_the_words_stand_inside_the_screen(qapp: QGuiApplication, size: QSize) -> None:
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)

    paint_calm(painter, size, OUT_OF_ORDER)
    painter.end()

    dark = [
        (x, y)
        for x in range(0, size.width(), 3)
        for y in range(0, size.height(), 3)
        if image.pixelColor(x, y).lightness() < 100
    ]
    assert dark
    assert min(x for x, _ in dark) > size.width() // 50
    assert max(x for x, _ in dark) < size.width() * 49 // 50


def test_a_wish_to_close_it_is_not_heard(qapp: QGuiApplication) -> None:
    window = CalmWindow(OUT_OF_ORDER)
    window.show()
    wish = QCloseEvent()

    QGuiApplication.sendEvent(window, wish)

    assert not wish.isAccepted()
    assert window.isVisible()
    window.hide()


def test_comes_up_as_a_process_of_its_own_and_stays() -> None:
    page = ChildProcess([sys.executable, "-m", "kiosk.ui.calm_page"])
    try:
        assert page.next_sign(60.0) is Sign.BEAT
        assert page.next_sign(0.0) is None
    finally:
        page.kill()


def test_ends_with_a_plain_code_where_qt_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "QT_QPA_PLATFORM", "no-such-platform")
    page = ChildProcess([sys.executable, "-m", "kiosk.ui.calm_page"])

    assert page.next_sign(60.0) is Sign.ENDED
    assert page.exit_code() != 0
