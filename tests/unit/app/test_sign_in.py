from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from kiosk.app.add_example_staff import AddExampleStaff
from kiosk.app.manage_staff import ManageStaff
from kiosk.app.sign_in import SignIn
from kiosk.domain.choice import EventId
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import PROGRAM, SignInFailed
from kiosk.domain.municipality import ExampleStaff, Municipality
from kiosk.domain.soundness import Damage, Harm
from kiosk.domain.staff import StaffRole
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.memory import MemoryLog

MORNING = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
CODE = "sju-fem-tre"


class SlowClock:
    def __init__(self) -> None:
        self.at = MORNING

    def now(self) -> datetime:
        return self.at

    def pass_by(self, **time: float) -> None:
        self.at += timedelta(**time)


class NumberedIds:
    def __init__(self) -> None:
        self._numbers = count(1)

    def event_id(self) -> EventId:
        return EventId(f"0193-{next(self._numbers):08}")

    def seed(self) -> str:
        return "seed"


class CountingHasher:
    def __init__(self) -> None:
        self.calls = 0

    def hash(self, code: str) -> str:
        self.calls += 1
        return f"hashed {code}"

    def verify(self, code: str, code_hash: str) -> bool:
        self.calls += 1
        return code_hash == f"hashed {code}"


@dataclass
class World:
    """One record with one member, and everything the use cases need."""

    log: MemoryLog = field(default_factory=lambda: MemoryLog("7F3K"))
    clock: SlowClock = field(default_factory=SlowClock)
    ids: NumberedIds = field(default_factory=NumberedIds)
    hasher: CountingHasher = field(default_factory=CountingHasher)
    record: FoldedRecord = field(init=False)

    def __post_init__(self) -> None:
        self.record = FoldedRecord(self.log)
        self.use(ManageStaff).add("Kari Kontor", StaffRole.CASE_OFFICER, CODE)

    def use(self, use_case: Any) -> Any:
        return use_case(self.record, self.hasher, self.clock, self.ids)

    def refusal(self, name: str, code: str) -> str:
        with pytest.raises(RefusedError) as caught:
            self.use(SignIn).sign_in(name, code)
        (refusal,) = caught.value.refusals
        return refusal.code


@pytest.fixture
def world():
    return World()


def test_the_right_code_signs_in(world):
    member = world.use(SignIn).sign_in("Kari Kontor", CODE)

    assert member.role is StaffRole.CASE_OFFICER


def test_a_name_may_be_typed_in_small_letters(world):
    assert world.use(SignIn).sign_in("  kari  kontor ", CODE).name == "Kari Kontor"


def test_wrong_name_and_wrong_code_look_alike(world):
    assert world.refusal("Kari Kontor", "wrong") == world.refusal("Nobody", CODE)


def test_wrong_name_and_wrong_code_take_the_same_work(world):
    world.hasher.calls = 0
    world.refusal("Kari Kontor", "wrong")
    for_wrong_code = world.hasher.calls
    world.refusal("Nobody", CODE)

    assert world.hasher.calls == 2 * for_wrong_code


def test_two_tries_are_free_and_the_third_makes_wait(world):
    for _ in range(3):
        assert world.refusal("Kari Kontor", "wrong") == "sign_in.wrong"

    assert world.refusal("Kari Kontor", CODE) == "sign_in.wait"


def test_waiting_checks_no_code(world):
    for _ in range(3):
        world.refusal("Kari Kontor", "wrong")
    world.hasher.calls = 0

    world.refusal("Kari Kontor", CODE)

    assert world.hasher.calls == 0


def test_says_how_many_seconds_are_left(world):
    for _ in range(3):
        world.refusal("Kari Kontor", "wrong")
    world.clock.pass_by(seconds=1.5)

    with pytest.raises(RefusedError) as caught:
        world.use(SignIn).sign_in("Kari Kontor", CODE)

    assert caught.value.refusals[0].values == {"seconds": "4"}


