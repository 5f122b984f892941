"""Every key that Qt knows, with every modifier, and every gesture, on every public page (access D11).

Whoever adds a shortcut, a field or a handler to one of these pages is found here.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from operator import or_

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest

from kiosk.theme.tokens import Contrast, TextSize
from kiosk.ui.shell import Page
from tests.audit.fingers import Fingers
from tests.audit.programs import steady_program
from tests.audit.public_walk import Hours, Stranger, whole_session
from tests.audit.setups import NB
from tests.audit.walk import Visitor, whole_visit
from tests.stage import Stage, memory_program, open_public_stage, open_stage, public_machine

Key, Mod, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
_PRESS = QEvent.Type.KeyPress
COMMANDS = (Mod.ControlModifier, Mod.AltModifier, Mod.MetaModifier)
COMMANDED = tuple(
    reduce(or_, several) for size in (1, 2, 3) for several in combinations(COMMANDS, size)
)
# What the page is used with; alone or with Shift, they select and move.
USED = {
    Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_Select, Key.Key_Tab, Key.Key_Backtab,
    Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down,
}  # fmt: skip
PLAIN = tuple((key, Mod.NoModifier) for key in Key if key not in USED)
WITH_MODIFIERS = (
    *((key, Mod.ShiftModifier) for key in Key if key not in USED),
    *((key, mod) for key in Key for mod in COMMANDED),
)


@dataclass
class Seen:
    """What a person and the machine know of a page."""

    page: Page
    session: object
    windows: int
    language: object
    clip: str


@pytest.fixture(scope="module")
def touch_screen() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def stranger(qapp: QGuiApplication) -> Iterator[Stranger]:
    program, hours = memory_program(), Hours()
    with open_public_stage(program, public_machine(program), hours) as stage:
        yield Stranger(stage, NB, hours, TextSize.M, Contrast.STANDARD)


def seen(stage: Stage) -> Seen:
    stage.reader.settle()
    public = stage.open.public
    assert public is not None
    windows = [each for each in QGuiApplication.topLevelWindows() if each.isVisible()]
    language = stage.open.shell.words.language
    clip = QGuiApplication.clipboard().text()
    return Seen(stage.open.shell.current, public.state.session, len(windows), language, clip)


@contextmanager
def moment(hours: Hours) -> Iterator[None]:
    """Whatever is done within it takes no time, so that the clock of the session ends nothing."""
    now_ms = hours.ms
    yield
    hours.ms = now_ms


def press(stranger: Stranger, keys: Sequence[tuple[Qt.Key, Qt.KeyboardModifier]]) -> None:
    window = stranger.stage.open.window
    for key, modifiers in keys:
        with moment(stranger.hours):
            QCoreApplication.sendEvent(window, QKeyEvent(_PRESS, key.value, modifiers))


def gesture(stranger: Stranger, fingers: Fingers) -> None:
    """From every edge inwards, and with two and three fingers apart."""
    stage = stranger.stage
    width, height = stage.open.window.width(), stage.open.window.height()
    middle = QPoint(width // 2, height // 2)
    for edge in (QPoint(1, middle.y()), QPoint(width - 2, middle.y()),
                 QPoint(middle.x(), 1), QPoint(middle.x(), height - 2)):  # fmt: skip
        with moment(stranger.hours):
            fingers.wobble(edge, (middle - edge) * 0.8)
    for count in (2, 3):
        with moment(stranger.hours):
            for finger in range(count):
                fingers.press(middle + QPoint(40 * finger, 40), finger)
            for finger in range(count):
                fingers.move(middle + QPoint(160 * finger, 160), finger)
            for finger in range(count):
                fingers.lift(finger)


def drop_and_ask(stranger: Stranger) -> None:
    """What a mouse or the system offers: other buttons, dropping, a menu, zooming, closing."""
    window, place = stranger.stage.open.window, QPointF(300, 300)
    data = QMimeData()
    data.setText("file:///etc/passwd")
    actions = Qt.DropAction.CopyAction
    events = [
        QDragEnterEvent(QPoint(300, 300), actions, data, Button.LeftButton, Mod.NoModifier),
        QDropEvent(place, actions, data, Button.LeftButton, Mod.NoModifier),
        QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, QPoint(300, 300), QPoint(300, 300), Mod.NoModifier
        ),
        QWheelEvent(
            place, place, QPoint(), QPoint(0, 120), Button.NoButton, Mod.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        ),
        QCloseEvent(),
    ]  # fmt: skip
    for event in events:
        with moment(stranger.hours):
            QCoreApplication.sendEvent(window, event)
    for button in (Button.RightButton, Button.MiddleButton, Button.BackButton):
        with moment(stranger.hours):
            QTest.mouseClick(window, button, Mod.NoModifier, QPoint(300, 300))
            QTest.mouseDClick(window, button, Mod.NoModifier, QPoint(300, 300))


def test_d11_nothing_leads_out_of_any_public_page(stranger, touch_screen):
    stage = stranger.stage
    fingers = Fingers(stage.open.window, touch_screen)
    pages = set()
    for place in whole_session(stranger):
        before = seen(stage)
        if place.page in pages:
            continue
        pages.add(place.page)
        press(stranger, PLAIN)
        if before.page in {Page.ATTRACT, Page.PUBLIC_OVERVIEW}:
            press(stranger, WITH_MODIFIERS)
        assert seen(stage) == before, f"a key on {place}"
        drop_and_ask(stranger)
        assert seen(stage) == before, f"a mouse or the system on {place}"
        if before.page is not Page.ATTRACT:
            gesture(stranger, fingers)
            assert seen(stage) == before, f"a gesture on {place}"

    assert len(pages) > 15


def test_d11_no_key_leads_out_of_a_visit_that_was_handed_over(qapp):
    with open_stage(steady_program(), "kiosk-21") as stage:
        stage.open.close_off()
        stage.visit()
        pages = set()
        for place in whole_visit(Visitor(stage, NB)):
            shell, state = stage.open.shell, stage.open.state
            if place.page in pages:
                continue
            pages.add(place.page)
            before = shell.current, state.visit if state.is_open else None
            for key, modifiers in PLAIN:
                QCoreApplication.sendEvent(
                    stage.open.window, QKeyEvent(_PRESS, key.value, modifiers)
                )
            stage.reader.settle()
            after = shell.current, state.visit if state.is_open else None
            assert after == before, f"a key on {place}"

    assert len(pages) > 8
