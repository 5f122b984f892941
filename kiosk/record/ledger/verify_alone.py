"""Checks a record of Brukervalg Kiosk without that program, and without any key.

    python verify_alone.py ledger.sqlite3 [MARK or RECEIPT-NUMBER=MARK ...]
                           [--key FINGERPRINT] [--nynorsk | --english]

Needs Python 3.11 and the package ``cryptography``, nothing else. Reads only, also while the program
has the record open: then it tells of what was stored when it began. Ends with 0 for a whole record,
1 for any other, 2 for wrong use.

How a record is built: table ``event`` has one line per event. ``envelope`` begins with ``BK``,
version 1, 2 bytes, the length of the machine's id (1 byte), that id, its event number (8 bytes) and
the ``tag`` (16 bytes); the rest and ``payload`` are sealed. ``hash`` is SHA-256 of ``previous``
(the hash of the machine's line before, zeros for its first), ``envelope`` and ``payload_hash``,
which is SHA-256 of ``payload``. The store signs with Ed25519 how far it had come (``checkpoint``,
every 256 events and when the program closes) and which payloads it erased (``erasure``). A mark on
a receipt is the first 8 bytes of the hash, the fingerprint of the signing key the first 16 bytes of
its SHA-256; both in hexadecimal, with H for B and K for D. Whoever makes a whole record anew can
sign it with a key of their own: only a mark or a fingerprint from outside tells of that.
"""

import re
import sqlite3
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from struct import Struct, error
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FORMAT = "2"
# SHA-256 of the statements that made the tables and their guards, in alphabetical order.
SCHEMA = "51c8595d645180c71c64f15bb9aef1181d4214b04fafc922639cba1a5617bf00"
EVERY = 256
ZEROS = bytes(32)
START, END = Struct(">3sHB"), Struct(">Q16s")
MARK_BYTES, FINGERPRINT_BYTES = 8, 16
MISREAD = str.maketrans("OQDILZSGB", "000112568")
HEXADECIMAL, DIGITS = str.maketrans("HK", "BD"), str.maketrans("BD", "HK")
# What is said, in bokmål, nynorsk and English.
_WORDS = """
INTACT|Registeret er helt og uendret.
|Registeret er heilt og uendra.
|The record is whole and unchanged.
version|En annen versjon av programmet har skrevet registeret.
|Ein annan versjon av programmet har skrive registeret.
|Another version of the program wrote the record.
file|Filen er ødelagt.
|Fila er øydelagd.
|The file is broken.
guards|Reglene i filen som hindrer endringer, er endret.
|Reglane i fila som hindrar endringar, er endra.
|The rules inside the file that refuse changes were changed.
missing|Det mangler hendelser før denne.
|Det manglar hendingar før denne.
|Events before this one are missing.
out_of_order|Hendelsen står på feil plass eller to ganger.
|Hendinga står på feil plass eller to gonger.
|The event stands in the wrong place, or twice.
changed|Hendelsen er endret.
|Hendinga er endra.
|The event was changed.
replaced|Hendelsen eller en før den er byttet ut.
|Hendinga eller ei før ho er bytt ut.
|The event or one before it was replaced.
removed|Innholdet er fjernet uten signert notat.
|Innhaldet er fjerna utan signert notat.
|What it held was removed without a signed note.
returned|Innholdet var slettet og er tilbake.
|Innhaldet var sletta og er tilbake.
|What it held was erased, and is back.
signature|En signatur mangler eller er feil.
|Ein signatur manglar eller er feil.
|A signature is missing or wrong.
unsigned|Flere hendelser på slutten mangler signatur enn programmet etterlater.
|Fleire hendingar på slutten manglar signatur enn programmet let etter seg.
|More events at the end lack a signature than the program leaves.
other_device|Registeret nevner en annen maskin enn den som signerte sist.
|Registeret nemner ei anna maskin enn den som signerte sist.
|The record names another machine than the one that signed last.
cut_off|Registeret slutter for tidlig: Det har hatt denne hendelsen.
|Registeret sluttar for tidleg: Det har hatt denne hendinga.
|The record ends too early: it has held this event.
beyond|Kontroller nummeret. Er det riktig, slutter registeret for tidlig.
|Kontroller nummeret. Er det rett, sluttar registeret for tidleg.
|Check the number. If it is right, the record ends too early.
UNKNOWN MARK|Registeret har ikke dette kontrollmerket.
|Registeret har ikkje dette kontrollmerket.
|The record does not have this control mark.
OTHER KEY|Registeret er signert med en annen nøkkel.
|Registeret er signert med ein annan nøkkel.
|The record is signed by another key.
all signed|Alle hendelser er signert.
|Alle hendingar er signerte.
|Every event is signed.
tail|Hendelser på slutten som ikke er signert ennå: {}. Ble programmet lukket som vanlig, er det ingen.
|Hendingar på slutten som ikkje er signerte enno: {}. Vart programmet lukka som vanleg, er det ingen.
|Events at the end that are not signed yet: {}. If the program was closed normally, there are none.
key|Nøkkelen som signerte:
|Nøkkelen som signerte:
|The key that signed:
"""
TEXTS = {key: said for key, *said in re.findall(r"(.+)\|(.+)\n\|(.+)\n\|(.+)\n", _WORDS)}

Place = tuple[str, int]
# Finding, harm, and the machine and event number that it was noticed at.
Verdict = tuple[str, str, Place | None]
Mark = tuple[Place | None, bytes]


