"""Records for the tests to tamper with, of invented events under fresh keys."""

import random
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.case import CaseRef
from kiosk.domain.event import Stored
from kiosk.domain.receipt_mark import MARK_BYTES
from kiosk.domain.signing_key import fingerprint_of
from kiosk.record.keys.root_key import Trial, open_slot
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.row import Row
from kiosk.record.ledger.verify import OutsideMark
from kiosk.record.sealed_log import SealedLog
from kiosk.record.store import begin_store, open_store

# Events per sitting; the second passes a checkpoint while the record is open.
_SITTINGS = (40, 300, 90, 70)


@dataclass(frozen=True, slots=True)
class Victim:
    """A whole ledger.

    Attributes:
        file: The ledger; nobody has it open.
        older: The same ledger after earlier sittings, shortest first.
        mark: What the newest receipt says.
        unsigned: How many events at the end no checkpoint names.
        key: Fingerprint of the key that signed it.
        folder: Where the keys lie; its own ledger is the record that was closed.
    """

    file: Path
    folder: Path
    older: tuple[Path, ...]
    mark: OutsideMark
    key: bytes
    unsigned: int


def make_victims(folder: Path, seed: int) -> tuple[Victim, Victim]:
    """A record that was closed, and the same one whose machine lost its power.

    Args:
        folder: Empty folder to make them in.
        seed: What the events say; the keys are fresh ones.
    """
    chance = random.Random(seed)  # noqa: S311  no secret
    data = folder / "data"
    begin_store(data, lambda root, number, *_rest: (open_slot(root, number),))
    older = [_sit(data, count, chance) for count in _SITTINGS[:-1]]
    log = open_store(data, Trial())
    _add(log, _SITTINGS[-1], chance)
    power_cut = _copied_open(data, folder / "power-cut.sqlite3")
    mark, key = _last_mark(log), fingerprint_of(log.public)
    log.close()
    return (
        Victim(data / LEDGER_FILE, data, tuple(older), mark, key, 0),
        Victim(power_cut, data, tuple(older), mark, key, _SITTINGS[-1]),
    )


def _sit(data: Path, count: int, chance: random.Random) -> Path:
    """Store events, erase some payloads and close.

    Returns:
        A copy of the ledger as it is then.
    """
    log = open_store(data, Trial())
    erased = [log.end.sequence + chance.randint(1, count) for _ in range(2)]
    _add(log, count, chance)
    log.erase([Stored(log.device, each) for each in set(erased)])
    copy = data.with_name(f"after-{log.end.sequence}.sqlite3")
    log.close()
    return Path(shutil.copy(data / LEDGER_FILE, copy))


def _add(log: SealedLog, count: int, chance: random.Random) -> None:
    first, last = log.end.sequence + 1, log.end.sequence + count
    while first <= last:
        numbers = range(first, min(first + chance.randint(1, 20), last + 1))
        rows = [_row(log.device, number, chance) for number in numbers]
        log.append(rows, [CaseRef(f"2026/{chance.randint(1, 30)}") for _ in rows])
        first = numbers.stop


def _row(device: str, number: int, chance: random.Random) -> Row:
    payload = chance.randbytes(chance.randint(20, 900))
    return Row(number, Stored(device, number), f"id-{number}", "choice_recorded", 1, payload)


def _copied_open(data: Path, copy: Path) -> Path:
    """What lies on the disk while the record is open, journal folded in."""
    for journal in ("", "-wal"):
        shutil.copy(data / f"{LEDGER_FILE}{journal}", f"{copy}{journal}")
    connection = sqlite3.connect(copy)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    return copy


def _last_mark(log: SealedLog) -> OutsideMark:
    hash_ = log.hash_at(log.end) or b""
    return OutsideMark(hash_[:MARK_BYTES], log.end)
