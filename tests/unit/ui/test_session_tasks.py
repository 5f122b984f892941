"""What a session of staff began is told to nobody once it is over, and thrown away when it is done."""

import pytest

from kiosk.domain.errors import StorageError
from kiosk.ui.session_tasks import SessionTasks
from kiosk.ui.tasks import Lane
from tests.unit.ui.staff_world import LaterTasks


class World:
    def __init__(self) -> None:
        self.later = LaterTasks()
        self.tasks = SessionTasks(self.later)
        self.told: list[str] = []

    def begin(self, lane: Lane = Lane.RECORD) -> None:
        self.tasks.run(
            lambda: "result", self.told.append, lambda error: self.told.append("error"), lane
        )

    def end(self) -> None:
        self.tasks.end(lambda: self.told.append("thrown away"))


@pytest.fixture
def world() -> World:
    return World()


def test_while_the_session_goes_on_results_are_told(world: World) -> None:
    world.begin()
    assert world.tasks.is_busy
    world.later.do_all()

    assert world.told == ["result"]
    assert not world.tasks.is_busy


def test_what_comes_after_the_end_is_told_to_nobody(world: World) -> None:
    world.begin()
    world.begin(Lane.PAPER)
    world.end()
    # The working thread uses the pages still.
    assert world.told == []
    world.later.do_all()

    assert world.told == ["thrown away"]


def test_a_failure_after_the_end_is_told_to_nobody(world: World) -> None:
    def fail() -> None:
        raise StorageError

    world.tasks.run(fail, lambda _none: None, lambda error: world.told.append(str(error)))
    world.end()
    world.later.do_all()

    assert world.told == ["thrown away"]


def test_nothing_under_way_is_thrown_away_at_once_and_begins_nothing_more(world: World) -> None:
    world.end()
    world.begin()

    assert world.told == ["thrown away"]
    assert world.later.waiting == []


def test_looking_after_a_printer_keeps_nobody_waiting(world: World) -> None:
    world.begin(Lane.QUEUE)

    assert not world.tasks.is_busy
