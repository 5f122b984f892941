"""A large record that is opened from its snapshot is not trusted before it was checked."""

from pathlib import Path
from unittest.mock import create_autospec

import pytest

from kiosk.bootstrap.records import opened_record
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import Stored
from kiosk.domain.municipality import Municipality
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.folding import folded_log
from kiosk.record.folding.snapshot import SNAPSHOT_FILE
from kiosk.record.ledger_record import LedgerRecord, open_trial_record
from kiosk.settings import Settings
from tests.record_samples import case, imported
from tests.unit.record.test_later_audit import alter


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Thirty cases and a snapshot of them, closed."""
    monkeypatch.setattr(folded_log, "_WORTH_SAVING", 10)
    record = open_trial_record(tmp_path)
    record.append([imported(case(str(number))) for number in range(1, 31)])
    record.close()
    assert (tmp_path / SNAPSHOT_FILE).exists()
    return Path(tmp_path)


def test_a_line_that_is_gone_shows_at_the_opening(folder):
    alter(folder, "DELETE FROM event WHERE seq = 20")

    record = open_trial_record(folder)

    assert record.damage == Damage(Harm.MISSING, Stored(record.device, 21))
    # Read anew: the snapshot still tells of it.
    assert CaseRef("20") not in record.case_refs()
    with pytest.raises(StorageError) as caught:
        record.append([imported(case("more"))])
    assert caught.value.fault is StorageFault.UNSOUND
    record.close()


def test_lines_that_are_gone_from_the_beginning_show_at_the_opening(folder):
    alter(folder, "DELETE FROM event WHERE seq < 5")

    record = open_trial_record(folder)

    assert record.damage == Damage(Harm.MISSING, Stored(record.device, 5))
    record.close()


@pytest.mark.parametrize(
    ("change", "harm"),
    [
        ("DELETE FROM event WHERE seq = 20", Harm.MISSING),
        ("UPDATE event SET payload = x'00' WHERE seq = 20", Harm.UNREADABLE),
    ],
)
@pytest.mark.parametrize("read", ["history", "case_file"])
def test_a_line_that_cannot_be_read_any_more_is_told_of_and_nothing_is_written(
    folder, change, harm, read
):
    record = open_trial_record(folder)
    alter(folder, change)

    with pytest.raises(StorageError) as caught:
        getattr(record, read)(CaseRef("20"))

    assert caught.value.fault is StorageFault.DAMAGED
    assert record.damage is not None
    assert record.damage.harm is harm
    with pytest.raises(StorageError) as refused:
        record.append([imported(case("more"))])
    assert refused.value.fault is StorageFault.UNSOUND
    record.close()


def test_everything_is_checked_before_the_first_event_where_that_is_asked_for(folder):
    alter(folder, "UPDATE event SET payload = x'00' WHERE seq = 20")

    record = open_trial_record(folder)
    at_first = record.damage
    record.check_before_writing()

    with pytest.raises(StorageError) as caught:
        record.append([imported(case("more"))])

    record.close()
    assert at_first is None
    assert caught.value.fault is StorageFault.UNSOUND


def test_commands_ask_for_that(monkeypatch, tmp_path):
    record = create_autospec(LedgerRecord, instance=True)
    settings = Settings(content=tmp_path, data=tmp_path)
    municipality = create_autospec(Municipality, instance=True)
    monkeypatch.setattr("kiosk.unlocking.open_for_command", lambda *_args, **_more: record)

    with opened_record(settings, municipality):
        record.check_before_writing.assert_called_once_with()
