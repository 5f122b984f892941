"""Real small programs under watch: what ends them, and that a blocked one is killed."""

import signal
import sys

import pytest

from kiosk.domain.machine_end import MachineEnd
from kiosk.domain.supervision import BEAT
from kiosk.watching.child import ChildProcess, Sign
from kiosk.watching.supervisor import Happening, Supervisor

LONG_S = 60.0
_BEAT = f"import sys, threading; out = sys.stdout.buffer; out.write({BEAT!r}); out.flush(); "
BLOCKS = _BEAT + "threading.Event().wait()"
LEAVES = _BEAT + f"sys.exit({MachineEnd.NOTHING.of_program})"


def child(code: str) -> ChildProcess:
    return ChildProcess([sys.executable, "-S", "-c", code])


def test_a_beat_is_seen_and_other_output_is_not() -> None:
    program = child("print('hello'); print('kiosk: alive?'); " + LEAVES)

    assert program.next_sign(LONG_S) is Sign.BEAT
    assert program.next_sign(LONG_S) is Sign.ENDED
    assert program.exit_code() == 73


def test_a_program_that_waits_gives_no_sign() -> None:
    program = child(BLOCKS)
    assert program.next_sign(LONG_S) is Sign.BEAT

    assert program.next_sign(0.0) is None

    program.kill()
    assert program.next_sign(LONG_S) is Sign.ENDED


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_program_that_refuses_to_end_is_ended() -> None:
    program = child(
        f"import signal; signal.signal({int(signal.SIGTERM)}, signal.SIG_IGN); {BLOCKS}"
    )
    assert program.next_sign(LONG_S) is Sign.BEAT

    program.kill()

    assert program.exit_code() == -signal.SIGKILL


def test_a_program_that_hangs_is_killed_and_its_successor_watched() -> None:
    programs: list[ChildProcess] = []
    told: list[Happening] = []
    readings = [0.0]
    beaten: list[bool] = []

    def start() -> ChildProcess:
        programs.append(child(BLOCKS if not programs else LEAVES))
        return programs[-1]

    def now_s() -> float:
        # Half a minute passes with every look at the clock once the first one has beaten.
        if beaten and len(programs) == 1:
            readings.append(readings[-1] + 30.0)
        return readings[-1]

    end = Supervisor(start, start, now_s, told.append, lambda: beaten.append(True)).run()

    assert end is MachineEnd.NOTHING
    assert told == [Happening.SILENT]
    assert programs[0].exit_code() != 0


def test_a_beat_with_the_line_end_of_windows_is_a_beat() -> None:
    windows = BEAT.replace(b"\n", b"\r\n")

    program = child(f"import sys; sys.stdout.buffer.write({windows!r})")

    assert program.next_sign(LONG_S) is Sign.BEAT


def test_what_was_given_is_read_and_a_program_that_does_not_read_it_ends_as_any_other() -> None:
    command = [sys.executable, "-S", "-c"]

    reads = ChildProcess([*command, "import sys; sys.exit(len(sys.stdin.read()))"], b"secret\n")
    ends = ChildProcess([*command, "import sys; sys.exit(3)"], b"secret\n")

    assert (reads.exit_code(), ends.exit_code()) == (7, 3)
