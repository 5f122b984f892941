"""Deliveries as folders: whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from kiosk.domain.errors import PrintError
from kiosk.printing.outbox import FolderOutbox

NAME = "levering-7F3K-2"
KIN = "levering-7F3K-"


def files(folder: Path) -> dict[str, bytes]:
    inside = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in inside}


def full(*_arguments, **_options):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_parcel_appears_whole_at_the_end(tmp_path):
    with FolderOutbox(tmp_path).parcel(NAME, KIN) as parcel:
        parcel.put("saker/0001/sak.json", b"{}")
        parcel.put("saker/0001/notat.pdf", b"%PDF")
        assert not (tmp_path / NAME).exists()

    assert files(tmp_path) == {
        f"{NAME}/saker/0001/sak.json": b"{}",
        f"{NAME}/saker/0001/notat.pdf": b"%PDF",
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such numbers for folders")
def test_every_file_and_every_name_is_durable_before_the_parcel_appears(tmp_path, monkeypatch):
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_ino))

    with FolderOutbox(tmp_path).parcel(NAME, KIN) as parcel:
        parcel.put("saker/0001/sak.json", b"{}")

    made = {path.stat().st_ino for path in (tmp_path / NAME).rglob("*")}
    assert made | {(tmp_path / NAME).stat().st_ino, tmp_path.stat().st_ino} == set(synced)
    assert synced[-1] == tmp_path.stat().st_ino


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_owner_may_read_it(tmp_path):
    with FolderOutbox(tmp_path).parcel(NAME, KIN) as parcel:
        parcel.put("saker/0001/sak.json", b"{}")

    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in (tmp_path / NAME).rglob("*")}
    assert modes == {True: 0o700, False: 0o600}
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o700


def test_what_fails_on_the_way_leaves_nothing(tmp_path):
    def stop_half_way() -> None:
        with FolderOutbox(tmp_path).parcel(NAME, KIN) as parcel:
            parcel.put("sak.json", b"{}")
            raise KeyError

    with pytest.raises(KeyError):
        stop_half_way()

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", ["fsync", "mkdir", "rename"])
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, monkeypatch, call):
    monkeypatch.setattr(os if call == "fsync" else Path, call, full)

    with pytest.raises(PrintError) as told, FolderOutbox(tmp_path).parcel(NAME, KIN) as parcel:
        parcel.put("sak.json", b"{}")

    assert told.value.code == "printing.disk_full"
    assert list(tmp_path.iterdir()) == []


def test_what_may_not_outlive_a_power_cut_is_told_and_taken_back(tmp_path, monkeypatch):
    outer, real = tmp_path.stat().st_ino, os.fsync

    def sync(handle: int) -> None:
        if os.fstat(handle).st_ino == outer:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(handle)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(PrintError), FolderOutbox(tmp_path).parcel(NAME, KIN) as parcel:
        parcel.put("sak.json", b"{}")

    # It was told as failed: nobody may find and take it.
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_told_at_once(tmp_path):
    with pytest.raises(PrintError) as told, FolderOutbox(tmp_path / "nowhere").parcel(NAME, KIN):
        pytest.fail("nothing can be put there")

    assert told.value.code == "printing.no_folder"


def test_a_parcel_is_never_put_in_place_of_another(tmp_path):
    (tmp_path / NAME).mkdir()

    with pytest.raises(PrintError), FolderOutbox(tmp_path).parcel(NAME, KIN):
        pytest.fail("the name is taken")


@pytest.mark.parametrize("left", [f".{NAME}.part", f".{KIN}1.part"])
def test_what_a_stopped_program_left_is_cleared_away(tmp_path, left):
    (tmp_path / left).mkdir()
    (tmp_path / left / "half.json").write_bytes(b"{")

    with FolderOutbox(tmp_path).parcel(NAME, KIN) as parcel:
        parcel.put("sak.json", b"{}")

    assert files(tmp_path) == {f"{NAME}/sak.json": b"{}"}


def test_what_another_machine_is_writing_stays(tmp_path):
    (tmp_path / ".levering-9ABC-1.part").mkdir()

    with FolderOutbox(tmp_path).parcel(NAME, KIN):
        pass

    assert (tmp_path / ".levering-9ABC-1.part").is_dir()
