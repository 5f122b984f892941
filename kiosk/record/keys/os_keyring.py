"""The keyring of the operating system, which opens the store for the one who is signed in."""

import base64
import binascii
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.keys.root_key import KeyringKey
from kiosk.record.keys.sealing import KEY_BYTES
from kiosk.record.keys.slot_file import Slots

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "brukervalg-kiosk"
# Only those that the system itself protects; others may write a file in the clear.
_PROTECTED = frozenset(
    f"keyring.backends.{name}"
    for name in ("Windows", "macOS", "SecretService", "libsecret", "kwallet")
)


class Keyring(Protocol):
    """Keeps one key per store; the others raise ``StorageError`` where there is no keyring."""

    def is_there(self) -> bool:
        """Whether this machine has a keyring that the system protects."""
        ...

    def keep(self, store: str, key: bytes) -> None:
        """Keep a key in place of an earlier one."""
        ...

    def find(self, store: str) -> bytes | None:
        """The key of a store; None when none is kept here."""
        ...

    def forget(self, store: str) -> None:
        """Keep it no longer; one that is not kept does no harm."""
        ...


class SystemKeyring:
    """Implements ``Keyring``; it is slow to import, so it is looked for at the first call."""

    def is_there(self) -> bool:
        """Whether this machine has a keyring that the system protects."""
        try:
            with _told():
                protected_backend()
        except StorageError:
            return False
        return True

    def keep(self, store: str, key: bytes) -> None:
        """Keep a key in place of an earlier one."""
        with _told():
            protected_backend().set_password(_SERVICE, store, base64.b64encode(key).decode())

    def find(self, store: str) -> bytes | None:
        """The key of a store; None when none is kept here."""
        with _told():
            kept = protected_backend().get_password(_SERVICE, store)
        return None if kept is None else _key_in(kept)

    def forget(self, store: str) -> None:
        """Keep it no longer; one that is not kept does no harm."""
        with _told():
            backend = protected_backend()
            if backend.get_password(_SERVICE, store) is not None:
                backend.delete_password(_SERVICE, store)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except StorageError:
        raise
    except Exception:  # noqa: BLE001  a backend raises whatever its system raises
        raise StorageError(StorageFault.NO_KEYRING) from None


def keyring_key(slots: Slots, keyring: Keyring) -> KeyringKey | None:
    """What the keyring keeps for a store; None when the store has no such way, or it is gone."""
    if not slots.has_keyring:
        return None
    try:
        key = keyring.find(slots.store)
    except StorageError as error:
        if error.fault is not StorageFault.NO_KEYRING:
            raise
        return None
    return None if key is None else KeyringKey(key)


def protected_backend() -> "KeyringBackend":
    """The best keyring here that the system protects.

    Raises:
        StorageError: There is none.
    """
    from keyring.backend import get_all_keyring  # noqa: PLC0415  slow, and not always needed

    found = [each for each in get_all_keyring() if type(each).__module__ in _PROTECTED]
    if not found:
        raise StorageError(StorageFault.NO_KEYRING)
    return max(found, key=lambda each: each.priority)


def _key_in(kept: str) -> bytes | None:
    try:
        key = base64.b64decode(kept, validate=True)
    except binascii.Error:
        return None
    return key if len(key) == KEY_BYTES else None
