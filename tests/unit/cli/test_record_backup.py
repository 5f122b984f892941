"""``kiosk record backup``, ``backup-keys`` and ``restore``."""

from pathlib import Path

import pytest

from kiosk.record.keys.root_key import Cost, Passphrase
from kiosk.record.ledger_record import open_record
from kiosk.record.store import StoreState, state_of

RIGHT = "blå ørn på Eksempelfjell"


@pytest.fixture(autouse=True)
def _cheap_passphrases(monkeypatch):
    monkeypatch.setattr("kiosk.record.keys.root_key.USUAL_COST", Cost(64, 1, 1))


@pytest.fixture
def right(folder) -> Path:
    file = Path(folder / "right")
    file.write_text(RIGHT, encoding="utf-8")
    return file


@pytest.fixture
def made(kiosk, folder, right) -> None:
    kiosk("record", "init", "--escrow", folder / "escrow.txt", "--passphrase-file", right)


@pytest.fixture
def backed_up(made, kiosk, folder) -> None:
    # No passphrase: what is copied is sealed.
    assert kiosk("record", "backup", "--out", folder / "backup").code == 0
    assert kiosk("record", "backup-keys", "--out", folder / "keys").code == 0


def from_backups(folder: Path) -> tuple[str | Path, ...]:
    return ("record", "restore", "--from", folder / "backup", "--keys", folder / "keys")


@pytest.mark.usefixtures("backed_up")
def test_a_record_is_restored_into_a_new_folder(kiosk, folder, right):
    new = folder / "new"

    said = kiosk("--data", new, *from_backups(folder), "--passphrase-file", right)

    assert said.code == 0
    record = open_record(new, Passphrase(RIGHT))
    assert record.device in said.out
    record.close()


@pytest.mark.usefixtures("backed_up")
def test_the_escrow_key_restores_a_record_whose_passphrase_is_forgotten(kiosk, folder):
    arguments = ("--escrow", folder / "escrow.txt")

    said = kiosk("--data", folder / "new", *from_backups(folder), *arguments)

    assert said.code == 0


@pytest.mark.usefixtures("backed_up")
def test_nothing_is_restored_over_a_record(kiosk, folder, right):
    said = kiosk(*from_backups(folder), "--passphrase-file", right)

    assert said.code == 1
    assert "ny mappe" in said.err


@pytest.mark.usefixtures("backed_up")
def test_a_second_backup_needs_a_folder_of_its_own(kiosk, folder):
    assert kiosk("record", "backup", "--out", folder / "backup").code == 1


def test_a_folder_without_a_record_is_told(kiosk, folder):
    said = kiosk("record", "backup", "--out", folder / "backup")

    assert said.code == 1
    assert "kiosk record init" in said.err
    assert not (folder / "backup").exists()
    assert state_of(folder / "data") is StoreState.NONE
