"""Sealed records that another version wrote or that were copied badly, and what is told of each."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

from kiosk.devtools.torture.passphrase_only import begin_record
from kiosk.domain.errors import StorageFault
from kiosk.record.files.store_lock import HOLDER_FILE, LOCK_FILE
from kiosk.record.keys.root_key import Passphrase
from kiosk.record.keys.slot_file import SLOT_FILE
from kiosk.record.keys.vault_file import VAULT_FILE
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger_record import open_record
from tests.record_samples import case, imported

Spoil = Callable[[Path], None]


def without(name: str) -> Spoil:
    """The file was not copied."""
    return lambda data: (data / name).unlink()


def cut_off(name: str) -> Spoil:
    """Half of the file was copied."""

    def spoil(data: Path) -> None:
        whole = (data / name).read_bytes()
        (data / name).write_bytes(whole[: len(whole) // 2])

    return spoil


def changed(name: str, statement: str) -> Spoil:
    """Something else stands in the file."""

    def spoil(data: Path) -> None:
        with closing(sqlite3.connect(data / name)) as file:
            file.execute(statement)
            file.commit()

    return spoil


def newer_slots(data: Path) -> None:
    """A newer version wrote the file, in a form of its own."""
    written = json.loads((data / SLOT_FILE).read_text("utf-8"))
    newer = written | {"format": 99, "slots": "elsewhere"}
    (data / SLOT_FILE).write_text(json.dumps(newer), encoding="utf-8")


def foreign_journal(name: str) -> Spoil:
    """A journal was copied from another record that had crashed."""

    def spoil(data: Path) -> None:
        other = data.with_name("other")
        begin_record(other, Passphrase("grønn måke ved Eksempelvik"))
        record = open_record(other, Passphrase("grønn måke ved Eksempelvik"))
        for number in range(9):
            record.append([imported(case(str(number)))])
        (data / f"{name}-wal").write_bytes((other / f"{name}-wal").read_bytes())
        record.close()

    return spoil


SPOILT: Mapping[str, tuple[Spoil, StorageFault]] = MappingProxyType(
    {
        "newer slots": (newer_slots, StorageFault.NEWER_VERSION),
        "newer keys": (
            changed(VAULT_FILE, "UPDATE meta SET format = 99"),
            StorageFault.NEWER_VERSION,
        ),
        "newer ledger": (
            changed(LEDGER_FILE, "UPDATE meta SET value = '99' WHERE key = 'format'"),
            StorageFault.NEWER_VERSION,
        ),
        **{
            f"no {name}": (without(name), StorageFault.HALF)
            for name in (SLOT_FILE, VAULT_FILE, LEDGER_FILE)
        },
        "half slots": (cut_off(SLOT_FILE), StorageFault.HALF),
        "half keys": (cut_off(VAULT_FILE), StorageFault.DAMAGED),
        "half ledger": (cut_off(LEDGER_FILE), StorageFault.DAMAGED),
        "journal of other keys": (foreign_journal(VAULT_FILE), StorageFault.FOREIGN_JOURNAL),
        "journal of another ledger": (foreign_journal(LEDGER_FILE), StorageFault.FOREIGN_JOURNAL),
    }
)

# Before the passphrase is asked for, so that no page is shown at all.
TOLD_AT_ONCE = ("newer slots", f"no {SLOT_FILE}", "half slots")


def files_of(data: Path) -> dict[str, bytes]:
    """Everything in a folder but what tells of readers and holders, which is made anew."""
    passing = (LOCK_FILE, HOLDER_FILE)
    return {
        file.name: file.read_bytes()
        for file in data.iterdir()
        if file.name not in passing and not file.name.endswith("-shm")
    }
