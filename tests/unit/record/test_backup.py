"""Backups of ledger and keys, while closed and under load, and records restored from them."""

import json
import shutil
import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.errors import RefusedError, StorageError, StorageFault, StoreBusyError
from kiosk.record.copies import backup
from kiosk.record.copies.backup import MANIFEST, back_up_keys, back_up_ledger, digest_of
from kiosk.record.copies.restore import Backups, restore
from kiosk.record.key_changes import change_root
from kiosk.record.keys.escrow import read_escrow_file
from kiosk.record.keys.root_key import EscrowKey, Passphrase
from kiosk.record.keys.slot_file import read_slots
from kiosk.record.keys.vault_file import VAULT_FILE
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.verify import Finding, verify_file, verify_folder
from kiosk.record.ledger_record import LedgerRecord, open_record, open_trial_record
from kiosk.record.set_up import set_up
from tests.fake_keyring import FakeKeyring
from tests.record_samples import case, imported
from tests.unit.record.test_record_keys import RIGHT, WRONG, contents, ways

ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Place:
    """A record of one case, closed, and where its backups go."""

    data: Path
    ledger: Path
    keys: Path
    new: Path

    @property
    def backups(self) -> Backups:
        return Backups(self.ledger, self.keys)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    set_up(tmp_path / "data", ways(tmp_path, FakeKeyring()))
    store(tmp_path / "data", "1")
    names = ("data", "ledger", "keys.backup", "new")
    return Place(*(tmp_path / name for name in names))


def store(data: Path, *numbers: str) -> None:
    record = open_record(data, RIGHT)
    for number in numbers:
        record.append([imported(case(number))])
    record.close()


def cases_in(data: Path) -> frozenset[CaseRef]:
    record = open_record(data, RIGHT)
    try:
        return record.case_refs()
    finally:
        record.close()


def refusal_of(call) -> str:
    with pytest.raises(RefusedError) as caught:
        call()
    return caught.value.refusals[0].code


def fault_of(call) -> StorageFault:
    with pytest.raises(StorageError) as caught:
        call()
    return caught.value.fault


def test_a_restored_record_holds_everything_and_takes_a_new_machine_id(place):
    back_up_ledger(place.data, place.ledger)
    back_up_keys(place.data, place.keys)

    restored = restore(place.backups, place.new, RIGHT)

    first, second = open_record(place.data, RIGHT), open_record(place.new, RIGHT)
    assert second.case_refs() == first.case_refs()
    assert second.device == restored.device != first.device
    first.close()
    second.close()


def test_old_events_of_a_restored_record_stay_verifiable_beside_its_own(place):
    back_up_ledger(place.data, place.ledger)
    back_up_keys(place.data, place.keys)
    restored = restore(place.backups, place.new, RIGHT)
    assert verify_folder(place.new).finding is Finding.INTACT

    store(place.new, "2", "3")

    verdict = verify_folder(place.new)
    assert verdict.finding is Finding.INTACT
    assert verdict.ends is not None
    assert {count for count, _hash in verdict.ends.values()} == {1, 2}
    assert verdict.ends[restored.device][0] == 2


def test_a_backup_of_the_ledger_is_one_file_and_its_manifest_and_no_key(place):
    manifest = back_up_ledger(place.data, place.ledger)

    assert sorted(file.name for file in place.ledger.iterdir()) == [LEDGER_FILE, MANIFEST]
    assert manifest.events == 1
    assert verify_file(place.ledger / LEDGER_FILE).finding is Finding.INTACT


def test_a_backup_of_the_keys_leaves_out_what_another_machine_does_not_have(place):
    back_up_ledger(place.data, place.ledger)
    back_up_keys(place.data, place.keys)
    restore(place.backups, place.new, RIGHT)

    before, after = read_slots(place.data), read_slots(place.new)
    assert before is not None
    assert after is not None
    assert before.has_keyring
    assert not after.has_keyring
    assert place.keys.stat().st_mode & 0o777 == 0o600


def test_the_escrow_key_restores_too(place, tmp_path):
    back_up_ledger(place.data, place.ledger)
    back_up_keys(place.data, place.keys)

    restore(place.backups, place.new, EscrowKey(read_escrow_file(tmp_path / "escrow.txt")))

    assert cases_in(place.new) == cases_in(place.data)


def test_a_backup_touches_nothing_of_the_record(place):
    before = contents(place.data)
    back_up_ledger(place.data, place.ledger)
    back_up_keys(place.data, place.keys)

    assert contents(place.data) == before


