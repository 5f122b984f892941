"""Fingers that tremble, slide, stay long, or are not alone (access C06, C08, C10, C12, C14)."""

from collections.abc import Iterator
from contextlib import AbstractContextManager

import pytest
from PIL import ImageChops
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.devtools.accessible import Role
from kiosk.domain.staff import StaffRole
from kiosk.ui.shell import Page
from tests.audit.fingers import Fingers
from tests.audit.hands import Stopwatch, centre, timed_stage
from tests.audit.pixels import crop, grab
from tests.audit.programs import steady_program
from tests.audit.setups import NB
from tests.audit.snapshot import item_of, rect_of
from tests.audit.walk import Visitor, read_on
from tests.stage import CODE, Stage, open_stage

WOBBLE_MM = 3.0
SLIDE_MM = 8.0
OFF = QPoint(4, 4)
DEVICES = ("kiosk-32-portrait", "laptop-14")
WAYS = ((1, 0), (0, -1))


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    """The touch screen of this module."""
    return QTest.createTouchDevice()


@pytest.fixture
def device() -> str:
    """The usual screen; a test may name others."""
    return "kiosk-21"


@pytest.fixture
def touched(
    device: str, qapp: object, screen: QPointingDevice
) -> Iterator[tuple[Stage, Visitor, Fingers]]:
    """A window that shows the cards, its visitor, and fingers."""
    with open_stage(steady_program(), device) as stage:
        stage.visit()
        visitor = Visitor(stage, NB)
        for _ in read_on(visitor):
            pass
        yield stage, visitor, Fingers(stage.open.window, screen)


def test_c06_a_touch_alone_does_nothing(touched):
    stage, visitor, fingers = touched

    fingers.press(centre(_card(visitor)))

    assert _page(stage) is Page.OVERVIEW


def test_c06_lifting_the_finger_inside_activates(touched):
    stage, visitor, fingers = touched

    fingers.tap(centre(_card(visitor)))

    assert _page(stage) is Page.ANSWER


def test_c06_sliding_off_cancels(touched):
    stage, visitor, fingers = touched

    fingers.press(centre(_card(visitor)))
    fingers.move(OFF)
    fingers.lift()

    assert _page(stage) is Page.OVERVIEW


def test_c06_sliding_off_to_another_card_activates_neither(touched):
    stage, visitor, fingers = touched

    fingers.press(centre(_card(visitor)))
    fingers.move(centre(_card(visitor, 1)))
    fingers.lift()

    assert _page(stage) is Page.OVERVIEW


def test_c06_sliding_on_does_not_activate(touched):
    stage, visitor, fingers = touched

    fingers.press(OFF)
    fingers.move(centre(_card(visitor)))
    fingers.lift()

    assert _page(stage) is Page.OVERVIEW


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("way", WAYS, ids=str)
def test_c08_a_wobble_inside_is_a_tap(touched, way):
    stage, visitor, fingers = touched

    fingers.wobble(centre(_card(visitor)), _travel(stage, way, WOBBLE_MM))

    assert _page(stage) is Page.ANSWER


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("way", WAYS, ids=str)
def test_c08_a_wobble_over_the_edge_is_a_tap(touched, way):
    stage, visitor, fingers = touched

    fingers.wobble(_edge(_card(visitor), way), _travel(stage, way, WOBBLE_MM))

    assert _page(stage) is Page.ANSWER


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("way", WAYS, ids=str)
def test_c08_a_slide_over_the_edge_is_no_tap(touched, way):
    stage, visitor, fingers = touched

    fingers.wobble(_edge(_card(visitor), way), _travel(stage, way, SLIDE_MM))

    assert _page(stage) is Page.OVERVIEW


def test_c08_out_and_back_in_is_no_wobble_where_it_ends_outside(touched):
    stage, visitor, fingers = touched
    edge = _edge(_card(visitor), (0, -1))

    fingers.press(centre(_card(visitor)))
    for travel_mm in (SLIDE_MM, -SLIDE_MM, WOBBLE_MM):
        fingers.move(edge + _travel(stage, (0, -1), travel_mm))
    fingers.lift()

    assert _page(stage) is Page.OVERVIEW


@pytest.mark.parametrize("way", [(0, 1), (0, -1)], ids=str)
def test_c08_a_wobble_in_a_page_that_scrolls_is_a_tap(qapp, screen, way):
    with _many_members() as stage:
        row = _first_member(stage)

        Fingers(stage.open.window, screen).wobble(centre(row), _travel(stage, way, WOBBLE_MM))
        stage.reader.settle()

        assert stage.open.staff.desk.signIn.isPicked


def test_c08_a_slide_scrolls_and_picks_nobody(qapp, screen):
    with _many_members() as stage:
        row = _first_member(stage)
        before = rect_of(row).top()

        Fingers(stage.open.window, screen).wobble(centre(row), _travel(stage, (0, -1), 30))
        stage.reader.settle()

        assert not stage.open.staff.desk.signIn.isPicked
        assert rect_of(row).top() < before


def test_c08_a_long_stay_is_a_tap(touched):
    stage, visitor, fingers = touched

    fingers.press(centre(_card(visitor)))
    # What would call a menu elsewhere.
    QTest.qWait(0)
    QCoreApplication.processEvents()
    fingers.lift()

    assert _page(stage) is Page.ANSWER


