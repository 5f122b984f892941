"""Tables of the ledger: rows are added and never touched again."""

import secrets
import sqlite3

from kiosk.domain.errors import StorageError, StorageFault

FORMAT = 1

# Without 0 O, 1 I L, 2 Z, 5 S and 8 B, which are mistaken for each other on paper.
_ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY"
_DEVICE_LENGTH = 4

_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE event (
        position INTEGER PRIMARY KEY,
        device TEXT NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        schema INTEGER NOT NULL,
        payload BLOB NOT NULL,
        UNIQUE (device, seq)
    ) STRICT""",
    """CREATE TRIGGER event_gapless BEFORE INSERT ON event
    WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event WHERE device = NEW.device)
    BEGIN SELECT RAISE(ABORT, 'a number is missing'); END""",
    """CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END""",
    """CREATE TRIGGER event_kept BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END""",
)


def prepare(connection: sqlite3.Connection) -> str:
    """Check the ledger's format, or write the tables of a new one.

    Returns:
        Id of this machine in the ledger.

    Raises:
        StorageError: The file is newer than this program, or no ledger at all.
        sqlite3.Error: The file cannot be read or written.
    """
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    if not tables:
        _create(connection)
    elif not {"meta", "event"} <= tables:
        raise StorageError(StorageFault.DAMAGED)
    return _checked(dict(connection.execute("SELECT key, value FROM meta")))


def _create(connection: sqlite3.Connection) -> None:
    device = "".join(secrets.choice(_ALPHABET) for _ in range(_DEVICE_LENGTH))
    connection.execute("BEGIN IMMEDIATE")
    for statement in _TABLES:
        connection.execute(statement)
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?)", [("format", str(FORMAT)), ("device", device)]
    )
    connection.execute("COMMIT")


def _checked(meta: dict[str, str]) -> str:
    stored = meta.get("format", "")
    if not stored.isdigit() or not meta.get("device"):
        raise StorageError(StorageFault.DAMAGED)
    if int(stored) > FORMAT:
        raise StorageError(StorageFault.NEWER_VERSION)
    return meta["device"]
