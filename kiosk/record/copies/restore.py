"""A record from its backups: with a machine id of its own, so that no two histories share a chain."""

from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import msgspec

from kiosk.domain.errors import Refusal, RefusedError, StorageError, StorageFault
from kiosk.domain.receipt_number import Stored
from kiosk.record.copies.backup import (
    FORMAT,
    MANIFEST,
    KeysBackup,
    Manifest,
    copy_file,
    digest_of,
    write_new,
)
from kiosk.record.copies.half_restored import (
    INSIDE,
    begin_inside,
    clear_inside,
    is_vacant,
    move_out,
)
from kiosk.record.files.faults import told_plainly
from kiosk.record.files.place import require_local
from kiosk.record.files.sqlite_files import connect, transaction
from kiosk.record.files.store_lock import LOCK_FILE, own
from kiosk.record.keys.root_key import Secret
from kiosk.record.keys.slot_file import FORMAT as SLOT_FORMAT
from kiosk.record.keys.slot_file import surely, write_slots
from kiosk.record.keys.vault import Vault
from kiosk.record.keys.vault_file import VAULT_FILE, open_vault_file
from kiosk.record.ledger.chain import GENESIS
from kiosk.record.ledger.ledger_file import LEDGER_FILE, open_ledger
from kiosk.record.ledger.ledger_rows import PUT_CHECKPOINT, checkpoint_values
from kiosk.record.ledger.ledger_start import fresh_device
from kiosk.record.ledger.signing import Checkpoint, Now, Signer, stamp, utc_now
from kiosk.record.ledger.verify import Finding, verify_file
from kiosk.record.sealed_log import SealedLog
from kiosk.record.store import open_store

_RENAME = "UPDATE meta SET value = ? WHERE key = 'device'"


_Backup = TypeVar("_Backup", Manifest, KeysBackup)


class _FormOfSlots(msgspec.Struct, frozen=True):
    format: int = SLOT_FORMAT


class _Form(msgspec.Struct, frozen=True):
    """All that is surely there in a backup of whatever version."""

    format: int = FORMAT
    slots: _FormOfSlots = _FormOfSlots()


@dataclass(frozen=True, slots=True)
class Backups:
    """Where a record is restored from.

    Attributes:
        ledger: Folder of a backup of the ledger.
        keys: File of a backup of the keys, at least as new as the ledger.
    """

    ledger: Path
    keys: Path


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored.

    Attributes:
        events: How many events.
        at: When the ledger was backed up; UTC, in ISO form.
        device: The machine's new id in the record.
    """

    events: int
    at: str
    device: str


def restore(backups: Backups, data: Path, secret: Secret, now: Now = utc_now) -> Restored:
    """Make a record in a new folder; every event is read once before it counts as restored.

    Args:
        backups: What it is made from.
        data: Data folder; new or empty.
        secret: What opens the record: its passphrase or the escrow key at the time of the backup.
        now: The machine's time, for what is signed.

    Raises:
        RefusedError: The folder is not empty, or the backups are not whole.
        SlotsUnsureError: It is restored, but perhaps not after a power cut.
        StorageError: The secret is wrong, the backups do not belong together, the keys are older
            than the ledger, the folder is no place for a record, or it cannot be written.
    """
    require_empty(data)
    require_local(data)
    manifest, keys = _read(backups)
    roots = keys.slots.roots(secret)
    with told_plainly(), ExitStack() as closing:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        is_new = not (data / LOCK_FILE).exists()
        closing.callback(own(data).release)
        # Somebody else may have come since: from here on nobody does.
        require_empty(data)
        with ExitStack() as undo:
            undo.callback(_clear, data, is_new)
            device = _built(begin_inside(data), backups, keys, roots, now)
            _read_once(open_store(data / INSIDE, secret))
            move_out(data)
            undo.pop_all()
        with suppress(OSError):
            # Otherwise the next one who opens the record does it.
            clear_inside(data)
    return Restored(manifest.events, manifest.at, device)


def require_empty(data: Path) -> None:
    """Refuse a folder that holds something; what an interrupted restoring left does not count.

    Raises:
        RefusedError: It does, or it is no folder.
    """
    try:
        is_empty = is_vacant(data)
    except OSError:
        is_empty = False
    if not is_empty:
        raise RefusedError([Refusal("restore.not_empty")])


def _read(backups: Backups) -> tuple[Manifest, KeysBackup]:
    """Both backups, after everything was checked that needs no key."""
    try:
        manifest = _decoded((backups.ledger / MANIFEST).read_bytes(), Manifest)
        keys = _decoded(backups.keys.read_bytes(), KeysBackup)
        is_whole = digest_of(backups.ledger / LEDGER_FILE) == manifest.digest
    except (OSError, msgspec.MsgspecError):
        raise RefusedError([Refusal("restore.not_whole")]) from None
    if manifest.store != keys.slots.store:
        raise StorageError(StorageFault.KEYS_OF_ANOTHER)
    # Signed anew below, which must not make good what is wrong.
    if not is_whole or verify_file(backups.ledger / LEDGER_FILE).finding is not Finding.INTACT:
        raise RefusedError([Refusal("restore.damaged")])
    return manifest, keys


def _decoded(written: bytes, form: type[_Backup]) -> _Backup:
    """What a file says; its form is asked first, since a newer one may say anything."""
    told = msgspec.json.decode(written, type=_Form)
    if told.format > FORMAT or told.slots.format > SLOT_FORMAT:
        raise StorageError(StorageFault.NEWER_VERSION)
    return msgspec.json.decode(written, type=form)


def _built(
    folder: Path, backups: Backups, keys: KeysBackup, roots: Mapping[int, bytes], now: Now
) -> str:
    """Make the record in an empty folder; gives the machine's new id."""
    with ExitStack() as closing:
        write_new(folder / VAULT_FILE, keys.vault)
        copy_file(backups.ledger / LEDGER_FILE, folder / LEDGER_FILE)
        vault = _vault(folder, keys, roots, closing)
        device = _moved(folder, Signer(vault.signing_key), now)
        with surely():
            write_slots(folder, keys.slots.of_root(vault.generation))
    return device


