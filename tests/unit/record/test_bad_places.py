"""A sealed record from a newer program, in a folder that cannot be written, on a full disk."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.errors import KioskError, StorageError, StorageFault
from kiosk.record.key_changes import change_passphrase, change_root
from kiosk.record.keys.root_key import Passphrase
from kiosk.record.keys.slot_file import SLOT_FILE
from kiosk.record.keys.vault import Vault
from kiosk.record.ledger_record import open_record
from kiosk.record.set_up import EscrowFile, Ways, set_up
from kiosk.record.store import StoreState, state_of
from tests.fake_keyring import FakeKeyring

RIGHT = Passphrase("blå ørn på Eksempelfjell")
OTHER = Passphrase("grønn måke ved Eksempelvik")

ACTIONS: dict[str, Callable[[Path], object]] = {
    "open": lambda data: open_record(data, RIGHT).close(),
    "passphrase": lambda data: change_passphrase(data, RIGHT, OTHER),
    "rotate": lambda data: change_root(data, RIGHT, FakeKeyring()),
}


def contents(data: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in data.iterdir() if file.suffix != ".lock"}


def fault_of(action: Callable[[Path], object], data: Path) -> StorageFault:
    with pytest.raises(StorageError) as caught:
        action(data)
    return caught.value.fault


@pytest.mark.parametrize("action", ACTIONS)
def test_keys_from_a_newer_program_are_told_and_left_alone(sealed_data, action):
    file = sealed_data / SLOT_FILE
    written = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps(written | {"format": 2, "new": "field"}), encoding="utf-8")
    before = contents(sealed_data)

    assert fault_of(ACTIONS[action], sealed_data) is StorageFault.NEWER_VERSION
    assert contents(sealed_data) == before


@pytest.mark.parametrize("written", ["", "{", "[]", '{"format": 1}'])
def test_keys_that_are_half_copied_are_told(sealed_data, written):
    (sealed_data / SLOT_FILE).write_text(written, encoding="utf-8")

    assert fault_of(ACTIONS["open"], sealed_data) is StorageFault.HALF


@pytest.fixture
def read_only(sealed_data, monkeypatch):
    """No file can be opened for writing; tests may run as root, whom no mode stops."""
    opened = os.open
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT

    def refuse(path, flags, *args, **kwargs):
        if flags & writing:
            raise OSError(errno.EROFS, "read-only")
        return opened(path, flags, *args, **kwargs)

    monkeypatch.setattr(os, "open", refuse)


@pytest.mark.usefixtures("read_only")
@pytest.mark.parametrize("action", ACTIONS)
def test_a_folder_that_cannot_be_written_is_told(sealed_data, action):
    before = contents(sealed_data)

    assert fault_of(ACTIONS[action], sealed_data) is StorageFault.READ_ONLY
    assert contents(sealed_data) == before


def _full(_handle: int) -> None:
    raise OSError(errno.ENOSPC, "full")


def test_on_a_full_disk_nothing_is_set_up(tmp_path, monkeypatch):
    escrow = tmp_path / "escrow.txt"
    ways = Ways(RIGHT, EscrowFile(escrow, "{}".format))

    with monkeypatch.context() as filled:
        filled.setattr(os, "fsync", _full)
        with pytest.raises(KioskError):
            set_up(tmp_path / "data", ways)

    assert not escrow.exists()
    assert state_of(tmp_path / "data") is StoreState.NONE
    set_up(tmp_path / "data", ways)


@pytest.mark.parametrize("action", ["passphrase", "rotate"])
def test_on_a_full_disk_the_earlier_keys_still_open(sealed_data, action, monkeypatch):
    with monkeypatch.context() as filled:
        filled.setattr(os, "fsync", _full)
        assert fault_of(ACTIONS[action], sealed_data) is StorageFault.DISK_FULL

    open_record(sealed_data, RIGHT).close()


def test_a_rotation_that_the_disk_stops_half_way_still_opens(sealed_data, monkeypatch):
    def full(_vault: Vault, _root: bytes) -> None:
        raise StorageError(StorageFault.DISK_FULL)

    with monkeypatch.context() as filled:
        filled.setattr(Vault, "change_root", full)
        assert fault_of(ACTIONS["rotate"], sealed_data) is StorageFault.DISK_FULL

    open_record(sealed_data, RIGHT).close()
    change_root(sealed_data, RIGHT, FakeKeyring())
    open_record(sealed_data, RIGHT).close()
