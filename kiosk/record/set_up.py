"""Setting up a sealed store: a passphrase, the municipality's escrow key, and the keyring."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.errors import RefusedError
from kiosk.domain.passphrase import passphrase_objections
from kiosk.domain.signing_key import fingerprint_text
from kiosk.record.files.place import require_local
from kiosk.record.keys import escrow
from kiosk.record.keys.os_keyring import Keyring
from kiosk.record.keys.root_key import Passphrase, Slot, escrow_slot, keyring_slot, passphrase_slot
from kiosk.record.keys.sealing import fresh_key
from kiosk.record.keys.slot_file import SlotsUnsureError
from kiosk.record.store import begin_store


@dataclass(frozen=True, slots=True)
class EscrowFile:
    """Where the private half of the escrow key goes.

    Attributes:
        head: Given the id of the store and the fingerprint of the key that signs it, what stands
            above the key for the one who finds it.
    """

    file: Path
    head: Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Ways:
    """By which ways a new store is opened.

    Attributes:
        keyring: Keeps a key on this machine too; None not to.
    """

    passphrase: Passphrase
    escrow: EscrowFile
    keyring: Keyring | None = None


def require_strong(passphrase: Passphrase) -> None:
    """Refuse a passphrase that is tried out too fast.

    Raises:
        RefusedError: It is.
    """
    objections = passphrase_objections(passphrase.text)
    if objections:
        raise RefusedError(objections)


def set_up(folder: Path, ways: Ways) -> str:
    """Set up the sealed store of a data folder, and write the escrow file.

    Returns:
        Fingerprint of the key that signs it, to be noted apart from the machine.

    Raises:
        RefusedError: The passphrase is weak, or the escrow file cannot go where it should.
        SlotsUnsureError: It is set up, but perhaps not after a power cut.
        StorageError: There is a store already, it cannot be written, or there is no keyring.
    """
    require_strong(ways.passphrase)
    require_local(folder)
    escrow.require_place(ways.escrow.file, folder)
    signed_by = ""
    with ExitStack() as undo:

        def slots(root: bytes, number: int, store: str, public: bytes) -> tuple[Slot, ...]:
            nonlocal signed_by
            signed_by = fingerprint_text(public)
            head = ways.escrow.head(store, signed_by)
            return _slots(ways, head, root, number, store, undo)

        try:
            begin_store(folder, slots)
        except SlotsUnsureError:
            # The store is there, and relies on what was written first.
            undo.pop_all()
            raise
        undo.pop_all()
    return signed_by


def _slots(
    ways: Ways, head: str, root: bytes, number: int, store: str, undo: ExitStack
) -> tuple[Slot, ...]:
    """The slots, with what they rely on written first; ``undo`` takes that away again."""
    private, public = escrow.fresh_pair()
    slots: list[Slot] = [
        passphrase_slot(root, number, ways.passphrase, store),
        escrow_slot(root, number, public, store),
    ]
    if ways.keyring is not None:
        key = fresh_key()
        ways.keyring.keep(store, key)
        undo.callback(ways.keyring.forget, store)
        slots.append(keyring_slot(root, number, key, store))
    escrow.write_escrow_file(ways.escrow.file, head, private)
    undo.callback(ways.escrow.file.unlink, missing_ok=True)
    return tuple(slots)
