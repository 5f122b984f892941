"""What an opening from the snapshot did not read is checked soon after, bit by bit."""

import sqlite3
from pathlib import Path

import pytest

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import Stored
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.folding import folded_log, folded_record
from kiosk.record.folding.snapshot import SNAPSHOT_FILE
from kiosk.record.ledger.later_audit import LaterAudit
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger_record import open_trial_record
from kiosk.record.memory import MemoryRecord
from tests.record_samples import case, imported


@pytest.fixture(autouse=True)
def small_steps(monkeypatch):
    monkeypatch.setattr(folded_log, "_WORTH_SAVING", 10)
    monkeypatch.setattr(folded_record, "_CHECKED_AT_ONCE", 12)


@pytest.fixture
def folder(tmp_path) -> Path:
    """Thirty cases and a snapshot of them, closed."""
    record = open_trial_record(tmp_path)
    record.append([imported(case(str(number))) for number in range(30)])
    record.close()
    assert (tmp_path / SNAPSHOT_FILE).exists()
    return Path(tmp_path)


def alter(folder: Path, statement: str) -> None:
    ledger = sqlite3.connect(folder / LEDGER_FILE, isolation_level=None)
    guards = ledger.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _sql in guards:
        ledger.execute(f"DROP TRIGGER {name}")
    ledger.execute(statement)
    for _name, sql in guards:
        ledger.execute(sql)
    ledger.close()


def steps(record) -> int:
    """How often something was left."""
    count = 0
    while record.check_some():
        count += 1
    return count


def test_a_sound_record_is_checked_in_steps_and_stays_writable(folder):
    record = open_trial_record(folder)

    assert steps(record) == 3
    assert not record.check_some()
    assert record.damage is None
    record.append([imported(case("more"))])
    record.close()


def test_damage_before_the_snapshot_is_found_and_nothing_is_written_from_then_on(folder):
    alter(folder, "UPDATE event SET payload = x'00' WHERE seq = 20")
    record = open_trial_record(folder)
    at_first = record.damage

    steps(record)

    assert at_first is None
    assert record.damage == Damage(Harm.CHANGED, Stored(record.device, 20))
    with pytest.raises(StorageError) as caught:
        record.append([imported(case("more"))])
    assert caught.value.fault is StorageFault.UNSOUND
    record.close()


def test_the_next_opening_tells_of_it_at_once(folder):
    alter(folder, "UPDATE event SET payload = x'00' WHERE seq = 20")
    first = open_trial_record(folder)
    steps(first)
    first.close()

    again = open_trial_record(folder)

    assert again.damage is not None
    again.close()


def test_what_is_stored_meanwhile_is_no_damage(folder):
    record = open_trial_record(folder)
    record.check_some()
    record.append([imported(case(f"new {number}")) for number in range(600)])

    steps(record)

    assert record.damage is None
    record.close()


def test_what_is_erased_meanwhile_is_no_damage(folder):
    record = open_trial_record(folder)
    record.check_some()
    vars(record)["_log"].erase([Stored(record.device, 25)])

    steps(record)

    assert record.damage is None
    record.close()


def broken(_audit, _count):
    raise StorageError(StorageFault.DAMAGED)


def test_a_file_that_cannot_be_read_to_its_end_is_damage(folder, monkeypatch):
    monkeypatch.setattr(LaterAudit, "step", broken)
    record = open_trial_record(folder)

    assert not record.check_some()
    assert record.damage == Damage(Harm.FILE)
    record.close()


def test_closing_while_it_is_checked_is_no_damage(folder):
    record = open_trial_record(folder)
    record.check_some()
    record.close()

    assert not record.check_some()
    assert record.damage is None
    assert (folder / SNAPSHOT_FILE).exists()


@pytest.mark.parametrize("name", [SNAPSHOT_FILE, "none"])
def test_old_signatures_are_checked_after_the_opening(folder, name):
    (folder / name).unlink(missing_ok=True)
    alter(folder, "UPDATE checkpoint SET signature = zeroblob(64) WHERE number = 1")
    record = open_trial_record(folder)
    at_first = record.damage

    steps(record)

    assert at_first is None
    assert record.damage == Damage(Harm.SIGNATURE, Stored(record.device, 0))
    record.close()


def test_nothing_is_left_to_check_in_memory():
    assert not MemoryRecord().check_some()