def test_the_delay_doubles(world):
    for _ in range(3):
        world.refusal("Kari Kontor", "wrong")
    world.clock.pass_by(seconds=5)
    world.refusal("Kari Kontor", "wrong")
    world.clock.pass_by(seconds=9)

    assert world.refusal("Kari Kontor", CODE) == "sign_in.wait"


def test_the_right_code_after_the_delay_signs_in_and_ends_the_count(world):
    for _ in range(3):
        world.refusal("Kari Kontor", "wrong")
    world.clock.pass_by(seconds=5)

    world.use(SignIn).sign_in("Kari Kontor", CODE)

    assert world.record.failed_tries("Kari Kontor") == (0, None)


def test_a_restart_shortens_no_delay(world):
    for _ in range(3):
        world.refusal("Kari Kontor", "wrong")

    world.record = FoldedRecord(world.log)

    assert world.refusal("Kari Kontor", CODE) == "sign_in.wait"


def test_a_clock_that_was_put_back_locks_nobody_out_and_shortens_no_delay(world):
    for _ in range(3):
        world.refusal("Kari Kontor", "wrong")
    world.clock.pass_by(days=-400)
    sign_in = world.use(SignIn)

    assert sign_in.wait_s("Kari Kontor") == 5
    world.clock.pass_by(seconds=4)
    assert sign_in.wait_s("Kari Kontor") == 1
    world.clock.pass_by(seconds=1)
    assert sign_in.sign_in("Kari Kontor", CODE).name == "Kari Kontor"


def test_one_members_wrong_codes_delay_nobody_else(world):
    world.use(ManageStaff).add("Ola Skranke", StaffRole.FRONT_DESK, CODE)
    for _ in range(3):
        world.refusal("Kari Kontor", "wrong")

    assert world.use(SignIn).sign_in("Ola Skranke", CODE).name == "Ola Skranke"


NAMES = ("Kari Kontor", "Ola Skranke", "Per Skranke", "Nobody")


def guess_around(world, rounds):
    """Two free tries with each name, and on with the next."""
    world.use(ManageStaff).add("Ola Skranke", StaffRole.FRONT_DESK, CODE)
    world.use(ManageStaff).add("Per Skranke", StaffRole.FRONT_DESK, CODE)
    return [world.refusal(name, "wrong") for name in NAMES[:rounds] for _ in range(2)]


def test_whoever_goes_from_name_to_name_has_to_wait_too(world):
    assert guess_around(world, 3) == ["sign_in.wrong"] * 6
    assert world.refusal("Nobody", "wrong") == "sign_in.wrong"

    assert {world.refusal(name, CODE) for name in NAMES} == {"sign_in.wait"}


def test_the_delay_of_all_doubles_and_stays_short_enough_for_colleagues(world):
    guess_around(world, 4)
    waits = []
    for number in range(12):
        waits.append(world.use(SignIn).wait_s(f"name {number}"))
        world.clock.pass_by(seconds=waits[-1])
        world.refusal(f"name {number}", "wrong")

    assert waits[:3] == [5, 10, 20]
    assert max(waits) <= 900
    world.clock.pass_by(minutes=2)
    assert world.use(SignIn).sign_in("Ola Skranke", CODE).name == "Ola Skranke"


def test_a_restart_shortens_no_delay_of_all(world):
    guess_around(world, 4)

    world.record = FoldedRecord(world.log)

    assert world.refusal("Ola Skranke", CODE) == "sign_in.wait"


def test_a_right_code_ends_the_count_of_all_and_no_others_own(world):
    guess_around(world, 3)
    world.use(SignIn).sign_in("Ola Skranke", CODE)

    assert world.record.failed_tries(None) == (0, None)
    assert world.record.failed_tries("Kari Kontor")[0] == 2


def test_whoever_goes_from_name_to_name_has_to_wait_where_nothing_can_be_stored(damaged):
    sign_in = damaged.use(SignIn)
    codes = []
    for number in range(8):
        with pytest.raises(RefusedError) as caught:
            sign_in.sign_in("Kari Kontor" if number % 4 == 0 else f"name {number}", "wrong")
        codes += [refusal.code for refusal in caught.value.refusals]

    assert codes[-1] == "sign_in.wait"


