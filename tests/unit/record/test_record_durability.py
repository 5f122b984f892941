"""What survives, and what is told when storing fails."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault, StoreBusyError
from kiosk.domain.event import Stored
from kiosk.record.files.store_lock import HOLDER_FILE
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.keys.root_key import Trial
from kiosk.record.keys.slot_file import read_slots
from kiosk.record.keys.vault import Vault
from kiosk.record.keys.vault_file import VAULT_FILE, VaultFile, open_vault_file
from kiosk.record.ledger.ledger_file import LEDGER_FILE, LedgerFile, open_ledger
from kiosk.record.ledger.row import Row
from kiosk.record.ledger_record import open_trial_record
from kiosk.record.sealed_log import SealedLog
from kiosk.record.store import open_store
from tests.record_samples import case, choice, imported, recorded

ROOT = Path(__file__).parents[3]

STORE_THEN_WAIT = """
import sys
from contextlib import ExitStack
from pathlib import Path
from kiosk.record.ledger_record import open_trial_record
from tests.record_samples import choice, imported, recorded
record = open_trial_record(Path(sys.argv[1]))
record.append([imported()])
record.append([recorded(choice())])
print("stored", flush=True)
sys.stdin.read()
"""

TRY_TO_OPEN = """
import sys
from contextlib import ExitStack
from pathlib import Path
from kiosk.domain.errors import StoreBusyError
from kiosk.record.ledger_record import open_trial_record
try:
    open_trial_record(Path(sys.argv[1]))
except StoreBusyError as error:
    print(error.code)
"""

FILL_UP = """
import resource, sys
from pathlib import Path
from kiosk.domain.errors import StorageError
from kiosk.record.ledger_record import open_trial_record
from tests.record_samples import case, imported
record = open_trial_record(Path(sys.argv[1]))
record.append([imported()])
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    record.append([imported(case(str(number))) for number in range(1000)])
except StorageError as error:
    print(error.code, len(record.case_refs()))
"""


def child(script: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_choice_is_there_after_kill_9_right_after_append(tmp_path):
    with child(STORE_THEN_WAIT, tmp_path / "data") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "stored\n"
        process.send_signal(signal.SIGKILL)

    record = open_trial_record(tmp_path / "data")

    assert record.case_file(CaseRef("2026/1")).choice is not None
    record.close()


def test_a_second_process_is_told_that_the_store_is_busy(tmp_path):
    record = open_trial_record(tmp_path / "data")

    with child(TRY_TO_OPEN, tmp_path / "data") as process:
        told, _ = process.communicate()

    assert told == "storage.busy\n"
    record.close()


def test_who_comes_second_is_told_who_holds_the_store(tmp_path):
    record = open_trial_record(tmp_path / "data")

    with pytest.raises(StoreBusyError) as caught:
        open_trial_record(tmp_path / "data")
    record.close()

    holder = caught.value.holder
    assert holder is not None
    assert holder.process == os.getpid()
    assert holder.since.tzinfo is not None
    assert not (tmp_path / "data" / HOLDER_FILE).exists()


def test_a_half_written_note_of_the_holder_is_no_hindrance(tmp_path):
    record = open_trial_record(tmp_path / "data")
    (tmp_path / "data" / HOLDER_FILE).write_text("{", encoding="utf-8")

    with pytest.raises(StoreBusyError) as caught:
        open_trial_record(tmp_path / "data")
    record.close()

    assert caught.value.holder is None


def test_the_same_process_cannot_open_a_store_twice(tmp_path):
    record = open_trial_record(tmp_path / "data")

    with pytest.raises(StoreBusyError):
        open_trial_record(tmp_path / "data")
    record.close()


def test_a_closed_store_can_be_opened_again(tmp_path):
    first = open_trial_record(tmp_path / "data")
    first.append([imported()])
    first.close()

    second = open_trial_record(tmp_path / "data")

    assert second.case_refs() == {"2026/1"}
    assert second.device == first.device
    second.close()


def test_a_closed_record_takes_no_more_events(tmp_path):
    record = open_trial_record(tmp_path / "data")
    record.close()

    with pytest.raises(StorageError) as caught:
        record.append([imported()])

    assert caught.value.fault is StorageFault.CLOSED


def test_a_file_that_cannot_grow_stores_nothing_of_the_append(tmp_path):
    with child(FILL_UP, tmp_path / "data") as process:
        told, _ = process.communicate()

    record = open_trial_record(tmp_path / "data")
    assert told == "storage.unsure 1\n"
    assert record.case_refs() == {"2026/1"}
    record.close()


def log_over(folder: Path, connection: sqlite3.Connection) -> SealedLog:
    """The log of a store that was begun, over a connection of the test's own."""
    slots = read_slots(folder)
    assert slots is not None
    file = open_ledger(folder)
    vault = Vault(open_vault_file(folder), slots.roots(Trial())[1])
    closing = ExitStack()
    closing.callback(connection.close)
    closing.callback(file.close)
    return SealedLog(LedgerFile(connection, file.meta), vault, closing)


