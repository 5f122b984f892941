"""Tampers with records in every way that a hand or a disk can, and asks whether it is noticed."""

import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.devtools.torture.victims import Victim, make_victims
from kiosk.devtools.torture.ways import WAYS
from kiosk.domain.errors import StorageError
from kiosk.domain.event import Stored
from kiosk.record.keys.root_key import Trial
from kiosk.record.keys.slot_file import SLOT_FILE
from kiosk.record.keys.vault_file import VAULT_FILE
from kiosk.record.ledger import verify_alone
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.row import Row
from kiosk.record.ledger.verify import Finding, OutsideMark, verify_file
from kiosk.record.store import open_store

_TABLES = ("meta", "event", "checkpoint", "erasure", "sqlite_schema")
# What was really stored once, and no key can tell from the newest.
_OLDER = frozenset({"roll back", "cut the tail"})
# Whole ledgers in themselves, so that only a mark from outside tells of them.
_FORGED = "forge all signatures"
_KNOWN_MISSES = _OLDER | {_FORGED, "rewrite the chain"}


@dataclass
class Report:
    """What came of it.

    Attributes:
        found: Attacks that were noticed with the mark of a receipt at hand, per way.
        missed: Attacks that were not; with their seeds.
        disagreed: Attacks that the program and the stand-alone file tell otherwise of.
        without_mark: Attacks that were not noticed without a mark, per way; some must be here.
        shortened: Attacks after which the record opened without a word, and not all of it was there.
        harmless: Changes of bytes that hold nothing of the record; none may be taken for damage.
        alarms: Harmless changes that were, with their seeds.
    """

    found: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    disagreed: list[str] = field(default_factory=list)
    without_mark: Counter[str] = field(default_factory=Counter)
    shortened: list[str] = field(default_factory=list)
    harmless: Counter[str] = field(default_factory=Counter)
    alarms: list[str] = field(default_factory=list)

    @property
    def attacks(self) -> int:
        """How many attacks there were, harmless changes not counted."""
        return self.found.total() + len(self.missed)

    @property
    def holds(self) -> bool:
        """Whether everything was noticed, by both, and nothing else was."""
        unexpected = set(self.without_mark) - _KNOWN_MISSES
        wrong = (self.missed, self.disagreed, self.shortened, self.alarms)
        return not any(wrong) and not unexpected


def tamper(seed: int, seconds: float, attacks: int = sys.maxsize) -> Report:
    """Attack copies of two records until the time or the number is used up.

    Args:
        seed: The same seed tries the same ways at the same places.
        seconds: Time budget.
        attacks: At most so many.
    """
    end = time.monotonic() + seconds
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        victims = make_victims(folder / "victims", seed)
        opener = _Opener(folder / "opened", victims)
        for number, way in _ways():
            if report.attacks >= attacks or time.monotonic() >= end:
                break
            chance = random.Random(f"{seed}/{number}")  # noqa: S311  no secret
            _attack(folder / "copy.sqlite3", victims[number % 2], way, chance, report)
            opener.open(folder / "copy.sqlite3", victims[number % 2], way, report)
    return report


class _Opener:
    """Opens tampered ledgers with their keys, as the program does."""

    def __init__(self, folder: Path, victims: tuple[Victim, ...]) -> None:
        self._folder = folder
        folder.mkdir()
        for name in (SLOT_FILE, VAULT_FILE):
            shutil.copy(victims[0].folder / name, folder)
        self._whole = {victim.file: self._read(victim.file) for victim in victims}

    def open(self, copy: Path, victim: Victim, way: str, report: Report) -> None:
        """Note when the record opens without a word and is not what was stored."""
        if way not in _OLDER and self._read(copy) not in (None, self._whole[victim.file]):
            report.shortened.append(f"{way} ({report.attacks})")

    def _read(self, ledger: Path) -> list[Row] | None:
        """What is read of a record that opens without a word; None for any other."""
        for journal in ("-wal", "-shm"):
            (self._folder / f"{LEDGER_FILE}{journal}").unlink(missing_ok=True)
        shutil.copy(ledger, self._folder / LEDGER_FILE)
        with suppress(StorageError), closing(open_store(self._folder, Trial())) as log:
            rows = list(log.all())
            if log.damage is None:
                return rows
        return None


