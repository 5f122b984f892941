"""Stores of every released form open forever and read as on the day of the release.

``tests/data/record/README.md`` says what the files are and what to do when a test here fails.
"""

import json
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.event import EventKind, Stored
from kiosk.domain.receipt_mark import read_mark
from kiosk.record.copies.backup import back_up_keys, back_up_ledger
from kiosk.record.copies.restore import Backups, restore
from kiosk.record.folding.codec import decode, encode
from kiosk.record.keys.escrow import read_escrow_file
from kiosk.record.keys.root_key import EscrowKey, KeyringKey, Passphrase, Secret, Trial
from kiosk.record.ledger import verify_alone
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.row import Row
from kiosk.record.ledger.verify import Finding, OutsideMark, verify_folder
from kiosk.record.ledger_record import open_record
from tests.golden.reading import (
    MACHINE,
    Told,
    differences,
    of_both,
    of_its_own,
    without_new,
)
from tests.golden.store import (
    ESCROW,
    EXPECTED,
    KEYS_BACKUP,
    LEDGER_BACKUP,
    PACKED,
    PASSPHRASE,
    SEALED,
    TRIAL,
    opened,
    unpack,
    write_golden,
)
from tests.record_samples import case, imported

DATA = Path(__file__).parents[2] / "data" / "record"
GOLDEN = sorted(folder for folder in DATA.iterdir() if folder.is_dir())
NEWEST = GOLDEN[-1]

# SHA-256 of the stores of every form that was released; a form is added at its first release and
# never changed. Nothing is released yet.
RELEASED: dict[str, str] = {}

# Kinds of events that came after the newest golden folder was written.
NOT_YET_GOLDEN: frozenset[EventKind] = frozenset(
    {
        EventKind.ASKED_AGAIN,
        EventKind.HEADINGS_EXPLAINED,
        EventKind.ANSWER_UNCLEAR,
        EventKind.SLIP_CODE_DEALT,
        EventKind.BATCH_BEGUN,
        EventKind.BATCH_FILE_MADE,
        EventKind.LETTER_PRODUCED,
        EventKind.LETTER_NOT_MADE,
        EventKind.BATCH_POSTED,
        EventKind.BATCH_DISCARDED,
        EventKind.VIEW_ASKED,
        EventKind.INTERESTS_STATED,
    }
)

SECRETS: dict[str, Secret] = {SEALED: PASSPHRASE, TRIAL: Trial()}


@pytest.fixture(scope="module", params=GOLDEN, ids=lambda folder: folder.name)
def golden(request, tmp_path_factory) -> tuple[Path, Told]:
    """The unpacked files of a form, and what they read as."""
    expected = json.loads((request.param / EXPECTED).read_text("utf-8"))
    return unpack(request.param, Path(tmp_path_factory.mktemp("golden"))), expected


@pytest.fixture(params=SECRETS)
def store(golden, request, tmp_path) -> tuple[Path, Secret, Told, Told]:
    """A copy of a golden store, what opens it, what is its own, and what all stores tell."""
    folder, expected = golden
    copy = Path(shutil.copytree(folder / request.param, tmp_path / "copy"))
    return copy, SECRETS[request.param], expected[request.param], expected["both"]


def told_of(folder: Path, secret: Secret, device: str) -> tuple[Told, Told]:
    record = opened(folder, secret)
    told = of_its_own(record), of_both(record, device)
    record.close()
    return told


def test_it_reads_as_on_the_day_of_the_release(store):
    folder, secret, own, both = store

    found_own, found = told_of(folder, secret, own["device"])

    assert differences(both, found) == []
    assert found_own == own


@pytest.mark.parametrize("by", ["passphrase", "keyring", "escrow"])
def test_every_way_opens_it(golden, tmp_path, by):
    folder, expected = golden
    copy = Path(shutil.copytree(folder / SEALED, tmp_path / "copy"))
    ((_store, kept),) = expected["keyring"].items()
    secrets: dict[str, Secret] = {
        "passphrase": PASSPHRASE,
        "keyring": KeyringKey(bytes.fromhex(kept)),
        "escrow": EscrowKey(read_escrow_file(folder / ESCROW)),
    }

    record = open_record(copy, secrets[by])

    assert record.device == expected[SEALED]["device"]
    record.close()


def test_both_verifiers_call_it_intact_and_know_its_marks(store):
    folder, _secret, own, _both = store
    marks = [read_mark(mark) for mark in own["marks"].values()]

    verdict = verify_folder(folder, [OutsideMark(mark) for mark in marks])
    alone = verify_alone.verify(
        folder / LEDGER_FILE, [(None, mark) for mark in marks if mark is not None]
    )

    assert verdict.finding is Finding.INTACT
    assert alone == ("INTACT", "", None)
    assert len(marks) >= 3
    ends = {device: [end, head.hex()] for device, (end, head) in (verdict.ends or {}).items()}
    assert ends == own["heads"]


