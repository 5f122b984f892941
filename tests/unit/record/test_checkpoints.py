"""Signed checkpoints: how far the record had come, for those who hold no key."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.event import Stored
from kiosk.record.keys.root_key import Trial
from kiosk.record.ledger.chain import GENESIS
from kiosk.record.ledger.ledger_file import LEDGER_FILE, open_ledger
from kiosk.record.ledger.row import Row
from kiosk.record.ledger.signing import EVERY, is_signed
from kiosk.record.ledger_record import open_trial_record
from kiosk.record.store import open_store
from tests.record_samples import case, imported


@pytest.fixture
def folder(tmp_path):
    open_trial_record(tmp_path).close()
    return tmp_path


def add(log, count: int, per_commit: int = 1) -> None:
    start = log.end.sequence
    for first in range(start + 1, start + count + 1, per_commit):
        numbers = range(first, min(first + per_commit, start + count + 1))
        rows = [Row(n, Stored(log.device, n), f"id-{n}", "k", 1, b"{}") for n in numbers]
        log.append(rows, [CaseRef("2026/1") for _ in rows])


def checkpoints(folder):
    ledger = open_ledger(folder)
    found, public, store = list(ledger.checkpoints()), ledger.meta.public, ledger.meta.store
    ends = [ledger.at_place(each.place) for each in found]
    ledger.close()
    for each in found:
        assert is_signed(each.statement(store), each.signature, public)
    for each, link in zip(found, ends, strict=True):
        assert each.hash == (GENESIS if link is None else link.hash)
    return found


def test_the_first_checkpoint_names_a_store_without_events(folder):
    (first,) = checkpoints(folder)

    assert (first.number, first.place.sequence) == (1, 0)


def test_one_is_signed_at_the_close_after_something_was_stored(folder):
    record = open_trial_record(folder)
    record.append([imported(), imported(case("2"))])
    record.close()
    open_trial_record(folder).close()

    assert [each.place.sequence for each in checkpoints(folder)] == [0, 2]


def test_one_is_signed_with_every_256th_event(folder):
    log = open_store(folder, Trial())
    add(log, 2 * EVERY, per_commit=64)
    add(log, 3)
    log.close()

    sequences = [each.place.sequence for each in checkpoints(folder)]

    assert sequences == [0, EVERY, 2 * EVERY, 2 * EVERY + 3]


def test_a_large_import_leaves_fewer_than_256_events_unsigned(folder):
    log = open_store(folder, Trial())
    add(log, 1000, per_commit=300)

    assert [each.place.sequence for each in log._file.checkpoints()] == [0, 300, 600, 900]
    log.close()


def test_a_checkpoint_is_stored_by_the_commit_of_its_events(folder):
    log = open_store(folder, Trial())
    add(log, 1)
    statements: list[str] = []
    log._file._connection.set_trace_callback(statements.append)
    add(log, 300)
    log._file._connection.set_trace_callback(None)
    log.close()

    assert statements.count("COMMIT") == 300


def test_another_content_or_another_key_has_another_signature(folder):
    (first,) = checkpoints(folder)
    ledger = open_ledger(folder)
    public, store = ledger.meta.public, ledger.meta.store
    ledger.close()
    others = (
        replace(first, number=2),
        replace(first, place=Stored(first.place.device, 1)),
        replace(first, hash=b"\1" * 32),
        replace(first, at="2026-11-22T10:00:00+00:00"),
    )

    assert not [each for each in others if is_signed(each.statement(store), each.signature, public)]
    assert not is_signed(first.statement("another store"), first.signature, public)
    assert not is_signed(first.statement(store), first.signature, b"\1" * 32)


def test_a_checkpoint_bears_the_time_of_a_clock_that_was_set_back(folder):
    times = [datetime(2026, 11, 3, tzinfo=UTC) - timedelta(days=n) for n in (0, 730)]
    for at in times:
        log = open_store(folder, Trial(), partial(at.replace))
        add(log, 1)
        log.close()

    *_, before, after = checkpoints(folder)

    assert (before.at, after.at) == ("2026-11-03T00:00:00+00:00", "2024-11-03T00:00:00+00:00")
    assert before.place.sequence < after.place.sequence


def test_a_close_that_cannot_sign_lets_the_store_go_all_the_same(folder):
    log = open_store(folder, Trial())
    add(log, 1)
    log._file._writing.end()
    log.close()

    assert [each.place.sequence for each in checkpoints(folder)] == [0]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE checkpoint SET at = ''",
        "DELETE FROM checkpoint",
        "INSERT OR REPLACE INTO checkpoint SELECT * FROM checkpoint",
        "UPDATE event SET payload = NULL",
    ],
)
def test_the_table_itself_refuses_changes(folder, statement):
    log = open_store(folder, Trial())
    add(log, 1)
    log.close()
    connection = sqlite3.connect(folder / LEDGER_FILE)
    connection.execute("PRAGMA recursive_triggers = ON")

    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    connection.close()


def test_an_erased_payload_leaves_a_signed_note_and_no_bytes(folder):
    log = open_store(folder, Trial())
    add(log, 2)
    (line, _other) = log._file.all()
    log.erase([line.place])
    (note,) = log._file.erasures()
    (left, other) = log._file.all()

    assert (left.payload, left.hash) == (None, line.hash)
    assert other.payload is not None
    assert (note.place, note.payload_hash) == (line.place, line.payload_hash)
    assert is_signed(note.statement(log._file.meta.store), note.signature, log._file.meta.public)
    held = [file.read_bytes() for file in folder.iterdir()]
    assert not [data for data in held if line.payload in data]
    log.close()
