"""What a ledger says of itself: whose it is, and in which form it is written."""

import sqlite3
from dataclasses import dataclass

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.ledger.ledger_schema import FORMAT, has_tables
from kiosk.record.ledger.signing import PUBLIC_BYTES


@dataclass(frozen=True, slots=True)
class LedgerMeta:
    """What the ledger says of itself.

    Attributes:
        store: Id of the store; its keys bear the same.
        device: Id of this machine in the store.
        public: What checks the signatures of the store, 32 bytes.
    """

    store: str
    device: str
    public: bytes


def meta_of(connection: sqlite3.Connection) -> LedgerMeta:
    """What a ledger says of itself, after its form was checked.

    Raises:
        StorageError: It is no ledger, or another version wrote it.
        sqlite3.Error: It cannot be read.
    """
    if not has_tables(connection):
        raise StorageError(StorageFault.DAMAGED)
    meta: dict[str, str] = dict(connection.execute("SELECT key, value FROM meta"))
    stored = meta.get("format", "")
    if not stored.isdigit():
        raise StorageError(StorageFault.DAMAGED)
    if int(stored) != FORMAT:
        is_newer = int(stored) > FORMAT
        raise StorageError(StorageFault.NEWER_VERSION if is_newer else StorageFault.OLDER_TRIAL)
    try:
        public = bytes.fromhex(meta["public_key"])
        found = LedgerMeta(meta["store"], meta["device"], public)
    except (KeyError, ValueError):
        raise StorageError(StorageFault.DAMAGED) from None
    if len(public) != PUBLIC_BYTES:
        raise StorageError(StorageFault.DAMAGED)
    return found


def lossy(text: bytes) -> str:
    """Letters as SQLite holds them; those that are none are damage, which the chain tells of."""
    return text.decode(errors="replace")
