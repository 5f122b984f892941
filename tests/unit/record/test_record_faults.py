import errno
import sqlite3

import pytest

from kiosk.domain.errors import StorageError, StorageFault, StoreBusyError
from kiosk.record.files.faults import fault_of, told_plainly
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger_record import open_trial_record


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, StorageFault.DISK_FULL),
        (errno.EDQUOT, StorageFault.DISK_FULL),
        (errno.EROFS, StorageFault.READ_ONLY),
        (errno.EACCES, StorageFault.READ_ONLY),
        (errno.EIO, StorageFault.FAILED),
    ],
)
def test_faults_of_the_file_system_have_a_reason(number, fault):
    assert fault_of(OSError(number, "text")).fault is fault


def sqlite_fault(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("text")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (sqlite3.SQLITE_FULL, StorageFault.DISK_FULL),
        (sqlite3.SQLITE_IOERR_SHMSIZE, StorageFault.DISK_FULL),
        (sqlite3.SQLITE_READONLY_DIRECTORY, StorageFault.READ_ONLY),
        (sqlite3.SQLITE_CANTOPEN, StorageFault.READ_ONLY),
        (sqlite3.SQLITE_CORRUPT, StorageFault.DAMAGED),
        (sqlite3.SQLITE_NOTADB, StorageFault.DAMAGED),
        (sqlite3.SQLITE_BUSY, StorageFault.BUSY),
        (sqlite3.SQLITE_IOERR_FSYNC, StorageFault.FAILED),
    ],
)
def test_faults_of_sqlite_have_a_reason(code, fault):
    assert fault_of(sqlite_fault(code)).fault is fault


def test_a_locked_database_is_a_busy_store():
    assert isinstance(fault_of(sqlite_fault(sqlite3.SQLITE_LOCKED)), StoreBusyError)


def test_the_text_of_a_fault_never_gets_out():
    with pytest.raises(StorageError) as caught, told_plainly():
        raise OSError(errno.EIO, "Solveig Strand")

    assert str(caught.value) == "storage.failed"
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_folder_where_the_ledger_should_be_is_told_plainly(tmp_path):
    (tmp_path / LEDGER_FILE).mkdir()

    with pytest.raises(StorageError):
        open_trial_record(tmp_path)


def test_a_file_where_the_data_folder_should_be_is_told_plainly(tmp_path):
    (tmp_path / "data").write_text("")

    with pytest.raises(StorageError):
        open_trial_record(tmp_path / "data")
