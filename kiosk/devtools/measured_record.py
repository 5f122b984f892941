"""Measures the record: how fast it stores, and how a large one opens.

The large record is made once per run, in a temporary folder that has to lie on a disk. It holds
500 000 events of 100 000 cases, or as many events as the environment says in ``EVENTS``. They are
sealed and stored as the program does, many in one commit; the fold reads them at the first opening.
"""

import gc
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.app.ports.case_file import CaseFilter
from kiosk.devtools.torture.disk import Act, Disk
from kiosk.devtools.torture.invented import EVENTS_A_CASE, MORNING, Inventor, case_of
from kiosk.devtools.torture.over_apsw import connect_over, open_over
from kiosk.domain.case import CaseRef
from kiosk.domain.event import Event, Stored
from kiosk.record.files.sqlite_files import connect
from kiosk.record.folding import codec
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.folding.snapshot import SNAPSHOT_FILE
from kiosk.record.folding.versions import FORMS
from kiosk.record.keys.root_key import Trial
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.ledger_rows import COLUMNS, INSERT
from kiosk.record.ledger.row import Row
from kiosk.record.ledger_record import open_trial_record
from kiosk.record.store import open_store

_LARGE = 500_000
EVENTS = int(os.environ.get("EVENTS") or _LARGE)
_BATCH = 20_000
_CASES = 200
_PAIRS, _COMMITS_A_SIDE = 41, 25
_COUNTED = 1000
_OPENINGS, _REBUILDS = 5, 3
_TYPED = ("solveig strand", "astrid lie 12", "kari berg", "EV-012345", "ola moen 970", "zzz")
_ROWS = f"SELECT {COLUMNS} FROM event ORDER BY position DESC LIMIT ?"  # noqa: S608  constants
_PLAIN = f"CREATE TABLE event ({COLUMNS.replace('position', 'position INTEGER PRIMARY KEY')})"
"""The same columns, without guards, without a way to find an event by its id, without a chain."""


def commit_pairs() -> list[tuple[float, float]]:
    """Commits per second of the record and of plain SQLite, measured in turn over the same bytes.

    Plain SQLite keeps its journal as the record does (WAL, synchronous FULL), one row a commit.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        invented = Inventor()
        with closing(open_trial_record(folder / "data")) as record:
            record.append([invented.imported(number) for number in range(_CASES)])
            choices = invented.choices(_CASES)
            with closing(connect(folder / "plain.sqlite3")) as plain:
                plain.execute(_PLAIN)
                reader = sqlite3.connect(folder / "data" / LEDGER_FILE)
                with closing(reader):
                    pairs = [_pair(record, choices, reader, plain) for _ in range(_PAIRS + 1)]
    # The first of each warms up.
    return pairs[1:]


def _pair(
    record: FoldedRecord,
    choices: Iterator[Event],
    reader: sqlite3.Connection,
    plain: sqlite3.Connection,
) -> tuple[float, float]:
    events = list(islice(choices, _COMMITS_A_SIDE))
    begun = time.perf_counter()
    for event in events:
        record.append([event])
    ours = time.perf_counter() - begun
    rows = reader.execute(_ROWS, (_COMMITS_A_SIDE,)).fetchall()[::-1]
    begun = time.perf_counter()
    for row in rows:
        plain.execute(INSERT, row)
    theirs = time.perf_counter() - begun
    return _COMMITS_A_SIDE / ours, _COMMITS_A_SIDE / theirs


def syncs_per_commit() -> float:
    """Syncs of any file over a thousand choices for known cases, counted below SQLite."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        invented = Inventor()
        with closing(open_trial_record(folder)) as record:
            record.append([invented.imported(number) for number in range(_CASES)])
        disk = Disk("counted")
        with closing(open_over(folder, connect_over(disk.name))) as record:
            begun = len(disk.steps)
            for event in islice(invented.choices(_CASES), _COUNTED):
                record.append([event])
            syncs = sum(step.act is Act.SYNC for step in disk.steps[begun:])
        disk.unregister()
    return syncs / _COUNTED


@cache
def large_record() -> Mapping[str, float]:
    """Figures of a large record; it is made at the first call.

    Returns:
        For 500 000 events, however many there are, ``open_s`` and ``mb`` from the snapshot and
        ``rebuild_s`` without it; ``history_ms`` of one case (the slowest twentieth left out); and
        ``search_ms`` of a keystroke, likewise, per 100 000 cases.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        make_large(folder, EVENTS)
        rebuilds = [_opened_without_snapshot(folder) for _ in range(_REBUILDS)]
        openings = [_opened(folder) for _ in range(_OPENINGS)]
    medians = {key: statistics.median(each[key] for each in openings) for key in openings[0]}
    told = {**medians, "rebuild_s": statistics.median(each["open_s"] for each in rebuilds)}
    # These grow with the record.
    return told | {key: told[key] * _LARGE / EVENTS for key in ("open_s", "rebuild_s", "mb")}


def make_large(folder: Path, events: int) -> None:
    """A closed trial record of so many events, without a snapshot."""
    open_trial_record(folder).close()
    invented = Inventor()
    cases = range(-(-events // EVENTS_A_CASE))
    stream = (event for number in cases for event in invented.visit(number))
    with closing(open_store(folder, Trial())) as log:
        numbered = enumerate(islice(stream, events), start=1)
        while batch := list(islice(numbered, _BATCH)):
            rows = [_row(log.device, number, event) for number, event in batch]
            log.append(rows, [event.case for _, event in batch])


def _row(device: str, number: int, event: Event) -> Row:
    payload = codec.encode(event)
    place = Stored(device, number)
    kind = event.kind.value
    return Row(number, place, event.id, kind, FORMS.current[kind], payload)


def _opened_without_snapshot(folder: Path) -> Mapping[str, float]:
    (folder / SNAPSHOT_FILE).unlink(missing_ok=True)
    return _opened(folder)


def _opened(folder: Path) -> Mapping[str, float]:
    """Figures of a process that opens the record, looks around and closes it."""
    command = [sys.executable, "-m", "kiosk.devtools.measured_record", str(folder)]
    told: Mapping[str, float] = json.loads(subprocess.check_output(command))
    return told


def look_around(folder: Path) -> Mapping[str, float]:
    """Open a record in this process; see ``large_record``."""
    gc.collect()
    before, begun = _resident_mb(), time.perf_counter()
    record = open_trial_record(folder)
    opened, resident = time.perf_counter() - begun, _resident_mb() - before
    with closing(record):
        cases = len(record.case_refs())
        some = [case_of(number * 7919 % cases).reference for number in range(200)]
        histories = [_ms_of_history(record, case) for case in some]
        # The page shows all cases before anybody types.
        record.find_cases("", CaseFilter.ALL, MORNING.date())
        keystrokes = [_ms_of_search(record, text) for text in _as_typed()]
    return {
        "open_s": opened,
        "mb": resident,
        "history_ms": _p95(histories),
        "search_ms": _p95(keystrokes) * 100_000 / cases,
    }


def _as_typed() -> Iterator[str]:
    for text in _TYPED:
        for length in range(1, len(text) + 1):
            yield text[:length]


def _ms_of_history(record: FoldedRecord, case: CaseRef) -> float:
    begun = time.perf_counter()
    record.history(case)
    return (time.perf_counter() - begun) * 1000


def _ms_of_search(record: FoldedRecord, text: str) -> float:
    begun = time.perf_counter()
    record.find_cases(text, CaseFilter.ALL, MORNING.date())
    return (time.perf_counter() - begun) * 1000


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


if __name__ == "__main__":
    print(json.dumps(look_around(Path(sys.argv[1]))))
