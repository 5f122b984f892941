"""A delivery on real worker threads, held at a known place by signals between the threads."""

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event, get_ident

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.language import Language
from kiosk.printing.outbox import FolderOutbox
from kiosk.ui.tasks import Lane
from tests.unit.app import factory
from tests.unit.ui.joined_tasks import JoinedTasks
from tests.unit.ui.staff_world import KARI
from tests.unit.ui.test_case_delivery import DeliveryWorld

# A worker that never comes fails the test instead of hanging it; nobody waits this long else.
_SURELY_DEAD_S = 60


class HeldOutbox:
    """A folder that takes its first file only when it may."""

    def __init__(self, folder: Path) -> None:
        self._folder = FolderOutbox(folder)
        self.reached, self.may_go_on = Event(), Event()
        self.thread = 0

    @contextmanager
    def parcel(self, name, kin):
        with self._folder.parcel(name, kin) as parcel:
            self.thread = get_ident()
            self.reached.set()
            assert self.may_go_on.wait(_SURELY_DEAD_S)
            yield parcel


class ThreadedWorld(DeliveryWorld):
    """The staff's side with the program's own threads, and a folder that can be held."""

    def __init__(self, home, out) -> None:
        self.outbox = HeldOutbox(out)
        self.tasks = JoinedTasks()
        super().__init__(home, self.tasks)
        self.tasks.join()
        self.sign_in()
        self.tasks.join()
        self.desk.office.open("deliver")
        self.tasks.join()

    def _ports(self):
        return replace(super()._ports(), outbox_in=lambda _folder: self.outbox)

    def begin(self, out):
        """A run that is held while it writes."""
        page = self.desk.delivery
        page.deliver(str(out))
        assert self.outbox.reached.wait(_SURELY_DEAD_S)
        return page

    def finish(self) -> None:
        self.outbox.may_go_on.set()
        self.tasks.join()


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def world(qapp, tmp_path, out):
    made = ThreadedWorld(tmp_path, out)
    yield made
    made.finish()


def test_a_delivery_works_beside_the_window_and_is_told_of_in_it(world, out):
    page = world.begin(out)
    told = []
    # On the thread that emits, so that a worker's own word would be seen.
    page.changed.connect(
        lambda: told.append((get_ident(), page.progress)), Qt.ConnectionType.DirectConnection
    )
    assert (page.canStart, page.doneText) == (False, "")

    world.finish()

    assert world.outbox.thread != get_ident()
    assert {thread for thread, _ in told} == {get_ident()}
    assert "Writing case 1 of 1 …" in [progress for _, progress in told]
    assert page.doneText.startswith("Delivered 1 case.")
    assert len(list(out.iterdir())) == 1


def test_what_is_stored_does_not_wait_for_a_folder_that_is_slow(world, out):
    page = world.begin(out)
    stored = Event()

    def store() -> None:
        world.program.hand_over.begin(factory.CASE, Language.BOKMAL, (), KARI)
        stored.set()

    world.tasks.run(store, lambda _none: None, pytest.fail, Lane.RECORD)

    assert stored.wait(_SURELY_DEAD_S)
    assert not world.outbox.may_go_on.is_set()
    assert page.doneText == ""


def test_a_run_that_is_stopped_while_it_writes_leaves_nothing(world, out):
    page = world.begin(out)
    page.cancel()
    assert page.progress == "Stopping …"

    world.finish()

    assert page.doneText == "Stopped. Nothing was delivered."
    assert list(out.iterdir()) == []
    assert page.canStart


def test_a_second_run_starts_only_after_the_first(world, out):
    page = world.begin(out)
    page.deliver(str(out))

    world.finish()

    assert page.doneText.startswith("Delivered 1 case.")
    assert len(list(out.iterdir())) == 1


def test_a_fault_of_the_program_on_a_worker_is_raised_in_the_window(world, qtbot):
    def break_() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        world.tasks.run(break_, pytest.fail, pytest.fail)
        world.tasks.join()

    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
