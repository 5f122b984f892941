"""New slots that are in place while nobody knows whether they are there for good."""

from pathlib import Path

import pytest

from kiosk.domain.errors import StorageFault
from kiosk.record.copies.backup import back_up_keys, back_up_ledger
from kiosk.record.copies.half_restored import INSIDE
from kiosk.record.copies.restore import Backups, restore
from kiosk.record.key_changes import change_escrow, change_root
from kiosk.record.keys import slot_file
from kiosk.record.keys.escrow import read_escrow_file
from kiosk.record.keys.root_key import EscrowKey
from kiosk.record.keys.slot_file import read_slots
from kiosk.record.ledger_record import open_record
from kiosk.record.set_up import EscrowFile, Ways, set_up
from tests.fake_keyring import FakeKeyring, NoKeyring
from tests.unit.record.conftest import PASSPHRASE
from tests.unit.record.test_backup import fault_of


def fail_to_sync(monkeypatch: pytest.MonkeyPatch, only: Path | None = None) -> None:
    def fail(folder: Path) -> None:
        if only in {None, folder}:
            raise OSError

    monkeypatch.setattr(slot_file, "sync_folder", fail)


def test_the_only_file_that_opens_a_new_escrow_slot_is_kept(sealed_data, tmp_path, monkeypatch):
    fail_to_sync(monkeypatch)
    fresh = EscrowFile(tmp_path / "new.txt", "{}".format)

    fault = fault_of(lambda: change_escrow(sealed_data, PASSPHRASE, fresh))

    assert fault is StorageFault.SLOTS_UNSURE
    open_record(sealed_data, EscrowKey(read_escrow_file(fresh.file))).close()


def test_what_a_new_record_relies_on_is_kept(tmp_path, monkeypatch):
    fail_to_sync(monkeypatch)
    data, escrow, keyring = tmp_path / "data", tmp_path / "escrow.txt", FakeKeyring()
    ways = Ways(PASSPHRASE, EscrowFile(escrow, "{}".format), keyring)

    assert fault_of(lambda: set_up(data, ways)) is StorageFault.SLOTS_UNSURE
    assert keyring.kept
    open_record(data, EscrowKey(read_escrow_file(escrow))).close()


def generations(folder):
    slots = read_slots(folder)
    return set() if slots is None else {slot.generation for slot in slots.slots}


def test_no_key_is_wrapped_anew_while_the_way_to_its_root_is_unsure(sealed_data, monkeypatch):
    with monkeypatch.context() as patch:
        fail_to_sync(patch)
        fault = fault_of(lambda: change_root(sealed_data, PASSPHRASE, NoKeyring()))

    assert fault is StorageFault.FAILED
    assert generations(sealed_data) == {1, 2}
    open_record(sealed_data, PASSPHRASE).close()
    assert generations(sealed_data) == {1}


def test_what_an_interrupted_change_left_may_come_back(sealed_data, monkeypatch):
    with monkeypatch.context() as patch:
        fail_to_sync(patch)
        fault_of(lambda: change_root(sealed_data, PASSPHRASE, NoKeyring()))
        open_record(sealed_data, PASSPHRASE).close()


def test_a_restored_record_whose_slots_are_unsure_stays(sealed_data, tmp_path, monkeypatch):
    backups, new = backed_up(sealed_data, tmp_path), tmp_path / "new"
    fail_to_sync(monkeypatch, only=new)

    fault = fault_of(lambda: restore(backups, new, PASSPHRASE))

    assert fault is StorageFault.SLOTS_UNSURE
    open_record(new, PASSPHRASE).close()


def test_what_is_unsure_before_every_event_was_read_is_not_restored(
    sealed_data, tmp_path, monkeypatch
):
    backups, new = backed_up(sealed_data, tmp_path), tmp_path / "new"
    fail_to_sync(monkeypatch, only=new / INSIDE)

    assert fault_of(lambda: restore(backups, new, PASSPHRASE)) is StorageFault.FAILED
    assert not list(new.iterdir())


def backed_up(data: Path, folder: Path) -> Backups:
    back_up_ledger(data, folder / "ledger")
    back_up_keys(data, folder / "keys")
    return Backups(folder / "ledger", folder / "keys")
