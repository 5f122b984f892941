"""Disposing of cases: gone from every old copy, finished after any interruption, chain intact."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.domain.choice_events import ChoiceRecorded
from kiosk.domain.errors import NotFoundError, StorageError
from kiosk.record.folding import folded_log
from kiosk.record.folding.snapshot import SNAPSHOT_FILE, Shelf
from kiosk.record.keys.sealing import Seal, SealBrokenError
from kiosk.record.keys.slot_file import SLOT_FILE
from kiosk.record.keys.vault_file import VAULT_FILE, VaultFile
from kiosk.record.ledger.ledger_file import LedgerFile
from kiosk.record.ledger.verify import Finding, verify_folder
from kiosk.record.ledger_record import open_record
from kiosk.record.store import open_store
from tests.record_samples import case, imported
from tests.unit.record.conftest import PASSPHRASE
from tests.unit.record.disposing import CANARY, GONE, KEPT, OTHER, dispose, two_cases

KEY_FILES = [SLOT_FILE, VAULT_FILE]


@pytest.fixture(autouse=True)
def _always_a_snapshot(monkeypatch):
    monkeypatch.setattr(folded_log, "_WORTH_SAVING", 1)


@pytest.fixture
def data(sealed_data):
    two_cases(sealed_data)
    assert (sealed_data / SNAPSHOT_FILE).exists()
    return sealed_data


def disposed(data):
    record = open_record(data, PASSPHRASE)
    dispose(record)
    record.close()


def recovered(folder: Path) -> set[str]:
    """Which canaries the keys of a folder bring back from its files, whatever is said of them."""
    log = open_store(folder, PASSPHRASE)
    try:
        keys = [log._vault._open(key) for key in log._vault._file.all() if key.wrapped]
        seals = [Seal(key) for key in keys if len(key) == 32]
        found = [_opened(seals, link) for link in log._file.all() if link.payload is not None]
        saved = [Shelf(folder, seal, log.store).load() for seal in seals]
        packed = [bytes(each) for one in saved if one for each in one.packed.values()]
    finally:
        log._closing.close()
    readable = b"\0".join([*found, *packed])
    raw = b"\0".join(file.read_bytes() for file in folder.iterdir() if file.is_file())
    return {name for name in (CANARY, OTHER) if name.encode() in readable + raw}


def _opened(seals, link):
    for seal in seals:
        with suppress(SealBrokenError):
            return seal.open(link.payload, link.envelope)
    return b""


def with_keys(files: Path, keys: Path, at: Path) -> Path:
    """Old files with other keys."""
    at = Path(shutil.copytree(files, at))
    for name in KEY_FILES:
        for old in at.glob(f"{name}*"):
            old.unlink()
        for new in keys.glob(f"{name}*"):
            shutil.copy(new, at / new.name)
    return at


def test_the_case_is_gone_and_the_rest_is_as_it_was(data):
    record = open_record(data, PASSPHRASE)
    told = dispose(record)

    for _ in range(2):
        with pytest.raises(NotFoundError):
            record.case_file(GONE)
        assert record.history(GONE) == ()
        assert record.case_refs() == {KEPT}
        assert record.case_file(KEPT).case.family_name == OTHER
        assert record.damage is None
        record.close()
        record = open_record(data, PASSPHRASE)
    record.close()
    assert len(told.body.places) == 3


def test_a_receipt_of_a_case_that_is_gone_is_no_damage(data):
    record = open_record(data, PASSPHRASE)
    (number,) = (
        told.body.numbered(place).receipt_number
        for place, told in record.history(GONE)
        if isinstance(told.body, ChoiceRecorded)
    )
    dispose(record)

    for look in (record.receipt_by_number, record.receipt_mark):
        with pytest.raises(NotFoundError):
            look(number)
    record.close()


def test_the_chain_still_verifies(data):
    disposed(data)

    assert verify_folder(data, ()).finding is Finding.INTACT


def test_nothing_of_the_case_is_left_in_the_files_of_the_record(data):
    assert recovered(data) == {CANARY, OTHER}

    disposed(data)

    assert recovered(data) == {OTHER}


def test_the_sealed_content_is_overwritten_too(data):
    before = open_store(data, PASSPHRASE)
    sealed = {link.place: link.payload for link in before._file.all()}
    before.close()
    record = open_record(data, PASSPHRASE)
    gone = [
        (each.device, number)
        for each in dispose(record).body.places
        for number in range(each.first, each.last + 1)
    ]
    record.close()

    raw = b"".join(file.read_bytes() for file in data.iterdir() if file.is_file())
    for place, payload in sealed.items():
        assert ((payload or b"") in raw) is ((place.device, place.sequence) not in gone)


def test_old_copies_cannot_be_read_with_the_present_keys(data, tmp_path):
    shutil.copytree(data, tmp_path / "before")
    disposed(data)

    mixed = with_keys(tmp_path / "before", data, tmp_path / "mixed")

    assert recovered(mixed) == {OTHER}


def test_an_old_snapshot_alone_cannot_be_read_with_the_present_keys(data, tmp_path):
    old = (data / SNAPSHOT_FILE).read_bytes()
    disposed(data)
    (data / SNAPSHOT_FILE).write_bytes(old)

    assert CANARY not in recovered(data)


def test_the_old_keys_would_bring_it_back(data, tmp_path):
    """The control: the tests above could fail."""
    shutil.copytree(data, tmp_path / "before")
    disposed(data)

    mixed = with_keys(tmp_path / "before", tmp_path / "before", tmp_path / "mixed")

    assert recovered(mixed) == {CANARY, OTHER}


def test_the_record_tells_of_its_disposals_for_good(data):
    record = open_record(data, PASSPHRASE)
    assert record.disposals() == ()
    told = dispose(record)

    for _ in range(3):
        assert record.disposals() == (told,)
        record.close()
        record = open_record(data, PASSPHRASE)
    record.close()


def test_the_case_may_come_in_again(data):
    record = open_record(data, PASSPHRASE)
    dispose(record)
    record.append([imported(case(GONE, family_name="Igjen"))])
    record.close()

    record = open_record(data, PASSPHRASE)
    assert record.case_file(GONE).case.family_name == "Igjen"
    assert len(record.history(GONE)) == 1
    record.close()


class PowerCut(BaseException):
    pass


STEPS = [
    (VaultFile, "begin_disposal"),
    (LedgerFile, "append"),
    (VaultFile, "destroy_keys"),
    (LedgerFile, "erase"),
    (Shelf, "drop"),
    (VaultFile, "end_disposal"),
]
POINTS = [(*step, when) for step in STEPS for when in ("before", "after")]


def cut_at(data, copy, monkeypatch, owner, name, when):
    """Dispose in ``data``, and keep in ``copy`` what a power cut at one point would leave."""
    record = open_record(data, PASSPHRASE)
    real = getattr(owner, name)

    def cutting(self, *args, **kwargs):
        if when == "after":
            real(self, *args, **kwargs)
        shutil.copytree(data, copy)
        raise PowerCut

    monkeypatch.setattr(owner, name, cutting)
    with pytest.raises(PowerCut):
        dispose(record)
    monkeypatch.setattr(owner, name, real)
    record._sealed._closing.close()


@pytest.mark.parametrize(("owner", "name", "when"), POINTS)
def test_an_interrupted_disposal_happened_wholly_or_not_at_all(
    data, tmp_path, monkeypatch, owner, name, when
):
    cut = tmp_path / "cut"
    cut_at(data, cut, monkeypatch, owner, name, when)

    record = open_record(cut, PASSPHRASE)
    is_there = GONE in record.case_refs()
    told = any(row.kind == "cases_disposed" for row in record._log.all())
    record.close()

    begun = STEPS.index((owner, name)) * 2 + (when == "after")
    assert is_there is (begun < 3)
    assert told is not is_there
    assert recovered(cut) == ({CANARY, OTHER} if is_there else {OTHER})
    assert verify_folder(cut, ()).finding is Finding.INTACT
    assert open_store(cut, PASSPHRASE)._vault.disposal() is None


def test_a_disposal_that_cannot_be_finished_now_is_finished_at_the_next_opening(data, monkeypatch):
    record = open_record(data, PASSPHRASE)

    def full(_self, _erasures):
        raise StorageError

    with monkeypatch.context() as patch:
        patch.setattr(LedgerFile, "erase", full)
        with pytest.raises(StorageError):
            dispose(record)
        assert record.case_refs() == {KEPT}
    record.close()

    open_record(data, PASSPHRASE).close()
    assert recovered(data) == {OTHER}
