"""Checks a record of Brukervalg Kiosk without that program, and without any key.

    python verify_alone.py ledger.sqlite3 [MARK or RECEIPT-NUMBER=MARK ...] [--nynorsk]

Needs Python 3.11 and the package ``cryptography``, nothing else. Reads only; with a journal
(``ledger.sqlite3-wal``) beside the file, close the program first. Ends with 0 for a whole record,
1 for any other, 2 for wrong use.

How a record is built: table ``event`` has one line per event. ``envelope`` begins with ``BK``,
version 1, 2 bytes, the length of the machine's id (1 byte), that id, its event number (8 bytes) and
the ``tag`` (16 bytes); the rest and ``payload`` are sealed. ``hash`` is SHA-256 of ``previous``
(the hash of the machine's line before, zeros for its first), ``envelope`` and ``payload_hash``,
which is SHA-256 of ``payload``. The store signs with Ed25519 how far it had come (``checkpoint``)
and which payloads it erased (``erasure``). A mark on a receipt is the first 8 bytes of the hash in
hexadecimal, with H for B and K for D.
"""

import re
import sqlite3
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from struct import Struct, error
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FORMAT = "2"
# SHA-256 of the statements that made the tables and their guards, in alphabetical order.
SCHEMA = "51c8595d645180c71c64f15bb9aef1181d4214b04fafc922639cba1a5617bf00"
EVERY = 256
ZEROS = bytes(32)
START, END = Struct(">3sHB"), Struct(">Q16s")
MARK = re.compile("[0-9AHCKEF]{16}")
MISREAD = str.maketrans("OQDILZSGB", "000112568")
HEXADECIMAL = str.maketrans("HK", "BD")
TEXTS = {
    "INTACT": ("Registeret er helt og uendret.", "Registeret er heilt og uendra."),
    "version": (
        "En annen versjon av programmet har skrevet registeret.",
        "Ein annan versjon av programmet har skrive registeret.",
    ),
    "file": ("Filen er ødelagt.", "Fila er øydelagd."),
    "guards": (
        "Reglene i filen som hindrer endringer, er endret.",
        "Reglane i fila som hindrar endringar, er endra.",
    ),
    "missing": ("Det mangler hendelser før denne.", "Det manglar hendingar før denne."),
    "out_of_order": (
        "Hendelsen står på feil plass eller to ganger.",
        "Hendinga står på feil plass eller to gonger.",
    ),
    "changed": ("Hendelsen er endret.", "Hendinga er endra."),
    "replaced": (
        "Hendelsen eller en før den er byttet ut.",
        "Hendinga eller ei før ho er bytt ut.",
    ),
    "removed": (
        "Innholdet er fjernet uten signert notat.",
        "Innhaldet er fjerna utan signert notat.",
    ),
    "returned": (
        "Innholdet var slettet og er tilbake.",
        "Innhaldet var sletta og er tilbake.",
    ),
    "signature": (
        "En signatur mangler eller er feil.",
        "Ein signatur manglar eller er feil.",
    ),
    "other_device": (
        "Registeret nevner en annen maskin enn den som signerte sist.",
        "Registeret nemner ei anna maskin enn den som signerte sist.",
    ),
    "cut_off": (
        "Registeret slutter for tidlig: Det har hatt denne hendelsen.",
        "Registeret sluttar for tidleg: Det har hatt denne hendinga.",
    ),
    "beyond": (
        "Kontroller nummeret. Er det riktig, slutter registeret for tidlig.",
        "Kontroller nummeret. Er det rett, sluttar registeret for tidleg.",
    ),
    "UNKNOWN MARK": (
        "Registeret har ikke dette kontrollmerket.",
        "Registeret har ikkje dette kontrollmerket.",
    ),
}

Place = tuple[str, int]
# Finding, harm, and the machine and event number that it was noticed at.
Verdict = tuple[str, str, Place | None]
Mark = tuple[Place | None, bytes]


class DamageError(Exception):
    """Something does not fit; its arguments are the place and the harm."""


