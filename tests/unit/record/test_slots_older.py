"""An older keys.json put back: the record opens, and says that a replaced way opens it again."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.errors import StorageError
from kiosk.record import key_changes
from kiosk.record.copies.backup import back_up_keys, back_up_ledger
from kiosk.record.copies.restore import Backups, restore
from kiosk.record.key_changes import (
    change_escrow,
    change_passphrase,
    change_root,
    keep_in_keyring,
    leave_keyring,
)
from kiosk.record.keys import slot_file
from kiosk.record.keys.root_key import Passphrase
from kiosk.record.keys.slot_file import SLOT_FILE
from kiosk.record.keys.vault_file import VAULT_FILE
from kiosk.record.ledger_record import open_record
from kiosk.record.set_up import EscrowFile
from tests.fake_keyring import FakeKeyring
from tests.unit.record.conftest import PASSPHRASE

OTHER = Passphrase("grønn måke ved Eksempelvik")


class PowerCutError(Exception):
    """The machine stopped."""


@pytest.fixture
def data(sealed_data: Path) -> Path:
    """A record that was opened once, and with a keyring."""
    assert not told(sealed_data)
    keep_in_keyring(sealed_data, PASSPHRASE, FakeKeyring())
    return sealed_data


def told(data: Path, passphrase: Passphrase = PASSPHRASE) -> bool:
    record = open_record(data, passphrase)
    record.close()
    assert record.damage is None
    return record.has_older_slots


def new_escrow(data: Path, passphrase: Passphrase = PASSPHRASE) -> None:
    change_escrow(data, passphrase, EscrowFile(data.parent / "new.txt", "{}".format))


CHANGES: dict[str, Callable[[Path], None]] = {
    "passphrase": lambda data: change_passphrase(data, PASSPHRASE, OTHER),
    "escrow": new_escrow,
    "keyring": lambda data: leave_keyring(data, PASSPHRASE, FakeKeyring()),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_way_that_was_replaced_or_removed_and_is_back_is_told(data, tmp_path, change):
    older = shutil.copy(data / SLOT_FILE, tmp_path / "older")
    change(data)
    newest = shutil.copy(data / SLOT_FILE, tmp_path / "newest")
    now = OTHER if change is CHANGES["passphrase"] else PASSPHRASE
    assert not told(data, now)

    shutil.copy(older, data / SLOT_FILE)

    assert told(data)
    assert told(data)
    shutil.copy(newest, data / SLOT_FILE)
    assert not told(data, now)


def test_it_is_told_until_every_such_way_is_replaced(data, tmp_path):
    older = shutil.copy(data / SLOT_FILE, tmp_path / "older")
    change_passphrase(data, PASSPHRASE, OTHER)
    new_escrow(data, OTHER)
    shutil.copy(older, data / SLOT_FILE)

    change_passphrase(data, PASSPHRASE, OTHER)
    assert told(data, OTHER)
    (tmp_path / "new.txt").unlink()
    new_escrow(data, OTHER)
    assert not told(data, OTHER)


def test_a_change_that_is_cut_off_is_never_told(data, tmp_path, monkeypatch):
    write = slot_file.write_slots
    older = shutil.copy(data / SLOT_FILE, tmp_path / "older")
    for number in range(2):

        def cut(folder: Path, slots, number=number) -> None:
            if number:
                write(folder, slots)
            raise PowerCutError

        with monkeypatch.context() as patch:
            patch.setattr(key_changes, "write_slots", cut)
            with pytest.raises(PowerCutError):
                change_passphrase(data, PASSPHRASE, OTHER)
        assert not told(data, OTHER if number else PASSPHRASE)
    # The opening noted what it found, and knows the earlier passphrase no longer.
    shutil.copy(older, data / SLOT_FILE)
    assert told(data)


def test_a_new_root_key_and_a_restored_record_have_no_older_ways(data, tmp_path):
    change_root(data, PASSPHRASE, FakeKeyring())
    assert not told(data)
    back_up_ledger(data, tmp_path / "ledger")
    back_up_keys(data, tmp_path / "keys")
    restore(Backups(tmp_path / "ledger", tmp_path / "keys"), tmp_path / "copy", PASSPHRASE)

    assert not told(tmp_path / "copy")


def test_a_note_that_was_changed_is_told_and_keeps_nobody_out(data):
    with sqlite3.connect(data / VAULT_FILE) as vault:
        vault.execute("UPDATE key SET wrapped = zeroblob(60) WHERE purpose = 'slots'")
    vault.close()

    assert told(data)
    change_passphrase(data, PASSPHRASE, OTHER)
    new_escrow(data, OTHER)
    leave_keyring(data, OTHER, FakeKeyring())
    assert not told(data, OTHER)


def test_a_change_that_cannot_be_noted_is_not_made(data, monkeypatch):
    before = (data / SLOT_FILE).read_bytes()

    def full(*_args: object) -> None:
        raise StorageError

    monkeypatch.setattr("kiosk.record.keys.vault.Vault.note_slots", full)
    with pytest.raises(StorageError):
        change_passphrase(data, PASSPHRASE, OTHER)

    assert (data / SLOT_FILE).read_bytes() == before
