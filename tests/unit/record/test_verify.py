"""What those without a key are told of a ledger; the program and the stand-alone file alike."""

import ast
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.devtools.torture.tampering import Report, tamper
from kiosk.devtools.torture.ways import WAYS
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import Stored
from kiosk.domain.receipt_mark import mark_text, read_mark
from kiosk.domain.signing_key import fingerprint_text
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.keys.root_key import Trial
from kiosk.record.ledger import verify_alone
from kiosk.record.ledger.chain import hash_of, is_whole
from kiosk.record.ledger.ledger_file import LEDGER_FILE, read_ledger
from kiosk.record.ledger.ledger_schema import DIGEST, FORMAT
from kiosk.record.ledger.row import Row
from kiosk.record.ledger.signing import EVERY
from kiosk.record.ledger.verify import Finding, OutsideMark, verify_file, verify_folder
from kiosk.record.ledger_record import open_trial_record
from kiosk.record.store import open_store
from tests.record_samples import case, choice, imported, recorded


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    """The folder of a closed record with twenty cases and a choice."""
    folder = Path(tmp_path_factory.mktemp("written"))
    record = open_trial_record(folder)
    record.append([imported(case(str(number))) for number in range(20)])
    record.append([recorded(choice("1"))])
    record.close()
    return folder


@pytest.fixture
def folder(written, tmp_path) -> Path:
    return Path(shutil.copytree(written, tmp_path / "copy"))


def receipt(folder):
    record = open_trial_record(folder)
    number = f"EV-2026-{record.device}-000021"
    mark = OutsideMark(read_mark(record.receipt_mark(number)), Stored(record.device, 21))
    record.close()
    return mark


def alter(folder: Path, *statements: str) -> None:
    """Change a ledger as one who knows SQLite; its guards are in place afterwards."""
    ledger = sqlite3.connect(folder / LEDGER_FILE, isolation_level=None)
    guards = ledger.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _sql in guards:
        ledger.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        ledger.execute(statement)
    for _name, sql in guards:
        ledger.execute(sql)
    ledger.close()


def told(folder, *marks):
    verdict = verify_folder(folder, marks)
    return verdict.finding, verdict.damage


def test_an_untouched_record_is_intact_and_says_where_it_ends(folder):
    mark = receipt(folder)

    verdict = verify_folder(folder, [mark, OutsideMark(mark.mark), OutsideMark(place=mark.place)])

    assert verdict.finding is Finding.INTACT
    ((device, (count, hash_)),) = (verdict.ends or {}).items()
    assert (device, count, hash_[:8]) == (mark.place.device, 21, mark.mark)


def test_an_empty_record_is_intact(tmp_path):
    open_trial_record(tmp_path).close()

    assert told(tmp_path) == (Finding.INTACT, None)


def test_checking_changes_nothing_in_the_folder(folder):
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    verify_folder(folder)

    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_what_is_still_in_the_journal_is_checked_too(folder, tmp_path):
    record = open_trial_record(folder)
    record.append([imported(case("late"))])
    copy = Path(shutil.copytree(folder, tmp_path / "open"))
    record.close()

    ((_device, (count, _hash)),) = (verify_folder(copy).ends or {}).items()

    assert count == 22


@pytest.mark.parametrize(
    ("statement", "harm", "sequence"),
    [
        ("DELETE FROM event WHERE seq = 7", Harm.MISSING, 8),
        ("DELETE FROM event WHERE seq > 9", Harm.CUT_OFF, 21),
        ("UPDATE event SET payload = x'00' WHERE seq = 7", Harm.CHANGED, 7),
        ("UPDATE event SET tag = zeroblob(16) WHERE seq = 7", Harm.CHANGED, 7),
        ("UPDATE event SET position = 99 WHERE seq = 21", Harm.OUT_OF_ORDER, 21),
        ("UPDATE event SET payload = NULL WHERE seq = 7", Harm.REMOVED, 7),
        ("DELETE FROM checkpoint WHERE number = 1", Harm.SIGNATURE, 21),
        ("UPDATE checkpoint SET at = '2020' WHERE number = 2", Harm.SIGNATURE, 21),
        ("UPDATE meta SET value = '7777' WHERE key = 'device'", Harm.OTHER_DEVICE, 21),
    ],
)
def test_damage_is_told_with_its_place(folder, statement, harm, sequence):
    alter(folder, statement)

    finding, damage = told(folder)

    assert finding is (Finding.ROLLED_BACK if harm is Harm.CUT_OFF else Finding.DAMAGED)
    assert (damage.harm, damage.place.sequence) == (harm, sequence)


