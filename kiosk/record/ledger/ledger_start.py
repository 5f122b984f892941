"""The beginning of a ledger: its tables, the id of the machine, and a first checkpoint."""

import os
import secrets
import sqlite3
from collections.abc import Collection
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from kiosk.domain.receipt_number import Stored
from kiosk.record.files.faults import told_plainly
from kiosk.record.files.sqlite_files import sync_folder
from kiosk.record.ledger.chain import GENESIS
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.ledger_rows import PUT_CHECKPOINT, checkpoint_values
from kiosk.record.ledger.ledger_schema import FORMAT, TABLES
from kiosk.record.ledger.signing import Checkpoint, Now, Signer, stamp, utc_now

# Without 0 O, 1 I L, 2 Z, 5 S and 8 B, which are mistaken for each other on paper.
_ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY"
_DEVICE_LENGTH = 4


def begin_ledger(folder: Path, store: str, signer: Signer, now: Now = utc_now) -> None:
    """Write the tables of a new ledger, and a first checkpoint that names store and device.

    Raises:
        StorageError: It cannot be written.
    """
    device = fresh_device()
    meta = {
        "format": str(FORMAT),
        "store": store,
        "device": device,
        "public_key": signer.public.hex(),
    }
    first = Checkpoint(1, Stored(device, 0), GENESIS, stamp(now()))
    first = replace(first, signature=signer.sign(first.statement(store)))
    with told_plainly(), closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        for statement in TABLES:
            memory.execute(statement)
        memory.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        memory.execute(PUT_CHECKPOINT, checkpoint_values(first))
        _put(folder / LEDGER_FILE, memory.serialize())


def _put(file: Path, content: bytes) -> None:
    """All at once: what is cut off leaves no ledger, or a whole one without any event."""
    fresh = file.with_name(f"{file.name}.new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    fresh.replace(file)
    sync_folder(file.parent)


def fresh_device(taken: Collection[str] = ()) -> str:
    """A new id for a machine, other than those that are taken."""
    while True:
        device = _drawn()
        if device not in taken:
            return device


def _drawn() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(_DEVICE_LENGTH))
