"""Keeps the program of a public machine running, and gives up calmly (access O05)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.machine_end import HELD_ELSEWHERE, MachineEnd, planned_end
from kiosk.domain.supervision import BEAT_EVERY_S, Supervision
from kiosk.watching.child import Sign, Watched


class Happening(Enum):
    """What a watch has to tell; the value is a word of the machine's log."""

    CRASHED = "crashed"
    SILENT = "silent"
    ASKED = "asked"
    GAVE_UP = "gave_up"


def _nothing(_happening: Happening) -> None:
    """Whoever does not want to know."""


def _never() -> None:
    """Whoever need not be told."""


@dataclass(frozen=True, slots=True)
class Supervisor:
    """Starts the program, and again when it crashed or gives no sign of life.

    Attributes:
        start: Starts the program.
        start_calm_page: Shows that the screen is out of order; without program, pack and record.
        now_s: Seconds of a clock that never goes back.
        tell: Told what happened, before the program is started again.
        on_ready: Called at each first sign of life of a program or the calm page.
        on_turn: Called at least every five seconds as long as the watch itself lives.
    """

    start: Callable[[], Watched]
    start_calm_page: Callable[[], Watched]
    now_s: Callable[[], float]
    tell: Callable[[Happening], None] = _nothing
    on_ready: Callable[[], None] = _never
    on_turn: Callable[[], None] = _never

    def run(self) -> MachineEnd:
        """Watch until the program asks for something else than being started again."""
        known: Supervision | None = Supervision(self.now_s())
        while known is not None:
            program = self.start()
            try:
                known, happened = self._watch(program, known)
            finally:
                program.kill()
            code = None if happened is Happening.SILENT else program.exit_code()
            end = None if code is None else planned_end(code)
            if end is not None and end is not MachineEnd.RESTART_PROGRAM:
                return end
            known = None if code == HELD_ELSEWHERE else known.restarted(self.now_s())
            why = Happening.ASKED if end is not None else happened
            self.tell(why if known is not None else Happening.GAVE_UP)
        return self._out_of_order()

    def _watch(self, program: Watched, known: Supervision) -> tuple[Supervision, Happening]:
        """Until it has ended or is taken for dead."""
        while True:
            self.on_turn()
            left_s = known.silent_at_s - self.now_s()
            sign = program.next_sign(min(left_s, BEAT_EVERY_S))
            if sign is Sign.ENDED:
                return known, Happening.CRASHED
            if sign is Sign.BEAT:
                if known.beat_s is None:
                    self.on_ready()
                known = known.beaten(self.now_s())
            elif known.is_silent(self.now_s()):
                return known, Happening.SILENT

    def _out_of_order(self) -> MachineEnd:
        """The calm page stays until the machine is started again; a dark screen if it fails."""
        page = self.start_calm_page()
        try:
            while True:
                self.on_turn()
                sign = page.next_sign(BEAT_EVERY_S)
                if sign is Sign.BEAT:
                    self.on_ready()
                elif sign is Sign.ENDED:
                    return planned_end(page.exit_code()) or MachineEnd.NOTHING
        finally:
            page.kill()
