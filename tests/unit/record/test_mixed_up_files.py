"""A folder copied while the program ran or had crashed: parts missing, cut off, or of another day.

Whatever is there, nothing of it is lost by trying to open it.
"""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.devtools.torture.passphrase_only import begin_record
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.soundness import Harm
from kiosk.record.copies.backup import back_up_keys, back_up_ledger
from kiosk.record.files.copied_files import Kept, require_own_journal
from kiosk.record.files.store_lock import HOLDER_FILE
from kiosk.record.key_changes import change_passphrase
from kiosk.record.keys.root_key import Passphrase
from kiosk.record.keys.slot_file import SLOT_FILE
from kiosk.record.keys.vault_file import VAULT_FILE
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.verify import Finding, OutsideMark, verify_folder
from kiosk.record.ledger_record import open_record
from tests.record_samples import case, choice, imported, recorded
from tests.unit.record.conftest import PASSPHRASE
from tests.unit.record.disposing import GONE, dispose

FILES = (VAULT_FILE, LEDGER_FILE)
OLD, ALL = 12, 20


def journal(folder: Path, name: str) -> Path:
    return folder / f"{name}-wal"


def store(folder: Path, start: int, end: int) -> Path:
    """Store cases one by one, and copy the folder before it is closed: as after a crash."""
    crashed = folder.with_name(f"{folder.name} crashed")
    record = open_record(folder, PASSPHRASE)
    for number in range(start, end):
        record.append([imported(case(f"2026/{number}"))])
    shutil.copytree(folder, crashed)
    record.close()
    return crashed


@pytest.fixture(scope="module")
def mixed(tmp_path_factory) -> Path:
    """Folders ``a`` and ``b`` with closed records, and each as after a crash, twice for ``a``."""
    home = Path(tmp_path_factory.mktemp("mixed"))
    for name in "ab":
        begin_record(home / name, PASSPHRASE)
        early = store(home / name, 0, OLD)
        early.rename(home / f"{name} early")
        store(home / name, OLD, ALL)
    return home


def copied(mixed: Path, name: str, tmp_path: Path) -> Path:
    return Path(shutil.copytree(mixed / name, tmp_path / "copy"))


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix != ".lock"}


def files_of(folder: Path) -> dict[str, bytes]:
    """All that matters: what tells of readers and holders is made anew."""
    kept = contents(folder)
    return {name: kept[name] for name in kept if "-shm" not in name and name != HOLDER_FILE}


def cases_in(folder: Path) -> int:
    record = open_record(folder, PASSPHRASE)
    count = len(record.case_refs())
    assert record.damage is None
    record.close()
    return count


ACTIONS: dict[str, Callable[[Path], object]] = {
    "open": lambda data: open_record(data, PASSPHRASE).close(),
    "passphrase": lambda data: change_passphrase(
        data, PASSPHRASE, Passphrase("grønn måke ved elva")
    ),
    "ledger backup": lambda data: back_up_ledger(data, data.parent / "out"),
    "keys backup": lambda data: back_up_keys(data, data.parent / "keys"),
}


def test_a_record_is_whole_after_a_crash(mixed, tmp_path):
    copy = copied(mixed, "a crashed", tmp_path)
    assert all(journal(copy, name).stat().st_size for name in FILES)

    assert cases_in(copy) == ALL


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("base", ["a", "a crashed"])
def test_a_journal_of_another_record_is_refused_and_nothing_is_changed(
    mixed, tmp_path, name, base, action
):
    copy = copied(mixed, base, tmp_path)
    own = contents(copy).get(f"{name}-wal")
    shutil.copy(journal(mixed / "b crashed", name), journal(copy, name))
    before = files_of(copy)

    with pytest.raises(StorageError) as caught:
        ACTIONS[action](copy)

    assert caught.value.fault is StorageFault.FOREIGN_JOURNAL
    assert files_of(copy) == before
    if own is None:
        journal(copy, name).unlink()
    else:
        journal(copy, name).write_bytes(own)
    assert cases_in(copy) == ALL


