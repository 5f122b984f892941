"""The tables of the ledger, and the guards inside the file that refuse changes."""

import sqlite3
from collections.abc import Iterator
from hashlib import sha256

from kiosk.record.files.copied_files import Kept

FORMAT = 2

TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE event (
        position INTEGER PRIMARY KEY,
        device TEXT NOT NULL,
        seq INTEGER NOT NULL,
        tag BLOB NOT NULL UNIQUE,
        previous BLOB NOT NULL,
        hash BLOB NOT NULL,
        envelope BLOB NOT NULL,
        payload_hash BLOB NOT NULL,
        payload BLOB,
        UNIQUE (device, seq)
    ) STRICT""",
    """CREATE TABLE checkpoint (
        number INTEGER PRIMARY KEY,
        device TEXT NOT NULL,
        seq INTEGER NOT NULL,
        hash BLOB NOT NULL,
        at TEXT NOT NULL,
        signature BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE erasure (
        device TEXT NOT NULL,
        seq INTEGER NOT NULL,
        payload_hash BLOB NOT NULL,
        at TEXT NOT NULL,
        signature BLOB NOT NULL,
        PRIMARY KEY (device, seq)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TRIGGER event_gapless BEFORE INSERT ON event
    WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event WHERE device = NEW.device)
    BEGIN SELECT RAISE(ABORT, 'a number is missing'); END""",
    """CREATE TRIGGER event_chained BEFORE INSERT ON event
    WHEN NEW.seq > 1 AND NEW.previous IS NOT
        (SELECT hash FROM event WHERE device = NEW.device AND seq = NEW.seq - 1)
    BEGIN SELECT RAISE(ABORT, 'the line before is another one'); END""",
    """CREATE TRIGGER event_unchanged
    BEFORE UPDATE OF position, device, seq, tag, previous, hash, envelope, payload_hash ON event
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END""",
    """CREATE TRIGGER event_erased_only BEFORE UPDATE OF payload ON event
    WHEN NEW.payload IS NOT NULL OR NOT EXISTS
        (SELECT 1 FROM erasure WHERE device = OLD.device AND seq = OLD.seq)
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END""",
    """CREATE TRIGGER event_kept BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END""",
    """CREATE TRIGGER checkpoint_unchanged BEFORE UPDATE ON checkpoint
    BEGIN SELECT RAISE(ABORT, 'what is signed is never changed'); END""",
    """CREATE TRIGGER checkpoint_kept BEFORE DELETE ON checkpoint
    BEGIN SELECT RAISE(ABORT, 'what is signed is never deleted'); END""",
    """CREATE TRIGGER erasure_unchanged BEFORE UPDATE ON erasure
    BEGIN SELECT RAISE(ABORT, 'what is signed is never changed'); END""",
    """CREATE TRIGGER erasure_kept BEFORE DELETE ON erasure
    BEGIN SELECT RAISE(ABORT, 'what is signed is never deleted'); END""",
)
# What no version of this file ever loses.
LEDGER_KEPT = (
    Kept("meta", ("key", "value"), only="p.key = 'store'"),
    Kept("event", ("device", "seq", "hash"), emptied="payload"),
    Kept("checkpoint", ("number", "signature")),
    Kept("erasure", ("device", "seq", "signature")),
)
NAMES = frozenset({"meta", "event", "checkpoint", "erasure"})
_SCHEMA = "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL"


def has_tables(connection: sqlite3.Connection) -> bool:
    """Whether a file holds the tables of a ledger, whatever lies in them."""
    return {"meta", "event"} <= {
        name for (name,) in connection.execute("SELECT name FROM sqlite_schema")
    }


def has_guards(connection: sqlite3.Connection) -> bool:
    """Whether tables and guards are those that a ledger is begun with."""
    return digest_of(_statements(connection)) == DIGEST


def digest_of(statements: Iterator[str] | tuple[str, ...]) -> str:
    """SHA-256 of statements in alphabetical order, in hexadecimal."""
    return sha256("\n".join(sorted(statements)).encode()).hexdigest()


def _statements(connection: sqlite3.Connection) -> Iterator[str]:
    for name in NAMES:
        yield from (str(sql) for (sql,) in connection.execute(_SCHEMA, (name,)))


DIGEST = digest_of(TABLES)
