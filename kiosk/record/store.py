"""The store in a data folder: slots to the root key, wrapped keys, and the sealed ledger."""

import os
from collections.abc import Callable
from contextlib import ExitStack
from enum import Enum
from pathlib import Path

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.faults import told_plainly
from kiosk.record.ledger_file import LEDGER_FILE, begin_ledger, open_ledger, peek
from kiosk.record.ledger_schema import FORMAT
from kiosk.record.root_key import Secret, Slot
from kiosk.record.sealed_log import SealedLog
from kiosk.record.sealing import fresh_key
from kiosk.record.signing import Now, Signer, utc_now
from kiosk.record.slot_file import Slots, read_slots, write_slots
from kiosk.record.store_lock import own
from kiosk.record.vault import Vault, furnish
from kiosk.record.vault_file import VAULT_FILE, begin_vault_file, open_vault_file

_FIRST = 1
_STORE_BYTES = 16
_JOURNALS = ("", "-wal", "-shm")

MakeSlots = Callable[[bytes, int, str], tuple[Slot, ...]]


class StoreState(Enum):
    """What lies in a data folder."""

    NONE = "none"
    TRIAL = "trial"
    SEALED = "sealed"


def state_of(folder: Path) -> StoreState:
    """What lies in a data folder; nothing is opened for it.

    Raises:
        StorageError: Parts are missing, or another version of the program wrote them.
    """
    slots = read_slots(folder)
    if slots is None:
        _refuse_lost_keys(folder)
        return StoreState.NONE
    return StoreState.TRIAL if slots.is_trial else StoreState.SEALED


def begin_store(folder: Path, make_slots: MakeSlots) -> None:
    """Set up the store of a data folder; the folder is made when it does not exist.

    Args:
        folder: Data folder.
        make_slots: Given the root key, its number and the id of the store, the ways to the key.

    Raises:
        StoreBusyError: Another process is at it.
        StorageError: There is a store already, or the folder cannot be written to.
    """
    with told_plainly(), ExitStack() as closing:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        closing.callback(own(folder).release)
        if state_of(folder) is not StoreState.NONE:
            raise StorageError(StorageFault.ALREADY_SET_UP)
        _clear_half_begun(folder)
        root, store = fresh_key(), os.urandom(_STORE_BYTES).hex()
        vault = begin_vault_file(folder, store, _FIRST)
        closing.callback(vault.close)
        furnish(vault, root)
        begin_ledger(folder, store, Signer(Vault(vault, root).signing_key))
        # Last: a store without this file was never begun.
        write_slots(folder, Slots(store, make_slots(root, _FIRST, store)))


def open_store(folder: Path, secret: Secret, now: Now = utc_now) -> SealedLog:
    """Open the store of a data folder; a wrong secret touches nothing.

    Args:
        folder: Data folder.
        secret: What opens it.
        now: The machine's time, for checkpoints.

    Raises:
        StoreBusyError: Another process holds it.
        StorageError: There is none, the secret is wrong, or parts are missing or damaged.
    """
    with told_plainly(), ExitStack() as undo:
        if state_of(folder) is StoreState.NONE:
            raise StorageError(StorageFault.NOT_SET_UP)
        closing = undo.enter_context(ExitStack())
        closing.callback(own(folder).release)
        log = _open_owned(folder, secret, closing, now)
        undo.pop_all()
    return log


def _open_owned(folder: Path, secret: Secret, closing: ExitStack, now: Now) -> SealedLog:
    slots = read_slots(folder)
    if slots is None or not (folder / LEDGER_FILE).exists():
        raise StorageError(StorageFault.HALF)
    roots = slots.roots(secret)
    vault_file = open_vault_file(folder)
    closing.callback(vault_file.close)
    ledger = open_ledger(folder)
    closing.callback(ledger.close)
    store, generation = vault_file.meta()
    if not (store == slots.store == ledger.meta.store and generation in roots):
        raise StorageError(StorageFault.KEYS_OF_ANOTHER)
    return SealedLog(ledger, Vault(vault_file, roots[generation]), closing, now)


def _refuse_lost_keys(folder: Path) -> None:
    """A ledger without its file of slots is no empty folder, unless it was never finished."""
    ledger = folder / LEDGER_FILE
    if not ledger.exists():
        return
    with told_plainly():
        stored, has_events = peek(ledger)
    if stored is not None and stored < FORMAT:
        raise StorageError(StorageFault.OLDER_TRIAL)
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
