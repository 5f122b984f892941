"""Signing on the screen: asked for where the municipality wants it, never needed, soon forgotten."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.devtools.accessible import Role
from kiosk.domain.choice import DoesNotWish
from kiosk.domain.decider import Decider, DeciderRole
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.theme.tokens import TextSize
from kiosk.ui.shell import Page
from tests.stage import SOLVEIG, example, memory_program, open_stage

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SIGNING = replace(example(), asks_signature=True)
WITHOUT, WITH, AGAIN = "Lagre uten underskrift", "Lagre med underskrift", "Begynn på nytt"


def on_review(stage):
    """The last page before storing, with one answer."""
    stage.visit()
    state = stage.open.state
    visit = state.visit.with_nonchoice_shown()
    visit = visit.answered(visit.services[0], DoesNotWish())
    state.update(visit.decided_by(Decider(DeciderRole.SELF)))
    stage.open.shell.show(Page.REVIEW)
    stage.reader.settle()


@pytest.fixture
def stage(qapp):
    with open_stage(memory_program(SIGNING)) as opened:
        on_review(opened)
        opened.reader.press("Videre", Role.Button)
        assert opened.open.shell.current is Page.SIGNATURE
        yield opened


def pad(stage):
    (found,) = (item for item in below(stage.open.window.contentItem()) if is_pad(item))
    return found


def below(item):
    yield item
    for child in item.childItems():
        yield from below(child)


def is_pad(item):
    return item.isVisible() and item.inherits("DrawingPad")


def at(stage, across, down):
    """A place in the window, as shares of the box."""
    box = pad(stage)
    return box.mapToScene(QPoint(0, 0)).toPoint() + QPoint(
        round(across * box.width()), round(down * box.height())
    )


def draw(stage, *places):
    window, (first, *rest) = stage.open.window, [at(stage, *place) for place in places]
    QTest.mousePress(window, LEFT, NONE, first)
    for place in rest:
        QTest.mouseMove(window, place)
    QTest.mouseRelease(window, LEFT, NONE, rest[-1] if rest else first)
    stage.reader.settle()


def stored(stage):
    return stage.program.record.case_file(SOLVEIG).choice


def test_nobody_is_asked_where_the_municipality_does_not_want_it(qapp):
    with open_stage(memory_program()) as stage:
        on_review(stage)
        stage.reader.press("Lagre svarene mine", Role.Button)

        assert stage.open.shell.current is Page.STORED
        assert Page.SIGNATURE not in stage.open.shell.visit_pages


def test_nothing_is_stored_before_the_button(stage):
    assert stored(stage) is None


def test_the_page_says_what_it_is_for_and_that_it_is_not_needed(stage):
    told = " ".join(stage.reader.names(Role.StaticText))

    assert "kommer på kvitteringen og blir lagret kryptert" in told
    assert "Svarene dine gjelder også uten." in told


def test_a_screen_reader_is_told_that_the_box_may_stay_empty(stage):
    box = stage.reader.find("Rute for underskrift. Den er tom.", Role.Graphic)

    assert "Du kan lagre uten." in box.text(QAccessible.Text.Description)


def test_what_is_drawn_is_stored_with_the_answers(stage):
    draw(stage, (0.1, 0.5), (0.3, 0.2), (0.5, 0.6))
    draw(stage, (0.6, 0.3), (0.6, 0.5))

    stage.reader.press(WITH, Role.Button)

    assert stage.open.shell.current is Page.STORED
    signature = stored(stage).signature
    assert signature is not None
    assert len(signature.strokes) == 2
    box = pad_mm(stage)
    assert signature.size[0] == pytest.approx(50 * box[0], abs=120)
    assert signature.size[1] == pytest.approx(40 * box[1], abs=120)


def pad_mm(stage):
    """Width and height of the laptop's box in millimetres, from its page that waits."""
    (box,) = (i for i in below(stage.open.window.contentItem()) if i.inherits("DrawingPad"))
    scale = stage.open.theme.scale.device.px_per_mm
    return box.width() / scale, box.height() / scale


def test_the_answers_are_stored_without_a_signature_where_the_box_is_empty(stage):
    stage.reader.press(WITHOUT, Role.Button)

    assert stage.open.shell.current is Page.STORED
    assert stored(stage).signature is None


def test_the_keyboard_alone_leads_past_the_page(stage):
    window = stage.open.window
    for _ in range(20):
        item = window.activeFocusItem()
        if item is not None and item.property("text") == WITHOUT:
            break
        QTest.keyClick(window, Qt.Key.Key_Tab)
    QTest.keyClick(window, Qt.Key.Key_Return)
    stage.reader.settle()

    assert stored(stage) is not None


def test_the_one_button_that_stores_says_whether_a_signature_goes_with_it(stage):
    said = [stage.reader.has(WITHOUT), stage.reader.has(WITH)]
    draw(stage, (0.1, 0.5), (0.5, 0.5))
    said += [stage.reader.has(WITHOUT), stage.reader.has(WITH)]
    stage.reader.press(AGAIN, Role.Button)
    said += [stage.reader.has(WITHOUT), stage.reader.has(WITH)]

    assert said == [True, False, False, True, True, False]


def test_both_ways_of_storing_look_alike(stage):
    without = looks(stage, WITHOUT)
    draw(stage, (0.1, 0.5), (0.5, 0.5))

    assert looks(stage, WITH) == without


