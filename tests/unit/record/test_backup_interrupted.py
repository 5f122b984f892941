"""Backups that are cut off, and copies that would not be whole."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.domain.errors import StorageFault
from kiosk.record.copies import backup
from kiosk.record.copies.backup import back_up_ledger
from kiosk.record.ledger import ledger_start
from kiosk.record.ledger.ledger_file import LEDGER_FILE, peek
from kiosk.record.ledger.ledger_schema import FORMAT
from kiosk.record.ledger.ledger_start import begin_ledger
from kiosk.record.ledger.signing import Signer
from kiosk.record.ledger_record import open_record
from kiosk.record.set_up import EscrowFile, Ways, set_up
from tests.record_samples import imported
from tests.unit.record.conftest import PASSPHRASE
from tests.unit.record.test_backup import fault_of


def test_a_copy_that_a_cut_left_beside_the_record_goes_at_the_next_opening(sealed_data):
    for name in ("ledger.partial", "ledger.partial-journal", "ledger.partial-wal"):
        (sealed_data / name).write_bytes(b"a copy that nobody disposes of")

    open_record(sealed_data, PASSPHRASE).close()

    assert not list(sealed_data.glob("ledger.partial*"))


def test_a_damaged_ledger_gives_no_backup(sealed_data, tmp_path):
    damage(sealed_data)

    fault = fault_of(lambda: back_up_ledger(sealed_data, tmp_path / "out"))

    assert fault is StorageFault.UNSOUND
    assert not list((tmp_path / "out").iterdir())


def test_a_damaged_ledger_gives_no_backup_while_it_is_open(sealed_data, tmp_path):
    damage(sealed_data)
    record = open_record(sealed_data, PASSPHRASE)

    fault = fault_of(lambda: record.back_up_ledger(tmp_path / "out"))

    assert fault is StorageFault.UNSOUND
    assert not list((tmp_path / "out").iterdir())
    record.close()


def test_every_new_folder_of_a_backup_is_made_durable(sealed_data, tmp_path, monkeypatch):
    synced: list[Path] = []
    monkeypatch.setattr(backup, "sync_folder", synced.append)

    back_up_ledger(sealed_data, tmp_path / "a" / "b")

    assert synced == [tmp_path, tmp_path / "a", tmp_path / "a" / "b"]


def test_a_set_up_that_was_cut_off_before_its_slots_is_done_anew(tmp_path, monkeypatch):
    data = tmp_path / "data"
    copies: list[Path] = []

    def cut(*_arguments) -> None:
        # As the disk is then, with every file of the ledger and its keys.
        copies.append(shutil.copytree(data, tmp_path / f"cut-{len(copies)}"))

    with monkeypatch.context() as patch:
        patch.setattr(ledger_start, "sync_folder", cut)
        set_up(data, ways(tmp_path / "first.txt"))

    (copy,) = copies
    set_up(copy, ways(tmp_path / "second.txt"))
    open_record(copy, PASSPHRASE).close()


def test_a_new_ledger_bears_no_journal(tmp_path):
    begin_ledger(tmp_path, "0" * 32, Signer(lambda: b"k" * 32))

    assert [each.name for each in tmp_path.iterdir()] == [LEDGER_FILE]
    assert peek(tmp_path / LEDGER_FILE) == (FORMAT, False)


def ways(escrow: Path) -> Ways:
    return Ways(PASSPHRASE, EscrowFile(escrow, "{}".format))


def damage(data: Path) -> None:
    record = open_record(data, PASSPHRASE)
    record.append([imported()])
    record.close()
    with closing(sqlite3.connect(data / LEDGER_FILE)) as ledger:
        ledger.execute("DROP TRIGGER event_unchanged")
        ledger.execute("UPDATE event SET hash = zeroblob(32)")
        ledger.commit()
