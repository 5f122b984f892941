"""The journal of the ledger while somebody else reads it: nothing is lost, nothing stays unsaid."""

import logging
import sqlite3
from pathlib import Path

import pytest

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.files import sqlite_files
from kiosk.record.files.sqlite_files import empty_journal, fold_journal
from kiosk.record.keys.vault_file import VAULT_FILE
from kiosk.record.ledger.ledger_file import LEDGER_FILE, read_ledger
from kiosk.record.ledger.verify import Finding, verify_folder
from kiosk.record.ledger_record import open_record
from tests.record_samples import case, imported
from tests.unit.record.conftest import PASSPHRASE
from tests.unit.record.disposing import GONE, KEPT, dispose, two_cases


@pytest.fixture(autouse=True)
def _nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite gives up on readers at once."""
    connect = sqlite_files.connect

    def hasty(file: Path) -> sqlite3.Connection:
        connection = connect(file)
        connection.execute("PRAGMA busy_timeout = 0")
        return connection

    monkeypatch.setattr("kiosk.record.ledger.ledger_file.open_ledger.__defaults__", (hasty,))
    monkeypatch.setattr("kiosk.record.keys.vault_file.open_vault_file.__defaults__", (hasty,))


@pytest.fixture
def data(sealed_data: Path) -> Path:
    two_cases(sealed_data)
    return sealed_data


def payloads(data: Path) -> list[bytes]:
    ledger = read_ledger(data / LEDGER_FILE, is_owned=False)
    found = [link.payload for link in ledger.all() if link.payload is not None]
    ledger.close()
    return found


def is_there(data: Path, payload: bytes) -> bool:
    return any(payload in file.read_bytes() for file in data.glob(f"{LEDGER_FILE}*"))


def test_a_disposal_is_finished_as_soon_as_nobody_reads_any_more(data):
    record = open_record(data, PASSPHRASE)
    first = payloads(data)[0]
    reader = read_ledger(data / LEDGER_FILE, is_owned=False)
    reader.last_position()

    dispose(record)

    assert record.case_refs() == {KEPT}
    assert is_there(data, first)
    record.append([imported(case("2026/3"))])
    with pytest.raises(StorageError) as caught:
        dispose(record, KEPT)
    assert caught.value.fault is StorageFault.BEING_READ
    reader.close()
    record.append([imported(case("2026/4"))])
    assert not is_there(data, first)
    dispose(record, KEPT)
    record.close()
    assert verify_folder(data).finding is Finding.INTACT


def test_what_a_reader_kept_in_the_journal_goes_at_the_next_opening(data):
    record = open_record(data, PASSPHRASE)
    first = payloads(data)[0]
    reader = read_ledger(data / LEDGER_FILE, is_owned=False)
    reader.last_position()
    dispose(record)
    record.close()
    reader.close()

    again = open_record(data, PASSPHRASE)

    assert GONE not in again.case_refs()
    assert not is_there(data, first)
    again.close()


def test_a_close_beside_a_reader_leaves_the_journal_and_says_so(data, caplog):
    record = open_record(data, PASSPHRASE)
    reader = read_ledger(data / LEDGER_FILE, is_owned=False)
    reader.last_position()
    record.append([imported(case("2026/3"))])
    with caplog.at_level(logging.INFO):
        record.close()
    reader.close()

    assert LEDGER_FILE in caplog.text
    assert (data / f"{LEDGER_FILE}-wal").stat().st_size
    again = open_record(data, PASSPHRASE)
    assert len(again.case_refs()) == 3
    caplog.clear()
    with caplog.at_level(logging.INFO):
        again.close()
    assert not caplog.text
    assert not list(data.glob(f"{LEDGER_FILE}-*"))


def test_keys_that_somebody_reads_are_not_said_to_be_gone(data):
    record = open_record(data, PASSPHRASE)
    reader = sqlite3.connect(data / VAULT_FILE, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM key").fetchone()

    with pytest.raises(StorageError) as caught:
        dispose(record)

    assert caught.value.fault is StorageFault.BEING_READ
    reader.close()
    assert record.case_refs() == {KEPT}
    record.append([imported(case("2026/3"))])
    assert record._sealed._vault.disposal() is None
    record.close()


def test_the_answer_of_sqlite_is_read(tmp_path):
    writer = sqlite_files.connect(tmp_path / "file")
    writer.execute("PRAGMA busy_timeout = 0")
    writer.execute("CREATE TABLE one (value)")
    reader = sqlite3.connect(tmp_path / "file", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM one").fetchall()
    writer.execute("INSERT INTO one VALUES (1)")

    assert (empty_journal(writer), fold_journal(writer)) == (False, False)
    reader.close()
    assert (fold_journal(writer), empty_journal(writer)) == (True, True)
    writer.close()