def verify(file: Path, marks: list[Mark]) -> Verdict:
    """What a ledger turns out to be; the first thing that does not fit is told."""
    journal = Path(f"{file}-wal")
    option = "" if journal.exists() and journal.stat().st_size else "&immutable=1"
    try:
        ledger = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro{option}", uri=True)
        ledger.text_factory = lambda text: text.decode(errors="replace")
        try:
            hashes, devices = check(ledger)
        finally:
            ledger.close()
    except (sqlite3.Error, MemoryError, UnicodeDecodeError):
        return "DAMAGED", "file", None
    except DamageError as damage:
        place, harm = damage.args
        return "ROLLED BACK" if harm == "cut_off" else "DAMAGED", harm, place
    return compare(marks, hashes, devices)


def check(ledger: sqlite3.Connection) -> tuple[dict[Place, bytes], set[str]]:
    """Check everything inside a ledger; the hash of every event, and every machine."""
    meta = dict(ledger.execute("SELECT key, value FROM meta"))
    if meta.get("format") != FORMAT:
        raise DamageError(None, "version" if str(meta.get("format")).isdigit() else "file")
    if sha256("\n".join(sorted(statements(ledger))).encode()).hexdigest() != SCHEMA:
        raise DamageError(None, "guards")
    checkpoints = list(ledger.execute("SELECT * FROM checkpoint ORDER BY number"))
    erasures = list(ledger.execute("SELECT device, seq, payload_hash, at, signature FROM erasure"))
    signed = {(device, seq): hash_ for _number, device, seq, hash_, *_rest in checkpoints}
    erased = {(device, seq): hash_ for device, seq, hash_, *_rest in erasures}
    hashes = check_lines(ledger, signed, erased)
    check_signatures(meta, checkpoints, erasures)
    ends = dict(hashes.keys())
    for device, seq in (*signed, *erased):
        if seq > ends.get(device, 0):
            raise DamageError((device, seq), "cut_off")
    device = meta["device"]
    last = max((seq for name, seq in signed if name == device), default=0)
    if ends.get(device, 0) - last >= EVERY:
        raise DamageError((device, ends[device]), "signature")
    if list(ledger.execute("PRAGMA integrity_check(1)")) != [("ok",)]:
        raise DamageError(None, "file")
    # One that has written nothing yet is named in the checkpoints.
    return hashes, {device, *(name for name, _seq in (*signed, *hashes))}


def statements(ledger: sqlite3.Connection) -> Iterator[str]:
    """What made the tables and their guards."""
    names = ("meta", "event", "checkpoint", "erasure")
    for name, sql in ledger.execute("SELECT tbl_name, sql FROM sqlite_schema"):
        if name in names and sql is not None:
            yield sql


def check_lines(
    ledger: sqlite3.Connection, signed: dict[Place, bytes], erased: dict[Place, bytes]
) -> dict[Place, bytes]:
    """Check the chain of every machine; the hash of every event."""
    hashes: dict[Place, bytes] = {}
    ends: dict[str, int] = {}
    lines = ledger.execute("SELECT * FROM event ORDER BY position")
    for position, line in enumerate(lines, start=1):
        device, seq, hash_ = line[1], line[2], line[5]
        last = ends.get(device, 0)
        if not is_whole(line):
            raise DamageError(place_of(device, seq), "changed")
        if seq > last + 1:
            raise DamageError((device, seq), "missing")
        if seq <= last or line[0] != position:
            raise DamageError((device, seq), "out_of_order")
        if line[4] != hashes.get((device, last), ZEROS):
            raise DamageError((device, seq), "replaced")
        check_contents(line, erased.get((device, seq)))
        if signed.get((device, seq), hash_) != hash_:
            raise DamageError((device, seq), "replaced")
        hashes[device, seq], ends[device] = hash_, seq
    return hashes


def place_of(device: object, seq: object) -> Place | None:
    """Machine and number of a line that may hold anything; None where it names no machine."""
    if not isinstance(device, str) or not device:
        return None
    return device, seq if isinstance(seq, int) else 0


def is_whole(line: tuple[Any, ...]) -> bool:
    """Whether the bytes of a line are those that its hash was made from."""
    _position, device, seq, tag, previous, hash_, envelope, payload_hash, payload = line
    parts = (tag, previous, hash_, envelope, payload_hash, payload or b"")
    if not all(isinstance(part, bytes) for part in parts):
        return False
    # The hash is over bytes put together: without fixed lengths one could move to a neighbour.
    if not len(previous) == len(payload_hash) == len(ZEROS):
        return False
    is_chained = sha256(previous + envelope + payload_hash).digest() == hash_
    is_filled = payload is None or sha256(payload).digest() == payload_hash
    return is_chained and is_filled and header(envelope) == (b"BK\x01", device, seq, tag)


