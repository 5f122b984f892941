"""Cuts the power at every step below SQLite, and asks for everything that was acknowledged."""

import random
import shutil
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.devtools.torture.disk import SECTOR, Disk, PowerCuts
from kiosk.devtools.torture.invented import Inventor, case_of
from kiosk.devtools.torture.outcome import Outcome, memory_folder
from kiosk.devtools.torture.over_apsw import connect_over, open_over
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Event
from kiosk.record.files.sqlite_files import PRAGMAS
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.folding.snapshot import SNAPSHOT_FILE
from kiosk.record.keys.vault_file import VAULT_FILE
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.verify import Finding, verify_file
from kiosk.record.ledger_record import open_trial_record

CASES = 12
_SITTINGS, _COMMITS = 3, 30
# Steps between two cuts, and in a store that takes longer to look through.
_STRIDE, _LONG_STRIDE = 5, 100
# Visits; so many events are kept in a snapshot too, in one of so many stores.
_WORTH_A_SNAPSHOT, _STORES_A_SNAPSHOT = 1100, 4
_JOURNALS = ("", "-wal", "-journal")
# So that a run of some seconds folds the journal into the file many times.
_FOLD_AT = 25
WITHOUT_SYNC = (*PRAGMAS, "PRAGMA synchronous = OFF")


@dataclass
class History:
    """What a record was asked to store, and when it said that it was.

    Attributes:
        appends: What was stored together, in order.
        acknowledged: For each of them after how many steps of the disk it was.
    """

    appends: list[Sequence[Event]] = field(default_factory=list)
    acknowledged: list[int] = field(default_factory=list)

    def ids(self, appends: int) -> list[str]:
        """Ids of the events of the first appends."""
        return [event.id for each in self.appends[:appends] for event in each]


def power_cuts(seed: int, seconds: float, cuts: int, pragmas: Sequence[str] = PRAGMAS) -> Outcome:
    """Cut the power until the number or the time is used up.

    Args:
        seed: The same seed stores the same events and cuts at the same steps.
        seconds: Time budget.
        cuts: At most so many.
        pragmas: Those of the record; others for a control.
    """
    end, counts, faults = time.monotonic() + seconds, Counter[str](), list[str]()
    for number in range(cuts):
        if counts["cuts"] >= cuts or time.monotonic() >= end:
            break
        chance = random.Random(f"{seed}/{number}")  # noqa: S311  no secret
        with memory_folder() as name:
            has_snapshot = number % _STORES_A_SNAPSHOT == _STORES_A_SNAPSHOT - 1
            run = _Run(Path(name), chance, pragmas, has_snapshot=has_snapshot)
            while counts["cuts"] < cuts and time.monotonic() < end and run.go_on():
                fault = run.cut()
                counts["cuts"] += 1
                counts["lost"] += fault is not None
                if fault is not None:
                    faults.append(f"{number}/{run.taken}: {fault}")
        counts["stores"] += 1
    return Outcome("crashes", seed, {"cuts": 0, "lost": 0, **counts}, tuple(faults))


class _Run:
    """One store, written once and cut at many steps."""

    def __init__(
        self, folder: Path, chance: random.Random, pragmas: Sequence[str], *, has_snapshot: bool
    ) -> None:
        self._folder, self._chance = folder, chance
        self._base = folder / "base"
        self._history = History()
        record = open_trial_record(self._base)
        if has_snapshot:
            invented = Inventor("base")
            visits = [invented.visit(number % CASES) for number in range(_WORTH_A_SNAPSHOT)]
            self._history.appends.append([event for visit in visits for event in visit])
            self._history.acknowledged.append(0)
            record.append(self._history.appends[0])
        record.close()
        self._longest_stride = _LONG_STRIDE if has_snapshot else _STRIDE
        files = [self._base / f"{f}{j}" for f in (LEDGER_FILE, VAULT_FILE) for j in _JOURNALS]
        begun_with = {file.name: file.read_bytes() for file in files if file.exists()}
        disk = _recorded(self._base, self._history, chance, pragmas)
        self._cuts = PowerCuts(begun_with, disk.steps)
        self._last = len(disk.steps)
        self.taken = 0

    def go_on(self) -> bool:
        """Go to the next step to cut behind; False when there is none left."""
        self.taken += self._chance.randint(1, self._longest_stride)
        if self.taken > self._last:
            return False
        self._cuts.go_to(self.taken)
        return True

    def cut(self) -> str | None:
        """What is wrong after a cut."""
        left = self._folder / "left"
        shutil.copytree(self._base, left, ignore=shutil.ignore_patterns("*.sqlite3*"))
        for name, data in self._cuts.after_cut(self._chance).items():
            (left / name).write_bytes(data)
        if (left / SNAPSHOT_FILE).exists():
            _harm(left / SNAPSHOT_FILE, self._chance)
        acknowledged = sum(each <= self.taken for each in self._history.acknowledged)
        try:
            return examine(left, self._history, acknowledged)
        finally:
            shutil.rmtree(left)


