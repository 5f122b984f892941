"""Folders in which a live store would be lost: on a network, on a stick, or synchronised.

SQLite needs locks that hold and syncs that reach the disk; a network file system promises neither,
a stick is pulled out, and a synchronising program copies files in the middle of a change.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from kiosk.domain.errors import StorageError, StorageFault

_NETWORK = frozenset(
    {
        *("afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse.davfs2", "fuse.gcsfuse"),
        *("fuse.glusterfs", "fuse.google-drive-ocamlfuse", "fuse.gvfsd-fuse", "fuse.onedriver"),
        *("fuse.rclone", "fuse.s3fs", "fuse.sshfs", "glusterfs", "gpfs", "lustre", "ncpfs"),
        *("nfs", "nfs3", "nfs4", "smb2", "smb3", "smbfs", "webdav"),
    }
)
# Made for sticks and cards; they know no owners either.
_REMOVABLE = frozenset({"exfat", "fat", "msdos", "vfat"})
_SYNCED = (
    "box sync", "dropbox", "google drive", "googledrive", "icloud drive", "iclouddrive",
    "nextcloud", "onedrive", "owncloud", "proton drive", "seafile", "syncthing",
)  # fmt: skip
_SYNCED_ON_MAC = frozenset({"cloudstorage", "mobile documents"})
# Left in the topmost folder by Dropbox, Nextcloud, ownCloud, Google Drive and Syncthing.
_LEFT_FILES = (".dropbox", ".nextcloudsync.log", ".owncloudsync.log", ".csync_journal.db")
_LEFT_FOLDERS = (".dropbox.cache", ".stfolder", ".tmp.driveupload")
_LEFT_PATTERN = "._sync_*.db"
_SYNCED_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_WINDOWS_REMOVABLE, _WINDOWS_REMOTE = 2, 4


def require_local(folder: Path) -> None:
    """Refuse a folder in which a live store would be lost; it need not exist yet.

    Raises:
        StorageError: ``NETWORK_FOLDER``, ``REMOVABLE_FOLDER`` or ``SYNCED_FOLDER``.
    """
    real = folder.resolve()
    fault = synced_fault(real, os.environ) or _disk_fault(real)
    if fault is not None:
        raise StorageError(fault)


def synced_fault(folder: Path, environment: Mapping[str, str]) -> StorageFault | None:
    """``SYNCED_FOLDER`` where a program synchronises the folder with a cloud."""
    named = (environment.get(name) for name in _SYNCED_VARIABLES)
    if any(folder.is_relative_to(base) for base in named if base):
        return StorageFault.SYNCED_FOLDER
    if any(_is_synced_name(part) for part in folder.parts):
        return StorageFault.SYNCED_FOLDER
    if any(_is_marked(above) for above in (folder, *folder.parents)):
        return StorageFault.SYNCED_FOLDER
    return None


def mount_fault(folder: PurePath, mounts: str, removable: frozenset[str]) -> StorageFault | None:
    """What a Linux mount says against a folder.

    Args:
        folder: Whole path without links.
        mounts: Text of ``/proc/mounts``.
        removable: Names of block devices that can be pulled out, for example ``sdb``.
    """
    above = [mount for mount in _mounts(mounts) if folder.is_relative_to(mount[1])]
    # Of two at one place, the later one covers the earlier.
    best = max(reversed(above), key=lambda mount: len(mount[1].parts), default=None)
    if best is None:
        return None
    device, _point, kind = best
    if kind in _NETWORK:
        return StorageFault.NETWORK_FOLDER
    name = PurePath(device).name
    if kind in _REMOVABLE or any(name.startswith(disk) for disk in removable):
        return StorageFault.REMOVABLE_FOLDER
    return None


def drive_fault(folder: PurePath, drive_type: int) -> StorageFault | None:
    """What Windows' type of a drive says against a folder."""
    if drive_type == _WINDOWS_REMOTE or str(folder).startswith("\\\\"):
        return StorageFault.NETWORK_FOLDER
    return StorageFault.REMOVABLE_FOLDER if drive_type == _WINDOWS_REMOVABLE else None


def _disk_fault(folder: Path) -> StorageFault | None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  on Windows only

        return drive_fault(folder, ctypes.windll.kernel32.GetDriveTypeW(folder.anchor))
    if sys.platform == "darwin":
        return StorageFault.REMOVABLE_FOLDER if folder.parts[:2] == ("/", "Volumes") else None
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    return mount_fault(folder, mounts, _removable_disks(Path("/sys/block")))


def _mounts(text: str) -> Iterator[tuple[str, PurePath, str]]:
    """Device, place and kind of every mount, oldest first."""
    for line in text.splitlines():
        device, _, rest = line.partition(" ")
        point, _, rest = rest.partition(" ")
        kind = rest.partition(" ")[0]
        if kind:
            yield device, PurePath(_unescaped(point)), kind


def _unescaped(point: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, character)
    return point


def _removable_disks(blocks: Path) -> frozenset[str]:
    return frozenset(
        flag.parent.name for flag in blocks.glob("*/removable") if _text(flag).strip() == "1"
    )


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii")
    except OSError:
        return ""


def _is_synced_name(part: str) -> bool:
    folded = part.casefold()
    return folded in _SYNCED_ON_MAC or any(
        folded == name or folded.startswith((f"{name} ", f"{name}-")) for name in _SYNCED
    )


def _is_marked(folder: Path) -> bool:
    try:
        return (
            any((folder / name).is_file() for name in _LEFT_FILES)
            or any((folder / name).is_dir() for name in _LEFT_FOLDERS)
            or next(folder.glob(_LEFT_PATTERN), None) is not None
        )
    except OSError:
        return False