def test_a_full_disk_is_told_and_the_next_try_may_succeed(tmp_path):
    open_trial_record(tmp_path).close()
    connection = sqlite3.connect(tmp_path / LEDGER_FILE, isolation_level=None)
    record = FoldedRecord(log_over(tmp_path, connection))
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(StorageError) as caught:
        record.append([imported(case(str(number))) for number in range(100)])

    assert caught.value.fault is StorageFault.DISK_FULL
    assert record.case_refs() == frozenset()
    connection.execute("PRAGMA max_page_count = 10000")
    assert record.append([imported()])[0].sequence == 1
    record.close()


class FailingSync(sqlite3.Connection):
    """A disk that reports a failed sync once.

    Attributes:
        is_kept: Whether it stored everything all the same.
    """

    failures = 1
    is_kept = False

    def execute(self, statement, *values):
        if statement == "COMMIT" and self.failures:
            self.failures -= 1
            if self.is_kept:
                super().execute(statement)
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
            raise error
        return super().execute(statement, *values)


class FailingSyncThatKept(FailingSync):
    is_kept = True


FIRST = imported()


@pytest.fixture(params=[FailingSync, FailingSyncThatKept])
def unsynced(tmp_path, request):
    """A record whose last append failed while syncing."""
    open_trial_record(tmp_path).close()
    connection = sqlite3.connect(
        tmp_path / LEDGER_FILE, isolation_level=None, factory=request.param
    )
    record = FoldedRecord(log_over(tmp_path, connection))
    with pytest.raises(StorageError) as caught:
        record.append([FIRST])
    # Nobody can tell: the one stored it, the other did not.
    assert caught.value.fault is StorageFault.UNSURE
    yield record
    record.close()


def test_what_a_failed_sync_left_is_not_shown_before_the_next_opening(unsynced):
    assert unsynced.case_refs() == frozenset()


def test_a_failed_sync_is_never_tried_again(unsynced):
    with pytest.raises(StorageError) as caught:
        unsynced.append([imported()])

    assert caught.value.fault is StorageFault.UNSURE


def test_the_store_takes_events_again_after_it_was_opened_anew(unsynced, tmp_path):
    unsynced.close()

    record = open_trial_record(tmp_path)

    # The same place, whether it was stored or not.
    assert record.append([FIRST])[0].sequence == 1
    record.close()


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_nobody_else_may_read_the_store(tmp_path):
    record = open_trial_record(tmp_path / "data")
    record.append([imported()])

    modes = {file.name: file.stat().st_mode & 0o777 for file in (tmp_path / "data").iterdir()}
    assert set(modes.values()) == {0o600}
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    record.close()


@pytest.fixture
def stored(tmp_path):
    record = open_trial_record(tmp_path)
    record.append([imported(case(str(number))) for number in range(200)])
    record.append([recorded(choice("1"))])
    record.close()
    return tmp_path / LEDGER_FILE


def fault_on_opening(folder: Path) -> StorageFault:
    with pytest.raises(StorageError) as caught:
        open_trial_record(folder)
    return caught.value.fault


def test_a_file_that_is_no_database_is_damaged(tmp_path):
    (tmp_path / LEDGER_FILE).write_bytes(b"not a ledger at all, but long enough to be read " * 50)

    assert fault_on_opening(tmp_path) is StorageFault.DAMAGED


def test_a_database_of_another_program_is_damaged(tmp_path):
    other = sqlite3.connect(tmp_path / LEDGER_FILE)
    other.execute("CREATE TABLE songs (title TEXT)")
    other.close()

    assert fault_on_opening(tmp_path) is StorageFault.DAMAGED


