"""The file that says by which ways the root key is reached; read before anything is opened."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import msgspec

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.files.faults import told_plainly
from kiosk.record.files.sqlite_files import sync_folder
from kiosk.record.keys.root_key import (
    EscrowSlot,
    KeyringSlot,
    OpenSlot,
    Secret,
    Slot,
    is_own_escrow,
    root_key,
)

SLOT_FILE = "keys.json"
FORMAT = 1


class SlotsUnsureError(StorageError):
    """New slots are in place, but a power cut may bring back the earlier ones."""

    def __init__(self) -> None:
        super().__init__(StorageFault.SLOTS_UNSURE)


class Slots(msgspec.Struct, frozen=True):
    """The ways to the root key of one store.

    Attributes:
        store: Id of the store, 32 hexadecimal digits.
        slots: At least one.
        format: Version of the file's form.
    """

    store: str
    slots: tuple[Slot, ...]
    format: int = FORMAT

    @property
    def is_trial(self) -> bool:
        """Whether the root key lies in the open."""
        return any(isinstance(slot, OpenSlot) for slot in self.slots)

    @property
    def has_keyring(self) -> bool:
        """Whether a key in the keyring of the operating system opens the store."""
        return any(isinstance(slot, KeyringSlot) for slot in self.slots)

    @property
    def escrow(self) -> bytes | None:
        """The public half of the municipality's escrow key; None without one."""
        return next((slot.public for slot in self.slots if isinstance(slot, EscrowSlot)), None)

    @property
    def digests(self) -> frozenset[bytes]:
        """SHA-256 of each way."""
        return frozenset(sha256(msgspec.json.encode(slot)).digest() for slot in self.slots)

    def of_root(self, generation: int) -> "Slots":
        """Only the ways to one root key."""
        return self._with(slot for slot in self.slots if slot.generation == generation)

    def replacing(self, fresh: Slot) -> "Slots":
        """With a way in place of those of its kind."""
        return self._with((*self.without(type(fresh)).slots, fresh))

    def without(self, kind: type[Slot]) -> "Slots":
        """Without the ways of a kind."""
        return self._with(slot for slot in self.slots if not isinstance(slot, kind))

    def _with(self, slots: Iterable[Slot]) -> "Slots":
        return msgspec.structs.replace(self, slots=tuple(slots))

    def roots(self, secret: Secret) -> Mapping[int, bytes]:
        """The root keys by their numbers; more than one only while the root key is changed.

        Raises:
            StorageError: The secret is wrong, or of a kind that this store has no slot for.
        """
        found = [(slot.generation, root_key(slot, secret, self.store)) for slot in self.slots]
        roots = {number: root for number, root in found if root is not None}
        if not roots:
            raise StorageError(StorageFault.LOCKED)
        return roots

    def require_own_escrow(self, roots: Mapping[int, bytes]) -> None:
        """Refuse a public half of an escrow key that somebody without the root key put here.

        Raises:
            StorageError: It is none that was made with this store.
        """
        for slot in self.slots:
            root = roots.get(slot.generation)
            if root is None or not isinstance(slot, EscrowSlot):
                continue
            if not is_own_escrow(slot, root, self.store):
                raise StorageError(StorageFault.FOREIGN_ESCROW)


class _Form(msgspec.Struct):
    format: int


def read_slots(folder: Path) -> Slots | None:
    """The slots of a data folder; None when it has none yet.

    Raises:
        StorageError: They cannot be read, or a later version of the program wrote them.
    """
    with told_plainly():
        try:
            written = (folder / SLOT_FILE).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
    try:
        if msgspec.json.decode(written, type=_Form).format > FORMAT:
            raise StorageError(StorageFault.NEWER_VERSION)
        return msgspec.json.decode(written, type=Slots)
    except msgspec.MsgspecError:
        raise StorageError(StorageFault.HALF) from None


def clear_unfinished(folder: Path) -> None:
    """Remove what an interrupted writing left beside the slots.

    Raises:
        OSError: It cannot be removed.
    """
    _unfinished(folder).unlink(missing_ok=True)


def write_slots(folder: Path, slots: Slots) -> None:
    """Put the slots in place of the earlier ones, wholly or not at all.

    Raises:
        SlotsUnsureError: The new ones are there, but perhaps not after a power cut; whatever
            either of them relies on must be kept.
        StorageError: The earlier ones are still there.
    """
    fresh = _unfinished(folder)
    with told_plainly():
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(slots)))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / SLOT_FILE)
    sync_slots(folder)


@contextmanager
def surely() -> Iterator[None]:
    """Inside, slots are written that the next step relies on; it must not come when unsure.

    Raises:
        StorageError: They are not surely there for good.
    """
    try:
        yield
    except SlotsUnsureError:
        raise StorageError(StorageFault.FAILED) from None


def sync_slots(folder: Path) -> None:
    """Make slots durable that were just put in place.

    Raises:
        SlotsUnsureError: Nobody knows whether they are.
    """
    try:
        sync_folder(folder)
    except OSError:
        raise SlotsUnsureError from None


def _unfinished(folder: Path) -> Path:
    return folder / f"{SLOT_FILE}.new"
