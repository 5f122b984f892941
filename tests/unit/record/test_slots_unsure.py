"""New slots that are in place while nobody knows whether they are there for good."""

from pathlib import Path

import pytest

from kiosk.domain.errors import StorageFault
from kiosk.record import slot_file
from kiosk.record.escrow import read_escrow_file
from kiosk.record.key_changes import change_escrow
from kiosk.record.ledger_record import open_record
from kiosk.record.root_key import EscrowKey
from kiosk.record.set_up import EscrowFile, Ways, set_up
from tests.fake_keyring import FakeKeyring
from tests.unit.record.conftest import PASSPHRASE
from tests.unit.record.test_backup import fault_of


def fail_to_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_folder: Path) -> None:
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
