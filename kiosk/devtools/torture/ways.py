"""Ways to tamper with a ledger: with SQL, as one who knows the format, and with bare hands."""

import random
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from kiosk.devtools.torture.victims import Victim
from kiosk.domain.event import Stored
from kiosk.record.ledger.chain import GENESIS, hash_of
from kiosk.record.ledger.signing import Checkpoint, Erasure, Signer

SECTOR = 512
_BYTES = ("tag", "previous", "hash", "envelope", "payload_hash", "payload")

Way = Callable[[Path, random.Random, Victim], None]
_Sql = Callable[[sqlite3.Connection, random.Random, int], None]


def _with_sql(way: _Sql) -> Way:
    """The guards are taken away before and are back afterwards."""

    def tamper(file: Path, chance: random.Random, _victim: Victim) -> None:
        with closing(sqlite3.connect(file, isolation_level=None)) as ledger:
            guards = ledger.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            kept = guards.fetchall()
            for name, _sql in kept:
                ledger.execute(f"DROP TRIGGER {name}")
            ledger.execute("BEGIN")
            (count,) = ledger.execute("SELECT count(*) FROM event").fetchone()
            way(ledger, chance, count)
            ledger.execute("COMMIT")
            for _name, sql in kept:
                ledger.execute(sql)

    return tamper


def _flip_in_row(ledger: sqlite3.Connection, chance: random.Random, count: int) -> None:
    column, row = chance.choice(_BYTES), chance.randint(1, count)
    query = f"SELECT {column} FROM event WHERE position = ?"  # noqa: S608  one of six names
    (value,) = ledger.execute(query, (row,)).fetchone()
    _set(ledger, column, row, _flipped(value or b"\0", chance))


def _resize(ledger: sqlite3.Connection, chance: random.Random, count: int) -> None:
    """Move a byte over the border between two columns whose bytes are hashed together."""
    row = chance.randint(1, count)
    previous, envelope = ledger.execute(
        "SELECT previous, envelope FROM event WHERE position = ?", (row,)
    ).fetchone()
    _set(ledger, "previous", row, previous[:-1])
    _set(ledger, "envelope", row, previous[-1:] + envelope)


def _remove(ledger: sqlite3.Connection, chance: random.Random, count: int) -> None:
    first = chance.randint(1, count - 1)
    last = min(count - 1, first + chance.choice((0, 0, 1, 5)))
    ledger.execute("DELETE FROM event WHERE position BETWEEN ? AND ?", (first, last))


def _remove_and_renumber(ledger: sqlite3.Connection, chance: random.Random, count: int) -> None:
    row = chance.randint(1, count - 1)
    ledger.execute("DELETE FROM event WHERE position = ?", (row,))
    for number in range(row + 1, count + 1):
        ledger.execute(
            "UPDATE event SET position = position - 1, seq = seq - 1 WHERE position = ?", (number,)
        )


def _cut_tail(ledger: sqlite3.Connection, chance: random.Random, count: int) -> None:
    """Cut the end off, and in half of the cases the checkpoints and notes of it too."""
    last = count - chance.randint(1, count - 1)
    ledger.execute("DELETE FROM event WHERE position > ?", (last,))
    if _half(chance):
        ledger.execute("DELETE FROM checkpoint WHERE seq > ?", (last,))
        ledger.execute("DELETE FROM erasure WHERE seq > ?", (last,))


def _swap(ledger: sqlite3.Connection, chance: random.Random, count: int) -> None:
    one, other = chance.sample(range(1, count + 1), 2)
    ledger.execute("UPDATE event SET position = -1 WHERE position = ?", (one,))
    ledger.execute("UPDATE event SET position = ? WHERE position = ?", (one, other))
    ledger.execute("UPDATE event SET position = ? WHERE position = -1", (other,))
    if _half(chance):
        for row, number in ((one, -1), (other, other), (one, one)):
            ledger.execute("UPDATE event SET seq = ? WHERE position = ?", (number, row))


def _repeat(ledger: sqlite3.Connection, chance: random.Random, count: int) -> None:
    row = chance.randint(1, count)
    columns = "device, ?, ?, previous, hash, envelope, payload_hash, payload"
    ledger.execute(
        f"INSERT INTO event SELECT ?, {columns} FROM event WHERE position = ?",  # noqa: S608
        (count + 1, count + 1, chance.randbytes(16), row),
    )


