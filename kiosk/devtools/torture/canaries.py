"""Looks for words that were stored in every file that the record ever leaves, and finds none."""

import base64
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from sqlite3 import connect
from tempfile import TemporaryDirectory

from kiosk.devtools.torture.invented import Inventor, case_of
from kiosk.devtools.torture.outcome import Outcome
from kiosk.domain.case import Address, Case, PostRecipient
from kiosk.domain.choice import RecordedChoice
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import (
    CaseImported,
    ChoiceRecorded,
    Event,
    EventKind,
    InformationNoted,
    StaffAdded,
)
from kiosk.domain.language import LocalText
from kiosk.domain.service import ProviderId
from kiosk.domain.signature import Signature
from kiosk.domain.staff import StaffMember, StaffRole
from kiosk.record.folding import codec
from kiosk.record.keys.root_key import Passphrase
from kiosk.record.ledger_record import open_record

RIGHT = Passphrase("blå ørn på Eksempelfjell")
_WRONG = Passphrase("rød rev bak Eksempelberg")
DATA = "data"
# Visits; so many events are kept in a snapshot too.
WORTH_A_SNAPSHOT = 1100
_PROCESS = "kiosk.devtools.torture.canary_process"
# Kinds of events and services, which tell what somebody gets.
_WORDS = (*(kind.value for kind in EventKind), "hjemmesykepleie", "praktisk-bistand", "home_visit")
_PERSONAL = ("name", "street", "phone", "helper", "number", "provider", "company", "note", "staff")


def canaries(seed: int, seconds: float, visits: int = WORTH_A_SNAPSHOT) -> Outcome:
    """Live the life of a record in a process of its own, and read every file that it leaves.

    Args:
        seed: What the words are.
        seconds: After so many the process is stopped, which is a fault.
        visits: How many are stored.
    """
    words = words_of(seed)
    with TemporaryDirectory() as name:
        world = Path(name)
        environment = {**os.environ, "HOME": name, "TMPDIR": name, "PYTHONDONTWRITEBYTECODE": "1"}
        environment |= {f"XDG_{each}_HOME": name for each in ("DATA", "CONFIG", "CACHE", "STATE")}
        command = [sys.executable, "-m", _PROCESS, name, str(seed), str(visits)]
        with (world / "output.txt").open("wb") as output:
            done = subprocess.run(
                command, env=environment, stdout=output, stderr=output, timeout=seconds, check=False
            )
        told = (world / "output.txt").read_text(encoding="utf-8").splitlines()
        left = hits_in(world, words)
        faults = [f"found {each}" for each in left]
        faults += [line for line in told if line.startswith("found ")]
        faults += _faults_of_keys(world / DATA)
        faults += [] if done.returncode < 0 else [f"the process ended early: {told[-1:]}"]
        files = sum(file.is_file() for file in world.rglob("*"))
        stages = sum(line.startswith("looked ") for line in told)
    unsealed = _unsealed(seed, words)
    missed = [word for word in words if word not in unsealed]
    faults += [f"the control does not show {word}" for word in missed]
    told_counts = {"words": len(words), "files": files, "stages": stages, "control": len(unsealed)}
    return Outcome("canaries", seed, told_counts, tuple(faults))


def words_of(seed: int) -> tuple[str, ...]:
    """The words that are stored; those of a person are unlike any other word."""
    chance = Random(seed)  # noqa: S311  no secret
    personal = (f"{each}{chance.getrandbits(48):012x}" for each in _PERSONAL)
    (point,), *_ = _signature(seed).strokes
    return (*personal, ",".join(map(str, point)), *_WORDS)


def _signature(seed: int) -> Signature:
    """A dot unlike any other."""
    chance = Random(seed)  # noqa: S311  no secret
    return Signature((((10**9 + chance.getrandbits(30), 10**9 + chance.getrandbits(30)),),))


