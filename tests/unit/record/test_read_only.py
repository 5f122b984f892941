"""A record that does not fit is read and never written; it never opens silently shorter."""

import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import Stored
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.row import Row
from kiosk.record.ledger.verify import verify_folder
from kiosk.record.ledger_record import open_trial_record
from tests.record_samples import MORNING, case, choice, imported, recorded


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    """Nine cases and a choice of the fifth, closed."""
    folder = Path(tmp_path_factory.mktemp("written"))
    record = open_trial_record(folder)
    record.append([imported(case(str(number))) for number in range(1, 10)])
    record.append([recorded(choice("5"))])
    record.close()
    return folder


@pytest.fixture
def folder(written, tmp_path) -> Path:
    return Path(shutil.copytree(written, tmp_path / "copy"))


@pytest.fixture
def opened():
    """Open the record of a folder, and close it after the test."""
    records = []

    def open_(folder: Path):
        records.append(open_trial_record(folder))
        return records[-1]

    yield open_
    for record in records:
        record.close()


def alter(folder: Path, statement: str) -> None:
    """Change a ledger and put its guards back."""
    ledger = sqlite3.connect(folder / LEDGER_FILE, isolation_level=None)
    guards = ledger.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _sql in guards:
        ledger.execute(f"DROP TRIGGER {name}")
    ledger.execute(statement)
    for _name, sql in guards:
        ledger.execute(sql)
    ledger.close()


def test_a_sound_record_has_no_damage(folder, opened):
    record = opened(folder)
    record.append([imported(case("10"))])

    assert record.damage is None


def test_what_stands_before_and_after_the_damage_can_be_read(folder, opened):
    alter(folder, "UPDATE event SET payload = x'00' WHERE seq = 3")

    record = opened(folder)

    assert record.damage == Damage(Harm.CHANGED, Stored(record.device, 3))
    assert record.case_refs() == {str(number) for number in range(1, 10)} - {"3"}
    assert record.case_file(CaseRef("5")).choice is not None
    assert record.receipt_by_number(f"EV-2026-{record.device}-000010").case == "5"


def test_a_missing_event_does_not_hide_the_later_ones(folder, opened):
    alter(folder, "DELETE FROM event WHERE seq = 3")

    record = opened(folder)

    assert record.damage == Damage(Harm.MISSING, Stored(record.device, 4))
    assert len(record.history(CaseRef("5"))) == 2


def test_a_repeated_event_is_not_read_twice(folder, opened):
    alter(
        folder,
        "INSERT INTO event SELECT 11, device, 11, x'01', previous, hash, envelope, payload_hash,"
        " payload FROM event WHERE seq = 10",
    )

    record = opened(folder)

    assert record.damage is not None
    assert len(record.history(CaseRef("5"))) == 2


def test_an_event_whose_checkpoint_was_cut_off_with_it_is_told_of_a_shorter_record(folder, opened):
    alter(folder, "DELETE FROM event WHERE seq > 8")

    record = opened(folder)

    assert record.damage == Damage(Harm.CUT_OFF, Stored(record.device, 10))


def test_nothing_is_written_while_a_damaged_record_is_open(folder, opened):
    alter(folder, "DELETE FROM event WHERE seq > 8")
    before = (folder / LEDGER_FILE).read_bytes()
    record = opened(folder)

    with pytest.raises(StorageError) as caught:
        record.append([imported(case("10"))])
    record.close()

    assert caught.value.fault is StorageFault.UNSOUND
    assert (folder / LEDGER_FILE).read_bytes() == before
    assert verify_folder(folder).damage == Damage(Harm.CUT_OFF, Stored(record.device, 10))


def test_a_damaged_end_without_a_checkpoint_is_not_signed_at_the_close(folder, opened, tmp_path):
    record = opened(folder)
    record.append([imported(case("10")), imported(case("11"))])
    cut = Path(shutil.copytree(folder, tmp_path / "power cut"))
    alter(cut, "UPDATE event SET payload = x'00' WHERE seq = 12")

    open_trial_record(cut).close()

    assert [each.place.sequence for each in verify_folder(cut).checkpoints] == [0, 10]
    assert opened(cut).damage == Damage(Harm.CHANGED, Stored(record.device, 12))


def test_a_repeated_attempt_for_a_damaged_event_is_refused_alike(tmp_path, opened):
    event = imported()
    record = open_trial_record(tmp_path)
    record.append([event])
    record.close()
    alter(tmp_path, "UPDATE event SET payload = x'00'")

    with pytest.raises(StorageError) as caught:
        opened(tmp_path).append([event])

    assert caught.value.fault is StorageFault.UNSOUND


def test_an_event_of_a_wrong_shape_is_damage(folder, opened):
    record = open_trial_record(folder)
    place = Stored(record.device, 11)
    forged = Row(11, place, "new", "case_imported", 1, b'{"body": 1}')
    record._log.append([forged], [CaseRef("9")])
    record.close()

    again = opened(folder)

    assert again.damage == Damage(Harm.UNREADABLE, place)
    assert len(again.case_refs()) == 9


def test_a_broken_file_is_not_opened_at_all(folder):
    file = folder / LEDGER_FILE
    data = bytearray(file.read_bytes())
    data[8192:] = bytes(len(data) - 8192)
    file.write_bytes(data)

    with pytest.raises(StorageError) as caught:
        open_trial_record(folder)

    assert caught.value.fault is StorageFault.DAMAGED


def test_the_time_of_the_last_event_is_known_at_the_next_opening(folder, opened, tmp_path):
    record = opened(folder)
    record.append([imported(case("10"))])

    assert record.last_at == MORNING
    assert opened(tmp_path / "new").last_at is None


def test_events_keep_their_order_when_the_clock_was_set_back(folder, opened):
    record = open_trial_record(folder)
    early = choice("5", at=MORNING - timedelta(days=730))
    record.append([recorded(early)])
    record.close()

    again = opened(folder)

    assert again.case_file(CaseRef("5")).choice.id == early.id
    assert again.damage is None
