"""The folder inside a data folder in which a record is restored, until it is whole.

Nothing counts as the record of the data folder before every event was read once. Then the files
are moved out, the slots last. What is cut off before is restored anew; what is cut off while the
files are moved is finished by whoever looks for the record next.
"""

import shutil
from contextlib import suppress
from pathlib import Path

from kiosk.record.files.sqlite_files import sync_folder
from kiosk.record.files.store_lock import HOLDER_FILE, LOCK_FILE
from kiosk.record.keys.slot_file import SLOT_FILE, sync_slots
from kiosk.record.keys.vault_file import VAULT_FILE
from kiosk.record.ledger.ledger_file import LEDGER_FILE

INSIDE = "restore.partial"
_MOVED = tuple(
    f"{name}{journal}" for name in (VAULT_FILE, LEDGER_FILE) for journal in ("", "-shm", "-wal")
)
_FOREVER = frozenset({LOCK_FILE, HOLDER_FILE, INSIDE})


def is_vacant(data: Path) -> bool:
    """Whether a record can be restored here: nothing lies here, or only half a restored one.

    Raises:
        OSError: It is no folder, or cannot be read.
    """
    if not data.exists():
        return True
    allowed = _FOREVER | (frozenset(_MOVED) if _is_cut_off(data) else frozenset())
    return all(each.name in allowed for each in data.iterdir())


def begin_inside(data: Path) -> Path:
    """A new folder to restore in; the data folder is vacant and ours.

    Raises:
        OSError: It cannot be made.
    """
    clear_inside(data)
    inside = data / INSIDE
    inside.mkdir(mode=0o700)
    return inside


def move_out(data: Path) -> None:
    """Make what was restored inside the record of the data folder.

    Raises:
        OSError: It is not.
        SlotsUnsureError: It is, but perhaps not after a power cut.
    """
    inside = data / INSIDE
    for name in _MOVED:
        if (inside / name).exists():
            (inside / name).rename(data / name)
    sync_folder(data)
    (inside / SLOT_FILE).rename(data / SLOT_FILE)
    sync_slots(data)


def is_half_restored(data: Path) -> bool:
    """Whether a restoring was cut off here; the folder has no slots."""
    return (data / INSIDE).is_dir()


def finish_moving(data: Path) -> bool:
    """Move out what an interrupted moving left inside; the data folder is ours.

    Returns:
        Whether that made it a record; False where the moving was not begun.

    Raises:
        OSError: It is not.
        SlotsUnsureError: It is, but perhaps not after a power cut.
    """
    if not _is_cut_off(data):
        return False
    move_out(data)
    return True


def clear_inside(data: Path) -> None:
    """Remove what an interrupted restoring left behind, and nothing of a record that is whole.

    Raises:
        OSError: It cannot be removed.
    """
    if _is_cut_off(data):
        for name in _MOVED:
            (data / name).unlink(missing_ok=True)
        # Before the folder, which tells that these files were never a record.
        sync_folder(data)
    with suppress(FileNotFoundError):
        shutil.rmtree(data / INSIDE)


def _is_cut_off(data: Path) -> bool:
    """Whether the moving was begun, with the keys, and not ended, with the slots."""
    inside = data / INSIDE
    is_begun = (inside / SLOT_FILE).exists() and not (inside / VAULT_FILE).exists()
    return is_begun and not (data / SLOT_FILE).exists()
