"""What the opening of a whole record proves of each line by its seals, and what by its hash."""

import shutil
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.domain.event import Stored
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.ledger.chain import hash_of
from kiosk.record.ledger.ledger_file import LEDGER_FILE, read_ledger
from kiosk.record.ledger_record import open_trial_record
from tests.record_samples import case, imported


@pytest.fixture
def folder(tmp_path) -> Path:
    """Nine cases as after a power cut: no checkpoint signs the last of them."""
    record = open_trial_record(tmp_path / "data")
    record.append([imported(case(str(number))) for number in range(1, 10)])
    cut = Path(shutil.copytree(tmp_path / "data", tmp_path / "cut"))
    record.close()
    return cut


def alter(folder: Path, statement: str, *values: object) -> None:
    ledger = sqlite3.connect(folder / LEDGER_FILE, isolation_level=None)
    guards = ledger.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _sql in guards:
        ledger.execute(f"DROP TRIGGER {name}")
    ledger.execute(statement, values)
    for _name, sql in guards:
        ledger.execute(sql)
    ledger.close()


def line(folder, sequence):
    ledger = read_ledger(folder / LEDGER_FILE)
    (found,) = ledger.at([sequence])
    ledger.close()
    return found


def told_at_opening(folder):
    record = open_trial_record(folder)
    damage = record.damage
    record.close()
    return damage


@pytest.mark.parametrize("sequence", [5, 9])
@pytest.mark.parametrize(
    "column", ["tag", "previous", "hash", "envelope", "payload_hash", "payload"]
)
def test_a_changed_byte_of_any_column_is_told_at_the_opening(folder, column, sequence):
    more = getattr(line(folder, sequence), column) + b"\0"
    alter(folder, f"UPDATE event SET {column} = ? WHERE seq = ?", more, sequence)  # noqa: S608

    damage = told_at_opening(folder)

    assert damage == Damage(Harm.CHANGED, Stored(line(folder, sequence).device, sequence))


def test_a_column_of_another_type_is_told_at_the_opening(folder):
    # As a damaged page would; the table itself refuses other types.
    file = folder / LEDGER_FILE
    with sqlite3.connect(file, isolation_level=None) as ledger:
        ledger.execute("PRAGMA writable_schema = ON")
        strict = "sql = replace(sql, ') STRICT', ')')"
        ledger.execute(f"UPDATE sqlite_schema SET {strict} WHERE name = 'event'")  # noqa: S608
    ledger.close()
    alter(folder, "UPDATE event SET payload = 'AAAA' WHERE seq = 5")
    with sqlite3.connect(file, isolation_level=None) as ledger:
        ledger.execute("PRAGMA writable_schema = ON")
        strict = "sql = substr(sql, 1, length(sql) - 1) || ') STRICT'"
        ledger.execute(f"UPDATE sqlite_schema SET {strict} WHERE name = 'event'")  # noqa: S608
    ledger.close()

    assert told_at_opening(folder) == Damage(Harm.CHANGED, Stored(line(folder, 5).device, 5))


def test_a_hash_made_anew_for_a_line_that_opens_is_told_by_the_next(folder):
    forge(folder, 5)

    assert told_at_opening(folder) == Damage(Harm.REPLACED, Stored(line(folder, 6).device, 6))


def test_a_hash_made_anew_at_an_unsigned_end_is_told_by_the_check_that_follows(folder):
    forge(folder, 9)

    record = open_trial_record(folder)
    assert record.damage is None
    while record.check_some():
        pass
    damage = record.damage
    record.close()

    assert damage == Damage(Harm.CHANGED, Stored(record.device, 9))


def forge(folder: Path, sequence: int) -> None:
    """Put another hash of the payload beside a payload that is whole."""
    found, other = line(folder, sequence), sha256(b"other").digest()
    forged = hash_of(found.previous, found.envelope, other)
    alter(
        folder, "UPDATE event SET payload_hash = ?, hash = ? WHERE seq = ?", other, forged, sequence
    )
