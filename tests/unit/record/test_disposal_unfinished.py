"""A disposal that cannot be finished yet: nothing is sealed under doomed keys, none is forgotten."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import Stored
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.disposal import Doomed
from kiosk.record.folding import folded_log
from kiosk.record.folding.snapshot import SNAPSHOT_FILE
from kiosk.record.key_changes import change_root
from kiosk.record.keys.vault_file import VAULT_FILE, VaultFile
from kiosk.record.ledger.ledger_file import LEDGER_FILE, LedgerFile
from kiosk.record.ledger.verify import Finding, verify_folder
from kiosk.record.ledger_record import open_record
from kiosk.record.store import open_store
from tests.fake_keyring import FakeKeyring
from tests.record_samples import case, fresh_id, imported
from tests.unit.record.conftest import PASSPHRASE
from tests.unit.record.disposing import GONE, KEPT, dispose, two_cases


@pytest.fixture
def data(sealed_data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record with two cases and a snapshot."""
    monkeypatch.setattr(folded_log, "_WORTH_SAVING", 1)
    two_cases(sealed_data)
    return sealed_data


@pytest.fixture(params=[(VaultFile, "destroy_keys"), (LedgerFile, "erase")], ids=lambda it: it[1])
def full(request: pytest.FixtureRequest) -> Callable[[pytest.MonkeyPatch], None]:
    """Makes the disk full for one step."""

    def fail(*_args: object) -> None:
        raise StorageError(StorageFault.DISK_FULL)

    owner, name = request.param
    return lambda patch: patch.setattr(owner, name, fail)


@pytest.fixture
def record(data, full):
    """Open, with a disposal that was told of and not finished."""
    record = open_record(data, PASSPHRASE)
    with pytest.MonkeyPatch.context() as patch:
        full(patch)
        with pytest.raises(StorageError):
            dispose(record)
    yield record
    record.close()


def payloads(data: Path) -> list[int]:
    """Numbers of the events whose payload is there."""
    connection = sqlite3.connect(data / LEDGER_FILE)
    found = connection.execute("SELECT seq FROM event WHERE payload IS NOT NULL ORDER BY seq")
    numbers = [number for (number,) in found]
    connection.close()
    return numbers


def test_a_case_that_comes_in_again_is_not_lost(data, record):
    record.append([imported(case(GONE, family_name="Igjen"))])
    record.close()

    again = open_record(data, PASSPHRASE)
    assert again.case_file(GONE).case.family_name == "Igjen"
    assert again.damage is None
    again.close()
    assert payloads(data) == [4, 5, 6, 7, 8]


def test_nothing_is_stored_as_long_as_it_cannot_be_finished(record, full, monkeypatch):
    full(monkeypatch)

    with pytest.raises(StorageError) as caught:
        record.append([imported(case("2026/3"))])

    assert caught.value.fault is StorageFault.DISK_FULL
    assert record.case_refs() == {KEPT}


def test_the_next_disposal_does_not_forget_it(data, record):
    dispose(record, KEPT)
    record.close()

    assert payloads(data) == [7, 8]
    (data / SNAPSHOT_FILE).unlink(missing_ok=True)
    again = open_record(data, PASSPHRASE)
    assert again.case_refs() == frozenset()
    again.close()
    assert verify_folder(data, ()).finding is Finding.INTACT


def test_no_later_opening_shows_the_case(data, record, full, monkeypatch):
    record.close()
    full(monkeypatch)

    for _ in range(2):
        again = open_record(data, PASSPHRASE)
        assert again.case_refs() == {KEPT}
        assert again.history(GONE) == ()
        assert again.damage is None
        again.close()


def test_no_snapshot_is_written_meanwhile(data, record, full, monkeypatch):
    (data / SNAPSHOT_FILE).unlink()
    full(monkeypatch)

    record.close()
    open_record(data, PASSPHRASE).close()

    assert not (data / SNAPSHOT_FILE).exists()


def test_a_repeated_attempt_finishes_it(data):
    record = open_record(data, PASSPHRASE)
    once = fresh_id()
    told = dispose(record, GONE, once)

    assert dispose(record, GONE, once) == told
    with pytest.raises(StorageError) as caught:
        dispose(record, KEPT, once)

    assert caught.value.fault is StorageFault.ID_REUSED
    assert record.case_refs() == {KEPT}
    record.close()


def test_it_is_finished_after_the_root_key_was_changed(data, record):
    record.close()

    change_root(data, PASSPHRASE, FakeKeyring())

    open_record(data, PASSPHRASE).close()
    assert payloads(data) == [4, 5, 6, 7]


def noted(data: Path, event_id: str, doomed: list[Doomed]) -> None:
    log = open_store(data, PASSPHRASE)
    log._disposal.begin(event_id, doomed)
    log._closing.close()


def test_a_note_of_an_event_of_another_kind_disposes_of_nothing(data):
    record = open_record(data, PASSPHRASE)
    ((place, known), *_) = record.history(KEPT)
    record.close()
    noted(data, known.id, [Doomed(place, b"")])

    again = open_record(data, PASSPHRASE)

    assert again.damage == Damage(Harm.FILE)
    assert again.case_refs() == {GONE, KEPT}
    again.close()
    assert len(payloads(data)) == 6


def test_a_note_of_lines_that_the_event_does_not_tell_of_disposes_of_nothing(data):
    record = open_record(data, PASSPHRASE)
    told = dispose(record)
    record.close()
    noted(data, told.id, [Doomed(Stored(record.device, 4), b"")])

    again = open_record(data, PASSPHRASE)

    assert again.damage == Damage(Harm.FILE)
    assert again.case_refs() == {KEPT}
    again.close()
    assert payloads(data) == [4, 5, 6, 7]


def test_a_note_that_somebody_else_wrote_disposes_of_nothing(data):
    connection = sqlite3.connect(data / VAULT_FILE)
    connection.execute("INSERT INTO disposal VALUES (?)", (b"x" * 200,))
    connection.commit()
    connection.close()

    again = open_record(data, PASSPHRASE)

    assert again.damage == Damage(Harm.FILE)
    assert again.case_refs() == {GONE, KEPT}
    again.close()
    assert len(payloads(data)) == 6


def test_keys_of_the_store_itself_are_never_destroyed(data):
    log = open_store(data, PASSPHRASE)
    own = [key.id for key in log._vault._file.of_no_case() if key.purpose != "snapshot"]

    log._vault.destroy_keys(own, "2026-11-03")

    assert all(key.wrapped for key in log._vault._file.of_no_case())
    log.close()


def test_while_it_is_open_no_file_holds_what_was_destroyed(data):
    record = open_record(data, PASSPHRASE)
    log = record._sealed
    ids = log._vault.keys_of([GONE])
    snapshots = [key for key in log._vault._file.of_no_case() if key.purpose == "snapshot"]
    keys = [key for key in log._vault._file.all() if key.id in ids] + snapshots
    lines = [link.payload for link in log._file.all() if link.place.sequence <= 3]
    lost = [bytes(each) for each in (*(key.wrapped for key in keys), *lines) if each]
    assert len(lost) == 5
    # In the journal too, whatever an earlier opening folded into the file.
    with log._vault._file._writing.all_or_nothing():
        log._vault._file._connection.execute("UPDATE key SET wrapped = wrapped")

    dispose(record)

    raw = b"".join(file.read_bytes() for file in data.iterdir() if file.is_file())
    assert [each in raw for each in lost] == [False] * 5
    record.close()
