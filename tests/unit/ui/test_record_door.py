"""The pages before the sign-in page: unlocking the record, and setting it up."""

from dataclasses import dataclass, field, replace

import pytest

from kiosk.app.ports.record_door import DoorState
from kiosk.app.ports.tries import ShortTryBook, TryBook
from kiosk.app.program_ports import Ports
from kiosk.domain.errors import Refusal, RefusedError, StorageError, StorageFault
from kiosk.domain.machine_event import CodeOutcome
from kiosk.machine.try_file import FileTryBook
from kiosk.ui.shell import Page
from kiosk.ui.tasks import Tasks
from tests.unit.ui.staff_world import LaterTasks, StaffWorld

RIGHT = "blå ørn på Eksempelfjell"


@dataclass
class FakeDoor:
    """Implements ``RecordDoor``; opens with the right passphrase."""

    state: DoorState
    has_keyring: bool = True
    set_up_with: list[tuple[str, str, bool]] = field(default_factory=list)
    refusal: Exception | None = None
    tried: int = 0

    def unlock(self, passphrase: str) -> None:
        self.tried += 1
        if self.refusal is not None:
            raise self.refusal
        if passphrase != RIGHT:
            raise StorageError(StorageFault.WRONG_KEY)
        self.state = DoorState.OPEN

    def open_at_hand(self) -> bool:
        return False

    def lock(self) -> None:
        self.state = DoorState.LOCKED

    def set_up(self, passphrase: str, escrow_file: str, *, in_keyring: bool) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.set_up_with.append((passphrase, escrow_file, in_keyring))
        self.state = DoorState.OPEN


class DoorWorld(StaffWorld):
    """The staff's side behind a door."""

    def __init__(
        self,
        home,
        state: DoorState,
        tasks: Tasks | None = None,
        tries: TryBook | None = None,
    ) -> None:
        self.door = FakeDoor(state)
        self.tries = tries or ShortTryBook()
        super().__init__(home, tasks=tasks)

    def _ports(self) -> Ports:
        return replace(super()._ports(), door=self.door, door_tries=self.tries)


@pytest.fixture
def locked(qapp, tmp_path):
    return DoorWorld(tmp_path, DoorState.LOCKED)


@pytest.fixture
def fresh(qapp, tmp_path):
    return DoorWorld(tmp_path, DoorState.NOT_SET_UP)


def test_a_locked_record_asks_for_its_passphrase_before_anybody_signs_in(locked):
    assert locked.shell.current is Page.UNLOCK


def test_the_right_passphrase_leads_to_signing_in(locked):
    locked.desk.unlock.unlock(RIGHT)

    assert locked.shell.current is Page.SIGN_IN
    assert locked.desk.signIn.canSignIn


def test_a_wrong_passphrase_is_told_and_the_field_emptied(locked, qtbot):
    with qtbot.waitSignal(locked.desk.unlock.cleared):
        locked.desk.unlock.unlock("wrong")

    assert locked.shell.current is Page.UNLOCK
    assert locked.desk.unlock.message == "The passphrase is wrong."


def test_wrong_passphrases_cost_more_and_more_time(locked):
    for _ in range(3):
        locked.desk.unlock.unlock("wrong")
    assert "5\u00a0seconds" in locked.desk.unlock.message

    locked.desk.unlock.unlock(RIGHT)
    assert locked.door.tried == 3

    locked.clock.pass_by(seconds=6)
    locked.desk.unlock.unlock("wrong")
    assert "10\u00a0seconds" in locked.desk.unlock.message

    locked.clock.pass_by(seconds=11)
    locked.desk.unlock.unlock(RIGHT)
    assert locked.shell.current is Page.SIGN_IN


def test_what_came_of_each_passphrase_is_told_to_whoever_keeps_the_log(locked):
    told: list[CodeOutcome] = []
    locked.desk.unlock.answered.connect(told.append)
    for _ in range(4):
        locked.desk.unlock.unlock("wrong")
    locked.clock.pass_by(minutes=1)
    locked.desk.unlock.unlock(RIGHT)

    assert [each.value for each in told] == ["wrong"] * 3 + ["too_soon", "right"]


def test_a_restart_shortens_no_delay(qapp, tmp_path):
    before = DoorWorld(tmp_path, DoorState.LOCKED, tries=FileTryBook(tmp_path))
    for _ in range(3):
        before.desk.unlock.unlock("wrong")

    after = DoorWorld(tmp_path, DoorState.LOCKED, tries=FileTryBook(tmp_path))
    after.desk.unlock.unlock(RIGHT)

    assert after.door.tried == 0
    after.clock.pass_by(seconds=6)
    after.desk.unlock.unlock(RIGHT)
    assert after.shell.current is Page.SIGN_IN
    assert FileTryBook(tmp_path).read() == (0, None)