def test_an_event_that_was_replaced_by_a_whole_one_is_told_by_the_next(folder):
    ledger = read_ledger(folder / LEDGER_FILE)
    (line,) = ledger.at([7])
    ledger.close()
    other = sha256(b"other").digest()
    hash_ = hash_of(line.previous, line.envelope, other)
    alter(
        folder,
        f"UPDATE event SET payload = x'{b'other'.hex()}', payload_hash = x'{other.hex()}',"  # noqa: S608
        f" hash = x'{hash_.hex()}' WHERE seq = 7",
    )

    assert told(folder) == (Finding.DAMAGED, Damage(Harm.REPLACED, Stored(line.place.device, 8)))


def test_no_byte_may_move_to_a_neighbour_that_is_hashed_with_it(folder):
    ledger = read_ledger(folder / LEDGER_FILE)
    (line,) = ledger.at([7])
    ledger.close()
    moved = replace(
        line,
        payload=None,
        envelope=line.envelope[:-1],
        payload_hash=line.envelope[-1:] + line.payload_hash,
    )

    assert is_whole(replace(line, payload=None))
    assert not is_whole(moved)


def test_missing_guards_and_missing_checkpoints_are_told(folder):
    alter(folder, "DELETE FROM checkpoint")
    assert told(folder) == (Finding.DAMAGED, Damage(Harm.SIGNATURE))

    ledger = sqlite3.connect(folder / LEDGER_FILE)
    ledger.execute("DROP TRIGGER event_kept")
    ledger.close()
    assert told(folder) == (Finding.DAMAGED, Damage(Harm.GUARDS))


def test_a_broken_file_is_told(folder):
    file = folder / LEDGER_FILE
    file.write_bytes(file.read_bytes()[:5000])

    assert told(folder) == (Finding.DAMAGED, Damage(Harm.FILE))


def test_a_schema_of_broken_letters_is_a_broken_file(folder):
    ledger = sqlite3.connect(folder / LEDGER_FILE, isolation_level=None)
    ledger.execute("PRAGMA writable_schema = ON")
    ledger.execute(
        "UPDATE sqlite_schema SET name = CAST(x'ce28' AS TEXT), sql = CAST(x'ce28' AS TEXT)"
        " WHERE name = 'erasure'"
    )
    ledger.close()

    assert told(folder) == (Finding.DAMAGED, Damage(Harm.FILE))
    assert verify_alone.verify(folder / LEDGER_FILE, []) == ("DAMAGED", "file", None)
    with pytest.raises(StorageError) as caught:
        open_trial_record(folder)
    assert caught.value.fault is StorageFault.DAMAGED


def test_an_erased_payload_with_its_note_is_no_damage_and_its_return_is(folder):
    log = open_store(folder, Trial())
    (line,) = log._file.at([7])
    payload = line.payload or b""
    log.erase([line.place])
    log.close()
    assert told(folder) == (Finding.INTACT, None)

    alter(folder, f"UPDATE event SET payload = x'{payload.hex()}' WHERE seq = 7")  # noqa: S608
    assert told(folder) == (Finding.DAMAGED, Damage(Harm.RETURNED, line.place))


def test_an_older_copy_is_found_by_a_receipt_only(folder, tmp_path):
    older = shutil.copytree(folder, tmp_path / "older")
    record = open_trial_record(folder)
    record.append([recorded(choice("2"))])
    number = f"EV-2026-{record.device}-000022"
    mark = read_mark(record.receipt_mark(number))
    place = Stored(record.device, 22)
    record.close()

    assert told(older)[0] is Finding.INTACT
    assert told(older, OutsideMark(mark, place))[0] is Finding.ROLLED_BACK
    assert told(older, OutsideMark(place=place))[0] is Finding.ROLLED_BACK
    assert told(older, OutsideMark(mark))[0] is Finding.UNKNOWN_MARK


def test_a_copy_from_before_the_first_event_is_told_as_rolled_back(tmp_path):
    open_trial_record(tmp_path / "data").close()
    older = shutil.copytree(tmp_path / "data", tmp_path / "older")
    record = open_trial_record(tmp_path / "data")
    record.append([imported(case("1")), recorded(choice("1"))])
    mark = read_mark(record.receipt_mark(f"EV-2026-{record.device}-000002"))
    place = Stored(record.device, 2)
    record.close()

    assert mark is not None
    assert told(older, OutsideMark(mark, place))[0] is Finding.ROLLED_BACK
    alone = verify_alone.verify(older / LEDGER_FILE, [((place.device, 2), mark)])
    assert alone == ("ROLLED BACK", "beyond", (place.device, 2))
    other = OutsideMark(mark, Stored("7777", 2))
    assert told(older, other)[0] is Finding.UNKNOWN_MARK


