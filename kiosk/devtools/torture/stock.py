"""Stock TinyDB under the same power cuts: the control that must not survive them."""

import json
import random
import time
from pathlib import Path
from typing import Any, TextIO, cast

from tinydb import TinyDB

from kiosk.devtools.torture.disk import Act, PowerCuts, Step
from kiosk.devtools.torture.outcome import memory_folder

_FILE = "stock.json"
_DOCUMENTS = 40


def unreadable_stock(seed: int, seconds: float, cuts: int) -> tuple[int, int]:
    """Cut the power while stock TinyDB stores documents.

    Returns:
        How many cuts, and after how many of them the whole file could not be read.
    """
    end, tried, unreadable = time.monotonic() + seconds, 0, 0
    while tried < cuts and time.monotonic() < end:
        chance = random.Random(f"{seed}/{tried}")  # noqa: S311  no secret
        with memory_folder() as name:
            steps = _recorded(Path(name) / _FILE, chance)
        power = PowerCuts({_FILE: b""}, steps)
        for taken in range(len(steps) + 1):
            power.go_to(taken)
            tried += 1
            unreadable += not _is_readable(power.after_cut(chance)[_FILE])
            if tried == cuts:
                break
    return tried, unreadable


def _recorded(file: Path, chance: random.Random) -> list[Step]:
    database = TinyDB(file)
    noted = _NotedFile(cast("Any", database.storage)._handle)  # noqa: SLF001  its only handle
    cast("Any", database.storage)._handle = noted  # noqa: SLF001
    for number in range(_DOCUMENTS):
        database.insert({"number": number, "text": "x" * chance.randint(20, 900)})
    database.close()
    return noted.steps


def _is_readable(data: bytes) -> bool:
    """Whether TinyDB could read the file again; an empty one is a new database to it."""
    try:
        json.loads(data.decode() or "{}")
    except ValueError:
        return False
    return True


class _NotedFile:
    """The handle of TinyDB's file, which notes what is done to it."""

    def __init__(self, handle: TextIO) -> None:
        self._handle = handle
        self.steps: list[Step] = []

    def write(self, text: str) -> int:
        self.steps.append(Step(Act.WRITE, _FILE, self._handle.tell(), text.encode()))
        return self._handle.write(text)

    def fileno(self) -> int:
        """Asked for to sync the file, and for nothing else."""
        self.steps.append(Step(Act.SYNC, _FILE))
        return self._handle.fileno()

    def truncate(self) -> int:
        self.steps.append(Step(Act.TRUNCATE, _FILE, self._handle.tell()))
        return self._handle.truncate()

    def __getattr__(self, name: str) -> object:
        return getattr(self._handle, name)