def test_a_clock_that_was_put_back_keeps_nobody_out_for_long(qapp, tmp_path):
    world = DoorWorld(tmp_path, DoorState.LOCKED)
    for _ in range(3):
        world.desk.unlock.unlock("wrong")
    world.clock.pass_by(days=-400)
    world.desk.unlock.unlock(RIGHT)
    assert world.door.tried == 3

    world.clock.pass_by(seconds=6)
    world.desk.unlock.unlock(RIGHT)

    assert world.shell.current is Page.SIGN_IN


def test_an_empty_passphrase_is_not_tried(locked):
    locked.desk.unlock.unlock("")

    assert locked.door.tried == 0
    assert locked.desk.unlock.message == "Write the passphrase."


def test_a_record_that_cannot_be_opened_says_why_and_costs_no_time(locked):
    locked.door.refusal = StorageError(StorageFault.DAMAGED)
    for _ in range(5):
        locked.desk.unlock.unlock(RIGHT)

    assert locked.door.tried == 5
    assert "damaged" in locked.desk.unlock.message


def test_a_second_try_while_one_is_running_does_nothing(qapp, tmp_path):
    tasks = LaterTasks()
    world = DoorWorld(tmp_path, DoorState.LOCKED, tasks)
    world.desk.unlock.unlock(RIGHT)
    world.desk.unlock.unlock(RIGHT)

    assert world.desk.unlock.isBusy
    tasks.do_all()
    assert world.door.tried == 1


def test_a_record_that_opens_when_nobody_waits_for_it_any_more_is_closed_again(qapp, tmp_path):
    tasks = LaterTasks()
    world = DoorWorld(tmp_path, DoorState.LOCKED, tasks)
    world.desk.unlock.unlock(RIGHT)
    world.shell.show(Page.ATTRACT)
    tasks.do_all()

    assert world.door.state is DoorState.LOCKED
    assert world.shell.current is Page.ATTRACT


def test_a_record_that_is_set_up_when_nobody_waits_any_more_is_closed_again(qapp, tmp_path):
    tasks = LaterTasks()
    world = DoorWorld(tmp_path, DoorState.NOT_SET_UP, tasks)
    world.desk.setUp.setUp(RIGHT, RIGHT, str(tmp_path / "escrow.txt"))
    world.shell.show(Page.ATTRACT)
    tasks.do_all()

    assert world.door.state is DoorState.LOCKED


def test_a_new_machine_sets_its_record_up_first(fresh, tmp_path):
    assert fresh.shell.current.name == "SET_UP"
    escrow = str(tmp_path / "escrow.txt")

    fresh.desk.setUp.setUp(RIGHT, RIGHT, escrow)

    assert fresh.door.set_up_with == [(RIGHT, escrow, False)]
    # First it is told where the escrow key is.
    assert fresh.shell.current.name == "SET_UP"
    assert escrow in fresh.desk.setUp.doneText
    fresh.desk.setUp.goOn()
    assert fresh.shell.current.name == "SIGN_IN"


def test_nobody_goes_on_before_the_record_is_set_up(fresh):
    fresh.desk.setUp.goOn()

    assert fresh.shell.current is Page.SET_UP


def test_the_keyring_is_used_only_when_asked_for(fresh, tmp_path):
    assert fresh.desk.setUp.hasKeyring
    fresh.desk.setUp.toggleKeyring()

    fresh.desk.setUp.setUp(RIGHT, RIGHT, str(tmp_path / "escrow.txt"))

    assert fresh.door.set_up_with[0][2]


@pytest.mark.parametrize(
    ("again", "file", "told"),
    [
        ("another", "/nowhere/escrow.txt", "not alike"),
        (RIGHT, "", "whole path"),
        (RIGHT, "escrow.txt", "whole path"),
    ],
)
def test_what_is_missing_is_told_and_nothing_set_up(fresh, again, file, told):
    fresh.desk.setUp.setUp(RIGHT, again, file)

    assert told in fresh.desk.setUp.message
    assert not fresh.door.set_up_with


def test_a_weak_passphrase_is_told_what_is_asked(fresh, tmp_path):
    fresh.door.refusal = RefusedError([Refusal("passphrase.short", {"shortest": "15"})])

    fresh.desk.setUp.setUp("kort", "kort", str(tmp_path / "escrow.txt"))

    assert "15" in fresh.desk.setUp.message
    assert "15" in fresh.desk.setUp.rule
    assert not fresh.desk.setUp.isBusy


def test_a_trial_record_says_so_on_the_sign_in_page(qapp, tmp_path):
    world = StaffWorld(tmp_path)
    assert world.desk.signIn.trialNote == ""

    world.program.is_trial = True

    assert "invented people only" in world.desk.signIn.trialNote