def _remove_payload(ledger: sqlite3.Connection, chance: random.Random, count: int) -> None:
    row = _filled(ledger, chance, count)
    ledger.execute("UPDATE event SET payload = NULL WHERE position = ?", (row,))
    if _half(chance):
        note = ("device", "seq", "payload_hash", "'2026-01-01T00:00:00+00:00'", "x'00'")
        ledger.execute(
            f"INSERT INTO erasure SELECT {', '.join(note)} FROM event WHERE position = ?",  # noqa: S608
            (row,),
        )


def _forget_erasure(ledger: sqlite3.Connection, chance: random.Random, _count: int) -> None:
    notes = ledger.execute("SELECT seq FROM erasure").fetchall()
    ledger.execute("DELETE FROM erasure WHERE seq = ?", chance.choice(notes))


def _rewrite(ledger: sqlite3.Connection, chance: random.Random, count: int) -> None:
    """Change an event and make the chain fit again."""
    _rechain(ledger, chance, _filled(ledger, chance, count))
    if _half(chance):
        ledger.execute("DELETE FROM checkpoint WHERE number > 1")


def _forge(ledger: sqlite3.Connection, chance: random.Random, count: int) -> None:
    """Change an event, make the chain fit again, and sign everything with a key of one's own."""
    _rechain(ledger, chance, _filled(ledger, chance, count))
    signer = Signer(lambda: chance.randbytes(32))
    (store,) = ledger.execute("SELECT value FROM meta WHERE key = 'store'").fetchone()
    hashes = dict(ledger.execute("SELECT seq, hash FROM event").fetchall())
    for number, device, seq, at in ledger.execute(
        "SELECT number, device, seq, at FROM checkpoint"
    ).fetchall():
        forged = Checkpoint(number, Stored(device, seq), hashes.get(seq, GENESIS), at)
        ledger.execute(
            "UPDATE checkpoint SET hash = ?, signature = ? WHERE number = ?",
            (forged.hash, signer.sign(forged.statement(store)), number),
        )
    _sign_erasures(ledger, signer, store)
    ledger.execute("UPDATE meta SET value = ? WHERE key = 'public_key'", (signer.public.hex(),))


def _change_checkpoint(ledger: sqlite3.Connection, chance: random.Random, _count: int) -> None:
    (last,) = ledger.execute("SELECT max(number) FROM checkpoint").fetchone()
    number = chance.randint(1, last - 1)
    change = chance.choice(
        (
            "DELETE FROM checkpoint WHERE number = ?",
            "UPDATE checkpoint SET at = '2020-01-01T00:00:00+00:00' WHERE number = ?",
            "UPDATE checkpoint SET seq = seq + 1 WHERE number = ?",
            "UPDATE checkpoint SET hash = CAST('another event, whatever it says.' AS BLOB) "
            "WHERE number = ?",
            "UPDATE checkpoint SET signature = zeroblob(64) WHERE number = ?",
        )
    )
    ledger.execute(change, (number,))


def _change_meta(ledger: sqlite3.Connection, chance: random.Random, _count: int) -> None:
    key = chance.choice(("store", "device", "public_key", "format"))
    (value,) = ledger.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    other = value[:-1] + ("3" if value[-1] != "3" else "4")
    ledger.execute("UPDATE meta SET value = ? WHERE key = ?", (other, key))


def _drop_guards(file: Path, chance: random.Random, _victim: Victim) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as ledger:
        names = ledger.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        ledger.execute(f"DROP TRIGGER {chance.choice(names)[0]}")


def _roll_back(file: Path, chance: random.Random, victim: Victim) -> None:
    file.write_bytes(chance.choice(victim.older).read_bytes())


def _flip_bit(file: Path, chance: random.Random, _victim: Victim) -> None:
    data = bytearray(file.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)


def _zero_sectors(file: Path, chance: random.Random, _victim: Victim) -> None:
    _over_sectors(file, chance, bytes)


def _scramble_sectors(file: Path, chance: random.Random, _victim: Victim) -> None:
    _over_sectors(file, chance, chance.randbytes)


