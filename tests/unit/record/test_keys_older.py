"""Older genuine keys beside a newer ledger: the opening says so, and no disposal is undone."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.errors import NotFoundError, StorageError, StorageFault
from kiosk.domain.event import Stored
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.copies.backup import back_up_keys, back_up_ledger
from kiosk.record.copies.restore import Backups, restore
from kiosk.record.folding import folded_log
from kiosk.record.folding.snapshot import SNAPSHOT_FILE
from kiosk.record.key_changes import change_root
from kiosk.record.keys.slot_file import SLOT_FILE
from kiosk.record.keys.vault_file import VAULT_FILE, VaultFile
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.verify import Finding, verify_folder
from kiosk.record.ledger_record import LedgerRecord, open_record
from kiosk.record.store import open_store
from tests.fake_keyring import FakeKeyring
from tests.record_samples import case, imported
from tests.unit.record.conftest import PASSPHRASE
from tests.unit.record.disposing import GONE, KEPT, dispose, two_cases

Put = Callable[..., None]


@pytest.fixture(params=[1, 10_000], ids=["with snapshots", "without"])
def data(sealed_data: Path, monkeypatch: pytest.MonkeyPatch, request) -> Path:
    """A closed record with two cases."""
    monkeypatch.setattr(folded_log, "_WORTH_SAVING", request.param)
    two_cases(sealed_data)
    return sealed_data


@pytest.fixture
def put_back(data: Path, tmp_path: Path) -> Put:
    """Puts back files as they were before anything else happened."""
    old = Path(shutil.copytree(data, tmp_path / "old"))

    def put(*names: str) -> None:
        for name in names:
            if (old / name).exists():
                shutil.copy(old / name, data / name)

    return put


def changed(data: Path, change: Callable[[LedgerRecord], object]) -> None:
    record = open_record(data, PASSPHRASE)
    change(record)
    record.close()


@pytest.mark.parametrize("names", [(VAULT_FILE,), (VAULT_FILE, SNAPSHOT_FILE)], ids=len)
def test_keys_from_before_a_case_came_are_told_and_nothing_is_lost(data, put_back, names, tmp_path):
    changed(data, lambda record: record.append([imported(case("2026/3"))]))
    newest = shutil.copy(data / VAULT_FILE, tmp_path / "newest")
    put_back(*names)

    record = open_record(data, PASSPHRASE)

    assert record.damage == Damage(Harm.KEYS_OLDER, Stored(record.device, 7))
    with pytest.raises(StorageError) as caught:
        record.append([imported(case("2026/3"))])
    assert caught.value.fault is StorageFault.UNSOUND
    record.close()
    shutil.copy(newest, data / VAULT_FILE)
    again = open_record(data, PASSPHRASE)
    assert (again.damage, len(again.case_refs())) == (None, 3)
    again.close()


@pytest.mark.parametrize("names", [(VAULT_FILE,), (VAULT_FILE, SNAPSHOT_FILE)], ids=len)
def test_a_key_that_a_disposal_destroyed_is_destroyed_again(data, put_back, names):
    changed(data, dispose)
    put_back(*names)

    record = open_record(data, PASSPHRASE)

    assert (record.damage, record.keys_destroyed_again) == (None, 1)
    assert record.case_refs() == {KEPT}
    with pytest.raises(NotFoundError):
        record.case_file(GONE)
    assert not record._sealed._vault.keys_of([GONE])
    assert any(key.proof for key in record._sealed._vault._file.destroyed())
    record.append([imported(case(GONE))])
    record.close()
    again = open_record(data, PASSPHRASE)
    assert again.keys_destroyed_again == 0
    assert again.case_refs() == {GONE, KEPT}
    again.close()
    assert verify_folder(data).finding is Finding.INTACT


def test_nothing_is_sealed_with_a_key_that_could_not_be_destroyed_again(
    data, put_back, monkeypatch
):
    changed(data, dispose)
    put_back(VAULT_FILE)

    def full(*_args: object) -> None:
        raise StorageError(StorageFault.DISK_FULL)

    with monkeypatch.context() as patch:
        patch.setattr(VaultFile, "destroy_keys", full)
        record = open_record(data, PASSPHRASE)
        assert record.case_refs() == {KEPT}
        with pytest.raises(StorageError) as caught:
            record.append([imported(case(GONE))])
    assert caught.value.fault is StorageFault.DISK_FULL
    record.append([imported(case(GONE))])
    assert record.keys_destroyed_again == 1
    record.close()


def test_keys_from_before_both_are_told_and_left_alone(data, put_back):
    changed(data, dispose)
    changed(data, lambda record: record.append([imported(case("2026/3"))]))
    put_back(VAULT_FILE, SNAPSHOT_FILE)

    record = open_record(data, PASSPHRASE)

    assert record.damage is not None
    assert record.damage.harm is Harm.KEYS_OLDER
    assert record.case_refs() == {KEPT}
    record.close()


@pytest.mark.parametrize("name", [VAULT_FILE, SLOT_FILE])
def test_keys_from_before_a_change_of_the_root_key_are_told_as_older(data, put_back, name):
    change_root(data, PASSPHRASE, FakeKeyring())
    put_back(name)

    with pytest.raises(StorageError) as caught:
        open_record(data, PASSPHRASE)

    assert caught.value.fault is StorageFault.KEYS_OLDER


def test_a_restoring_with_keys_from_before_a_disposal_does_not_undo_it(data, tmp_path):
    back_up_keys(data, tmp_path / "keys")
    changed(data, dispose)
    back_up_ledger(data, tmp_path / "ledger")

    restore(Backups(tmp_path / "ledger", tmp_path / "keys"), tmp_path / "new", PASSPHRASE)

    record = open_record(tmp_path / "new", PASSPHRASE)
    assert record.damage is None
    assert record.case_refs() == {KEPT}
    assert not record._sealed._vault.keys_of([GONE])
    record.close()


def test_an_older_snapshot_does_not_show_a_case_that_was_disposed_of(data, put_back):
    changed(data, dispose)
    put_back(SNAPSHOT_FILE, VAULT_FILE)
    before = (data / LEDGER_FILE).read_bytes()

    record = open_record(data, PASSPHRASE)

    assert GONE not in record.case_refs()
    assert (data / LEDGER_FILE).read_bytes() == before
    record.close()


def test_a_key_is_kept_as_long_as_a_line_needs_it(data):
    log = open_store(data, PASSPHRASE)
    first, *_others = log._file.all()
    log.erase([first.place])
    log.close()
    (data / SNAPSHOT_FILE).unlink(missing_ok=True)

    record = open_record(data, PASSPHRASE)

    assert record.keys_destroyed_again == 0
    assert len(record._sealed._vault.keys_of([GONE])) == 1
    record.close()
