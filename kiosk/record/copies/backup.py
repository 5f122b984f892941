"""Copies of the ledger, and of its keys apart from it; while the record is open too.

What lies in them is sealed as in the record, so no key is needed to make them. Whoever keeps old
keys undoes deletions: they are kept apart from the ledger, and for a short time.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from functools import partial
from hashlib import file_digest
from pathlib import Path

import msgspec

from kiosk.domain.errors import Refusal, RefusedError, StorageError, StorageFault
from kiosk.domain.signing_key import fingerprint_text
from kiosk.record.files.faults import told_plainly
from kiosk.record.files.sqlite_files import sync_folder
from kiosk.record.files.store_lock import own
from kiosk.record.keys.root_key import KeyringSlot
from kiosk.record.keys.slot_file import Slots, read_slots
from kiosk.record.keys.vault_file import open_vault_file
from kiosk.record.ledger.ledger_file import LEDGER_FILE, open_ledger
from kiosk.record.ledger.signing import Now, stamp, utc_now
from kiosk.record.ledger.verify import Finding, verify_file
from kiosk.record.store import require_own_journals, require_sealed

MANIFEST = "manifest.json"
FORMAT = 1

CopyInto = Callable[[sqlite3.Connection], None]
# Writes a copy of the ledger to a new file and gives the number of events in it.
Fill = Callable[[Path], int]


class Manifest(msgspec.Struct, frozen=True):
    """What a backup of the ledger holds; written last, so that without it a copy is not whole.

    Attributes:
        store, device: Ids, as in the ledger.
        events: How many events it holds.
        at: UTC, in ISO form.
        digest: SHA-256 of the ledger file, in hexadecimal.
        signed_by: Fingerprint of the key that signed it; empty in backups from before it was noted.
    """

    store: str
    device: str
    events: int
    at: str
    digest: str
    format: int = FORMAT
    signed_by: str = ""


class KeysBackup(msgspec.Struct, frozen=True):
    """The ways to the root key and every wrapped key.

    Attributes:
        slots: Without the keyring's, which another machine does not have.
        vault: The SQLite file of wrapped keys.
        at: UTC, in ISO form.
    """

    slots: Slots
    vault: bytes
    at: str
    format: int = FORMAT


def require_new_folder(out: Path, data: Path) -> None:
    """Refuse a place for a backup of the ledger.

    Raises:
        RefusedError: It lies in the data folder, or holds something.
    """
    _require_outside(out, data)
    if out.exists() and (not out.is_dir() or next(out.iterdir(), None) is not None):
        raise RefusedError([Refusal("backup.not_empty")])


def write_ledger(out: Path, store: str, device: str, fill: Fill, now: datetime) -> Manifest:
    """Write a backup of the ledger into a new or empty folder.

    Raises:
        RefusedError: It cannot be written; nothing of it is left.
        StorageError: The ledger cannot be read, or is damaged; nothing of the backup is left.
    """
    file = out / LEDGER_FILE
    with _undone(lambda: _remove(file, out / MANIFEST)):
        _make_durably(out)
        events = fill(file)
        # A copy that cannot be restored is none, and nobody would look at it before it is needed.
        verdict = verify_file(file)
        if verdict.finding is not Finding.INTACT or verdict.public is None:
            raise StorageError(StorageFault.UNSOUND)
        signed_by = fingerprint_text(verdict.public).replace("\u00a0", " ")
        digest = digest_of(file)
        manifest = Manifest(store, device, events, stamp(now), digest, signed_by=signed_by)
        write_new(out / MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))
    return manifest


def write_keys(file: Path, slots: Slots, copy: CopyInto, now: datetime) -> None:
    """Write a backup of the keys to a new file.

    Raises:
        RefusedError: There is such a file, or it cannot be written; nothing of it is left.
    """
    if file.exists():
        raise RefusedError([Refusal("backup.exists")])
    with _undone(lambda: _remove(file)):
        # In memory, so that the copy bears no journal and leaves none.
        with closing(sqlite3.connect(":memory:")) as memory:
            copy(memory)
            vault = memory.serialize()
        backup = KeysBackup(slots.without(KeyringSlot), vault, stamp(now))
        write_new(file, msgspec.json.encode(backup))


def back_up_ledger(data: Path, out: Path, now: Now = utc_now) -> Manifest:
    """Back up the ledger of a record that nobody has open.

    Raises:
        StoreBusyError: Somebody has it open.
        RefusedError: The backup cannot go there.
        StorageError: There is no sealed record, or it cannot be read.
    """
    require_sealed(data)
    require_new_folder(out, data)
    with told_plainly(), ExitStack() as closing_:
        closing_.callback(own(data).release)
        require_own_journals(data)
        ledger = open_ledger(data)
        closing_.callback(ledger.close)
        meta = ledger.meta
        fill = partial(copy_ledger, copy=ledger.copy_into)
        return write_ledger(out, meta.store, meta.device, fill, now())


def back_up_keys(data: Path, file: Path, now: Now = utc_now) -> None:
    """Back up the keys of a record that nobody has open.

    Raises:
        StoreBusyError: Somebody has it open.
        RefusedError: The backup cannot go there.
        StorageError: There is no sealed record, or it cannot be read.
    """
    require_sealed(data)
    require_new_file(file, data)
    with told_plainly(), ExitStack() as closing_:
        closing_.callback(own(data).release)
        require_own_journals(data)
        vault = open_vault_file(data)
        closing_.callback(vault.close)
        write_keys(file, slots_of(data), vault.copy_into, now())


def require_new_file(file: Path, data: Path) -> None:
    """Refuse a place for a backup of the keys.

    Raises:
        RefusedError: It lies in the data folder or in a backup of the ledger, or there is a file.
    """
    _require_outside(file, data)
    if any(_is_backup(folder) for folder in file.resolve().parents):
        raise RefusedError([Refusal("backup.with_ledger")])
    if file.exists():
        raise RefusedError([Refusal("backup.exists")])


def slots_of(data: Path) -> Slots:
    """The slots of a record that exists.

    Raises:
        StorageError: They are missing.
    """
    slots = read_slots(data)
    if slots is None:
        raise StorageError(StorageFault.HALF)
    return slots


def digest_of(file: Path) -> str:
    """SHA-256 of a file, in hexadecimal.

    Raises:
        OSError: It cannot be read.
    """
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def write_new(file: Path, content: bytes) -> None:
    """Write a new file durably, readable by one user.

    Raises:
        OSError: There is one already, or it cannot be written.
    """
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    sync_folder(file.parent)


def copy_ledger(file: Path, copy: CopyInto) -> int:
    """Copy the ledger into a new file; gives the number of events in it.

    Raises:
        OSError: There is such a file, or it cannot be written.
        sqlite3.Error: The ledger cannot be read, or the file not written.
    """
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(file, isolation_level=None)) as target:
        copy(target)
        # One file without journals, which can be carried about.
        target.execute("PRAGMA journal_mode = DELETE")
        (events,) = target.execute("SELECT count(*) FROM event").fetchone()
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())
    return int(events)


def _require_outside(target: Path, data: Path) -> None:
    if target.resolve().is_relative_to(data.resolve()):
        raise RefusedError([Refusal("backup.inside")])


def _is_backup(folder: Path) -> bool:
    return (folder / MANIFEST).is_file() and (folder / LEDGER_FILE).is_file()


@contextmanager
def _undone(undo: Callable[[], None]) -> Iterator[None]:
    """Take away what was written when the rest cannot be; the record itself is untouched."""
    try:
        yield
    except FileExistsError:
        # Somebody else's: it came between the question and the writing.
        raise RefusedError([Refusal("backup.exists")]) from None
    except (OSError, sqlite3.Error):
        undo()
        raise RefusedError([Refusal("backup.unwritable")]) from None
    except StorageError:
        undo()
        raise


def _make_durably(folder: Path) -> None:
    """Make a folder and those above it, which are there after a power cut too."""
    absent = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for each in reversed(absent):
        sync_folder(each.parent)


def _remove(*files: Path) -> None:
    for file in files:
        with suppress(OSError):
            file.unlink()


def copy_file(source: Path, target: Path) -> None:
    """Copy a file durably to a new one, readable by one user.

    Raises:
        OSError: It cannot be read, or the new one not written.
    """
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    shutil.copyfile(source, target)
    with target.open("rb+") as opened:
        os.fsync(opened.fileno())
