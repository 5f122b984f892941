"""Keys, mice and what the system offers on a machine that strangers use (access C, D, K02)."""

import string
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QWheelEvent,
)
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.devtools.accessible import Role
from kiosk.ui.shell import Page
from tests.audit.hands import centre
from tests.audit.programs import steady_program
from tests.audit.setups import NB
from tests.audit.snapshot import item_of
from tests.audit.walk import Visitor, read_on, whole_visit
from tests.stage import CODE, OFFICER, SOLVEIG, Stage, open_stage

Key, Mod, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
NONE = Mod.NoModifier
FUNCTIONS = [Key(Key.Key_F1.value + number) for number in range(24)]
LEADING_OUT = [
    *((key, NONE) for key in FUNCTIONS),
    *((key, Mod.AltModifier) for key in (Key.Key_F4, Key.Key_Tab, Key.Key_Space, Key.Key_Left)),
    *(
        (key, Mod.ControlModifier)
        for key in (Key.Key_W, Key.Key_Q, Key.Key_O, Key.Key_P, Key.Key_N, Key.Key_Tab, Key.Key_C)
    ),
    *((key, Mod.MetaModifier) for key in (Key.Key_D, Key.Key_L, Key.Key_R, Key.Key_E)),
    (Key.Key_Delete, Mod.ControlModifier | Mod.AltModifier),
    (Key.Key_Return, Mod.AltModifier),
    *(
        (key, NONE)
        for key in (
            Key.Key_Escape,
            Key.Key_Menu,
            Key.Key_Super_L,
            Key.Key_Meta,
            Key.Key_Alt,
            Key.Key_Print,
            Key.Key_Pause,
            Key.Key_Help,
            Key.Key_Back,
            Key.Key_HomePage,
            Key.Key_PageDown,
            Key.Key_Backspace,
        )
    ),
]


@pytest.fixture
def closed(qapp: QGuiApplication) -> Iterator[tuple[Stage, Visitor]]:
    """A closed machine that shows the cards, and its visitor."""
    with open_stage(steady_program(), "kiosk-21") as stage:
        stage.open.close_off()
        stage.visit()
        visitor = Visitor(stage, NB)
        for _ in read_on(visitor):
            pass
        yield stage, visitor


def test_d11_no_key_leads_out_of_the_page(closed):
    stage, _ = closed
    _onto_a_card(stage)

    for key, modifiers in LEADING_OUT:
        QTest.keyClick(stage.open.window, key, modifiers)

    assert _page(stage) is Page.OVERVIEW
    assert stage.open.window.isVisible()


def test_d10_no_character_does_anything(closed):
    stage, _ = closed
    focused = _onto_a_card(stage)

    for character in string.printable.strip() + "æøåÆØÅ":
        QCoreApplication.sendEvent(
            stage.open.window, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, character)
        )

    assert _page(stage) is Page.OVERVIEW
    assert stage.open.window.activeFocusItem() is focused
    assert stage.open.state.visit.answers == {}


def test_d09_a_key_that_is_held_down_counts_once(closed):
    stage, _ = closed
    window = stage.open.window
    first = _onto_a_card(stage)

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) * 5:
        for key in (Key.Key_Tab, Key.Key_Down, Key.Key_Return, Key.Key_Right):
            QCoreApplication.sendEvent(window, QKeyEvent(kind, key, NONE, "", True))

    assert _page(stage) is Page.OVERVIEW
    assert window.activeFocusItem() is first


def test_d04_down_and_up_move_within_the_page(closed):
    stage, _ = closed
    window = stage.open.window
    QTest.keyClick(window, Key.Key_Down)
    first = window.activeFocusItem()
    QTest.keyClick(window, Key.Key_Down)
    second = window.activeFocusItem()

    QTest.keyClick(window, Key.Key_Up)

    assert first is not second
    assert window.activeFocusItem() is first
    assert _page(stage) is Page.OVERVIEW


def test_d04_left_and_right_move_between_pages(closed):
    stage, _ = closed
    window = stage.open.window

    QTest.keyClick(window, Key.Key_Left)
    there = _page(stage)
    QTest.keyClick(window, Key.Key_Right)

    assert there is Page.NONCHOICE
    assert _page(stage) is Page.OVERVIEW


def test_d04_right_shows_more_before_it_leaves_a_page(qapp):
    with open_stage(steady_program(), "kiosk-32-portrait") as stage:
        stage.open.close_off()
        stage.open.window.resize(1080, 1000)
        stage.visit()
        visitor = Visitor(stage, NB)
        pages = []
        while _page(stage) is not Page.OVERVIEW:
            pages.append((_page(stage), visitor.has("Vis mer")))
            QTest.keyClick(stage.open.window, Key.Key_Right)

    turned = [page for page, has_more in pages if has_more]
    last_turns = dict(pages)
    assert set(last_turns.values()) == {False}
    assert len(pages) == len(turned) + len(last_turns)