@pytest.mark.parametrize("name", FILES)
def test_a_journal_of_an_earlier_day_is_refused(mixed, tmp_path, name):
    copy = copied(mixed, "a", tmp_path)
    shutil.copy(journal(mixed / "a early", name), journal(copy, name))

    with pytest.raises(StorageError) as caught:
        open_record(copy, PASSPHRASE)

    assert caught.value.fault is StorageFault.FOREIGN_JOURNAL
    journal(copy, name).unlink()
    assert cases_in(copy) == ALL


def test_a_destroyed_key_does_not_come_back_with_a_journal(tmp_path):
    data = tmp_path / "data"
    begin_record(data, PASSPHRASE)
    record = open_record(data, PASSPHRASE)
    record.append([imported(case(GONE))])
    early = Path(shutil.copytree(data, tmp_path / "early"))
    dispose(record)
    record.close()
    shutil.copy(journal(early, VAULT_FILE), journal(data, VAULT_FILE))

    with pytest.raises(StorageError) as caught:
        open_record(data, PASSPHRASE)

    assert caught.value.fault is StorageFault.FOREIGN_JOURNAL


def test_without_the_journal_of_the_ledger_a_receipt_tells_that_it_ends_too_early(tmp_path):
    data = tmp_path / "data"
    begin_record(data, PASSPHRASE)
    record = open_record(data, PASSPHRASE)
    record.append([imported()])
    record.close()
    record = open_record(data, PASSPHRASE)
    (place,) = record.append([recorded(choice())])
    crashed = Path(shutil.copytree(data, tmp_path / "crashed"))
    record.close()
    journal(crashed, LEDGER_FILE).unlink()

    verdict = verify_folder(crashed, [OutsideMark(place=place)])

    assert verdict.finding is Finding.ROLLED_BACK
    assert verify_folder(data, [OutsideMark(place=place)]).finding is Finding.INTACT


def test_without_the_journal_of_the_keys_all_else_is_read_and_nothing_written(mixed, tmp_path):
    copy = copied(mixed, "a crashed", tmp_path)
    kept = journal(copy, VAULT_FILE).read_bytes()
    journal(copy, VAULT_FILE).unlink()

    record = open_record(copy, PASSPHRASE)
    assert record.damage is not None
    assert record.damage.harm is Harm.KEYS_OLDER
    assert len(record.case_refs()) == OLD
    with pytest.raises(StorageError) as caught:
        record.append([imported(case("2027/1"))])
    assert caught.value.fault is StorageFault.UNSOUND
    record.close()

    journal(copy, VAULT_FILE).write_bytes(kept)
    assert cases_in(copy) == ALL


@pytest.mark.parametrize("share", [0, 0.3, 0.6, 0.97])
@pytest.mark.parametrize("name", [SLOT_FILE, *FILES])
def test_a_file_that_is_cut_off_is_told_and_nothing_is_changed(mixed, tmp_path, name, share):
    copy = copied(mixed, "a", tmp_path)
    whole = (copy / name).read_bytes()
    (copy / name).write_bytes(whole[: int(len(whole) * share)])

    with pytest.raises(StorageError) as caught:
        open_record(copy, PASSPHRASE)

    assert caught.value.fault in {StorageFault.HALF, StorageFault.DAMAGED}
    (copy / name).write_bytes(whole)
    assert cases_in(copy) == ALL


@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_a_journal_that_is_cut_off_tells_what_it_still_holds(mixed, tmp_path, share):
    copy = copied(mixed, "a crashed", tmp_path)
    file = journal(copy, LEDGER_FILE)
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])

    assert OLD <= cases_in(copy) < ALL
    assert verify_folder(copy).finding is Finding.INTACT


def test_the_index_of_a_journal_may_be_missing(mixed, tmp_path):
    copy = copied(mixed, "a crashed", tmp_path)
    for name in FILES:
        (copy / f"{name}-shm").unlink()

    assert cases_in(copy) == ALL