def test_it_goes_on_where_it_stopped(store):
    folder, secret, own, both = store
    device = own["device"]
    last, head = own["heads"][device]

    record = open_record(folder, secret)
    (place,) = record.append([imported(case("EKSEMPEL-ny"))])
    record.close()

    again = open_record(folder, secret)
    assert place == Stored(device, last + 1)
    assert (again._sealed.hash_at(Stored(device, last)) or b"").hex() == head
    assert again.case_refs() == {*both["cases"], "EKSEMPEL-ny"}
    again.close()
    assert verify_folder(folder).finding is Finding.INTACT


def test_it_is_backed_up_and_restored_today(store, tmp_path):
    folder, secret, own, both = store
    if isinstance(secret, Trial):
        pytest.skip("trial stores are not backed up")
    backups = Backups(tmp_path / "backup", tmp_path / "keys")
    back_up_ledger(folder, backups.ledger)
    back_up_keys(folder, backups.keys)

    restored = restore(backups, tmp_path / "restored", secret)

    found_own, found = told_of(tmp_path / "restored", secret, own["device"])
    assert differences(both, found) == []
    assert found_own["hashes"] == own["hashes"]
    assert found_own["device"] == restored.device != own["device"]


@pytest.mark.parametrize("by", ["passphrase", "escrow"])
def test_its_backups_are_restored(golden, tmp_path, by):
    folder, expected = golden
    own, both = expected[SEALED], expected["both"]
    secret = PASSPHRASE if by == "passphrase" else EscrowKey(read_escrow_file(folder / ESCROW))

    restore(Backups(folder / LEDGER_BACKUP, folder / KEYS_BACKUP), tmp_path / "data", secret)

    found_own, found = told_of(tmp_path / "data", secret, own["device"])
    assert differences(both, found) == []
    assert found_own["marks"] == own["marks"]


def rows_of(expected: Told) -> list[dict[str, Any]]:
    """The lines whose contents were not disposed of."""
    return [row for row in expected["both"]["rows"] if row["payload"] is not None]


def test_its_contents_are_encoded_today_as_they_were(golden):
    _folder, expected = golden

    for told in rows_of(expected):
        row = Row(
            1,
            Stored(MACHINE, 1),
            told["id"],
            told["kind"],
            told["version"],
            told["payload"].encode(),
        )
        today = encode(decode(row))

        stored = json.loads(told["payload"])
        same_names = without_new(stored, json.loads(today))
        assert differences(stored, json.loads(today)) == []
        assert canonical(same_names) == told["payload"]
        assert canonical(json.loads(today)) == today.decode()


def canonical(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_every_kind_of_event_is_golden_or_waits_for_the_next_release():
    expected = json.loads((NEWEST / EXPECTED).read_text("utf-8"))
    kinds = {row["kind"] for row in rows_of(expected)}

    missing = {kind.value for kind in EventKind} - kinds - {kind.value for kind in NOT_YET_GOLDEN}
    assert not missing, (
        f"{sorted(missing)}: no golden store holds such events. Add one of each to"
        " tests/golden/events.py and name the kinds in NOT_YET_GOLDEN here;"
        f" {DATA.name}/README.md says when the next golden folder is written."
    )
    assert not {kind.value for kind in NOT_YET_GOLDEN} & kinds, "golden by now: take them out"


def test_released_stores_are_never_written_anew():
    found = {each.name: sha256((each / PACKED).read_bytes()).hexdigest() for each in GOLDEN}

    assert {name: found[name] for name in RELEASED} == RELEASED
    assert set(found) - set(RELEASED) <= {NEWEST.name}


def test_who_writes_golden_stores_twice_gets_the_same_lines(tmp_path):
    write_golden(tmp_path / "1")
    write_golden(tmp_path / "2")

    written = [json.loads((tmp_path / each / EXPECTED).read_text("utf-8")) for each in "12"]
    assert written[0] == written[1]
    kinds = {row["kind"] for row in rows_of(written[0])}
    assert kinds == {kind.value for kind in EventKind} - {kind.value for kind in NOT_YET_GOLDEN}


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({"a": 1, "b": {"c": [1]}, "d": None}, []),
        ({"a": 1, "b": {"c": [1]}, "d": "x"}, ["/d: new, and not empty: x"]),
        ({"a": 2, "b": {"c": [1]}}, ["/a: 1 became 2"]),
        ({"a": 1, "b": {"c": [1, 2]}}, ["/b/c: [1] became [1, 2]"]),
        ({"a": 1}, ["/b: missing"]),
    ],
)
def test_a_new_name_may_hold_nothing_and_all_else_must_be_the_same(found, said):
    assert differences({"a": 1, "b": {"c": [1]}}, found) == said


def test_the_passphrase_of_the_golden_stores_is_no_secret():
    assert isinstance(PASSPHRASE, Passphrase)
    assert "EKSEMPEL" in PASSPHRASE.text
    assert (
        CaseRef("EKSEMPEL-2026/1")
        in json.loads((NEWEST / EXPECTED).read_text("utf-8"))["both"]["cases"]
    )
