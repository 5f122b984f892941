"""The store in a data folder: slots to the root key, wrapped keys, and the sealed ledger."""

import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from enum import Enum
from functools import partial
from pathlib import Path

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.copies.half_restored import finish_moving, is_half_restored
from kiosk.record.files.copied_files import require_own_journal
from kiosk.record.files.faults import told_plainly
from kiosk.record.files.place import require_local
from kiosk.record.files.store_lock import own
from kiosk.record.folding.snapshot import Held, Shelf
from kiosk.record.keys.root_key import Secret, Slot
from kiosk.record.keys.sealing import fresh_key
from kiosk.record.keys.slot_file import (
    Slots,
    SlotsUnsureError,
    clear_unfinished,
    read_slots,
    write_slots,
)
from kiosk.record.keys.vault import Vault
from kiosk.record.keys.vault_file import VAULT_FILE, VAULT_KEPT, begin_vault_file, open_vault_file
from kiosk.record.keys.wrapping import furnish
from kiosk.record.ledger.ledger_file import LEDGER_FILE, LedgerFile, open_ledger, peek
from kiosk.record.ledger.ledger_schema import FORMAT, LEDGER_KEPT
from kiosk.record.ledger.ledger_start import begin_ledger
from kiosk.record.ledger.signing import Now, Signer, utc_now
from kiosk.record.sealed_log import SealedLog

_FIRST = 1
_STORE_BYTES = 16
_JOURNALS = ("", "-wal", "-shm")

# Root key, its number, id of the store, and the public half of what it signs with.
MakeSlots = Callable[[bytes, int, str, bytes], tuple[Slot, ...]]


class StoreState(Enum):
    """What lies in a data folder."""

    NONE = "none"
    TRIAL = "trial"
    SEALED = "sealed"


def state_of(folder: Path) -> StoreState:
    """What lies in a data folder; nothing is opened for it.

    A restoring that was cut off in its last moment is finished first.

    Raises:
        StoreBusyError: Somebody is restoring here.
        StorageError: Parts are missing, or another version of the program wrote them.
    """
    if read_slots(folder) is None and is_half_restored(folder):
        with told_plainly(), ExitStack() as closing:
            closing.callback(own(folder).release)
            finish_moving(folder)
    return _state_at_rest(folder)


def _state_at_rest(folder: Path) -> StoreState:
    slots = read_slots(folder)
    if slots is not None:
        return StoreState.TRIAL if slots.is_trial else StoreState.SEALED
    if is_half_restored(folder):
        raise StorageError(StorageFault.HALF_RESTORED)
    _refuse_lost_keys(folder)
    return StoreState.NONE


def begin_store(folder: Path, make_slots: MakeSlots) -> None:
    """Set up the store of a data folder; the folder is made when it does not exist.

    Args:
        folder: Data folder.
        make_slots: Makes the ways to the root key.

    Raises:
        StoreBusyError: Another process is at it.
        StorageError: There is a store already, or the folder cannot be written to.
    """
    refuse_begun(folder)
    with told_plainly(), ExitStack() as closing:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        closing.callback(own(folder).release)
        _refuse_begun(_state_at_rest(folder))
        _clear_half_begun(folder)
        root, store = fresh_key(), os.urandom(_STORE_BYTES).hex()
        vault = begin_vault_file(folder, store, _FIRST)
        closing.callback(vault.close)
        furnish(vault, root)
        signer = Signer(Vault(vault, root).signing_key)
        begin_ledger(folder, store, signer)
        # Last: a store without this file was never begun.
        write_slots(folder, Slots(store, make_slots(root, _FIRST, store, signer.public)))


def open_store(folder: Path, secret: Secret, now: Now = utc_now) -> SealedLog:
    """Open the store of a data folder; a wrong secret touches nothing.

    Args:
        folder: Data folder.
        secret: What opens it.
        now: The machine's time, for checkpoints.

    Raises:
        StoreBusyError: Another process holds it.
        StorageError: There is none, the secret is wrong, the folder is no place for it, or parts
            are missing or damaged.
    """
    with told_plainly(), ExitStack() as undo:
        closing = undo.enter_context(ExitStack())
        slots, roots = sealed_slots(folder, secret, closing)
        slots.require_own_escrow(roots)
        if not (folder / LEDGER_FILE).exists():
            raise StorageError(StorageFault.HALF)
        vault = opened_vault(folder, slots, roots, closing)
        ledger = open_ledger(folder)
        closing.callback(ledger.close)
        if ledger.meta.store != slots.store:
            raise StorageError(StorageFault.KEYS_OF_ANOTHER)
        held = partial(_held, vault, ledger)
        shelf = Shelf(folder, vault.snapshot_seal(), slots.store, held)
        log = SealedLog(ledger, vault, closing, now, shelf)
        # A record that cannot be written to is opened for reading all the same.
        with suppress(StorageError):
            log.finish_disposal()
        undo.pop_all()
    return log