def _vault(data: Path, keys: KeysBackup, roots: Mapping[int, bytes], closing: ExitStack) -> Vault:
    file = open_vault_file(data)
    closing.callback(file.close)
    store, generation = file.meta()
    if store != keys.slots.store or generation not in roots:
        raise StorageError(StorageFault.KEYS_OF_ANOTHER)
    return Vault(file, roots[generation])


def _moved(data: Path, signer: Signer, now: Now) -> str:
    """Give the ledger a new machine id, and sign how far the earlier machine had come."""
    ledger = open_ledger(data)
    meta = ledger.meta
    sequence, head = ledger.end(meta.device)
    last = ledger.last_checkpoint()
    taken = {link.place.device for link in ledger.all()} | {meta.device}
    taken |= {mark.place.device for mark in ledger.checkpoints()}
    ledger.close()
    device, number = fresh_device(taken), 1 if last is None else last.number + 1
    at = stamp(now())
    ends = (Stored(meta.device, sequence), head), (Stored(device, 0), GENESIS)
    connection = connect(data / LEDGER_FILE)
    try:
        with transaction(connection):
            for place, hash_ in ends:
                bare = Checkpoint(number, place, hash_, at)
                signed = replace(bare, signature=signer.sign(bare.statement(meta.store)))
                connection.execute(PUT_CHECKPOINT, checkpoint_values(signed))
                number += 1
            connection.execute(_RENAME, (device,))
    finally:
        connection.close()
    return device


def _read_once(log: SealedLog) -> None:
    """Read every event with its key.

    Raises:
        StorageError: A key is missing, or an event does not open.
    """
    try:
        for _row in log.all():
            pass
        damage, lacks_keys = log.damage, log.lacks_keys
    except StorageError as error:
        # The root key was changed after the keys were copied.
        if error.fault is StorageFault.HALF:
            raise StorageError(StorageFault.KEYS_OLDER) from None
        raise
    finally:
        log.close()
    # Keys that never were here: they were copied before the case came.
    if lacks_keys:
        raise StorageError(StorageFault.KEYS_OLDER)
    if damage is not None:
        raise RefusedError([Refusal("restore.damaged")])


def _clear(data: Path, is_new: bool) -> None:
    """Leave the folder as empty as it was; ``is_new`` tells that its lock was made here."""
    clear_inside(data)
    if is_new:
        # Windows keeps it while it is ours; an empty lock is no record.
        with suppress(OSError):
            (data / LOCK_FILE).unlink(missing_ok=True)