@pytest.mark.parametrize(
    ("move", "select"),
    [(Key.Key_Tab, Key.Key_Space), (Key.Key_Down, Key.Key_Return)],
    ids=["two switches", "five keys"],
)
def test_d05_moving_and_selecting_are_enough_for_a_whole_visit(qapp, move, select):
    with open_stage(steady_program(), "kiosk-21") as stage:
        stage.open.close_off()
        stage.visit()
        window = stage.open.window

        def use(node) -> None:
            wanted = item_of(node)
            for _ in range(200):
                if window.activeFocusItem() is wanted:
                    QTest.keyClick(window, select)
                    return
                QTest.keyClick(window, move)
            raise AssertionError(wanted)

        for _ in whole_visit(Visitor(stage, NB, use)):
            pass

        assert stage.program.record.case_file(SOLVEIG).choice is not None


@pytest.mark.parametrize("button", [Button.RightButton, Button.MiddleButton, Button.BackButton])
def test_d11_other_mouse_buttons_do_nothing(closed, button):
    stage, visitor = closed
    card = visitor.starting(visitor.sections()[0].providers[0].name)
    assert card is not None

    QTest.mouseClick(stage.open.window, button, NONE, centre(item_of(card)))

    assert _page(stage) is Page.OVERVIEW


def test_d11_what_is_dropped_dragged_zoomed_or_asked_for_goes_nowhere(closed):
    stage, _ = closed
    window, place = stage.open.window, QPointF(300, 300)
    data = QMimeData()
    data.setText("file:///etc/passwd")
    actions = Qt.DropAction.CopyAction
    events = [
        QDragEnterEvent(QPoint(300, 300), actions, data, Button.LeftButton, NONE),
        QDropEvent(place, actions, data, Button.LeftButton, NONE),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(300, 300), QPoint(300, 300), NONE),
        QWheelEvent(
            place, place, QPoint(), QPoint(0, 120), Button.NoButton, Mod.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        ),
        QCloseEvent(),
    ]  # fmt: skip

    swallowed = [QCoreApplication.sendEvent(window, event) for event in events]

    assert swallowed == [True] * len(events)
    assert not events[-1].isAccepted()
    assert _page(stage) is Page.OVERVIEW


def test_d11_the_system_cannot_close_the_window(closed):
    stage, _ = closed

    assert not stage.open.window.close()
    assert stage.open.window.isVisible()


def test_d10_a_scanner_is_heard_and_writes_nothing(qapp):
    heard = []

    def scanned(event: QKeyEvent) -> bool:
        heard.append(event.text())
        return True

    with open_stage(steady_program(), "kiosk-21") as stage:
        stage.open.close_off(scanned)
        stage.open.staff.desk.signIn.pick(OFFICER)
        stage.reader.settle()
        field = _field(stage)
        _type(stage, "~7F3K")

        assert "".join(heard) == "~7F3K"
        assert field.property("text") == ""


def test_d11_staff_can_still_write_in_a_field(qapp):
    with open_stage(steady_program(), "kiosk-21") as stage:
        stage.open.close_off()
        stage.open.staff.desk.signIn.pick(OFFICER)
        stage.reader.settle()
        window = stage.open.window
        _field(stage)

        _type(stage, CODE + "9")
        QTest.keyClick(window, Key.Key_Backspace)
        QTest.keyClick(window, Key.Key_V, Mod.ControlModifier)
        QTest.keyClick(window, Key.Key_Return)

        assert _page(stage) is Page.CASES


def test_k02_a_laptop_keeps_every_key(qapp):
    seen = []
    with open_stage(steady_program(), "laptop-14") as stage:
        stage.visit()
        window = stage.open.window
        for key, modifiers in LEADING_OUT:
            event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
            QCoreApplication.sendEvent(window, event)
            seen.append(event.isAccepted())

        assert not any(seen)
        assert window.close()


def _type(stage: Stage, text: str) -> None:
    for character in text:
        pressed = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, character)
        QCoreApplication.sendEvent(stage.open.window, pressed)


def _field(stage: Stage) -> QQuickItem:
    """The only field of the page, with the focus in it."""
    (node,) = (node for node in stage.reader.nodes() if node.role() is Role.EditableText)
    field = item_of(node)
    field.forceActiveFocus()
    return field


def _onto_a_card(stage: Stage) -> QQuickItem | None:
    """The keyboard's focus is on something that can be used."""
    QTest.keyClick(stage.open.window, Key.Key_Tab)
    return stage.open.window.activeFocusItem()


def _page(stage: Stage) -> Page:
    stage.reader.settle()
    return stage.open.shell.current
