"""A keyring in memory, and one that is not there."""

from kiosk.domain.errors import StorageError, StorageFault


class FakeKeyring:
    """Implements ``Keyring``."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def is_there(self) -> bool:
        return True

    def keep(self, store: str, key: bytes) -> None:
        self.kept[store] = key

    def find(self, store: str) -> bytes | None:
        return self.kept.get(store)

    def forget(self, store: str) -> None:
        self.kept.pop(store, None)


class NoKeyring:
    """Implements ``Keyring`` on a machine without one."""

    def is_there(self) -> bool:
        return False

    def keep(self, store: str, key: bytes) -> None:
        raise StorageError(StorageFault.NO_KEYRING)

    def find(self, store: str) -> bytes | None:
        raise StorageError(StorageFault.NO_KEYRING)

    def forget(self, store: str) -> None:
        raise StorageError(StorageFault.NO_KEYRING)