def header(envelope: bytes) -> tuple[bytes, str, int, bytes] | None:
    """The readable beginning of an envelope: version, machine, event number, tag."""
    try:
        magic, _generation, length = START.unpack_from(envelope)
        device = envelope[START.size : START.size + length].decode("ascii")
        return magic, device, *END.unpack_from(envelope, START.size + length)
    except (error, UnicodeDecodeError):
        return None


def check_contents(line: tuple[Any, ...], erased: bytes | None) -> None:
    """A payload is there, or a note says that it was erased."""
    place, payload_hash, payload = (line[1], line[2]), line[7], line[8]
    if payload is None and erased != payload_hash:
        raise DamageError(place, "removed")
    if payload is not None and erased is not None:
        raise DamageError(place, "returned")


def check_signatures(meta: dict[str, str], checkpoints: list[Any], erasures: list[Any]) -> None:
    """Every checkpoint and every note of erasure is signed by the store, and none is missing."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(meta["public_key"]))
        store, here = meta["store"], meta["device"]
    except (KeyError, ValueError):
        raise DamageError(None, "file") from None
    for expected, (number, device, seq, *_rest) in enumerate(checkpoints, start=1):
        if number != expected:
            raise DamageError(place_of(device, seq), "signature")
    said: list[Any] = [
        ("checkpoint", device, seq, (number, device, seq, hash_, at), signature)
        for number, device, seq, hash_, at, signature in checkpoints
    ]
    said += [
        ("erasure", device, seq, (device, seq, hash_, at), signature)
        for device, seq, hash_, at, signature in erasures
    ]
    for kind, device, seq, values, signature in said:
        lines = (value.hex() if isinstance(value, bytes) else str(value) for value in values)
        try:
            key.verify(signature, "\n".join((kind, store, *lines)).encode())
        except (InvalidSignature, TypeError, ValueError):
            raise DamageError(place_of(device, seq), "signature") from None
    if not checkpoints:
        raise DamageError(None, "signature")
    if checkpoints[-1][1] != here:
        raise DamageError((checkpoints[-1][1], checkpoints[-1][2]), "other_device")


def compare(marks: list[Mark], hashes: dict[Place, bytes], devices: set[str]) -> Verdict:
    """Look for marks from outside in a ledger that is whole in itself."""
    starts = {hash_[:8] for hash_ in hashes.values()}
    for place, mark in marks:
        if place is None:
            if mark not in starts:
                return "UNKNOWN MARK", "", None
        elif place not in hashes and place[0] in devices and place[1] > 0:
            return "ROLLED BACK", "beyond", place
        elif hashes.get(place, b"")[:8] != mark:
            return "UNKNOWN MARK", "", place
    return "INTACT", "", None


def read_mark(text: str) -> Mark | None:
    """A mark as it was typed, with or without ``RECEIPT-NUMBER=`` before it; None for neither."""
    number, _between, typed = text.rpartition("=")
    plain = re.sub(r"[\s-]", "", typed).upper().translate(MISREAD)
    if not MARK.fullmatch(plain):
        return None
    mark = bytes.fromhex(plain.translate(HEXADECIMAL))
    if not number:
        return None, mark
    found = re.search(r"-([A-Z0-9]+)-([0-9]+)\s*$", number.upper())
    return ((found[1], int(found[2])), mark) if found else None


def main(arguments: list[str]) -> int:
    """Check one ledger and say what it is."""
    nynorsk = "--nynorsk" in arguments
    file, *typed = [each for each in arguments if each != "--nynorsk"] or [""]
    marks = [read_mark(each) for each in typed]
    if not Path(file).is_file() or None in marks:
        sys.stderr.write(f"{(__doc__ or '').splitlines()[2].strip()}\n")
        return 2
    finding, harm, place = verify(Path(file), [mark for mark in marks if mark])
    where = f" ({place[0]} {place[1]})" if place else ""
    sys.stdout.write(f"{finding}{where}: {TEXTS[harm or finding][nynorsk]}\n")
    return 0 if finding == "INTACT" else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
