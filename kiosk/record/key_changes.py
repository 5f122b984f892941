"""Changes of the ways to a store that exists; each is whole after a power cut at any instant.

What is asked for is refused before anything is written, so a wrong secret touches nothing.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.errors import Refusal, RefusedError, StorageError, StorageFault
from kiosk.domain.signing_key import fingerprint_text
from kiosk.record.files.faults import told_plainly
from kiosk.record.keys.escrow import fresh_pair, require_place, write_escrow_file
from kiosk.record.keys.os_keyring import Keyring, keyring_key
from kiosk.record.keys.root_key import (
    KeyringSlot,
    Passphrase,
    Secret,
    Slot,
    escrow_slot,
    keyring_slot,
    passphrase_slot,
)
from kiosk.record.keys.sealing import fresh_key
from kiosk.record.keys.slot_file import Slots, SlotsUnsureError, surely, write_slots
from kiosk.record.keys.vault import Vault
from kiosk.record.ledger.signing import Signer
from kiosk.record.set_up import EscrowFile, require_strong
from kiosk.record.store import opened_vault, require_sealed, sealed_slots


@dataclass(frozen=True, slots=True)
class _Held:
    """A store that is ours for the moment, opened with the right secret."""

    folder: Path
    slots: Slots
    vault: Vault
    root: bytes

    def write(self, slots: Slots) -> None:
        """Put slots in place; the vault knows them before, and the earlier ones until then."""
        noted = self.vault.noted_slots()
        known = self.slots.digests if noted is None else noted
        known |= slots.digests - self.slots.digests
        self.vault.note_slots(known)
        write_slots(self.folder, slots)
        # Otherwise the next one who opens the store does it.
        with suppress(StorageError):
            self.vault.note_slots(known & slots.digests)


def change_passphrase(folder: Path, secret: Secret, fresh: Passphrase) -> None:
    """Let a new passphrase open the store in place of the earlier one.

    Args:
        folder: Data folder.
        secret: What opens the store now: the earlier passphrase, the escrow key or the keyring's.
        fresh: The new passphrase.

    Raises:
        RefusedError: The new passphrase is weak, or the one that opens it already.
        StoreBusyError: Another process holds the store.
        SlotsUnsureError: It was changed, but a power cut may bring the earlier one back.
        StorageError: The secret is wrong, or the store cannot be written; nothing was changed.
    """
    require_strong(fresh)
    with _held(folder, secret) as held:
        # Asked of a right secret only: a wrong one learns nothing.
        if secret == fresh:
            raise RefusedError([Refusal("passphrase.same")])
        slot = passphrase_slot(held.root, held.vault.generation, fresh, held.slots.store)
        held.write(held.slots.replacing(slot))


def keep_in_keyring(folder: Path, secret: Secret, keyring: Keyring) -> None:
    """Let the keyring of the operating system open the store too.

    Raises:
        StoreBusyError: Another process holds the store.
        StorageError: The secret is wrong, there is no keyring, or nothing can be written.
    """
    with _held(folder, secret) as held:
        key = fresh_key()
        # First: a key without its slot opens nothing, a slot without its key only misleads.
        keyring.keep(held.slots.store, key)
        slot = keyring_slot(held.root, held.vault.generation, key, held.slots.store)
        held.write(held.slots.replacing(slot))


def leave_keyring(folder: Path, secret: Secret, keyring: Keyring) -> None:
    """Let the keyring open the store no longer.

    Raises:
        StoreBusyError: Another process holds the store.
        StorageError: The secret is wrong, or nothing can be written.
    """
    with _held(folder, secret) as held:
        held.write(held.slots.without(KeyringSlot))
        # Without its slot a key opens nothing, so a keyring that is gone does no harm.
        forget_quietly(keyring, held.slots.store)


def change_escrow(folder: Path, secret: Secret, escrow: EscrowFile) -> None:
    """Make a new escrow key in place of one that was lost or seen by others.

    Args:
        folder: Data folder.
        secret: What opens the store now.
        escrow: Where the private half of the new one goes.

    Raises:
        RefusedError: The file cannot go there.
        StoreBusyError: Another process holds the store.
        SlotsUnsureError: It was changed, but a power cut may bring the earlier one back; both
            files must be kept.
        StorageError: The secret is wrong, or nothing can be written.
    """
    require_place(escrow.file, folder)
    with _held(folder, secret) as held, ExitStack() as undo:
        store = held.slots.store
        private, public = fresh_pair()
        signed_by = fingerprint_text(Signer(held.vault.signing_key).public)
        write_escrow_file(escrow.file, escrow.head(store, signed_by), private)
        undo.callback(escrow.file.unlink, missing_ok=True)
        slot = escrow_slot(held.root, held.vault.generation, public, store)
        try:
            held.write(held.slots.replacing(slot))
        except SlotsUnsureError:
            # The slot is there, and this file is the only one that opens it.
            undo.pop_all()
            raise
        undo.pop_all()


def change_root(folder: Path, passphrase: Passphrase, keyring: Keyring) -> None:
    """Wrap every key with a new root key; what is stored from now on gets new keys.

    Copies of the key files from before still open what was stored before.

    Raises:
        StoreBusyError: Another process holds the store.
        SlotsUnsureError: It was changed; a power cut may bring back the earlier ways, which open
            nothing then, beside the new ones.
        StorageError: The passphrase is wrong, the escrow key is none that was made with the
            store, or nothing can be written.
    """
    with _held(folder, passphrase) as held:
        held.slots.require_own_escrow({held.vault.generation: held.root})
        root, generation = fresh_key(), held.vault.generation + 1
        fresh = _slots_again(held.slots, root, generation, passphrase, keyring)
        both = (*held.slots.slots, *fresh)
        # At every instant the file holds a way to the root key that wraps the keys; what a power
        # cut leaves over is cleared away by the next one who opens the store.
        with surely():
            held.write(Slots(held.slots.store, both))
        held.vault.change_root(root)
        held.write(Slots(held.slots.store, fresh))


def forget_quietly(keyring: Keyring, store: str) -> None:
    """Let a keyring forget a key that opens nothing any more."""
    try:
        keyring.forget(store)
    except StorageError as error:
        if error.fault is not StorageFault.NO_KEYRING:
            raise


def _slots_again(
    slots: Slots, root: bytes, generation: int, passphrase: Passphrase, keyring: Keyring
) -> tuple[Slot, ...]:
    """The same ways to another root key; the keyring only where its key can be read."""
    fresh: list[Slot] = [passphrase_slot(root, generation, passphrase, slots.store)]
    if slots.escrow is not None:
        fresh.append(escrow_slot(root, generation, slots.escrow, slots.store))
    kept = keyring_key(slots, keyring)
    if kept is not None:
        fresh.append(keyring_slot(root, generation, kept.key, slots.store))
    return tuple(fresh)


@contextmanager
def _held(folder: Path, secret: Secret) -> Iterator[_Held]:
    require_sealed(folder)
    with told_plainly(), ExitStack() as closing:
        slots, roots = sealed_slots(folder, secret, closing)
        vault = opened_vault(folder, slots, roots, closing)
        # Opening has cleared away what an interrupted change left behind.
        yield _Held(folder, slots.of_root(vault.generation), vault, roots[vault.generation])
