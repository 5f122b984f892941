"""Lets the disk refuse each call in turn, and asks what was told and what was kept."""

import random
import shutil
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, cast

import apsw

from kiosk.devtools.torture.crashes import CASES, ids_in, some_events
from kiosk.devtools.torture.disk import Disk, PowerCuts
from kiosk.devtools.torture.invented import Inventor
from kiosk.devtools.torture.outcome import Outcome, memory_folder
from kiosk.devtools.torture.over_apsw import connect_over, open_over
from kiosk.domain.errors import KioskError, StorageError, StorageFault
from kiosk.domain.event import Event
from kiosk.record.files.sqlite_files import PRAGMAS, Connect
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.keys.vault_file import VAULT_FILE
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.verify import Finding, verify_file
from kiosk.record.ledger_record import open_trial_record

_APPENDS = 8
# So that the journal is folded into the file within a few appends.
_FOLD_AT = 10
_KINDS = (
    ("write", apsw.FullError, "full"),
    ("write", apsw.IOError, "write"),
    ("sync", apsw.IOError, "sync"),
    ("read", apsw.IOError, "read"),
    ("truncate", apsw.IOError, "truncate"),
    ("open", apsw.CantOpenError, "open"),
    ("delete", apsw.IOError, "delete"),
)
_CODES = {
    "full": apsw.SQLITE_FULL,
    "write": apsw.SQLITE_IOERR_WRITE,
    "sync": apsw.SQLITE_IOERR_FSYNC,
    "read": apsw.SQLITE_IOERR_READ,
    "truncate": apsw.SQLITE_IOERR_TRUNCATE,
    "open": apsw.SQLITE_CANTOPEN,
    "delete": apsw.SQLITE_IOERR_DELETE,
}


@dataclass
class _Trap:
    """Lets the n-th call of a kind fail, once."""

    act: str
    number: int
    error: apsw.Error
    is_sprung: bool = False
    syncs_after: Counter[str] = field(default_factory=Counter)
    file: str = ""
    is_refused: bool = False
    calls: int = 0

    @property
    def is_retried(self) -> bool:
        """Whether a file was synced again after its sync had failed and that was told."""
        return self.is_refused and self.act == "sync" and self.syncs_after[self.file] > 0

    @property
    def error_is_full(self) -> bool:
        return isinstance(self.error, apsw.FullError)

    def __call__(self, act: str, file: str) -> None:
        if self.is_sprung and act == "sync":
            self.syncs_after[file] += 1
        if self.is_sprung or act != self.act:
            return
        self.calls += 1
        if self.calls == self.number:
            self.is_sprung, self.file = True, file
            raise self.error


def disk_faults(seed: int, seconds: float, most: int = sys.maxsize) -> Outcome:
    """Let every call fail once, each in a sitting of its own, until the time is used up.

    Args:
        seed: The same seed stores the same events.
        seconds: Time budget.
        most: At most so many faults.
    """
    end, counts, wrong = time.monotonic() + seconds, Counter[str](), list[str]()
    left = [kind for _, _, kind in _KINDS]
    with memory_folder() as name:
        base = Path(name) / "base"
        known = _base(base)
        for number in count(1):
            for kind in list(left):
                if counts["faults"] >= most or time.monotonic() >= end:
                    break
                trap = _trap(kind, number)
                run = _Run(Path(name) / "copy", base, known, seed)
                told = run.under(trap)
                if not trap.is_sprung:
                    # There is no call with that number.
                    left.remove(kind)
                    continue
                counts["faults"] += 1
                counts[f"by_{kind}"] += 1
                counts["lost"] += run.lost
                wrong += [f"{kind} {number} ({trap.file}): {each}" for each in told]
            else:
                if left:
                    continue
            break
    return Outcome("io", seed, {"faults": 0, "lost": 0, **counts, "left": len(left)}, tuple(wrong))


def careless_losses(seed: int, most: int) -> int:
    """Control: events that are lost when a failed commit is taken for one that succeeded."""
    with memory_folder() as name:
        base, lost = Path(name) / "base", 0
        known = _base(base)
        for number in range(1, most + 1):
            run = _Run(Path(name) / "copy", base, known, seed, connect_carelessly)
            run.under(_trap("sync", number))
            lost += run.lost
    return lost


def connect_carelessly(vfs: str) -> Connect:
    """As the record connects, and deaf to what a commit says."""
    connect = connect_over(vfs, PRAGMAS, _FOLD_AT)
    return lambda file: cast("sqlite3.Connection", _Careless(connect(file)))


class _Careless:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def execute(self, statement: str, values: tuple[object, ...] = ()) -> object:
        try:
            return self._connection.execute(statement, values)
        except sqlite3.Error:
            if statement != "COMMIT":
                raise
            return None

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)


