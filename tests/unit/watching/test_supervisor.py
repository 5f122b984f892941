"""The program of a public machine is started again, at most five times in ten minutes (O05)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from kiosk.domain.machine_end import MachineEnd
from kiosk.watching.child import Sign
from kiosk.watching.supervisor import Happening, Supervisor


@dataclass
class Time:
    """A clock that goes on only by waiting."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class FakeProgram:
    """Gives its signs one after the other, each after so many seconds; then it is silent."""

    clock: Time
    signs: list[tuple[float, Sign]]
    code: int = 0
    killed_at: list[float] = field(default_factory=list)

    def next_sign(self, within_s: float) -> Sign | None:
        if self.signs and self.signs[0][0] <= within_s:
            after, sign = self.signs.pop(0)
            self.clock.now += after
            return sign
        if self.signs:
            after, sign = self.signs[0]
            self.signs[0] = after - within_s, sign
        self.clock.now += within_s
        return None

    def kill(self) -> None:
        self.killed_at.append(self.clock.now)

    def exit_code(self) -> int:
        return self.code


class World:
    """A supervisor over programs that are told beforehand."""

    def __init__(self, *programs: tuple[int, Iterable[tuple[float, Sign]]]) -> None:
        self.clock = Time()
        self.programs = [FakeProgram(self.clock, list(signs), code) for code, signs in programs]
        self.left = list(self.programs)
        self.told: list[Happening] = []
        self.turns: list[float] = []
        self.readies: list[float] = []
        self.page = FakeProgram(self.clock, [(7.0, Sign.ENDED)], 1)
        self.pages_shown = 0

    def run(self) -> MachineEnd:
        return Supervisor(
            lambda: self.left.pop(0),
            self._show_page,
            self.clock,
            self.told.append,
            lambda: self.readies.append(self.clock.now),
            lambda: self.turns.append(self.clock.now),
        ).run()

    def _show_page(self) -> FakeProgram:
        self.pages_shown += 1
        return self.page


ENDS = (1.0, Sign.ENDED)
BEATS = (5.0, Sign.BEAT)
LEAVES = (MachineEnd.NOTHING.of_program, [BEATS, ENDS])


def test_a_silent_program_is_killed_after_twenty_seconds_and_started_again() -> None:
    world = World((0, [BEATS, BEATS]), LEAVES)

    assert world.run() is MachineEnd.NOTHING

    assert world.programs[0].killed_at[0] == pytest.approx(10.0 + 20.0)
    assert world.told == [Happening.SILENT]


def test_a_program_that_beats_is_left_alone() -> None:
    world = World((MachineEnd.SHUT_DOWN.of_program, [*[BEATS] * 1000, (4.0, Sign.ENDED)]))

    assert world.run() is MachineEnd.SHUT_DOWN

    assert world.clock.now == pytest.approx(5004.0)
    assert world.told == []


@pytest.mark.parametrize("code", [0, 1, 2, 3, -11])
def test_a_crash_is_no_maintenance_exit(code: int) -> None:
    world = World((code, [BEATS, ENDS]), LEAVES)

    assert world.run() is MachineEnd.NOTHING

    assert world.told == [Happening.CRASHED]


@pytest.mark.parametrize(
    "end", [MachineEnd.RESTART_DEVICE, MachineEnd.SHUT_DOWN, MachineEnd.NOTHING]
)
def test_hands_on_what_the_program_asked_for(end: MachineEnd) -> None:
    assert World((end.of_program, [BEATS, ENDS])).run() is end


def test_the_program_may_ask_to_be_started_again() -> None:
    world = World((MachineEnd.RESTART_PROGRAM.of_program, [BEATS, ENDS]), LEAVES)

    world.run()

    assert world.told == [Happening.ASKED]


def test_gives_up_after_five_restarts_and_shows_the_calm_page() -> None:
    world = World(*[(1, [ENDS])] * 7)

    assert world.run() is MachineEnd.NOTHING

    assert len(world.programs) - len(world.left) == 6
    assert world.told == [*[Happening.CRASHED] * 5, Happening.GAVE_UP]
    assert world.pages_shown == 1


def test_a_service_manager_leaves_a_calm_page_alone_that_no_program_came_before() -> None:
    world = World(*[(1, [ENDS])] * 7)
    world.page.signs.insert(0, (0.5, Sign.BEAT))

    world.run()

    assert world.readies == [6.5]


def test_rare_crashes_never_make_it_give_up() -> None:
    lives = [*[BEATS] * 30, ENDS]
    world = World(*[(1, list(lives)) for _ in range(40)], LEAVES)

    assert world.run() is MachineEnd.NOTHING

    assert world.pages_shown == 0


def test_tells_the_service_manager_of_itself_at_least_every_five_seconds() -> None:
    world = World((0, [BEATS]), *[(1, [ENDS])] * 7)

    world.run()

    gaps = [after - before for before, after in zip(world.turns, world.turns[1:], strict=False)]
    assert max(gaps) <= 5.0
    assert world.readies == [5.0]
