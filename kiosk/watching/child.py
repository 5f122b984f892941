"""One watched process: its signs of life come through its standard output."""

import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum, auto
from typing import IO, Protocol

from kiosk.domain.supervision import BEAT


class Sign(Enum):
    """What a watched program was seen to do."""

    BEAT = auto()
    ENDED = auto()


class Watched(Protocol):
    """A program that runs."""

    def next_sign(self, within_s: float) -> Sign | None:
        """Wait for its next sign; None when it gave none within that time."""
        ...

    def kill(self) -> None:
        """End it at once, whatever it does; nothing happens when it has ended."""
        ...

    def exit_code(self) -> int:
        """With what it ended; waits for its end. Below zero where a signal ended it."""
        ...


class ChildProcess:
    """A program of this machine.

    A thread reads its standard output, so that it never waits for us; whatever is no beat is dropped.

    Args:
        command: Program and arguments.
        given: What it reads from its standard input; None for nothing.
    """

    def __init__(self, command: Sequence[str], given: bytes | None = None) -> None:
        # The command is the program's own, and no word of it comes from outside. A watch without a
        # console has no standard error to hand on.
        self._process = subprocess.Popen(  # noqa: S603
            list(command),
            stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if sys.stderr is None else None,
        )
        if given is not None:
            self._give(given)
        self._signs: queue.SimpleQueue[Sign] = queue.SimpleQueue()
        output = self._process.stdout
        assert output is not None  # noqa: S101  for mypy: it is a pipe
        threading.Thread(target=self._read, args=(output,), daemon=True).start()

    def next_sign(self, within_s: float) -> Sign | None:
        """Wait for its next sign; None when it gave none within that time."""
        try:
            return self._signs.get(timeout=max(0.0, within_s))
        except queue.Empty:
            return None

    def kill(self) -> None:
        """End it at once, whatever it does."""
        self._process.kill()
        self._process.wait()

    def exit_code(self) -> int:
        """With what it ended."""
        return self._process.wait()

    def _give(self, given: bytes) -> None:
        """A line is less than what a pipe holds, so that this waits for nobody."""
        entrance = self._process.stdin
        assert entrance is not None  # noqa: S101  for mypy: it is a pipe
        # Whatever ended at once has not read it; its end is noticed as any other.
        with suppress(OSError), entrance:
            entrance.write(given)

    def _read(self, output: IO[bytes]) -> None:
        with output:
            for line in output:
                # Windows may write the end of a line in its own way.
                if line.rstrip() == BEAT.rstrip():
                    self._signs.put(Sign.BEAT)
        # The pipe can outlive the program in one that it started, and close before it.
        self._process.wait()
        self._signs.put(Sign.ENDED)
