"""The beginning of a ledger: its tables, the id of the machine, and a first checkpoint."""

import secrets
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from kiosk.domain.event import Stored
from kiosk.record.chain import GENESIS
from kiosk.record.faults import told_plainly
from kiosk.record.ledger_file import LEDGER_FILE
from kiosk.record.ledger_rows import PUT_CHECKPOINT, checkpoint_values
from kiosk.record.ledger_schema import FORMAT, TABLES
from kiosk.record.signing import Checkpoint, Now, Signer, stamp, utc_now
from kiosk.record.sqlite_files import connect, transaction

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
    with told_plainly():
        connection = connect(folder / LEDGER_FILE)
        try:
            with transaction(connection):
                for statement in TABLES:
                    connection.execute(statement)
                connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
                connection.execute(PUT_CHECKPOINT, checkpoint_values(first))
        finally:
            connection.close()


def fresh_device(taken: Collection[str] = ()) -> str:
    """A new id for a machine, other than those that are taken."""
    while True:
        device = _drawn()
        if device not in taken:
            return device


def _drawn() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(_DEVICE_LENGTH))