def test_a_half_folded_journal_is_the_files_own(tmp_path):
    """A power cut while SQLite folds: some pages of the file are new, the others old."""
    file = tmp_path / "file"
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
        writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        before = file.read_bytes()
        writer.executemany("INSERT INTO kept (text) VALUES (?)", [("x" * 500,)] * 200)
        written = journal(tmp_path, "file").read_bytes()
        writer.execute("PRAGMA wal_checkpoint(PASSIVE)")
        folded = file.read_bytes()
    for pages in range(2, len(folded) // 4096, 3):
        copy = tmp_path / f"cut {pages}"
        copy.write_bytes(folded[: pages * 4096] + before[pages * 4096 :])
        journal(tmp_path, copy.name).write_bytes(written)

        require_own_journal(copy, [Kept("kept", ("id", "text"))])


def small_file(file: Path, table: str) -> bytes:
    """Write a file with one table, closed; gives the journal that a crash would have left."""
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
        writer.execute(f"INSERT INTO {table} (text) VALUES ('x')")  # noqa: S608  names of this file
        return journal(file.parent, file.name).read_bytes()


def test_a_journal_that_makes_no_table_of_a_whole_file_is_refused(tmp_path):
    file = tmp_path / "file"
    small_file(file, "kept")
    journal(tmp_path, "file").write_bytes(small_file(tmp_path / "other", "songs"))

    with pytest.raises(StorageError) as caught:
        require_own_journal(file, [Kept("kept", ("id", "text"))])

    assert caught.value.fault is StorageFault.FOREIGN_JOURNAL


def test_a_disk_that_cannot_be_read_is_not_taken_for_a_foreign_journal(tmp_path):
    file = tmp_path / "file"
    small_file(file, "kept")
    journal(tmp_path, "file").mkdir()
    (tmp_path / "file-wal" / "in the way").touch()

    with pytest.raises(sqlite3.OperationalError):
        require_own_journal(file, [Kept("kept", ("id", "text"))])


def test_a_folding_that_a_power_cut_stopped_is_no_foreign_journal(tmp_path):
    """A page that rows moved to still holds what was there before, and its table leads to it."""
    file = tmp_path / "half.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as writing:
        writing.execute("PRAGMA journal_mode=WAL")
        writing.execute("PRAGMA wal_autocheckpoint=0")
        writing.execute("CREATE TABLE kept (number INTEGER PRIMARY KEY, told TEXT)")
        writing.execute("CREATE TABLE other (number INTEGER PRIMARY KEY, told TEXT)")
        _fill(writing, "kept", "stays", 1, 400)
        _fill(writing, "other", "goes", 10_000, 10_400)
        writing.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        writing.execute("DELETE FROM other")
        _fill(writing, "kept", "new", 400, 800)
        (root,) = writing.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'kept'"
        ).fetchone()
        cut = Path(shutil.copytree(tmp_path, tmp_path.with_name("cut"))) / file.name
    _fold_one(cut, root)

    require_own_journal(cut, [Kept("kept", ("number", "told"))])

    with closing(sqlite3.connect(cut)) as opened:
        assert opened.execute("SELECT count(*) FROM kept").fetchone() == (799,)


def _fill(writing: sqlite3.Connection, table: str, text: str, start: int, end: int) -> None:
    rows = [(number, f"{text} {number} " * 8) for number in range(start, end)]
    writing.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)  # noqa: S608  our own names


def _fold_one(file: Path, page: int) -> None:
    """Write the newest form of one page from the journal into the file, as SQLite had begun to."""
    frames = journal(file.parent, file.name).read_bytes()
    size = int.from_bytes(frames[8:12], "big")
    newest = b""
    for start in range(32, len(frames), 24 + size):
        if int.from_bytes(frames[start : start + 4], "big") == page:
            newest = frames[start + 24 : start + 24 + size]
    assert newest
    content = bytearray(file.read_bytes())
    content[(page - 1) * size : page * size] = newest
    file.write_bytes(content)
