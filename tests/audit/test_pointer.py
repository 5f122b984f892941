"""One finger: what counts as a tap, and that taps are enough (access C)."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.ui.shell import Page
from tests.audit.hands import Stopwatch, centre, click, finger, timed_stage
from tests.audit.programs import steady_program
from tests.audit.setups import NB
from tests.audit.snapshot import item_of
from tests.audit.walk import Visitor, read_on, whole_visit
from tests.stage import SOLVEIG, Stage, open_stage

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
OFF = QPoint(4, 4)


@pytest.fixture
def cards(qapp):
    """A window that shows the cards, and its visitor."""
    with open_stage(steady_program()) as stage:
        stage.visit()
        visitor = Visitor(stage, NB)
        for _ in read_on(visitor):
            pass
        yield stage, visitor


def test_c06_a_press_alone_does_nothing(cards):
    stage, visitor = cards

    QTest.mousePress(stage.open.window, LEFT, NONE, _first_card(visitor))

    assert _page(stage) is Page.OVERVIEW


def test_c06_a_release_inside_activates(cards):
    stage, visitor = cards
    point = _first_card(visitor)

    QTest.mousePress(stage.open.window, LEFT, NONE, point)
    QTest.mouseRelease(stage.open.window, LEFT, NONE, point)

    assert _page(stage) is Page.ANSWER


def test_c06_sliding_off_cancels(cards):
    stage, visitor = cards
    window = stage.open.window

    QTest.mousePress(window, LEFT, NONE, _first_card(visitor))
    QTest.mouseMove(window, OFF)
    QTest.mouseRelease(window, LEFT, NONE, OFF)

    assert _page(stage) is Page.OVERVIEW


def test_c06_sliding_on_does_not_activate(cards):
    stage, visitor = cards
    window, point = stage.open.window, _first_card(visitor)

    QTest.mousePress(window, LEFT, NONE, OFF)
    QTest.mouseMove(window, point)
    QTest.mouseRelease(window, LEFT, NONE, point)

    assert _page(stage) is Page.OVERVIEW


def test_c09_a_trembling_second_tap_does_not_clear_the_answer(qapp):
    clock = Stopwatch()
    with timed_stage(clock) as stage:
        visitor = _on_a_provider_page(stage, clock)
        answer = visitor.starting(visitor.say("This is my answer"))
        assert answer is not None
        point = centre(item_of(answer))

        click(stage.open.window, point)
        clock.ms += 499
        click(stage.open.window, point)

        assert len(stage.open.state.visit.answers) == 1


def test_c09_a_second_tap_half_a_second_later_counts(qapp):
    clock = Stopwatch()
    with timed_stage(clock) as stage:
        visitor = _on_a_provider_page(stage, clock)
        answer = visitor.starting(visitor.say("This is my answer"))
        assert answer is not None
        point = centre(item_of(answer))

        click(stage.open.window, point)
        clock.ms += 500
        click(stage.open.window, point)

        assert len(stage.open.state.visit.answers) == 0


def test_c10_a_double_tap_does_not_reach_through_to_the_next_page(qapp):
    clock = Stopwatch()
    with timed_stage(clock) as stage:
        stage.visit()
        clock.ms += 1000
        forward = Visitor(stage, NB).starting("Videre")
        assert forward is not None
        point = centre(item_of(forward))

        click(stage.open.window, point)
        stage.reader.settle()
        clock.ms += 399
        click(stage.open.window, point)

        assert _page(stage) is Page.WHAT


def test_c10_a_tap_counts_when_the_next_page_has_been_seen(qapp):
    clock = Stopwatch()
    with timed_stage(clock) as stage:
        stage.visit()
        clock.ms += 1000
        forward = Visitor(stage, NB).starting("Videre")
        assert forward is not None
        point = centre(item_of(forward))

        click(stage.open.window, point)
        stage.reader.settle()
        clock.ms += 400
        click(stage.open.window, point)

        assert _page(stage) is Page.NONCHOICE


@pytest.mark.parametrize("device", ["laptop-14", "kiosk-21-portrait"])
def test_c11_single_taps_are_enough_for_a_whole_visit(qapp, device):
    with open_stage(steady_program(), device) as stage:
        stage.visit()
        visitor = Visitor(stage, NB, finger(stage.open.window))

        for _ in whole_visit(visitor):
            pass

        assert stage.program.record.case_file(SOLVEIG).choice is not None


def _page(stage: Stage) -> Page:
    stage.reader.settle()
    return stage.open.shell.current


def _first_card(visitor: Visitor) -> QPoint:
    card = visitor.starting(visitor.sections()[0].providers[0].name)
    assert card is not None
    return centre(item_of(card))


def _on_a_provider_page(stage: Stage, clock: Stopwatch) -> Visitor:
    """Past the pages that inform, with a clock that lets every tap count."""
    stage.visit()

    def patient(node) -> None:
        clock.ms += 1000
        finger(stage.open.window)(node)

    visitor = Visitor(stage, NB, patient)
    for _ in read_on(visitor):
        pass
    visitor.open_card(visitor.sections()[0].providers[0].name)
    clock.ms += 1000
    return visitor