def _ways() -> Iterator[tuple[int, str]]:
    names = list(WAYS)
    number = 0
    while True:
        yield number, names[number // 2 % len(names)]
        number += 1


def _attack(copy: Path, victim: Victim, way: str, chance: random.Random, report: Report) -> None:
    shutil.copy(victim.file, copy)
    WAYS[way](copy, chance, victim)
    seeded = f"{way} ({'power cut' if victim.unsigned else 'closed'}, {report.attacks})"
    finding = _told(copy, victim.mark, seeded, report)
    if contents(copy) == contents(victim.file):
        report.harmless[way] += 1
        if finding != Finding.INTACT.value:
            report.alarms.append(seeded)
        return
    if finding == Finding.INTACT.value:
        report.missed.append(seeded)
    else:
        report.found[way] += 1
    if _told(copy, None, seeded, report) == Finding.INTACT.value:
        report.without_mark[way] += 1
    by_key = _told(copy, None, seeded, report, victim.key)
    if way == _FORGED and by_key == Finding.INTACT.value:
        report.missed.append(f"{seeded}, with the key of the record at hand")


def _told(
    copy: Path, mark: OutsideMark | None, seeded: str, report: Report, key: bytes | None = None
) -> str:
    """What the program says; the stand-alone file must say the same."""
    marks = () if mark is None else (mark,)
    told = _of_program(copy, marks, key)
    finding, harm, place = verify_alone.verify(copy, [_typed(each) for each in marks], key)
    alone = (finding.lower(), harm, place)
    if told != alone:
        report.disagreed.append(f"{seeded}: {told} {alone}")
    return told[0]


def _of_program(
    copy: Path, marks: tuple[OutsideMark, ...], key: bytes | None
) -> verify_alone.Verdict:
    try:
        verdict = verify_file(copy, marks, key)
    except StorageError:
        # Written by another version, as far as one can see.
        return "other version", "version", None
    damage, outside = verdict.damage, verdict.mark
    if damage is not None:
        return verdict.finding.value, damage.harm.value, _pair(damage.place)
    harm = "beyond" if verdict.finding is Finding.ROLLED_BACK else ""
    return verdict.finding.value, harm, _pair(None if outside is None else outside.place)


def _pair(place: Stored | None) -> tuple[str, int] | None:
    return None if place is None else (place.device, place.sequence)


def _typed(mark: OutsideMark) -> verify_alone.Mark:
    return _pair(mark.place), mark.mark or b""


def contents(file: Path) -> list[object] | None:
    """Everything that a ledger holds, read without any check; None for a broken file."""
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True)) as ledger:
            ledger.text_factory = bytes
            held = [
                sorted(map(repr, ledger.execute(f"SELECT * FROM {table} NOT INDEXED")))  # noqa: S608
                for table in _TABLES
            ]
            sound = ledger.execute("PRAGMA integrity_check").fetchall()
    except (sqlite3.Error, MemoryError, UnicodeDecodeError):
        return None
    return [*held, sound]


def main(arguments: list[str]) -> int:
    """Run with a seed and seconds; 0 when everything was noticed."""
    report = tamper(int(arguments[0]), float(arguments[1]))
    print(f"{report.attacks} attacks, {len(report.missed)} missed with a mark")
    print("not noticed without a mark:", dict(report.without_mark))
    print("harmless changes:", report.harmless.total(), "false alarms:", len(report.alarms))
    print("opened without a word:", len(report.shortened))
    print(*report.missed, *report.disagreed, *report.shortened, *report.alarms, sep="\n")
    return 0 if report.holds else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