class DamageError(Exception):
    """Something does not fit; its arguments are the place and the harm."""


class Ledger(NamedTuple):
    """A ledger that is whole in itself: its events, machines, unsigned end and signing key."""

    hashes: dict[Place, bytes]
    devices: set[str]
    unsigned: int
    key: bytes


def verify(file: Path, marks: list[Mark], key: bytes | None = None) -> Verdict:
    """What a ledger turns out to be; the first thing that does not fit is told."""
    return judge(file, marks, key)[0]


def judge(file: Path, marks: list[Mark], key: bytes | None = None) -> tuple[Verdict, Ledger | None]:
    """The same, and what the ledger holds where it is whole in itself."""
    try:
        ledger = examine(file)
    except DamageError as damage:
        place, harm = damage.args
        findings = {"cut_off": "ROLLED BACK", "version": "OTHER VERSION"}
        return (findings.get(harm, "DAMAGED"), harm, place), None
    if key not in (None, ledger.key):
        return ("OTHER KEY", "", None), ledger
    return compare(marks, ledger.hashes, ledger.devices), ledger


def examine(file: Path) -> Ledger:
    """Read and check a ledger file."""
    journal, index = Path(f"{file}-wal"), Path(f"{file}-shm")
    is_open = index.exists() or (journal.exists() and journal.stat().st_size)
    option = "" if is_open else "&immutable=1"
    try:
        uri = f"{file.absolute().as_uri()}?mode=ro{option}"
        ledger = sqlite3.connect(uri, uri=True, isolation_level=None)
        ledger.text_factory = lambda text: text.decode(errors="replace")
        try:
            # One reading of one moment, whatever the program stores meanwhile.
            ledger.execute("BEGIN")
            return check(ledger)
        finally:
            ledger.close()
    except (sqlite3.Error, MemoryError, UnicodeDecodeError):
        raise DamageError(None, "file") from None


def check(ledger: sqlite3.Connection) -> Ledger:
    """Check everything inside a ledger."""
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
    unsigned = check_ends(ends, signed, meta["device"])
    if list(ledger.execute("PRAGMA integrity_check(1)")) != [("ok",)]:
        raise DamageError(None, "file")
    # One that has written nothing yet is named in the checkpoints.
    devices = {meta["device"], *(name for name, _seq in (*signed, *hashes))}
    key = sha256(bytes.fromhex(meta["public_key"])).digest()[:FINGERPRINT_BYTES]
    return Ledger(hashes, devices, unsigned, key)


def check_ends(ends: dict[str, int], signed: dict[Place, bytes], here: str) -> int:
    """How many events of the machine that writes are not signed yet; fewer than 256 may be.

    The end of an earlier machine was signed when the record was moved from it.
    """
    last: dict[str, int] = {}
    for device, seq in signed:
        last[device] = max(seq, last.get(device, 0))
    for device, end in ends.items():
        if end - last.get(device, 0) >= (EVERY if device == here else 1):
            raise DamageError((device, end), "unsigned")
    return ends.get(here, 0) - last.get(here, 0)


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


def read_digits(typed: str, count: int) -> bytes | None:
    """So many bytes as they were typed off paper; None for anything else."""
    plain = re.sub(r"[\s-]", "", typed).upper().translate(MISREAD)
    if not re.fullmatch(f"[0-9AHCKEF]{{{2 * count}}}", plain):
        return None
    return bytes.fromhex(plain.translate(HEXADECIMAL))


def read_mark(text: str) -> Mark | None:
    """A mark as it was typed, with or without ``RECEIPT-NUMBER=`` before it; None for neither."""
    number, _between, typed = text.rpartition("=")
    mark = read_digits(typed, MARK_BYTES)
    if mark is None:
        return None
    if not number:
        return None, mark
    found = re.search(r"-([A-Z0-9]+)-([0-9]+)\s*$", number.upper())
    return ((found[1], int(found[2])), mark) if found else None


def lines(verdict: Verdict, ledger: Ledger | None, language: int) -> Iterator[str]:
    """What is said of a ledger."""
    finding, harm, place = verdict
    where = f" ({place[0]} {place[1]})" if place else ""
    yield f"{finding}{where}: {TEXTS[harm or finding][language]}"
    if ledger is None:
        return
    if finding == "INTACT":
        text = TEXTS["tail" if ledger.unsigned else "all signed"][language]
        yield text.format(ledger.unsigned)
    digits = ledger.key.hex().upper().translate(DIGITS)
    yield f"{TEXTS['key'][language]} {' '.join(re.findall('....', digits))}"


def main(arguments: list[str]) -> int:
    """Check one ledger and say what it is."""
    language = 1 if "--nynorsk" in arguments else 2 if "--english" in arguments else 0
    rest = [each for each in arguments if each not in {"--nynorsk", "--english"}] or [""]
    key, wants_key = None, "--key" in rest[:-1]
    if wants_key:
        at = rest.index("--key")
        key = read_digits(rest[at + 1], FINGERPRINT_BYTES)
        del rest[at : at + 2]
    file, *typed = rest or [""]
    marks = [read_mark(each) for each in typed]
    if not Path(file).is_file() or None in marks or (wants_key and key is None):
        sys.stderr.write("\n".join((__doc__ or "").splitlines()[2:4]) + "\n")
        return 2
    verdict, ledger = judge(Path(file), [mark for mark in marks if mark], key)
    sys.stdout.write("".join(f"{line}\n" for line in lines(verdict, ledger, language)))
    return 0 if verdict[0] == "INTACT" else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
