"""How much a public machine grows with its sessions; ``measured_sessions.py EARLY LATE``."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from kiosk import early
from kiosk.devtools.soak.machine import soaked_machine
from kiosk.devtools.soak.page import PageHand
from kiosk.devtools.soak.person import Person
from kiosk.devtools.soak.traces import Traces

EARLY, LATE = 5, 500


def growth_percent(sessions: tuple[int, int] = (EARLY, LATE)) -> float:
    """Memory of a process of its own after so many sessions, against after the first few.

    Raises:
        RuntimeError: The sessions were not played to their end.
    """
    command = [sys.executable, "-m", "kiosk.devtools.measured_sessions", *map(str, sessions)]
    done = subprocess.run(command, env=os.environ, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.strip())
    first, last = (float(each) for each in done.stdout.split())
    return (last / first - 1) * 100


def _resident_after(sessions: list[int]) -> Iterator[float]:
    """MiB after each of these numbers of sessions, in which everybody does the same."""
    with TemporaryDirectory() as folder, soaked_machine(Path(folder)) as machine:
        hand = PageHand(machine)
        hand.settle()
        traces = Traces(machine)
        for number in range(1, max(sessions) + 1):
            person = Person(machine, hand, Random(1))  # noqa: S311  no secret
            person.come()
            person.look_around()
            person.read_to_the_end()
            person.go_away()
            if number in sessions:
                yield traces.settled_mb()


if __name__ == "__main__":
    early.prepare()
    print(*_resident_after([int(each) for each in sys.argv[1:]]))
