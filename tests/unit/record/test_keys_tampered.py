"""What somebody without the root key may do to the file of keys: spoil lines, and be noticed."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.soundness import Harm
from kiosk.record.folding import folded_log
from kiosk.record.folding.snapshot import SNAPSHOT_FILE
from kiosk.record.key_changes import change_root
from kiosk.record.keys.vault_file import VAULT_FILE
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger_record import open_record
from tests.fake_keyring import FakeKeyring
from tests.record_samples import case, imported
from tests.unit.record.conftest import PASSPHRASE
from tests.unit.record.disposing import GONE, KEPT, dispose, two_cases

_ONE = "(SELECT min(id) FROM key WHERE purpose = 'case')"
_LAST = "(SELECT max(id) FROM key WHERE purpose = 'case')"


@pytest.fixture
def data(sealed_data: Path) -> Path:
    """A record with two cases."""
    two_cases(sealed_data)
    return sealed_data


def change(data: Path, *statements: str) -> None:
    connection = sqlite3.connect(data / VAULT_FILE)
    for statement in statements:
        connection.execute(statement.replace("ONE", _ONE).replace("LAST", _LAST))
    connection.commit()
    connection.close()


SPOILT = {
    "zeroed": ("UPDATE key SET wrapped = NULL WHERE id = ONE",),
    "told to be destroyed": (
        "UPDATE key SET wrapped = NULL, tag = NULL, proof = wrapped, destroyed_on = '2026-11-03'"
        " WHERE id = ONE",
    ),
    "taken away": ("DELETE FROM key WHERE id = ONE",),
    "changed": ("UPDATE key SET wrapped = zeroblob(60) WHERE id = ONE",),
    "cut short": ("UPDATE key SET wrapped = x'00' WHERE id = ONE",),
    "of another": (
        "UPDATE key SET wrapped = (SELECT wrapped FROM key WHERE id = LAST) WHERE id = ONE",
    ),
    "without its tag": ("UPDATE key SET tag = NULL WHERE id = ONE",),
    "of a later root key": ("UPDATE key SET generation = 2 WHERE id = ONE",),
}


@pytest.mark.parametrize("statements", SPOILT.values(), ids=SPOILT)
def test_one_spoilt_key_is_damage_of_its_lines(data, statements):
    change(data, *statements)

    record = open_record(data, PASSPHRASE)

    assert record.damage is not None
    is_gone = statements == SPOILT["taken away"]
    assert record.damage.harm is (Harm.KEYS_OLDER if is_gone else Harm.UNREADABLE)
    assert len(record.case_refs()) == 1
    with pytest.raises(StorageError) as caught:
        record.append([imported(case("2026/3"))])
    assert caught.value.fault is StorageFault.UNSOUND
    record.close()


def test_the_proof_of_one_key_proves_nothing_of_another(data):
    record = open_record(data, PASSPHRASE)
    dispose(record)
    record.close()
    (data / SNAPSHOT_FILE).unlink()
    change(
        data,
        "UPDATE key SET wrapped = NULL, tag = NULL,"
        " proof = (SELECT proof FROM key WHERE proof IS NOT NULL) WHERE purpose = 'case'",
    )

    record = open_record(data, PASSPHRASE)

    assert record.damage is not None
    record.close()


@pytest.fixture
def from_snapshot(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The next opening reads no line."""
    monkeypatch.setattr(folded_log, "_WORTH_SAVING", 1)
    open_record(data, PASSPHRASE).close()
    assert (data / SNAPSHOT_FILE).exists()
    return data


def test_keys_with_each_others_tags_dispose_of_nothing(from_snapshot):
    change(
        from_snapshot,
        "CREATE TEMP TABLE old AS SELECT id, tag FROM key WHERE purpose = 'case'",
        "UPDATE key SET tag = (SELECT tag FROM old WHERE old.id <> key.id) WHERE purpose = 'case'",
    )

    require_not_disposed(from_snapshot)


def test_a_case_whose_key_was_hidden_is_not_said_to_be_disposed_of(from_snapshot):
    change(from_snapshot, "UPDATE key SET tag = NULL WHERE purpose = 'case'")

    require_not_disposed(from_snapshot)


def require_not_disposed(data: Path) -> None:
    record = open_record(data, PASSPHRASE)
    assert record.damage is None
    for reference in (GONE, KEPT):
        with pytest.raises(StorageError) as caught:
            dispose(record, reference)
        assert caught.value.fault in {StorageFault.DAMAGED, StorageFault.UNSOUND}
    assert record.case_refs() == {GONE, KEPT}
    record.close()
    connection = sqlite3.connect(data / LEDGER_FILE)
    assert connection.execute("SELECT count(*) FROM erasure").fetchone() == (0,)
    connection.close()


def test_keys_of_before_a_new_root_key_seal_nothing_after_it(data):
    change_root(data, PASSPHRASE, FakeKeyring())
    change(data, "UPDATE key SET generation = 2 WHERE purpose = 'case'")

    record = open_record(data, PASSPHRASE)

    with pytest.raises(StorageError):
        record.append([imported(case(GONE))])
    record.close()


@pytest.mark.parametrize("is_rotated", [False, True])
def test_an_old_ledger_with_the_present_keys_is_whole_without_the_case(data, tmp_path, is_rotated):
    old = Path(shutil.copytree(data, tmp_path / "old"))
    record = open_record(data, PASSPHRASE)
    dispose(record)
    record.close()
    if is_rotated:
        change_root(data, PASSPHRASE, FakeKeyring())
    (data / SNAPSHOT_FILE).unlink()
    shutil.copy(old / LEDGER_FILE, data / LEDGER_FILE)

    record = open_record(data, PASSPHRASE)

    assert record.damage is None
    assert record.case_refs() == {KEPT}
    record.close()


def test_the_key_that_is_opened_first_tells_of_another_root_key(data):
    change(data, "UPDATE key SET wrapped = zeroblob(60) WHERE purpose = 'finding'")

    with pytest.raises(StorageError) as caught:
        open_record(data, PASSPHRASE)

    assert caught.value.fault is StorageFault.WRONG_KEY


@pytest.mark.parametrize(
    ("statements", "fault"),
    [
        (("UPDATE meta SET format = 1000",), StorageFault.NEWER_VERSION),
        (("UPDATE meta SET format = 1",), StorageFault.DAMAGED),
        (("DELETE FROM meta",), StorageFault.DAMAGED),
        (("ALTER TABLE meta DROP COLUMN format",), StorageFault.OLDER_TRIAL),
    ],
)
def test_keys_of_another_version_are_refused_plainly(data, statements, fault):
    change(data, *statements)

    with pytest.raises(StorageError) as caught:
        open_record(data, PASSPHRASE)

    assert caught.value.fault is fault
