"""A disk below SQLite that remembers every write, and every state a power cut may leave it in.

What was synced is there after a cut. What was written since then is there wholly, in part, in
another order, or torn between sectors of 512 bytes; files that grew may hold rubbish instead.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

import apsw

SECTOR = 512


class Act(Enum):
    """What is done to a file."""

    CREATE = "create"
    WRITE = "write"
    TRUNCATE = "truncate"
    SYNC = "sync"
    FAILED_SYNC = "failed sync"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Step:
    """One act; ``at`` is an offset in bytes, for ``TRUNCATE`` the new size."""

    act: Act
    file: str
    at: int = 0
    data: bytes = b""


class Disk(apsw.VFS):
    """A file system of ``apsw`` over the usual one, which notes what is done to files.

    Attributes:
        name: Under which it is registered.
        steps: What was done, oldest first.
        before: Called before anything is done, with what and the file's name; may raise.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name, "")
        self.name = name
        self.steps: list[Step] = []
        self.before: Callable[[str, str], None] = _nothing

    def xOpen(  # noqa: N802  SQLite's name
        self, name: str | apsw.URIFilename | None, flags: list[int]
    ) -> apsw.VFSFile:
        """Open a file."""
        path = name.filename() if isinstance(name, apsw.URIFilename) else name or ""
        self.before("open", Path(path).name)
        is_new = not Path(path).exists()
        file = _File(self, name, flags, Path(path).name)
        if is_new:
            self.steps.append(Step(Act.CREATE, Path(path).name))
        return file

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        """Delete a file."""
        name = Path(filename).name
        self.before("delete", name)
        super().xDelete(filename, syncdir)
        self.steps.append(Step(Act.DELETE, name))
        if syncdir:
            self.steps.append(Step(Act.SYNC, name))


class _File(apsw.VFSFile):
    def __init__(
        self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int], short: str
    ) -> None:
        super().__init__("", name, flags)
        self._disk, self._name = disk, short

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        self._disk.before("read", self._name)
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.before("write", self._name)
        super().xWrite(data, offset)
        self._disk.steps.append(Step(Act.WRITE, self._name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._disk.before("truncate", self._name)
        super().xTruncate(newsize)
        self._disk.steps.append(Step(Act.TRUNCATE, self._name, newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802
        try:
            self._disk.before("sync", self._name)
        except apsw.Error:
            self._disk.steps.append(Step(Act.FAILED_SYNC, self._name))
            raise
        super().xSync(flags)
        self._disk.steps.append(Step(Act.SYNC, self._name))


def _nothing(_act: str, _file: str) -> None:
    """Every act succeeds."""


@dataclass
class _OnDisk:
    """A file: what is safe, and what was done to it since; None where it does not exist."""

    safe: bytearray | None = None
    pending: list[Step] = field(default_factory=list)

    def take(self, step: Step) -> None:
        match step.act:
            case Act.SYNC:
                for each in self.pending:
                    self.safe = _done(self.safe, each)
                self.pending.clear()
            case Act.FAILED_SYNC:
                # The system counts it as written all the same; no later sync will store it.
                self.pending.clear()
            case _:
                self.pending.append(step)


class Survivor(Enum):
    """What a power cut spares of the acts that no sync followed."""

    NOTHING = "nothing"
    EVERYTHING = "everything"
    THE_FIRST = "the first"
    SOME_SECTORS = "some sectors"


class PowerCuts:
    """The states of a folder after a cut of power behind each number of steps."""

    def __init__(self, begun_with: Mapping[str, bytes], steps: list[Step]) -> None:
        """Begin.

        Args:
            begun_with: Files that were there and safe, by their names.
            steps: What was done then.
        """
        self._files = {name: _OnDisk(bytearray(data)) for name, data in begun_with.items()}
        self._steps = iter(steps)
        self._taken = 0

    def go_to(self, taken: int) -> None:
        """Take steps until there are so many; never back."""
        while self._taken < taken:
            step = next(self._steps)
            self._files.setdefault(step.file, _OnDisk()).take(step)
            self._taken += 1

    def after_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Files that are left after one of the cuts that are possible here."""
        survivor = chance.choice(list(Survivor))
        left = {name: _left(file, survivor, chance) for name, file in self._files.items()}
        return {name: bytes(data) for name, data in left.items() if data is not None}


def _left(file: _OnDisk, survivor: Survivor, chance: random.Random) -> bytearray | None:
    data = None if file.safe is None else bytearray(file.safe)
    for step in _spared(file.pending, survivor, chance):
        data = _done(data, step)
    if survivor is Survivor.SOME_SECTORS and data is not None and file.pending:
        _grow(data, file.pending, chance)
    return data


def _spared(pending: list[Step], survivor: Survivor, chance: random.Random) -> Iterator[Step]:
    match survivor:
        case Survivor.NOTHING:
            return
        case Survivor.EVERYTHING:
            yield from pending
        case Survivor.THE_FIRST:
            if pending:
                count = chance.randrange(len(pending))
                yield from pending[:count]
                yield from _first_sectors(pending[count], chance)
        case Survivor.SOME_SECTORS:
            yield from _some_sectors(pending, chance)


def _some_sectors(pending: list[Step], chance: random.Random) -> Iterator[Step]:
    share = chance.choice((0.1, 0.5, 0.9))
    parts = [part for step in pending for part in _sectors(step)]
    spared = [chance.random() < share for _ in parts]
    # What was written into a new file is not there before the file is.
    for number, part in enumerate(parts):
        if part.act in (Act.CREATE, Act.DELETE):
            spared[number] = spared[number] or any(spared[number:])
    yield from (part for part, is_spared in zip(parts, spared, strict=True) if is_spared)


def _first_sectors(step: Step, chance: random.Random) -> Iterator[Step]:
    parts = list(_sectors(step))
    yield from parts[: chance.randint(0, len(parts))]


def _sectors(step: Step) -> Iterator[Step]:
    """A write in parts that reach the disk wholly or not at all; other acts are one part."""
    if step.act is not Act.WRITE:
        yield step
        return
    begin, end = step.at, step.at + len(step.data)
    while begin < end:
        next_ = min((begin // SECTOR + 1) * SECTOR, end)
        yield Step(Act.WRITE, step.file, begin, step.data[begin - step.at : next_ - step.at])
        begin = next_


def _grow(data: bytearray, pending: list[Step], chance: random.Random) -> None:
    """The file system may have noted the new length, and nothing of what stands there."""
    end = max((step.at + len(step.data) for step in pending if step.act is Act.WRITE), default=0)
    missing = end - len(data)
    if missing > 0:
        data += chance.choice((b"", bytes(missing), chance.randbytes(missing)))


def _done(data: bytearray | None, step: Step) -> bytearray | None:
    match step.act:
        case Act.DELETE:
            return None
        case Act.CREATE:
            return bytearray()
        case Act.TRUNCATE:
            kept = data or bytearray()
            return kept[: step.at] + bytes(max(0, step.at - len(kept)))
        case Act.WRITE:
            return _written(bytearray() if data is None else data, step)
        case _:
            return data


def _written(data: bytearray, step: Step) -> bytearray:
    end = step.at + len(step.data)
    if len(data) < end:
        data += bytes(end - len(data))
    data[step.at : end] = step.data
    return data
