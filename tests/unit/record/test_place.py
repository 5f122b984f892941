from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.files.place import drive_fault, mount_fault, require_local, synced_fault
from kiosk.record.ledger_record import open_record, open_trial_record
from kiosk.record.set_up import EscrowFile, Ways, set_up
from tests.unit.record.conftest import PASSPHRASE

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
/dev/sda2 /home ext4 rw 0 0
server:/export /home/kari/office nfs4 rw 0 0
//server/share /mnt/share cifs rw 0 0
kari@server: /home/kari/far fuse.sshfs rw 0 0
/dev/sdb1 /media/kari/MY\\040STICK vfat rw 0 0
/dev/sdc1 /media/kari/disk ext4 rw 0 0
server:/old /home/kari/local nfs rw 0 0
/dev/sda3 /home/kari/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "fault"),
    [
        ("/home/kari/.local/share/brukervalg-kiosk", None),
        ("/home/kari/office/record", StorageFault.NETWORK_FOLDER),
        ("/home/kari/office2/record", None),
        ("/mnt/share", StorageFault.NETWORK_FOLDER),
        ("/home/kari/far/record", StorageFault.NETWORK_FOLDER),
        ("/media/kari/MY STICK/record", StorageFault.REMOVABLE_FOLDER),
        ("/media/kari/disk/record", StorageFault.REMOVABLE_FOLDER),
        ("/home/kari/local/record", None),
    ],
)
def test_a_mount_tells_what_a_folder_lies_on(folder, fault):
    assert mount_fault(PurePosixPath(folder), MOUNTS, frozenset({"sdc"})) is fault


def test_a_system_that_tells_of_no_mounts_refuses_nothing():
    assert mount_fault(PurePosixPath("/home/kari"), "", frozenset()) is None


@pytest.mark.parametrize(
    ("folder", "drive_type", "fault"),
    [
        ("C:\\Users\\kari\\AppData", 3, None),
        ("H:\\kari", 4, StorageFault.NETWORK_FOLDER),
        ("\\\\server\\share\\kari", 1, StorageFault.NETWORK_FOLDER),
        ("E:\\record", 2, StorageFault.REMOVABLE_FOLDER),
    ],
)
def test_windows_tells_what_a_drive_is(folder, drive_type, fault):
    assert drive_fault(PureWindowsPath(folder), drive_type) is fault


@pytest.mark.parametrize(
    "folder",
    [
        "/home/kari/OneDrive/record",
        "/home/kari/OneDrive - Eksempelvik kommune/record",
        "/home/kari/Dropbox",
        "/home/kari/Nextcloud/a/b",
        "/Users/kari/Library/CloudStorage/GoogleDrive-kari/record",
        "/Users/kari/Library/Mobile Documents/com~apple~CloudDocs",
        "/home/kari/Google Drive/record",
        "/home/kari/iCloudDrive",
    ],
)
def test_the_name_of_a_folder_tells_that_it_is_synchronised(folder):
    assert synced_fault(Path(folder), {}) is StorageFault.SYNCED_FOLDER


@pytest.mark.parametrize(
    "folder", ["/home/kari/record", "/home/kari/dropboxes", "/home/onedriver/record"]
)
def test_other_names_are_no_sign_of_synchronising(folder):
    assert synced_fault(Path(folder), {}) is None


def test_windows_may_call_the_synchronised_folder_anything(tmp_path):
    environment = {"OneDriveCommercial": str(tmp_path / "sky")}

    assert synced_fault(tmp_path / "sky" / "record", environment) is StorageFault.SYNCED_FOLDER
    assert synced_fault(tmp_path / "record", environment) is None


@pytest.mark.parametrize("left", [".dropbox", ".nextcloudsync.log", "._sync_1a2b.db"])
def test_a_file_that_a_synchronising_program_left_tells_it(tmp_path, left):
    (tmp_path / left).write_bytes(b"")

    assert synced_fault(tmp_path / "deep" / "record", {}) is StorageFault.SYNCED_FOLDER


def test_the_settings_of_dropbox_in_the_home_folder_are_no_sign(tmp_path):
    (tmp_path / ".dropbox").mkdir()

    assert synced_fault(tmp_path / "record", {}) is None


def test_a_sealed_store_is_not_set_up_in_a_synchronised_folder(tmp_path):
    ways = Ways(PASSPHRASE, EscrowFile(tmp_path / "escrow.txt", "{}".format))

    with pytest.raises(StorageError) as caught:
        set_up(tmp_path / "Dropbox" / "record", ways)

    assert caught.value.fault is StorageFault.SYNCED_FOLDER
    assert not list(tmp_path.iterdir())


def test_a_sealed_store_is_not_opened_in_a_synchronised_folder(sealed_data, tmp_path):
    there = tmp_path / "Dropbox"
    sealed_data.rename(there)

    with pytest.raises(StorageError) as caught:
        open_record(there, PASSPHRASE)

    assert caught.value.fault is StorageFault.SYNCED_FOLDER


def test_a_link_does_not_hide_where_a_folder_is(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    link = tmp_path / "record"
    link.symlink_to(tmp_path / "Dropbox")

    with pytest.raises(StorageError):
        require_local(link)


def test_a_trial_record_may_lie_anywhere(tmp_path):
    open_trial_record(tmp_path / "Dropbox").close()