def test_names_that_nobody_has_are_delayed_too(world):
    for _ in range(3):
        world.refusal("Nobody", "wrong")

    assert world.refusal("Nobody", "wrong") == "sign_in.wait"


def test_a_code_typed_as_a_name_is_not_stored(world):
    world.refusal("to-tre-fire", "")

    assert b"to-tre-fire" not in b"".join(row.payload for row in world.log.all())


@pytest.fixture
def damaged(world):
    """The same world after its record was damaged."""
    world.log.note(Damage(Harm.MISSING))
    return world


def test_staff_sign_in_to_read_a_damaged_record(damaged):
    before = len(list(damaged.log.all()))

    assert damaged.use(SignIn).sign_in("Kari Kontor", CODE).name == "Kari Kontor"
    assert len(list(damaged.log.all())) == before


def test_wrong_codes_make_wait_where_nothing_can_be_stored(damaged):
    sign_in = damaged.use(SignIn)
    codes = []
    for code in ("wrong", "wrong", "wrong", CODE):
        with pytest.raises(RefusedError) as caught:
            sign_in.sign_in("Kari Kontor", code)
        codes += [refusal.code for refusal in caught.value.refusals]

    assert codes == ["sign_in.wrong", "sign_in.wrong", "sign_in.wrong", "sign_in.wait"]


def test_failures_are_the_programs_events(world):
    world.refusal("Kari Kontor", "wrong")

    last = list(world.log.all())[-1]
    assert last.kind == "sign_in_failed"
    assert f'"actor":"{PROGRAM}"'.encode() in last.payload
    assert SignInFailed("Kari Kontor").name.encode() in last.payload


@pytest.mark.parametrize(
    ("name", "code", "reason"),
    [
        (" ", CODE, "staff.name_missing"),
        ("kari kontor", CODE, "staff.name_taken"),
        ("Program", CODE, "staff.name_taken"),
        ("Ola", "12345", "staff.code_short"),
        ("Ola 010190 10046", CODE, "text.birth_number"),
        ("x" * 81, CODE, "text.too_long"),
    ],
)
def test_refuses_staff_that_could_not_be_told_apart_or_guessed(world, name, code, reason):
    with pytest.raises(RefusedError) as caught:
        world.use(ManageStaff).add(name, StaffRole.FRONT_DESK, code)

    assert [refusal.code for refusal in caught.value.refusals] == [reason]
    assert len(world.record.staff()) == 1


def test_never_stores_the_code(world):
    rows = b"".join(row.payload.replace(f"hashed {CODE}".encode(), b"") for row in world.log.all())

    assert CODE.encode() not in rows


@pytest.fixture
def pack():
    """Only what seeding asks of a municipality."""
    staff = (
        ExampleStaff("Ola", "front_desk", "1234"),
        ExampleStaff("Per", "administrator", "5678"),
    )
    bare = object.__new__(Municipality)
    object.__setattr__(bare, "is_example", True)
    object.__setattr__(bare, "example_staff", staff)
    return bare


def empty_world() -> World:
    world = World()
    world.log = MemoryLog("7F3K")
    world.record = FoldedRecord(world.log)
    return world


def test_an_example_pack_brings_its_staff_into_an_empty_record(pack):
    world = empty_world()

    world.use(AddExampleStaff).add_to_empty(pack)

    assert [member.name for member in world.record.staff()] == ["Ola", "Per"]
    assert world.use(SignIn).sign_in("Ola", "1234").role is StaffRole.FRONT_DESK


def test_example_staff_never_join_other_staff(world, pack):
    world.use(AddExampleStaff).add_to_empty(pack)

    assert [member.name for member in world.record.staff()] == ["Kari Kontor"]


def test_another_pack_brings_no_staff(pack):
    world = empty_world()
    object.__setattr__(pack, "is_example", False)

    world.use(AddExampleStaff).add_to_empty(pack)

    assert world.record.staff() == ()