def _repeat_sector(file: Path, chance: random.Random, _victim: Victim) -> None:
    data = file.read_bytes()
    _over_sectors(file, chance, lambda size: data[_sector(data, chance) :][:size])


def _swap_sectors(file: Path, chance: random.Random, _victim: Victim) -> None:
    data = bytearray(file.read_bytes())
    one, other = _sector(data, chance), _sector(data, chance)
    kept = data[one : one + SECTOR]
    data[one : one + SECTOR] = data[other : other + SECTOR]
    data[other : other + SECTOR] = kept
    file.write_bytes(data)


def _cut_file(file: Path, chance: random.Random, _victim: Victim) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: _sector(data, chance)])


def _over_sectors(file: Path, chance: random.Random, made: Callable[[int], bytes]) -> None:
    data = bytearray(file.read_bytes())
    start = _sector(data, chance)
    size = min(SECTOR * chance.choice((1, 1, 2, 8)), len(data) - start)
    fresh = made(size)
    data[start : start + len(fresh)] = fresh
    file.write_bytes(data)


def _sector(data: bytes | bytearray, chance: random.Random) -> int:
    return SECTOR * chance.randrange(len(data) // SECTOR)


def _half(chance: random.Random) -> bool:
    return bool(chance.getrandbits(1))


def _flipped(value: bytes, chance: random.Random) -> bytes:
    changed = bytearray(value)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _set(ledger: sqlite3.Connection, column: str, row: int, value: bytes) -> None:
    statement = f"UPDATE event SET {column} = ? WHERE position = ?"  # noqa: S608  one of six names
    ledger.execute(statement, (value, row))


def _filled(ledger: sqlite3.Connection, chance: random.Random, count: int) -> int:
    """An event whose payload was not erased."""
    while True:
        row = chance.randint(1, count)
        query = "SELECT payload FROM event WHERE position = ?"
        if ledger.execute(query, (row,)).fetchone()[0] is not None:
            return row


def _rechain(ledger: sqlite3.Connection, chance: random.Random, row: int) -> None:
    """Change the payload of an event, and compute every hash from there on anew."""
    (payload,) = ledger.execute("SELECT payload FROM event WHERE position = ?", (row,)).fetchone()
    payload = _flipped(payload, chance)
    _set(ledger, "payload", row, payload)
    _set(ledger, "payload_hash", row, sha256(payload).digest())
    query = "SELECT position, previous, envelope, payload_hash FROM event WHERE position >= ?"
    head = b""
    for position, previous, envelope, payload_hash in ledger.execute(query, (row,)).fetchall():
        before = head or previous
        head = hash_of(before, envelope, payload_hash)
        _set(ledger, "previous", position, before)
        _set(ledger, "hash", position, head)


def _sign_erasures(ledger: sqlite3.Connection, signer: Signer, store: str) -> None:
    query = "SELECT device, seq, payload_hash, at FROM erasure"
    for device, seq, payload_hash, at in ledger.execute(query).fetchall():
        note = Erasure(Stored(device, seq), payload_hash, at)
        signature = signer.sign(note.statement(store))
        ledger.execute("UPDATE erasure SET signature = ? WHERE seq = ?", (signature, seq))


WAYS: Mapping[str, Way] = MappingProxyType(
    {
        "flip in a row": _with_sql(_flip_in_row),
        "move a byte between columns": _with_sql(_resize),
        "remove rows": _with_sql(_remove),
        "remove a row and renumber": _with_sql(_remove_and_renumber),
        "cut the tail": _with_sql(_cut_tail),
        "swap rows": _with_sql(_swap),
        "repeat a row": _with_sql(_repeat),
        "remove a payload": _with_sql(_remove_payload),
        "forget an erasure": _with_sql(_forget_erasure),
        "rewrite the chain": _with_sql(_rewrite),
        "forge all signatures": _with_sql(_forge),
        "change a checkpoint": _with_sql(_change_checkpoint),
        "change the meta table": _with_sql(_change_meta),
        "drop a guard": _drop_guards,
        "roll back": _roll_back,
        "flip a bit of the file": _flip_bit,
        "zero sectors": _zero_sectors,
        "scramble sectors": _scramble_sectors,
        "repeat a sector": _repeat_sector,
        "swap sectors": _swap_sectors,
        "cut the file": _cut_file,
    }
)
