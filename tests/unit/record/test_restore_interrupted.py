"""Restoring twice at once, and restoring that is cut off at any step."""

import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault, StoreBusyError
from kiosk.record.copies import restore as restoring
from kiosk.record.copies.backup import back_up_keys, back_up_ledger
from kiosk.record.copies.half_restored import INSIDE
from kiosk.record.copies.restore import Backups, restore
from kiosk.record.keys.slot_file import SLOT_FILE
from kiosk.record.keys.vault_file import VAULT_FILE
from kiosk.record.ledger import ledger_start
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger_record import open_record
from kiosk.record.store import StoreState, begin_store, refuse_begun, state_of
from tests.record_samples import case, imported
from tests.unit.record.conftest import PASSPHRASE
from tests.unit.record.test_backup import fault_of, refusal_of


@pytest.fixture
def backups(sealed_data, tmp_path) -> Backups:
    store(sealed_data, "1")
    back_up_ledger(sealed_data, tmp_path / "ledger")
    back_up_keys(sealed_data, tmp_path / "keys")
    return Backups(tmp_path / "ledger", tmp_path / "keys")


@pytest.fixture
def new(tmp_path):
    return tmp_path / "new"


def store(data: Path, number: str) -> None:
    record = open_record(data, PASSPHRASE)
    record.append([imported(case(number))])
    record.close()


def cases_in(data: Path) -> frozenset[CaseRef]:
    record = open_record(data, PASSPHRASE)
    try:
        return record.case_refs()
    finally:
        record.close()


def meanwhile(monkeypatch, happens) -> None:
    """Let something happen once, after the backups were read and before anything is written."""
    read, todo = restoring._read, [happens]

    def slow(backups: Backups):
        found = read(backups)
        if todo:
            todo.pop()()
        return found

    monkeypatch.setattr(restoring, "_read", slow)


def test_a_record_that_came_while_the_backups_were_read_is_not_touched(backups, new, monkeypatch):
    def somebody_restores() -> None:
        restore(backups, new, PASSPHRASE)
        store(new, "2")

    meanwhile(monkeypatch, somebody_restores)

    assert refusal_of(lambda: restore(backups, new, PASSPHRASE)) == "restore.not_empty"
    assert cases_in(new) == {CaseRef("1"), CaseRef("2")}


def test_a_record_that_is_in_use_by_then_is_not_touched(backups, new, monkeypatch):
    opened = []

    def somebody_restores() -> None:
        restore(backups, new, PASSPHRASE)
        opened.append(open_record(new, PASSPHRASE))

    meanwhile(monkeypatch, somebody_restores)

    with pytest.raises(StoreBusyError):
        restore(backups, new, PASSPHRASE)

    opened[0].append([imported(case("2"))])
    opened[0].close()
    assert cases_in(new) == {CaseRef("1"), CaseRef("2")}


def copied_at(monkeypatch, new: Path, copies: list[Path]) -> None:
    """Copy the folder before the first reading and before each file is moved, as a cut leaves it."""
    read_once, rename = restoring._read_once, Path.rename

    def copy() -> None:
        copies.append(new.with_name(f"cut-{len(copies)}"))
        shutil.copytree(new, copies[-1])

    def reading(log) -> None:
        copy()
        read_once(log)

    def moving(file: Path, target: Path) -> Path:
        if target.parent == new:
            copy()
        return rename(file, target)

    monkeypatch.setattr(restoring, "_read_once", reading)
    monkeypatch.setattr(Path, "rename", moving)


def test_what_is_cut_off_at_any_step_is_restored_anew(backups, new, monkeypatch):
    copies: list[Path] = []
    with monkeypatch.context() as patch:
        copied_at(patch, new, copies)
        restore(backups, new, PASSPHRASE)

    for cut in copies:
        assert not (cut / SLOT_FILE).exists()
        restore(backups, cut, PASSPHRASE)
        assert cases_in(cut) == {CaseRef("1")}
        assert not (cut / INSIDE).exists()
    assert len(copies) == len(("read", VAULT_FILE, LEDGER_FILE, SLOT_FILE))


def test_what_is_cut_off_before_every_event_was_read_is_no_record(backups, new, monkeypatch):
    copies: list[Path] = []
    copied_at(monkeypatch, new, copies)
    restore(backups, new, PASSPHRASE)

    for cut in copies[:2]:
        for ask in (state_of, refuse_begun, lambda data: open_record(data, PASSPHRASE)):
            assert fault_of(partial(ask, cut)) is StorageFault.HALF_RESTORED


def test_what_is_cut_off_between_the_last_moves_is_finished_by_the_next(backups, new, monkeypatch):
    copies: list[Path] = []
    with monkeypatch.context() as patch:
        copied_at(patch, new, copies)
        restore(backups, new, PASSPHRASE)

    for cut in copies[2:]:
        with pytest.raises(StorageError) as caught:
            begin_store(cut, lambda *_: ())
        assert caught.value.fault is StorageFault.ALREADY_SET_UP
        assert state_of(cut) is StoreState.SEALED
        assert cases_in(cut) == {CaseRef("1")}
        assert not (cut / INSIDE).exists()


def test_who_looks_while_somebody_restores_is_told_so(backups, new, monkeypatch):
    faults = []
    rename = Path.rename

    def moving(file: Path, target: Path) -> Path:
        if target.parent == new:
            faults.append(fault_of(lambda: state_of(new)))
        return rename(file, target)

    monkeypatch.setattr(Path, "rename", moving)
    restore(backups, new, PASSPHRASE)

    assert faults == [StorageFault.BUSY] * len((VAULT_FILE, LEDGER_FILE, SLOT_FILE))


def test_a_file_that_cannot_be_moved_leaves_the_folder_empty(backups, new, monkeypatch):
    rename = Path.rename

    def fail_last(file: Path, target: Path) -> Path:
        if target == new / SLOT_FILE:
            raise OSError
        return rename(file, target)

    monkeypatch.setattr(Path, "rename", fail_last)

    assert fault_of(lambda: restore(backups, new, PASSPHRASE)) is StorageFault.FAILED
    assert not list(new.iterdir())


def test_somebody_elses_files_beside_half_a_restored_record_stay(backups, new):
    (new / INSIDE).mkdir(parents=True)
    (new / LEDGER_FILE).write_bytes(b"mine")

    assert refusal_of(lambda: restore(backups, new, PASSPHRASE)) == "restore.not_empty"
    assert (new / LEDGER_FILE).read_bytes() == b"mine"


def test_what_was_cut_off_at_the_very_end_goes_at_the_next_opening(backups, new):
    restore(backups, new, PASSPHRASE)
    (new / INSIDE).mkdir()
    (new / INSIDE / "holder.json").write_bytes(b"{}")

    assert cases_in(new) == {CaseRef("1")}
    assert not (new / INSIDE).exists()


def test_the_new_machine_id_is_none_that_the_ledger_knows(backups, new, monkeypatch):
    given = iter((only_device(backups), "7777"))
    monkeypatch.setattr(ledger_start, "_drawn", lambda: next(given))

    assert restore(backups, new, PASSPHRASE).device == "7777"


def only_device(backups: Backups) -> str:
    with closing(sqlite3.connect(backups.ledger / LEDGER_FILE)) as ledger:
        (device,) = ledger.execute("SELECT DISTINCT device FROM event").fetchone()
    return str(device)
