"""What a stranger with the files finds, and what every wrong key and missing part is told."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from kiosk.devtools.torture.passphrase_only import begin_record
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import Stored
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.folding.codec import encode
from kiosk.record.keys.root_key import Passphrase
from kiosk.record.keys.slot_file import SLOT_FILE
from kiosk.record.keys.vault_file import VAULT_FILE
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger_record import open_record, open_trial_record
from kiosk.record.store import StoreState, begin_store, state_of
from tests.record_samples import SIGNATURE, case, choice, event, imported, recorded

RIGHT = Passphrase("blå ørn på Eksempelfjell")
STROKE = "[1847,0],[2641,1206]"
CANARIES = (
    "Solveig", "Strand", "2026/1", "hjemmesykepleie", "case_imported", "Kari Kontor", STROKE,
)  # fmt: skip


@pytest.fixture(scope="module")
def sealed(tmp_path_factory) -> Path:
    """A folder with a sealed record of one case and one choice, closed."""
    folder = Path(tmp_path_factory.mktemp("sealed"))
    begin_record(folder, RIGHT)
    record = open_record(folder, RIGHT)
    record.append([imported()])
    record.append([recorded(choice())])
    record.close()
    return folder


@pytest.fixture
def copied(sealed, tmp_path):
    return shutil.copytree(sealed, tmp_path / "copy")


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix != ".lock"}


def fault_of(folder: Path, secret=RIGHT) -> StorageFault:
    with pytest.raises(StorageError) as caught:
        open_record(folder, secret)
    return caught.value.fault


def test_the_right_passphrase_opens_what_was_stored(copied):
    record = open_record(copied, RIGHT)

    assert record.case_file(CaseRef("2026/1")).choice is not None
    record.close()


@pytest.mark.parametrize("canary", CANARIES)
def test_nothing_stored_can_be_read_in_any_file_while_open_or_closed(tmp_path, canary):
    begin_record(tmp_path, RIGHT)
    record = open_record(tmp_path, RIGHT)
    record.append([imported(), recorded(choice(signature=SIGNATURE))])
    held = [*contents(tmp_path).values()]
    record.close()
    held += contents(tmp_path).values()

    assert not [data for data in held if canary.encode() in data]


def test_the_strokes_would_be_found_where_they_are_not_sealed():
    assert STROKE.encode() in encode(recorded(choice(signature=SIGNATURE)))


def test_a_wrong_passphrase_is_told_and_touches_nothing(copied):
    before = contents(copied)

    assert fault_of(copied, Passphrase("blå ørn")) is StorageFault.WRONG_KEY
    assert contents(copied) == before


def test_a_passphrase_fits_however_its_letters_are_composed(copied):
    composed, decomposed = "bl\u00e5", "bla\u030a"
    typed = Passphrase(RIGHT.text.replace(composed, decomposed))

    assert typed.text != RIGHT.text
    open_record(copied, typed).close()


def test_a_sealed_record_is_no_trial_record(copied):
    with pytest.raises(StorageError) as caught:
        open_trial_record(copied)

    assert caught.value.fault is StorageFault.LOCKED


def test_an_empty_folder_has_no_record_yet(tmp_path):
    assert state_of(tmp_path) is StoreState.NONE
    assert fault_of(tmp_path) is StorageFault.NOT_SET_UP


@pytest.mark.parametrize("missing", [SLOT_FILE, VAULT_FILE, LEDGER_FILE])
def test_a_half_copied_store_is_told_and_never_begun_anew(copied, missing):
    (copied / missing).unlink()
    before = contents(copied)

    assert fault_of(copied) is StorageFault.HALF
    with pytest.raises(StorageError):
        begin_record(copied, RIGHT)
    assert contents(copied) == before


@pytest.mark.parametrize("foreign", [SLOT_FILE, VAULT_FILE, LEDGER_FILE])
def test_parts_of_another_store_are_told(copied, foreign, tmp_path):
    other = tmp_path / "other"
    begin_record(other, RIGHT)
    open_record(other, RIGHT).close()
    shutil.copy(other / foreign, copied / foreign)

    assert fault_of(copied) in {StorageFault.KEYS_OF_ANOTHER, StorageFault.WRONG_KEY}


def test_a_store_is_set_up_once(copied):
    with pytest.raises(StorageError) as caught:
        begin_record(copied, RIGHT)

    assert caught.value.fault is StorageFault.ALREADY_SET_UP


class OutOfPowerError(Exception):
    """The machine stopped."""


def test_an_interrupted_setting_up_is_begun_anew(tmp_path):
    def stop(_root, _number, _store, _public):
        raise OutOfPowerError

    with pytest.raises(OutOfPowerError):
        begin_store(tmp_path, stop)
    assert state_of(tmp_path) is StoreState.NONE

    begin_record(tmp_path, RIGHT)
    open_record(tmp_path, RIGHT).close()


def test_the_same_event_sealed_twice_gives_other_bytes(tmp_path):
    record = open_trial_record(tmp_path)
    same = case("1")
    record.append([imported(same), event(imported(same).body, "1")])
    record.close()

    ledger = sqlite3.connect(tmp_path / LEDGER_FILE)
    payloads = [row for (row,) in ledger.execute("SELECT payload FROM event")]
    ledger.close()
    assert payloads[0] != payloads[1]


def test_a_payload_moved_to_another_line_does_not_open(copied):
    ledger = sqlite3.connect(copied / LEDGER_FILE)
    for name in ("event_unchanged", "event_erased_only"):
        ledger.execute(f"DROP TRIGGER {name}")
    ledger.execute(
        "UPDATE event SET (payload, payload_hash) ="
        " (SELECT payload, payload_hash FROM event WHERE seq = 1) WHERE seq = 2"
    )
    ledger.commit()
    ledger.close()

    record = open_record(copied, RIGHT)
    assert record.case_file(CaseRef("2026/1")).choice is None
    assert record.damage == Damage(Harm.CHANGED, Stored(record.device, 2))
    record.close()


def test_a_ledger_of_the_first_trial_version_is_told(tmp_path):
    ledger = sqlite3.connect(tmp_path / LEDGER_FILE)
    ledger.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    ledger.execute("CREATE TABLE event (payload BLOB)")
    ledger.execute("INSERT INTO meta VALUES ('format', '1')")
    ledger.commit()
    ledger.close()

    with pytest.raises(StorageError) as caught:
        open_trial_record(tmp_path)
    assert caught.value.fault is StorageFault.OLDER_TRIAL


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("99", StorageFault.NEWER_VERSION),
        ("seven", StorageFault.DAMAGED),
        (None, StorageFault.DAMAGED),
    ],
)
def test_a_ledger_without_its_keys_tells_whose_it_is_and_is_never_cleared_away(
    tmp_path, value, fault
):
    begin_record(tmp_path, RIGHT)
    (tmp_path / SLOT_FILE).unlink()
    ledger = sqlite3.connect(tmp_path / LEDGER_FILE)
    ledger.execute("DELETE FROM meta WHERE key = 'format'")
    if value is not None:
        ledger.execute("INSERT INTO meta VALUES ('format', ?)", (value,))
    ledger.commit()
    ledger.close()
    before = contents(tmp_path)

    with pytest.raises(StorageError) as caught:
        begin_record(tmp_path, RIGHT)

    assert caught.value.fault is fault
    assert contents(tmp_path) == before