def _held(vault: Vault, ledger: LedgerFile) -> Held:
    return Held(vault.count_case_keys(), ledger.count_erasures())


def sealed_slots(
    folder: Path, secret: Secret, closing: ExitStack
) -> tuple[Slots, Mapping[int, bytes]]:
    """Take the lock of a store and open its slots; nothing is written before the secret is right.

    Returns:
        The slots, and the root keys behind them by their numbers.

    Raises:
        StoreBusyError: Another process holds it.
        StorageError: There is none, the secret is wrong, or a journal is not its own.
    """
    if state_of(folder) is StoreState.NONE:
        raise StorageError(StorageFault.NOT_SET_UP)
    closing.callback(own(folder).release)
    slots = read_slots(folder)
    if slots is None:
        raise StorageError(StorageFault.HALF)
    if not slots.is_trial:
        require_local(folder)
    roots = slots.roots(secret)
    require_own_journals(folder)
    return slots, roots


def require_own_journals(folder: Path) -> None:
    """Refuse files that were mixed up or cut off while copying, before SQLite writes to them.

    Raises:
        StorageError: ``FOREIGN_JOURNAL`` or ``DAMAGED``; nothing was changed.
    """
    for name, kept in ((VAULT_FILE, VAULT_KEPT), (LEDGER_FILE, LEDGER_KEPT)):
        require_own_journal(folder / name, kept)


def opened_vault(
    folder: Path, slots: Slots, roots: Mapping[int, bytes], closing: ExitStack
) -> Vault:
    """The keys of a store that is ours; what an interrupted change left over is cleared away.

    Raises:
        StorageError: They are missing, damaged, or of another store.
    """
    file = open_vault_file(folder)
    closing.callback(file.close)
    store, generation = file.meta()
    if store != slots.store:
        raise StorageError(StorageFault.KEYS_OF_ANOTHER)
    if generation not in roots:
        # One of the two files is from before a change of the root key.
        raise StorageError(StorageFault.KEYS_OLDER)
    vault = Vault(file, roots[generation])
    current = slots.of_root(generation)
    if current != slots:
        # What is left over does no harm, so it may come back.
        with suppress(SlotsUnsureError):
            write_slots(folder, current)
    vault.has_older_slots = not _recognised(vault, current.digests)
    clear_unfinished(folder)
    return vault


def _recognised(vault: Vault, slots: frozenset[bytes]) -> bool:
    """Whether every slot is one that was put there last; the vault knows the others no longer."""
    noted = vault.noted_slots()
    if noted is not None and not slots <= noted:
        return False
    if noted != slots:
        # A store that cannot be written to is opened for reading all the same.
        with suppress(StorageError):
            vault.note_slots(slots)
    return True


def refuse_begun(folder: Path) -> None:
    """Refuse a folder in which a store cannot be set up.

    Raises:
        StorageError: There is one already, or a trial store.
    """
    _refuse_begun(state_of(folder))


def _refuse_begun(state: StoreState) -> None:
    if state is StoreState.TRIAL:
        raise StorageError(StorageFault.TRIAL_ONLY)
    if state is StoreState.SEALED:
        raise StorageError(StorageFault.ALREADY_SET_UP)


def require_sealed(folder: Path) -> None:
    """Refuse a folder without a sealed store.

    Raises:
        StorageError: There is none, or only a trial store.
    """
    state = state_of(folder)
    if state is StoreState.TRIAL:
        raise StorageError(StorageFault.TRIAL_ONLY)
    if state is StoreState.NONE:
        raise StorageError(StorageFault.NOT_SET_UP)


def _refuse_lost_keys(folder: Path) -> None:
    """A ledger without its file of slots is no empty folder, unless it was never finished."""
    ledger = folder / LEDGER_FILE
    if not ledger.exists():
        return
    with told_plainly():
        stored, has_events = peek(ledger)
    if stored is not None and stored < FORMAT:
        raise StorageError(StorageFault.OLDER_TRIAL)
    if stored is not None and stored > FORMAT:
        raise StorageError(StorageFault.NEWER_VERSION)
    if has_events:
        raise StorageError(StorageFault.HALF)


def _clear_half_begun(folder: Path) -> None:
    """Remove what an interrupted setting-up left behind, and nothing that was ever used.

    Raises:
        StorageError: The keys of cases lie here.
    """
    if (folder / VAULT_FILE).exists():
        vault = open_vault_file(folder)
        is_used = vault.has_case_keys()
        vault.close()
        if is_used:
            raise StorageError(StorageFault.HALF)
    for name in (VAULT_FILE, LEDGER_FILE):
        for journal in _JOURNALS:
            (folder / f"{name}{journal}").unlink(missing_ok=True)
