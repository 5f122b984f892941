"""The ways to a sealed store: set up, changed, and every wrong one refused without a trace."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.errors import RefusedError, StorageError, StorageFault
from kiosk.record import key_changes
from kiosk.record.key_changes import (
    change_escrow,
    change_passphrase,
    change_root,
    keep_in_keyring,
    leave_keyring,
)
from kiosk.record.keys.escrow import read_escrow_file
from kiosk.record.keys.os_keyring import keyring_key
from kiosk.record.keys.root_key import (
    USUAL_COST,
    Cost,
    EscrowKey,
    KeyringKey,
    Passphrase,
    Secret,
)
from kiosk.record.keys.slot_file import SLOT_FILE, read_slots, write_slots
from kiosk.record.keys.vault import Vault
from kiosk.record.ledger_record import open_record, open_trial_record
from kiosk.record.set_up import EscrowFile, Ways, set_up
from kiosk.record.store import StoreState, state_of
from tests.fake_keyring import FakeKeyring, NoKeyring
from tests.record_samples import imported

RIGHT = Passphrase("blå ørn på Eksempelfjell")
OTHER = Passphrase("grønn måke ved Eksempelvik")
WRONG = Passphrase("rød rev bak Eksempelberg")


def ways(folder: Path, keyring: FakeKeyring | NoKeyring | None = None, **given) -> Ways:
    escrow = given.get("escrow", folder / "escrow.txt")
    return Ways(given.get("passphrase", RIGHT), EscrowFile(escrow, "Hode {}".format), keyring)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[Path, FakeKeyring]:
    """A folder with a sealed record of one case in ``data``, and its escrow file beside it."""
    folder, keyring = tmp_path_factory.mktemp("made"), FakeKeyring()
    set_up(folder / "data", ways(folder, keyring))
    record = open_record(folder / "data", RIGHT)
    record.append([imported()])
    record.close()
    return folder, keyring


@pytest.fixture
def keyring(made) -> FakeKeyring:
    copy = FakeKeyring()
    copy.kept = dict(made[1].kept)
    return copy


@pytest.fixture
def folder(made, tmp_path: Path) -> Path:
    copy = tmp_path / "copy"
    shutil.copytree(made[0], copy)
    return copy


@pytest.fixture
def data(folder: Path) -> Path:
    return folder / "data"


@pytest.fixture
def escrow(folder) -> EscrowKey:
    return EscrowKey(read_escrow_file(folder / "escrow.txt"))


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix != ".lock"}


def opens(data: Path, secret: Secret) -> bool:
    """Whether a secret opens the record and its case is there."""
    try:
        record = open_record(data, secret)
    except StorageError:
        return False
    found = record.case_refs()
    record.close()
    return found == {CaseRef("2026/1")}


def kept_key(data: Path, keyring: FakeKeyring) -> KeyringKey:
    slots = read_slots(data)
    assert slots is not None
    key = keyring_key(slots, keyring)
    assert key is not None
    return key


def test_passphrase_escrow_key_and_keyring_each_open_the_store(data, escrow, keyring):
    assert opens(data, RIGHT)
    assert opens(data, escrow)
    assert opens(data, kept_key(data, keyring))


def test_neither_private_half_nor_keyring_key_lies_in_the_data_folder(data, escrow, keyring):
    secrets = (escrow.private, kept_key(data, keyring).key)

    assert not [file for file in contents(data).values() for secret in secrets if secret in file]


def test_the_escrow_file_is_private_and_says_whose_it_is(folder, data):
    file = folder / "escrow.txt"
    slots = read_slots(data)

    assert slots is not None
    assert file.read_text(encoding="utf-8").startswith(f"Hode {slots.store}\n\n-----BEGIN")


def test_only_one_user_reads_the_escrow_file(tmp_path):
    set_up(tmp_path / "data", ways(tmp_path))

    assert (tmp_path / "escrow.txt").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "passphrase.short"),
        ("A1!aaaaaaaaaaa", "passphrase.short"),
        (" " * 20, "passphrase.short"),
        ("hei hei hei hei hei", "passphrase.repeats"),
    ],
)
def test_a_weak_passphrase_sets_nothing_up(tmp_path, text, code):
    with pytest.raises(RefusedError) as caught:
        set_up(tmp_path / "data", ways(tmp_path, passphrase=Passphrase(text)))

    assert [refusal.code for refusal in caught.value.refusals] == [code]
    assert not list(tmp_path.iterdir())


def test_an_escrow_file_is_never_written_over(tmp_path):
    (tmp_path / "escrow.txt").write_text("keep", encoding="utf-8")

    with pytest.raises(RefusedError) as caught:
        set_up(tmp_path / "data", ways(tmp_path))

    assert caught.value.refusals[0].code == "escrow.exists"
    assert (tmp_path / "escrow.txt").read_text(encoding="utf-8") == "keep"
    assert state_of(tmp_path / "data") is StoreState.NONE


@pytest.mark.parametrize("inside", ["escrow.txt", "deeper/../escrow.txt"])
def test_an_escrow_file_never_lies_with_what_it_opens(tmp_path, inside):
    data = tmp_path / "data"
    (data / "deeper").mkdir(parents=True)

    with pytest.raises(RefusedError) as caught:
        set_up(data, ways(tmp_path, escrow=data / inside))

    assert caught.value.refusals[0].code == "escrow.inside"


def test_a_folder_that_is_not_there_takes_no_escrow_file(tmp_path):
    with pytest.raises(RefusedError) as caught:
        set_up(tmp_path / "data", ways(tmp_path, escrow=tmp_path / "stick" / "escrow.txt"))

    assert caught.value.refusals[0].code == "escrow.no_folder"


def test_a_machine_without_keyring_sets_nothing_up_with_one(tmp_path):
    with pytest.raises(StorageError) as caught:
        set_up(tmp_path / "data", ways(tmp_path, NoKeyring()))

    assert caught.value.fault is StorageFault.NO_KEYRING
    assert not (tmp_path / "escrow.txt").exists()
    assert state_of(tmp_path / "data") is StoreState.NONE


def test_a_setting_up_that_fails_leaves_neither_escrow_file_nor_keyring_key(tmp_path, monkeypatch):
    def full(*_arguments):
        raise StorageError(StorageFault.DISK_FULL)

    monkeypatch.setattr("kiosk.record.store.write_slots", full)
    keyring = FakeKeyring()

    with pytest.raises(StorageError):
        set_up(tmp_path / "data", ways(tmp_path, keyring))

    assert not (tmp_path / "escrow.txt").exists()
    assert not keyring.kept


def test_a_trial_store_is_not_turned_into_a_sealed_one(tmp_path):
    open_trial_record(tmp_path / "data").close()

    with pytest.raises(StorageError) as caught:
        set_up(tmp_path / "data", ways(tmp_path))

    assert caught.value.fault is StorageFault.TRIAL_ONLY


def test_a_changed_passphrase_opens_and_the_earlier_one_no_longer(data, escrow):
    change_passphrase(data, RIGHT, OTHER)

    assert opens(data, OTHER)
    assert not opens(data, RIGHT)
    assert opens(data, escrow)


def test_the_escrow_key_sets_a_passphrase_that_was_forgotten(data, escrow):
    change_passphrase(data, escrow, OTHER)

    assert opens(data, OTHER)


def test_a_new_escrow_key_opens_and_the_earlier_one_no_longer(data, escrow, tmp_path):
    change_escrow(data, RIGHT, EscrowFile(tmp_path / "new.txt", "{}".format))

    assert opens(data, EscrowKey(read_escrow_file(tmp_path / "new.txt")))
    assert not opens(data, escrow)
    assert opens(data, RIGHT)


def test_a_new_escrow_key_that_cannot_be_put_in_place_leaves_no_file(data, tmp_path, monkeypatch):
    def full(*_arguments):
        raise StorageError(StorageFault.DISK_FULL)

    monkeypatch.setattr(key_changes, "write_slots", full)

    with pytest.raises(StorageError):
        change_escrow(data, RIGHT, EscrowFile(tmp_path / "new.txt", "{}".format))

    assert not (tmp_path / "new.txt").exists()


def test_an_escrow_file_never_lies_in_a_cloud(tmp_path):
    (tmp_path / "OneDrive").mkdir()

    with pytest.raises(RefusedError) as caught:
        set_up(tmp_path / "data", ways(tmp_path, escrow=tmp_path / "OneDrive" / "escrow.txt"))

    assert caught.value.refusals[0].code == "escrow.synced"


def test_a_weak_new_passphrase_changes_nothing(data):
    before = contents(data)

    with pytest.raises(RefusedError):
        change_passphrase(data, RIGHT, Passphrase("kort"))

    assert contents(data) == before


def test_the_passphrase_that_opens_it_already_is_no_new_one(data):
    with pytest.raises(RefusedError) as caught:
        change_passphrase(data, RIGHT, RIGHT)

    assert [each.code for each in caught.value.refusals] == ["passphrase.same"]


def test_the_keyring_is_put_on_and_off(data, keyring):
    leave_keyring(data, RIGHT, keyring)
    slots = read_slots(data)
    assert slots is not None
    assert not slots.has_keyring
    assert not keyring.kept

    keep_in_keyring(data, RIGHT, keyring)
    assert opens(data, kept_key(data, keyring))


def test_a_keyring_that_is_gone_is_left_all_the_same(data):
    leave_keyring(data, RIGHT, NoKeyring())

    assert opens(data, RIGHT)


def test_without_a_keyring_there_is_no_key_of_it(data):
    slots = read_slots(data)

    assert slots is not None
    assert keyring_key(slots, NoKeyring()) is None
    assert keyring_key(slots, FakeKeyring()) is None


CHANGES: dict[str, tuple[Callable[[Path, Secret], None], StorageFault]] = {
    "passphrase": (
        lambda data, secret: change_passphrase(data, secret, OTHER),
        StorageFault.WRONG_KEY,
    ),
    "rotate": (
        lambda data, secret: change_root(data, WRONG, FakeKeyring()),
        StorageFault.WRONG_KEY,
    ),
    "keyring on": (
        lambda data, secret: keep_in_keyring(data, secret, FakeKeyring()),
        StorageFault.WRONG_KEY,
    ),
    "keyring off": (
        lambda data, secret: leave_keyring(data, secret, FakeKeyring()),
        StorageFault.WRONG_KEY,
    ),
    "escrow": (
        lambda data, secret: change_escrow(
            data, secret, EscrowFile(data.parent / "new.txt", "{}".format)
        ),
        StorageFault.WRONG_KEY,
    ),
    "recover": (
        lambda data, _secret: change_passphrase(data, EscrowKey(b"e" * 32), OTHER),
        StorageFault.WRONG_ESCROW,
    ),
    "open by keyring": (
        lambda data, _secret: open_record(data, KeyringKey(b"k" * 32)).close(),
        StorageFault.KEYRING_LOST,
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_wrong_key_is_told_and_touches_no_byte(data, change):
    run, fault = CHANGES[change]
    before = contents(data)

    with pytest.raises(StorageError) as caught:
        run(data, WRONG)

    assert caught.value.fault is fault
    assert contents(data) == before


def test_a_new_root_key_keeps_every_way_and_every_event(data, escrow, keyring):
    before = read_slots(data)
    change_root(data, RIGHT, keyring)
    after = read_slots(data)

    assert before is not None
    assert after is not None
    assert {slot.generation for slot in after.slots} == {2}
    assert len(after.slots) == len(before.slots)
    assert opens(data, RIGHT)
    assert opens(data, escrow)
    assert opens(data, kept_key(data, keyring))


def test_after_a_new_root_key_the_keyring_is_kept_only_where_it_can_be_read(data):
    change_root(data, RIGHT, NoKeyring())

    slots = read_slots(data)
    assert slots is not None
    assert not slots.has_keyring
    assert opens(data, RIGHT)


class OutOfPowerError(Exception):
    """The machine stopped."""


STEPS = range(6)


def stop_at(step: int, monkeypatch) -> list[str]:
    """Let the machine stop just before or just after one of the writes of a rotation."""
    done: list[str] = []
    slots_write, change = write_slots, Vault.change_root

    def run(name: str, call: Callable[[], None]) -> None:
        for moment in (f"before {name}", f"after {name}"):
            if moment.startswith("after"):
                call()
            done.append(moment)
            if len(done) > step:
                raise OutOfPowerError

    monkeypatch.setattr(
        key_changes, "write_slots", lambda *args: run("slots", lambda: slots_write(*args))
    )
    monkeypatch.setattr(
        Vault, "change_root", lambda vault, root: run("vault", lambda: change(vault, root))
    )
    return done


@pytest.mark.parametrize("step", STEPS)
def test_a_rotation_that_is_cut_off_anywhere_still_opens_by_every_way(
    data, escrow, keyring, step, monkeypatch
):
    with monkeypatch.context() as cut:
        done = stop_at(step, cut)
        with pytest.raises(OutOfPowerError):
            change_root(data, RIGHT, keyring)
    assert len(done) == step + 1

    for secret in (RIGHT, escrow, kept_key(data, keyring)):
        assert opens(data, secret)
    slots = read_slots(data)
    assert slots is not None
    assert {slot.generation for slot in slots.slots} == {2 if step > 2 else 1}
    # And it can be done again.
    change_root(data, RIGHT, keyring)
    assert opens(data, RIGHT)


def test_a_rotation_has_exactly_these_steps(data, keyring, monkeypatch):
    with monkeypatch.context() as cut:
        done = stop_at(99, cut)
        change_root(data, RIGHT, keyring)

    assert len(done) == len(STEPS)


def test_a_writing_that_was_cut_off_is_cleared_away(data):
    (data / f"{SLOT_FILE}.new").write_bytes(b"{")

    assert opens(data, RIGHT)
    assert not (data / f"{SLOT_FILE}.new").exists()


def test_a_passphrase_is_as_slow_to_try_as_rfc_9106_says():
    # Imported before the tests made it cheap.
    assert Cost(memory_kib=64 * 1024, iterations=3, lanes=4) == USUAL_COST


def test_nothing_secret_is_shown_when_a_secret_is_shown():
    shown = repr((RIGHT, EscrowKey(b"e" * 32), KeyringKey(b"k" * 32)))

    assert "ørn" not in shown
    assert "eee" not in shown
    assert "kkk" not in shown