def test_overwritten_pages_are_damage(stored):
    data = bytearray(stored.read_bytes())
    data[8192:] = bytes(len(data) - 8192)
    stored.write_bytes(data)

    assert fault_on_opening(stored.parent) is StorageFault.DAMAGED


def alter(file: Path, *statements: str) -> None:
    connection = sqlite3.connect(file)
    triggers = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    for (name,) in triggers.fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM event WHERE seq = 7",
        "UPDATE event SET position = 999 WHERE seq = 201",
        "UPDATE event SET payload = x'7b7d' WHERE seq = 7",
        "UPDATE event SET payload = NULL WHERE seq = 7",
        "UPDATE event SET envelope = x'424b01' WHERE seq = 7",
        "UPDATE event SET seq = 7000 WHERE seq = 201",
        "UPDATE event SET device = '7777' WHERE seq = 201",
    ],
)
def test_altered_rows_are_damage_and_the_record_is_open_for_reading(stored, statement):
    alter(stored, statement)

    record = open_trial_record(stored.parent)

    assert record.damage is not None
    assert len(record.case_refs()) >= 199
    with pytest.raises(StorageError) as caught:
        record.append([imported(case("more"))])
    assert caught.value.fault is StorageFault.UNSOUND
    record.close()


def test_a_ledger_that_does_not_say_what_it_is_is_damage(stored):
    alter(stored, "DELETE FROM meta")

    assert fault_on_opening(stored.parent) is StorageFault.DAMAGED


def test_a_ledger_of_a_newer_program_is_not_opened(stored):
    alter(stored, "UPDATE meta SET value = '99' WHERE key = 'format'")

    assert fault_on_opening(stored.parent) is StorageFault.NEWER_VERSION


def test_a_refused_store_is_free_for_the_next_attempt(stored):
    alter(stored, "UPDATE meta SET value = '99' WHERE key = 'format'")
    fault_on_opening(stored.parent)

    assert fault_on_opening(stored.parent) is StorageFault.NEWER_VERSION


def test_events_of_a_kind_from_a_newer_program_are_kept_and_skipped(stored):
    log = open_store(stored.parent, Trial())
    log.append([Row(202, Stored(log.device, 202), "new", "moved_on", 9, b"{}")], [None])
    log.close()

    record = open_trial_record(stored.parent)

    assert len(record.case_refs()) == 200
    assert record.append([imported(case("next"))])[0].sequence == 203
    record.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET tag = x'00' WHERE seq = 1",
        "UPDATE event SET payload = x'00' WHERE seq = 1",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT position, device, 202, tag, previous, hash, envelope,"
        " payload_hash, payload FROM event WHERE seq = 1",
        "INSERT INTO event SELECT 300, device, 300, x'01', previous, hash, envelope,"
        " payload_hash, payload FROM event WHERE seq = 1",
        "INSERT INTO event SELECT 300, device, 202, x'01', previous, hash, envelope,"
        " payload_hash, payload FROM event WHERE seq = 1",
    ],
)
def test_the_table_itself_refuses_changes(stored, statement):
    connection = sqlite3.connect(stored)
    connection.execute("PRAGMA recursive_triggers = ON")

    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    connection.close()


def test_every_commit_is_synced(tmp_path):
    open_trial_record(tmp_path).close()
    ledger = open_ledger(tmp_path)

    pragmas = [
        ledger._connection.execute(f"PRAGMA {name}").fetchone()
        for name in ("journal_mode", "synchronous")
    ]

    assert pragmas == [("wal",), (2,)]
    ledger.close()


def test_three_thousand_cases_are_found_after_reopening(tmp_path):
    record = open_trial_record(tmp_path)
    record.append([imported(case(str(number))) for number in range(3000)])
    before = record.case_refs()
    record.close()

    again = open_trial_record(tmp_path)

    assert again.case_refs() == before
    again.close()


def test_a_failed_sync_of_the_keys_is_never_tried_again_either(tmp_path):
    open_trial_record(tmp_path).close()
    slots = read_slots(tmp_path)
    assert slots is not None
    connection = sqlite3.connect(tmp_path / VAULT_FILE, isolation_level=None, factory=FailingSync)
    vault = Vault(VaultFile(connection), slots.roots(Trial())[1])
    with pytest.raises(StorageError):
        vault.case_keys([CaseRef("2026/1")])

    with pytest.raises(StorageError) as caught:
        vault.case_keys([])

    assert caught.value.fault is StorageFault.UNSURE
    vault.close()