def _carefully(vfs: str) -> Connect:
    return connect_over(vfs, PRAGMAS, _FOLD_AT)


def _trap(kind: str, number: int) -> _Trap:
    act, error_class, _ = next(each for each in _KINDS if each[2] == kind)
    error: Any = error_class("trap")
    error.result, error.extendedresult = _CODES[kind] & 0xFF, _CODES[kind]
    return _Trap(act, number, error)


def _base(folder: Path) -> list[str]:
    """A store of some events, closed; gives their ids."""
    record, invented = open_trial_record(folder), Inventor("base")
    record.append([each for number in range(CASES // 2) for each in invented.visit(number)])
    known = ids_in(record)
    record.close()
    return known


class _Run:
    """A sitting with one fault in it; every other one ends with closing, the rest without power.

    Attributes:
        lost: Events that were acknowledged and are not there.
    """

    def __init__(
        self,
        folder: Path,
        base: Path,
        known: list[str],
        seed: int,
        connect: Callable[[str], Connect] = _carefully,
    ) -> None:
        self._folder, self._connect = folder, connect
        self._chance = random.Random(seed)  # noqa: S311  no secret
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(base, folder)
        self._acknowledged = list(known)
        self._refused: list[list[str]] = []
        self._wrong: list[str] = []
        self.lost = 0

    def under(self, trap: _Trap) -> list[str]:
        """Store events while the disk fails once, and cut the power; what is wrong then."""
        files = {name: (self._folder / name).read_bytes() for name in (LEDGER_FILE, VAULT_FILE)}
        disk = Disk(f"faults-{id(self)}")
        disk.before = trap
        try:
            self._sit(self._connect(disk.name), trap)
        except Exception as error:  # noqa: BLE001  whatever it is, nobody was told plainly
            self._wrong.append(f"not told plainly: {error!r}")
        disk.unregister()
        cuts = PowerCuts(files, disk.steps)
        cuts.go_to(len(disk.steps))
        self._look_after_cut(cuts.after_cut(self._chance))
        return self._wrong

    def _sit(self, connect: Connect, trap: _Trap) -> None:
        try:
            record = open_over(self._folder, connect)
        except StorageError:
            return
        invented = Inventor("sitting")
        for _ in range(_APPENDS):
            self._append(record, some_events(invented, self._chance), trap)
        if trap.number % 2:
            record.close()

    def _append(self, record: FoldedRecord, events: Sequence[Event], trap: _Trap) -> None:
        ids, was_sprung = [str(event.id) for event in events], trap.is_sprung
        try:
            record.append(events)
        except StorageError as error:
            self._refused.append(ids)
            self._judge(error, trap, was_sprung)
        else:
            self._acknowledged += ids
        if trap.is_retried:
            self._wrong.append("a failed sync was tried again")
        if not set(self._acknowledged) <= set(self._read(record)):
            self._wrong.append("acknowledged events are not read")

    def _judge(self, error: StorageError, trap: _Trap, was_sprung: bool) -> None:
        """Whether what was told fits what happened."""
        if was_sprung:
            if error.fault not in {StorageFault.CLOSED, StorageFault.UNSURE}:
                self._wrong.append(f"told later: {error}")
            return
        trap.is_refused = True
        if trap.error_is_full and error.fault is not StorageFault.DISK_FULL:
            self._wrong.append(f"a full disk was told as {error}")

    def _read(self, record: FoldedRecord) -> list[str]:
        try:
            return ids_in(record)
        except StorageError:
            # The fault itself, which may come while reading; it does not come twice.
            return ids_in(record)

    def _look_after_cut(self, left: Mapping[str, bytes]) -> None:
        for file in self._folder.glob("*.sqlite3*"):
            file.unlink()
        for name, data in left.items():
            (self._folder / name).write_bytes(data)
        try:
            record = open_trial_record(self._folder)
            found, damage = ids_in(record), record.damage
            record.close()
            finding = verify_file(self._folder / LEDGER_FILE).finding
        except KioskError as error:
            self._wrong.append(f"does not open: {error}")
            return
        if damage is not None or finding is not Finding.INTACT:
            self._wrong.append(f"damage: {damage} {finding}")
        self._compare(found)

    def _compare(self, found: list[str]) -> None:
        self.lost = len(set(self._acknowledged) - set(found))
        if self.lost:
            self._wrong.append(f"{self.lost} acknowledged lost")
        for refused in self._refused:
            if not set(refused).isdisjoint(found) and not set(refused) <= set(found):
                self._wrong.append("half of what was stored together")
