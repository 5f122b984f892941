"""What a check tells of the unsigned end, of the key that signed, and while the record is open."""

import random
import shutil
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.devtools.torture.victims import make_victims
from kiosk.devtools.torture.ways import WAYS
from kiosk.domain.case import CaseRef
from kiosk.domain.event import Stored
from kiosk.domain.signing_key import fingerprint_of, fingerprint_text
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.files.sqlite_files import fold_journal
from kiosk.record.keys.root_key import Trial
from kiosk.record.ledger import verify_alone
from kiosk.record.ledger.chain import GENESIS, hash_of
from kiosk.record.ledger.envelope import Header
from kiosk.record.ledger.ledger_file import LEDGER_FILE, read_ledger
from kiosk.record.ledger.row import Row
from kiosk.record.ledger.signing import EVERY
from kiosk.record.ledger.verify import Finding, OutsideMark, verify_file, verify_folder
from kiosk.record.ledger_record import open_trial_record
from kiosk.record.sealed_log import SealedLog
from kiosk.record.store import open_store
from tests.record_samples import case, imported
from tests.unit.record.test_verify import alone, alter


def add(log: SealedLog, count: int) -> None:
    for number in range(log.end.sequence + 1, log.end.sequence + count + 1):
        row = Row(number, Stored(log.device, number), f"id-{number}", "k", 1, b"{}")
        log.append([row], [CaseRef("2026/1")])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed record with a signed checkpoint at events 256 and 300."""
    data = tmp_path / "data"
    open_trial_record(data).close()
    log = open_store(data, Trial())
    add(log, 300)
    log.close()
    return data


def judged(folder: Path, marks=(), key=None):
    """What the program says; the stand-alone file must say the same."""
    verdict = verify_folder(folder, marks, key)
    typed: list[verify_alone.Mark] = [
        ((each.place.device, each.place.sequence), each.mark) for each in marks
    ]
    (finding, harm, _place), ledger = verify_alone.judge(folder / LEDGER_FILE, typed, key)
    assert finding.lower() == verdict.finding.value
    assert harm in ("beyond", "" if verdict.damage is None else verdict.damage.harm.value)
    if ledger is not None:
        assert ledger.key == fingerprint_of(verdict.public or b"")
        assert verdict.finding is not Finding.INTACT or ledger.unsigned == verdict.unsigned
    return verdict


def end_of(folder: Path) -> OutsideMark:
    ledger = read_ledger(folder / LEDGER_FILE)
    (*_, line) = ledger.all()
    ledger.close()
    return OutsideMark(line.hash[:8], line.place)


def test_after_a_normal_close_every_event_is_signed(folder):
    assert judged(folder).unsigned == 0


def test_the_end_behind_the_last_checkpoint_is_counted(folder, tmp_path):
    log = open_store(folder, Trial())
    add(log, 7)
    cut = Path(shutil.copytree(folder, tmp_path / "cut"))
    log.close()

    assert judged(cut).unsigned == 7
    assert judged(folder).unsigned == 0


def test_a_checkpoint_that_was_stripped_shows_as_an_unsigned_end(folder):
    alter(folder, "DELETE FROM checkpoint WHERE seq = 300")

    verdict = judged(folder)

    assert (verdict.finding, verdict.unsigned) == (Finding.INTACT, 300 - EVERY)


def test_an_unsigned_end_that_is_longer_than_the_program_leaves_is_damage(folder):
    alter(folder, "DELETE FROM checkpoint WHERE seq >= 256")

    verdict = judged(folder)

    assert verdict.finding is Finding.DAMAGED
    assert verdict.damage == Damage(Harm.UNSIGNED, end_of(folder).place)


def test_an_event_of_a_machine_that_never_signed_is_damage(folder):
    """Nobody needs a key to add a line that fits the chain."""
    place, payload = Stored("7777", 1), b"junk"
    envelope = Header(place, 1, bytes(16)).as_bytes() + b"junk"
    digest = sha256(payload).digest()
    hash_ = hash_of(GENESIS, envelope, digest)
    values = (bytes(16), GENESIS, hash_, envelope, digest, payload)
    blobs = ", ".join(f"x'{each.hex()}'" for each in values)
    alter(folder, f"INSERT INTO event VALUES (301, '7777', 1, {blobs})")  # noqa: S608

    assert judged(folder).damage == Damage(Harm.UNSIGNED, place)


def test_who_strips_the_newest_checkpoints_and_events_is_told_by_the_mark(folder):
    mark = end_of(folder)
    alter(
        folder,
        "DELETE FROM event WHERE seq > 256",
        "DELETE FROM checkpoint WHERE seq > 256",
    )

    assert judged(folder).finding is Finding.INTACT
    assert judged(folder, [mark]).finding is Finding.ROLLED_BACK
    assert verify_folder(folder, [OutsideMark(mark.mark)]).finding is Finding.UNKNOWN_MARK


def test_a_record_that_was_signed_anew_by_another_key_is_told_by_the_key(tmp_path):
    victim, _power_cut = make_victims(tmp_path / "victims", 7)
    folder = tmp_path / "forged"
    folder.mkdir()
    shutil.copy(victim.file, folder / LEDGER_FILE)
    assert judged(folder, key=victim.key).finding is Finding.INTACT

    chance = random.Random(7)  # noqa: S311  no secret
    WAYS["forge all signatures"](folder / LEDGER_FILE, chance, victim)

    assert judged(folder).finding is Finding.INTACT
    told = judged(folder, key=victim.key)
    assert told.finding is Finding.OTHER_KEY
    assert fingerprint_of(told.public or b"") != victim.key


def test_the_stand_alone_file_takes_the_key_as_it_was_noted(folder):
    file = folder / LEDGER_FILE
    key = fingerprint_text(verify_folder(folder).public or b"")

    assert alone(file, "--key", key, "--english") == (
        0,
        "INTACT: The record is whole and unchanged.\nEvery event is signed.\n"
        f"The key that signed: {key}\n".replace("\u00a0", " "),
    )
    other = "0" * 32
    code, said = alone("--key", other, file, "--nynorsk")
    assert (code, said.splitlines()[0]) == (
        1,
        "OTHER KEY: Registeret er signert med ein annan nøkkel.",
    )
    assert alone(file, "--key", "3F2A") == (2, "")
    assert alone(file, "--key") == (2, "")


def test_an_open_record_is_checked_as_it_is_at_one_moment(folder):
    record = open_trial_record(folder)
    record.append([imported(case("2026/9"))])
    before = {file.name: file.read_bytes() for file in folder.glob(f"{LEDGER_FILE}*")}

    verdict = judged(folder)

    assert (verdict.finding, verdict.is_open, verdict.unsigned) == (Finding.INTACT, True, 1)
    # The index of the journal notes who reads.
    del before[f"{LEDGER_FILE}-shm"]
    assert {name: (folder / name).read_bytes() for name in before} == before
    code, said = alone(folder / LEDGER_FILE, "--english")
    assert (code, said.splitlines()[1].split(".")[0]) == (
        0,
        "Events at the end that are not signed yet: 1",
    )
    record.append([imported(case("2026/10"))])
    record.close()
    after = judged(folder)
    assert (after.is_open, after.unsigned) == (False, 0)
    assert not list(folder.glob(f"{LEDGER_FILE}-*"))


def test_what_is_stored_meanwhile_is_not_half_seen(folder):
    record = open_trial_record(folder)
    ledger = read_ledger(folder / LEDGER_FILE, is_owned=False)
    end = ledger.last_position()
    record.append([imported(case("2026/9"))])

    assert ledger.last_position() == end
    assert len(list(ledger.checkpoints())) == 3

    ledger.close()
    record.close()
    assert verify_file(folder / LEDGER_FILE).finding is Finding.INTACT


def test_a_reader_can_neither_write_nor_empty_the_journal(folder):
    record = open_trial_record(folder)
    record.append([imported(case("2026/9"))])
    journal = (folder / f"{LEDGER_FILE}-wal").stat().st_size
    ledger = read_ledger(folder / LEDGER_FILE, is_owned=False)
    ledger._connection.execute("ROLLBACK")
    for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "DELETE FROM meta"):
        with pytest.raises(sqlite3.OperationalError):
            ledger._connection.execute(statement)
    ledger.close()

    assert (folder / f"{LEDGER_FILE}-wal").stat().st_size == journal
    record.close()


def test_a_reader_beside_the_program_holds_its_moment_though_the_journal_is_empty(folder):
    record = open_trial_record(folder)
    assert not (folder / f"{LEDGER_FILE}-wal").stat().st_size
    ledger = read_ledger(folder / LEDGER_FILE, is_owned=False)
    end = ledger.last_position()
    record.append([imported(case("2026/9"))])

    is_folded = fold_journal(record._sealed._file._connection)

    assert not is_folded
    assert ledger.last_position() == end
    ledger.close()
    record.close()
