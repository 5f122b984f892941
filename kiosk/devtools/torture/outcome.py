"""What came of a long test."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a test holds, and what it counted.

    Attributes:
        counts: By name; the first is how much was tried.
        faults: What was wrong, in words; empty when all is well.
    """

    name: str
    seed: int
    counts: Mapping[str, int | float]
    faults: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing was wrong."""
        return not self.faults

    def line(self) -> str:
        """One line of JSON."""
        told = {"test": self.name, "seed": self.seed, **self.counts, "holds": self.holds}
        return json.dumps(told | ({"faults": self.faults[:20]} if self.faults else {}))


def memory_folder() -> "TemporaryDirectory[str]":
    """A temporary folder in memory where there is one: nothing in it has to survive."""
    shared = Path("/dev/shm")  # noqa: S108  the folder gets a name of its own
    return TemporaryDirectory(dir=shared if os.access(shared, os.W_OK) else None)