def test_backups_taken_while_events_are_stored_are_all_whole(place, tmp_path):
    record = open_record(place.data, RIGHT)
    stop, failed = threading.Event(), []
    stored = [1]

    def write() -> None:
        try:
            while not stop.is_set():
                record.append([imported(case(f"load/{stored[0]}"))])
                stored[0] += 1
        except BaseException as error:  # noqa: BLE001  told to the test
            failed.append(error)

    writer = threading.Thread(target=write)
    writer.start()
    counts = []
    for number in range(ROUNDS):
        acknowledged = stored[0]
        counts.append(record.back_up_ledger(tmp_path / f"round-{number}").events)
        assert counts[-1] >= acknowledged
        assert verify_file(tmp_path / f"round-{number}" / LEDGER_FILE).finding is Finding.INTACT
    record.back_up_keys(place.keys)
    stop.set()
    writer.join()
    record.close()

    assert not failed
    last = Backups(tmp_path / f"round-{ROUNDS - 1}", place.keys)
    assert restore(last, place.new, RIGHT).events == counts[-1]


def test_events_are_stored_while_a_slow_place_takes_its_copy(place, monkeypatch):
    record = open_record(place.data, RIGHT)
    slow_copy = backup.copy_file

    def copy_and_store(source: Path, target: Path) -> None:
        # In another thread, which would wait here for ever if the record were held.
        storing = threading.Thread(target=lambda: record.append([imported(case("meanwhile"))]))
        storing.start()
        storing.join(timeout=10)
        assert not storing.is_alive()
        slow_copy(source, target)

    monkeypatch.setattr("kiosk.record.copies.backup.copy_file", copy_and_store)

    assert record.back_up_ledger(place.ledger).events == 1
    assert CaseRef("meanwhile") in record.case_refs()
    record.close()
    assert not (place.data / "ledger.partial").exists()


def test_keys_older_than_the_ledger_are_told_and_nothing_is_left(place):
    back_up_keys(place.data, place.keys)
    store(place.data, "2")
    back_up_ledger(place.data, place.ledger)

    assert fault_of(lambda: restore(place.backups, place.new, RIGHT)) is StorageFault.KEYS_OLDER
    assert not list(place.new.iterdir())


def test_keys_from_before_a_new_root_key_are_told(place):
    back_up_keys(place.data, place.keys)
    change_root(place.data, RIGHT, FakeKeyring())
    store(place.data, "2")
    back_up_ledger(place.data, place.ledger)

    assert fault_of(lambda: restore(place.backups, place.new, RIGHT)) is StorageFault.KEYS_OLDER


def test_newer_keys_open_an_older_ledger(place):
    back_up_ledger(place.data, place.ledger)
    change_root(place.data, RIGHT, FakeKeyring())
    store(place.data, "2")
    back_up_keys(place.data, place.keys)

    restore(place.backups, place.new, RIGHT)

    assert cases_in(place.new) == {CaseRef("1")}


def test_a_wrong_passphrase_restores_nothing(place):
    back_up_ledger(place.data, place.ledger)
    back_up_keys(place.data, place.keys)

    assert fault_of(lambda: restore(place.backups, place.new, WRONG)) is StorageFault.WRONG_KEY
    assert not place.new.exists()


def test_keys_of_another_record_restore_nothing(place, tmp_path):
    set_up(tmp_path / "b" / "data", ways(tmp_path, escrow=tmp_path / "b.txt"))
    back_up_ledger(place.data, place.ledger)
    back_up_keys(tmp_path / "b" / "data", place.keys)

    assert (
        fault_of(lambda: restore(place.backups, place.new, RIGHT)) is StorageFault.KEYS_OF_ANOTHER
    )
    assert not place.new.exists()


def test_a_folder_that_holds_something_is_never_restored_into(place):
    back_up_ledger(place.data, place.ledger)
    back_up_keys(place.data, place.keys)
    before = contents(place.data)

    call = lambda: restore(place.backups, place.data, RIGHT)  # noqa: E731

    assert refusal_of(call) == "restore.not_empty"
    assert contents(place.data) == before


@pytest.mark.parametrize("missing", [MANIFEST, LEDGER_FILE])
def test_half_a_backup_is_told(place, missing):
    back_up_ledger(place.data, place.ledger)
    back_up_keys(place.data, place.keys)
    (place.ledger / missing).unlink()

    assert refusal_of(lambda: restore(place.backups, place.new, RIGHT)) == "restore.not_whole"