def events_of(seed: int, invented: Inventor) -> Iterator[Event]:
    """A visit and a new member of staff, with the words of the seed in them."""
    told = dict(zip(_PERSONAL, words_of(seed), strict=False))
    case = _case(told)
    for event in invented.visit(0):
        body = event.body
        if isinstance(body, CaseImported):
            body = CaseImported(case)
        if isinstance(body, ChoiceRecorded):
            choice = replace(body.choice, signature=_signature(seed))
            body = replace(body, choice=_choice(choice, case, told))
        if isinstance(body, InformationNoted):
            body = replace(body, how=told["note"])
        yield replace(event, case=case.reference, body=body, actor=told["staff"])
    member = StaffMember(told["staff"], StaffRole.CASE_OFFICER, "$argon2id$")
    yield replace(invented.imported(0), case=None, body=StaffAdded(member))


def _case(told: Mapping[str, str]) -> Case:
    address = Address((told["street"],), "0001", "Eksempelvik")
    return replace(
        case_of(0),
        reference=type(case_of(0).reference)(told["number"]),
        family_name=told["name"],
        address=address,
        phone=told["phone"],
        birth_date=date(1941, 5, 17),
        post=PostRecipient(told["helper"], "verge", address, instead=True),
    )


def _choice(choice: RecordedChoice, case: Case, told: Mapping[str, str]) -> RecordedChoice:
    (answer,) = choice.answers
    provider, name = ProviderId(told["provider"]), LocalText.same(told["company"])
    answer = replace(answer, provider=provider, provider_name=name)
    return replace(choice, case=case.reference, answers=(answer,), person=told["name"])


def hits_in(folder: Path, words: Iterable[str]) -> tuple[str, ...]:
    """Words that stand in a file or a file's name, each with that file."""
    sought = {word: tuple(_forms(word)) for word in words}
    files = [file for file in folder.rglob("*") if file.is_file()]
    held = {file.relative_to(folder): _content(file) for file in files}
    return tuple(
        f"{word} in {name}"
        for name, data in held.items()
        for word, forms in sought.items()
        if any(form in data or form in os.fsencode(name) for form in forms)
    )


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""


def _forms(word: str) -> Iterator[bytes]:
    """How a word may be written down."""
    for text in {word, word.lower(), word.upper(), word.capitalize()}:
        yield text.encode()
        yield text.encode("utf-16-le")
        yield text.encode().hex().encode()
    for ahead in range(3):
        # Without the characters that the neighbours change.
        coded = base64.b64encode(bytes(ahead) + word.encode())
        yield coded[4 if ahead else 0 : -4]


def _faults_of_keys(data: Path) -> Iterator[str]:
    """Whether a wrong passphrase is refused, and the right one still opens."""
    try:
        open_record(data, _WRONG).close()
    except StorageError as error:
        if error.fault is not StorageFault.WRONG_KEY:
            yield f"a wrong passphrase is told as {error}"
    else:
        yield "a wrong passphrase opens the record"
    try:
        open_record(data, RIGHT).close()
    except StorageError as error:
        yield f"the right passphrase does not open the record: {error}"


def _unsealed(seed: int, words: Iterable[str]) -> set[str]:
    """Control: the words that show when the same events are stored without a seal."""
    with TemporaryDirectory() as name:
        with closing(connect(Path(name) / "unsealed.sqlite3", isolation_level=None)) as file:
            file.execute("CREATE TABLE event (kind TEXT, payload BLOB)")
            rows = [(e.kind.value, codec.encode(e)) for e in events_of(seed, Inventor())]
            file.executemany("INSERT INTO event VALUES (?, ?)", rows)
            file.executemany("INSERT INTO event VALUES (?, '')", [(each,) for each in _kinds()])
        hits = hits_in(Path(name), words)
    return {hit.split(" in ")[0] for hit in hits}


def _kinds() -> Iterator[str]:
    return (kind.value for kind in EventKind)