def test_a_mark_of_another_event_or_another_machine_is_unknown(folder):
    mark = receipt(folder)

    assert told(folder, OutsideMark(mark.mark, Stored(mark.place.device, 20)))[0] is (
        Finding.UNKNOWN_MARK
    )
    assert told(folder, OutsideMark(mark.mark, Stored("7777", 21)))[0] is Finding.UNKNOWN_MARK
    assert told(folder, OutsideMark(b"\0" * 8))[0] is Finding.UNKNOWN_MARK


def test_a_clock_that_was_set_back_is_noted_and_is_no_damage(tmp_path):
    open_trial_record(tmp_path).close()
    for number, year in enumerate((2028, 2026), start=1):
        log = open_store(tmp_path, Trial(), partial(datetime, year, 11, 3, tzinfo=UTC))
        place = Stored(log.device, number)
        log.append([Row(number, place, f"id-{number}", "kind", 1, b"{}")], [None])
        log.close()

    verdict = verify_folder(tmp_path)

    assert verdict.finding is Finding.INTACT
    assert [each.place.sequence for each in verdict.set_back] == [2]


def test_a_missing_record_is_told(tmp_path):
    with pytest.raises(StorageError) as missing:
        verify_folder(tmp_path / "none")

    assert missing.value.fault is StorageFault.NOT_SET_UP


def test_keys_without_their_record_are_no_empty_folder(folder):
    (folder / LEDGER_FILE).unlink()

    with pytest.raises(StorageError) as missing:
        verify_folder(folder)

    assert missing.value.fault is StorageFault.HALF


def test_a_record_of_a_newer_version_is_not_judged(folder):
    alter(folder, "UPDATE meta SET value = '99' WHERE key = 'format'")

    with pytest.raises(StorageError) as caught:
        verify_file(folder / LEDGER_FILE)

    assert caught.value.fault is StorageFault.NEWER_VERSION
    assert verify_alone.verify(folder / LEDGER_FILE, []) == ("OTHER VERSION", "version", None)


@pytest.fixture(scope="module")
def attacked() -> Report:
    """Every way once, against a record that was closed and one that lost its power."""
    return tamper(seed=20261122, seconds=600, attacks=2 * len(WAYS))


def test_forty_seeded_attacks_are_found_and_told_alike(attacked):
    assert attacked.attacks >= 40
    assert (attacked.missed, attacked.disagreed, attacked.alarms) == ([], [], [])
    assert attacked.holds


def test_no_tampered_record_opens_silently_shorter(attacked):
    assert attacked.shortened == []


def test_attacks_that_leave_a_whole_record_are_not_found_without_a_mark(attacked):
    assert {"roll back", "forge all signatures"} <= set(attacked.without_mark)


def test_the_stand_alone_file_knows_the_same_form():
    known = (verify_alone.FORMAT, verify_alone.SCHEMA, verify_alone.EVERY)

    assert known == (str(FORMAT), DIGEST, EVERY)


def test_the_stand_alone_file_needs_cryptography_and_the_standard_library_only():
    tree = ast.parse(Path(verify_alone.__file__).read_text(encoding="utf-8"))
    names = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert names - sys.stdlib_module_names == {"cryptography"}


def fingerprint(folder: Path) -> str:
    return fingerprint_text(verify_folder(folder).public or b"").replace("\u00a0", " ")


def alone(*arguments: object) -> tuple[int, str]:
    """Run the stand-alone file, with nothing of ours on the path."""
    line = [sys.executable, "-I", verify_alone.__file__, *map(str, arguments)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_the_stand_alone_file_runs_by_itself(folder):
    mark = receipt(folder)
    number = f"EV-2026-{mark.place.device}-000021"
    typed = mark_text(mark.mark)
    file = folder / LEDGER_FILE

    assert alone(file, typed, f"{number}={typed}") == (
        0,
        "INTACT: Registeret er helt og uendret.\nAlle hendelser er signert.\n"
        f"Nøkkelen som signerte: {fingerprint(folder)}\n",
    )
    assert alone(file, "0000 0000 0000 0000")[1].startswith("UNKNOWN MARK: ")
    beyond = f"ROLLED BACK ({mark.place.device} 99): Kontroller nummeret."
    assert alone(file, f"{number[:-2]}99={typed}")[1].startswith(beyond)
    assert alone(file, "no mark") == (2, "")
    alter(folder, "DELETE FROM event WHERE seq = 7")
    assert alone(file, "--nynorsk") == (
        1,
        f"DAMAGED ({mark.place.device} 8): Det manglar hendingar før denne.\n",
    )