@pytest.mark.parametrize("part", ["manifest", "keys", "slots"])
def test_a_backup_of_a_newer_version_is_told_whatever_else_it_says(place, part):
    back_up_ledger(place.data, place.ledger)
    back_up_keys(place.data, place.keys)
    file = place.ledger / MANIFEST if part == "manifest" else place.keys
    written = json.loads(file.read_text("utf-8"))
    newer = {"format": 99, "store": 7}
    written |= {"slots": newer} if part == "slots" else newer
    file.write_text(json.dumps(written), encoding="utf-8")

    fault = fault_of(lambda: restore(place.backups, place.new, RIGHT))

    assert fault is StorageFault.NEWER_VERSION
    assert not place.new.exists()


def test_a_backup_with_a_flipped_bit_is_told(place):
    back_up_ledger(place.data, place.ledger)
    back_up_keys(place.data, place.keys)
    file = place.ledger / LEDGER_FILE
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)

    assert refusal_of(lambda: restore(place.backups, place.new, RIGHT)) == "restore.damaged"
    assert not place.new.exists()


def test_an_older_ledger_in_place_of_the_one_backed_up_is_told(place, tmp_path):
    back_up_ledger(place.data, tmp_path / "older")
    store(place.data, "2")
    back_up_ledger(place.data, place.ledger)
    back_up_keys(place.data, place.keys)
    shutil.copy(tmp_path / "older" / LEDGER_FILE, place.ledger / LEDGER_FILE)

    assert refusal_of(lambda: restore(place.backups, place.new, RIGHT)) == "restore.damaged"


def test_a_backup_of_a_damaged_ledger_is_not_signed_anew(place):
    manifest = back_up_ledger(place.data, place.ledger)
    back_up_keys(place.data, place.keys)
    ledger = sqlite3.connect(place.ledger / LEDGER_FILE)
    ledger.execute("DROP TRIGGER event_erased_only")
    ledger.execute("UPDATE event SET payload = x'00'")
    ledger.commit()
    ledger.close()
    # As if it had been copied like this.
    fitting = msgspec.structs.replace(manifest, digest=digest_of(place.ledger / LEDGER_FILE))
    (place.ledger / MANIFEST).write_bytes(msgspec.json.encode(fitting))

    assert refusal_of(lambda: restore(place.backups, place.new, RIGHT)) == "restore.damaged"


def test_a_backup_never_goes_into_the_data_folder_or_over_another(place):
    inside = place.data / "backup"
    back_up_ledger(place.data, place.ledger)
    back_up_keys(place.data, place.keys)

    assert refusal_of(lambda: back_up_ledger(place.data, inside)) == "backup.inside"
    assert refusal_of(lambda: back_up_keys(place.data, inside)) == "backup.inside"
    assert refusal_of(lambda: back_up_ledger(place.data, place.ledger)) == "backup.not_empty"
    assert refusal_of(lambda: back_up_keys(place.data, place.keys)) == "backup.exists"
    beside = place.ledger / "keys.bak"
    assert refusal_of(lambda: back_up_keys(place.data, beside)) == "backup.with_ledger"


def test_a_place_that_cannot_be_written_leaves_nothing(place, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")

    under_a_file = tmp_path / "file" / "deep"
    assert refusal_of(lambda: back_up_ledger(place.data, under_a_file)) == "backup.unwritable"
    assert refusal_of(lambda: back_up_keys(place.data, under_a_file)) == "backup.unwritable"


def test_a_disk_that_is_full_leaves_no_half_backup(place, monkeypatch):
    def full(*_arguments):
        raise OSError(28, "no room")

    monkeypatch.setattr("kiosk.record.copies.backup.write_new", full)

    assert refusal_of(lambda: back_up_ledger(place.data, place.ledger)) == "backup.unwritable"
    assert not list(place.ledger.iterdir())


def test_who_has_the_record_open_is_told_to_the_command(place):
    record: LedgerRecord = open_record(place.data, RIGHT)

    with pytest.raises(StoreBusyError):
        back_up_ledger(place.data, place.ledger)
    record.close()
    assert not place.ledger.exists()


def test_a_trial_record_is_not_backed_up(tmp_path):
    open_trial_record(tmp_path / "data").close()

    assert (
        fault_of(lambda: back_up_keys(tmp_path / "data", tmp_path / "keys"))
        is StorageFault.TRIAL_ONLY
    )


def test_backups_hold_nothing_that_can_be_read(place):
    back_up_ledger(place.data, place.ledger)
    back_up_keys(place.data, place.keys)
    held = [file.read_bytes() for file in (*place.ledger.iterdir(), place.keys)]

    assert not [text for text in held if b"Solveig" in text or b"case_imported" in text]
    assert Passphrase(RIGHT.text).as_bytes() not in b"".join(held)
    assert (place.data / VAULT_FILE).exists()
