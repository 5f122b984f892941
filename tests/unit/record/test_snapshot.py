"""A record that opens from its snapshot is the one that is folded from the ledger."""

import shutil
from datetime import date

import pytest

from kiosk.app.ports.case_file import CaseFilter
from kiosk.domain.case import CaseRef
from kiosk.domain.event import BlockOpened, HeadingsExplained, SignInFailed, StaffAdded
from kiosk.domain.ordering import open_block
from kiosk.domain.record_events import RecordBound
from kiosk.domain.service import ProviderId
from kiosk.domain.soundness import Damage, Harm
from kiosk.domain.staff import StaffMember, StaffRole
from kiosk.record.folding import folded_log, folded_record, snapshot
from kiosk.record.folding.snapshot import SNAPSHOT_FILE
from kiosk.record.keys.root_key import Trial
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger_record import open_trial_record
from kiosk.record.sealed_log import SealedLog
from kiosk.record.store import open_store
from tests.record_samples import case, choice, event, imported, recorded

TODAY = date(2026, 11, 10)
PROVIDERS = frozenset({ProviderId("a"), ProviderId("b")})


class Anything:
    key = "everything/2026-11-10"

    def is_offered(self, zone, service, born):
        return True

    def zone_name(self, zone):
        return "Nordre bydel"


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch):
    monkeypatch.setattr(folded_log, "_WORTH_SAVING", 10)
    monkeypatch.setattr(snapshot, "_CASES_A_PIECE", 7)


def fill(folder, offering=None):
    record = open_trial_record(folder, offering)
    record.append([event(RecordBound("storby", "Storby", False), None)])
    record.append([imported(case(str(number))) for number in range(30)])
    record.append([recorded(choice("3")), recorded(choice("4"))])
    record.append([event(BlockOpened(open_block("1", PROVIDERS, "seed"), "seed"), None)])
    record.append([event(StaffAdded(StaffMember("Kari", StaffRole.FRONT_DESK, "x")), None)])
    record.append([event(SignInFailed("Kari"), None)])
    record.append([event(HeadingsExplained(("Sone", "Dato"), (("Dato", "decided_on"),)), None)])
    record.close()


def everything(record):
    files = {ref: record.case_file(ref) for ref in record.case_refs()}
    found = {each: record.find_cases("", each, TODAY) for each in CaseFilter}
    history = {ref: record.history(ref) for ref in files}
    tables = {name: record.documents.table(name).all() for name in ("cases", "blocks", "tries")}
    return (
        files,
        found,
        history,
        tables,
        record.staff(),
        record.open_block(PROVIDERS),
        record.bound_to,
        record.explained_headings(),
    )


@pytest.fixture
def folder(tmp_path):
    fill(tmp_path / "data")
    return tmp_path / "data"


def test_what_headings_mean_is_told_from_the_snapshot_too(folder):
    with_snapshot = open_trial_record(folder)
    told = with_snapshot.explained_headings()
    with_snapshot.close()

    assert [each.body for each in told] == [
        HeadingsExplained(("Sone", "Dato"), (("Dato", "decided_on"),))
    ]


@pytest.fixture
def read_all(monkeypatch):
    """Counts how often the whole ledger is read."""
    calls = []
    whole = SealedLog.all

    def counted(log):
        calls.append(1)
        return whole(log)

    monkeypatch.setattr(SealedLog, "all", counted)
    return calls


def test_a_record_opened_from_its_snapshot_is_the_folded_one(folder, read_all):
    quick = open_trial_record(folder)
    seen = everything(quick)
    quick.close()
    assert read_all == []
    (folder / SNAPSHOT_FILE).unlink()

    folded = open_trial_record(folder)

    assert read_all == [1]
    assert everything(folded) == seen
    folded.close()


def test_events_behind_the_snapshot_are_taken_in(folder, read_all):
    first = open_trial_record(folder)
    first.append([imported(case("late"))])
    first.close()

    second = open_trial_record(folder)

    assert read_all == []
    assert CaseRef("late") in second.case_refs()
    assert second.append([imported(case("later"))])[0].sequence == 39
    second.close()


@pytest.mark.parametrize(
    "damage", [lambda _: b"", lambda data: data[:-9], lambda data: b"x" + data]
)
def test_a_snapshot_that_cannot_be_read_is_made_anew(folder, read_all, damage):
    file = folder / SNAPSHOT_FILE
    file.write_bytes(damage(file.read_bytes()))

    open_trial_record(folder).close()
    open_trial_record(folder).close()

    assert read_all == [1]


def test_a_flipped_bit_anywhere_is_noticed(folder, read_all):
    whole = (folder / SNAPSHOT_FILE).read_bytes()
    for number, place in enumerate(range(5, len(whole), len(whole) // 20), start=1):
        flipped = bytearray(whole)
        flipped[place] ^= 4
        (folder / SNAPSHOT_FILE).write_bytes(flipped)
        open_trial_record(folder).close()

        assert len(read_all) == number


def test_a_snapshot_of_another_form_of_the_fold_is_made_anew(folder, read_all, monkeypatch):
    monkeypatch.setattr(snapshot, "_FOLD", 0)

    open_trial_record(folder).close()

    assert read_all == [1]


def test_another_offering_makes_other_entries_of_the_same_states(folder, read_all):
    record = open_trial_record(folder, Anything())

    assert len(record.find_cases("nordre bydel", CaseFilter.ALL, TODAY)) == 30
    assert read_all == []
    record.close()


def test_a_ledger_that_ends_before_its_snapshot_was_cut_off(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "older")
    record = open_trial_record(folder)
    record.append([imported(case(f"more {number}")) for number in range(20)])
    record.close()
    shutil.copy(tmp_path / "older" / LEDGER_FILE, folder / LEDGER_FILE)

    record = open_trial_record(folder)

    assert record.damage is not None
    assert record.damage.harm is Harm.CUT_OFF
    assert len(record.case_refs()) == 30
    record.close()


def test_the_snapshot_of_another_store_is_not_used(folder, tmp_path, read_all):
    fill(tmp_path / "other")
    shutil.copy(tmp_path / "other" / SNAPSHOT_FILE, folder / SNAPSHOT_FILE)
    read_all.clear()

    open_trial_record(folder).close()

    assert read_all == [1]


def test_a_stranger_reads_nothing_in_the_snapshot(folder):
    data = (folder / SNAPSHOT_FILE).read_bytes()

    assert not [canary for canary in (b"Solveig", b"Strand", b"nord", b"Kari") if canary in data]


def test_without_room_for_a_snapshot_nothing_is_lost(folder, monkeypatch):
    (folder / SNAPSHOT_FILE).unlink()
    (folder / f"{SNAPSHOT_FILE}.new").mkdir()

    open_trial_record(folder).close()

    record = open_trial_record(folder)
    assert len(record.case_refs()) == 30
    record.close()


def test_a_damaged_record_writes_no_snapshot(folder):
    (folder / SNAPSHOT_FILE).unlink()
    log = open_store(folder, Trial())
    record = folded_record.FoldedRecord(log)
    (folder / SNAPSHOT_FILE).unlink()
    log.note(Damage(Harm.CHANGED))
    record._folded._saved_at = 0
    record.close()

    assert not (folder / SNAPSHOT_FILE).exists()


def test_ids_of_the_snapshot_are_known_to_a_repeated_attempt(folder):
    record = open_trial_record(folder)
    again = imported(case("again"))
    place = record.append([again])
    record.close()

    record = open_trial_record(folder)
    assert record.append([again]) == place
    record.close()