def looks(stage, name):
    """Where a button ends, how high it is, and its fill; its words may be longer."""
    button = stage.reader.find(name, Role.Button).object()
    return button.x() + button.width(), button.y(), button.height(), button.property("filled")


def test_a_hand_that_touched_the_box_has_not_signed(stage):
    draw(stage, (0.5, 0.5))

    stage.reader.press(WITHOUT, Role.Button)

    assert stored(stage).signature is None


def test_what_is_still_being_drawn_is_not_stored_while_the_button_says_without(stage):
    QTest.mousePress(stage.open.window, LEFT, NONE, at(stage, 0.1, 0.5))
    QTest.mouseMove(stage.open.window, at(stage, 0.5, 0.5))

    stage.reader.press(WITHOUT, Role.Button)

    assert stored(stage).signature is None


def test_the_last_stroke_belongs_to_a_signature_though_the_pen_is_still_down(stage):
    draw(stage, (0.1, 0.5), (0.3, 0.2))
    QTest.mousePress(stage.open.window, LEFT, NONE, at(stage, 0.6, 0.3))
    QTest.mouseMove(stage.open.window, at(stage, 0.8, 0.5))

    stage.reader.press(WITH, Role.Button)

    assert len(stored(stage).signature.strokes) == 2


def test_begin_again_empties_the_box(stage):
    draw(stage, (0.1, 0.5), (0.5, 0.5))

    stage.reader.press(AGAIN, Role.Button)

    assert stage.open.citizen.signature.strokes == []
    assert not stage.reader.has(AGAIN, Role.Button)


def test_going_back_to_the_review_forgets_what_was_drawn(stage):
    draw(stage, (0.1, 0.5), (0.5, 0.5))

    stage.reader.press("Tilbake", Role.Button)

    assert stage.open.shell.current is Page.REVIEW
    assert stage.open.citizen.signature.isEmpty


@pytest.mark.parametrize("leave", ["openSettings", "endVisit"])
def test_leaving_the_page_forgets_what_was_drawn_and_leads_back_to_the_review(stage, leave):
    draw(stage, (0.1, 0.5), (0.5, 0.5))

    getattr(stage.open.shell, leave)()
    assert stage.open.citizen.signature.isEmpty
    if leave == "openSettings":
        stage.open.citizen.steps.forward()
    else:
        stage.open.desk.staff.giveBack.goOn()

    assert stage.open.shell.current is Page.REVIEW


def test_a_stroke_that_is_being_drawn_is_forgotten_too(stage):
    QTest.mousePress(stage.open.window, LEFT, NONE, at(stage, 0.1, 0.5))
    QTest.mouseMove(stage.open.window, at(stage, 0.5, 0.5))
    stage.open.shell.show(Page.REVIEW)

    assert stage.open.citizen.signature.stroke == []
    assert stage.open.citizen.signature.isEmpty


def test_a_stroke_never_leaves_the_box(stage):
    draw(stage, (0.5, 0.5), (-0.5, 0.5), (-0.5, -3.0))

    ((_, *rest),) = stage.open.citizen.signature.strokes
    assert all(place.x() >= 0 and place.y() >= 0 for place in rest)


def test_a_finger_draws_and_a_second_one_does_not(stage):
    device, window = QTest.createTouchDevice(), stage.open.window
    assert isinstance(device, QPointingDevice)
    touch = QTest.touchEvent(window, device)
    touch.press(0, at(stage, 0.1, 0.5), window).commit()
    touch.move(0, at(stage, 0.3, 0.5), window).commit()
    touch.stationary(0).press(1, at(stage, 0.8, 0.2), window).commit()
    touch.stationary(0).move(1, at(stage, 0.9, 0.2), window).commit()
    touch.release(0, at(stage, 0.5, 0.5), window).release(1, at(stage, 0.9, 0.2), window).commit()
    stage.reader.settle()

    (stroke,) = stage.open.citizen.signature.strokes
    assert {round(place.y()) for place in stroke} == {round(pad(stage).height() * 0.5)}


def test_a_full_disk_is_told_on_the_review_and_nothing_is_stored(stage, monkeypatch):
    def full(_events):
        raise StorageError(StorageFault.DISK_FULL)

    draw(stage, (0.1, 0.5), (0.5, 0.5))
    monkeypatch.setattr(stage.program.record, "append", full)
    stage.reader.press(WITH, Role.Button)

    assert stage.open.shell.current is Page.REVIEW
    assert "Ingenting er lagret" in " ".join(stage.reader.names(Role.StaticText))
    assert stored(stage) is None
    assert stage.open.citizen.signature.isEmpty


@pytest.mark.parametrize("size", [TextSize.M, TextSize.XL])
@pytest.mark.parametrize("device", ["laptop-14", "laptop-15", "kiosk-21", "kiosk-21-portrait"])
def test_the_page_is_whole_in_every_size_and_the_box_is_large(qapp, device, size):
    with open_stage(memory_program(SIGNING), device, size) as stage:
        on_review(stage)
        stage.open.citizen.review.store()
        stage.reader.settle()

        assert not stage.reader.has("Vis mer", Role.Button)
        width, height = pad_mm(stage)
        assert width >= 200
        assert height >= 60