def _harm(snapshot: Path, chance: random.Random) -> None:
    """Whole, cut short, with rubbish in it, or gone: nothing of it was promised to be there."""
    data = bytearray(snapshot.read_bytes())
    at = chance.randrange(len(data))
    match chance.randrange(4):
        case 0:
            snapshot.write_bytes(data[:at])
        case 1:
            data[at : at + SECTOR] = chance.randbytes(SECTOR)
            snapshot.write_bytes(data)
        case 2:
            snapshot.unlink()
        case _:
            return


def _recorded(
    folder: Path, history: History, chance: random.Random, pragmas: Sequence[str]
) -> Disk:
    """Store events over a disk that remembers, and take down what was acknowledged when."""
    disk = Disk(f"disk-{id(folder)}")
    connect = connect_over(disk.name, pragmas, _FOLD_AT)
    invented = Inventor(str(chance.random()))
    for _ in range(_SITTINGS):
        record = open_over(folder, connect)
        for _ in range(chance.randint(1, _COMMITS)):
            append = some_events(invented, chance)
            history.appends.append(append)
            record.append(append)
            history.acknowledged.append(len(disk.steps))
        record.close()
    disk.unregister()
    return disk


def some_events(invented: Inventor, chance: random.Random) -> tuple[Event, ...]:
    """What a record is asked to store at once."""
    number = chance.randrange(CASES)
    return chance.choice(
        (
            lambda: (invented.choice(number),),
            lambda: (invented.imported(number),),
            lambda: invented.visit(number),
        )
    )()


def examine(folder: Path, history: History, acknowledged: int) -> str | None:
    """What is wrong with a store after its machine stopped.

    Args:
        folder: Its data folder.
        history: What was asked of it.
        acknowledged: How many of the appends it had acknowledged.
    """
    try:
        record = open_trial_record(folder)
        fault = _fault_in(record, history, acknowledged)
        record.close()
        verdict = verify_file(folder / LEDGER_FILE)
    except KioskError as error:
        return f"does not open: {error}"
    if fault is None and verdict.finding is not Finding.INTACT:
        return f"chain: {verdict.damage}"
    return fault


def _fault_in(record: FoldedRecord, history: History, acknowledged: int) -> str | None:
    if record.damage is not None:
        return f"damage: {record.damage.harm}"
    found = ids_in(record)
    wholes = {len(history.ids(count)): count for count in range(len(history.appends) + 1)}
    kept = wholes.get(len(found))
    if kept is None or found != history.ids(kept):
        return "half of what was stored together"
    if kept < acknowledged:
        return f"{acknowledged - kept} acknowledged lost"
    (place,) = record.append([Inventor("after").choice(0)])
    return None if place.sequence == len(found) + 1 else "a number was left out"


def ids_in(record: FoldedRecord) -> list[str]:
    """Ids of the events of all invented cases, in the order in which they were stored."""
    events = (each for number in range(CASES) for each in record.history(case_of(number).reference))
    return [event.id for _, event in sorted(events, key=lambda each: each[0].sequence)]