def test_c06_a_palm_on_the_page_cancels_no_tap(touched):
    stage, visitor, fingers = touched

    fingers.press(centre(_card(visitor)), finger=0)
    fingers.press(OFF, finger=1)
    fingers.lift(finger=0)

    assert _page(stage) is Page.ANSWER
    fingers.lift(finger=1)


def test_c06_a_palm_that_came_first_cancels_no_tap(touched):
    stage, visitor, fingers = touched

    fingers.press(OFF, finger=0)
    fingers.press(centre(_card(visitor)), finger=1)
    fingers.lift(finger=1)

    assert _page(stage) is Page.ANSWER
    fingers.lift(finger=0)


def test_c06_a_second_finger_on_another_card_does_nothing(touched):
    stage, visitor, fingers = touched

    fingers.press(centre(_card(visitor)), finger=0)
    fingers.tap(centre(_card(visitor, 1)), finger=1)

    assert _page(stage) is Page.OVERVIEW
    fingers.lift(finger=0)
    assert _page(stage) is Page.ANSWER
    assert stage.reader.has(visitor.sections()[0].providers[0].name)


def test_c06_a_second_finger_that_stays_longer_does_nothing_either(touched):
    stage, visitor, fingers = touched
    first, second = centre(_card(visitor)), centre(_card(visitor, 1))

    fingers.press(first, finger=0)
    fingers.press(second, finger=1)
    fingers.move(OFF, finger=0)
    fingers.lift(finger=0)
    fingers.lift(finger=1)

    assert _page(stage) is Page.OVERVIEW


def test_c06_after_two_fingers_one_counts_again(touched):
    stage, visitor, fingers = touched
    fingers.press(centre(_card(visitor)), finger=0)
    fingers.tap(centre(_card(visitor, 1)), finger=1)
    fingers.move(OFF, finger=0)
    fingers.lift(finger=0)

    fingers.tap(centre(_card(visitor, 1)))

    assert _page(stage) is Page.ANSWER


def test_c10_a_finger_that_was_down_when_the_page_came_does_nothing_there(qapp, screen):
    clock = Stopwatch()
    with timed_stage(clock) as stage:
        stage.visit()
        clock.ms += 1000
        forward = Visitor(stage, NB).starting("Videre")
        assert forward is not None
        place = centre(item_of(forward))
        fingers = Fingers(stage.open.window, screen)

        fingers.tap(place)
        stage.reader.settle()
        clock.ms += 100
        fingers.tap(place)

        assert _page(stage) is Page.WHAT


@pytest.mark.parametrize("way", [1, -1], ids=["right", "left"])
def test_c12_swiping_sideways_does_nothing(touched, way):
    stage, visitor, fingers = touched
    window, card = stage.open.window, rect_of(_card(visitor, 1))
    before = grab(window)
    above_the_cards = QPoint(window.width() // 2, round(card.top() - 20))

    fingers.wobble(above_the_cards, QPoint(way * window.width() // 3, 0))

    assert _page(stage) is Page.OVERVIEW
    assert ImageChops.difference(before, grab(window)).getbbox() is None


@pytest.mark.parametrize("way", [1, -1], ids=["right", "left"])
def test_c12_swiping_from_card_to_card_opens_neither(touched, way):
    stage, visitor, fingers = touched
    one, other = (centre(_card(visitor, index)) for index in (0, 1)[::way])

    fingers.wobble(one, other - one)

    assert _page(stage) is Page.OVERVIEW


def test_c14_the_touch_shows_in_the_same_frame(touched):
    stage, visitor, fingers = touched
    card = _card(visitor)
    before = crop(grab(stage.open.window), rect_of(card))

    fingers.press(centre(card))

    pressed = crop(grab(stage.open.window), rect_of(card))
    assert ImageChops.difference(before, pressed).getbbox() is not None
    fingers.move(OFF)
    fingers.lift()


def _page(stage: Stage) -> Page:
    stage.reader.settle()
    return stage.open.shell.current


def _many_members() -> AbstractContextManager[Stage]:
    """A sign-in page that is higher than the screen."""
    program = steady_program()
    for number in range(20):
        program.manage_staff.add(f"Eksempel {number}", StaffRole.FRONT_DESK, CODE)
    return open_stage(program, "kiosk-21")


def _first_member(stage: Stage) -> QQuickItem:
    rows = (item_of(node) for node in stage.reader.nodes() if node.role() is Role.RadioButton)
    return next(row for row in rows if rect_of(row).top() > 0)


def _card(visitor: Visitor, index: int = 0) -> QQuickItem:
    card = visitor.starting(visitor.sections()[0].providers[index].name)
    assert card is not None
    return item_of(card)


def _travel(stage: Stage, way: tuple[int, int], length_mm: float) -> QPoint:
    px = int(length_mm * stage.open.theme.device.px_per_mm)
    return QPoint(way[0] * px, way[1] * px)


def _edge(item: QQuickItem, way: tuple[int, int]) -> QPoint:
    """One pixel inside the edge that lies this way."""
    rect = rect_of(item)
    across, down = way
    x = rect.center().x() + across * (rect.width() / 2 - 2)
    y = rect.center().y() + down * (rect.height() / 2 - 2)
    return QPoint(round(x), round(y))
