"""``kiosk record verify`` and ``kiosk record verifier``."""

import json
import sqlite3
import subprocess
import sys

import pytest

from kiosk.domain.signing_key import fingerprint_text
from kiosk.record.copies.backup import MANIFEST
from kiosk.record.ledger.ledger_file import LEDGER_FILE
from kiosk.record.ledger.verify import verify_folder
from kiosk.record.ledger_record import open_trial_record
from tests.record_samples import case, choice, imported, recorded


@pytest.fixture
def receipt(folder):
    """Number and mark of the only receipt of a record."""
    record = open_trial_record(folder / "data")
    record.append([imported(case("1")), recorded(choice("1"))])
    number = f"EV-2026-{record.device}-000002"
    mark = record.receipt_mark(number)
    record.close()
    return number, mark


def spoil(folder) -> None:
    ledger = sqlite3.connect(folder / "data" / LEDGER_FILE)
    ledger.execute("DROP TRIGGER event_kept")
    ledger.execute("DELETE FROM event WHERE seq = 1")
    ledger.execute(
        "CREATE TRIGGER event_kept BEFORE DELETE ON event\n"
        "    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END"
    )
    ledger.commit()
    ledger.close()


def test_a_whole_record_is_told_with_the_mark_of_its_end(kiosk, receipt, folder):
    number, mark = receipt

    said = kiosk("record", "verify", "--mark", mark, "--receipt", number)

    assert said.code == 0
    assert said.out.splitlines() == [
        "Registeret er helt og uendret.",
        f"Maskin {number.split('-')[2]}: 2 hendelser. Den siste har kontrollmerket {mark}.",
        "Alle hendelser er signert.",
        f"Nøkkelen som signerte registeret: {key_of(folder)}",
    ]


def key_of(folder) -> str:
    public = verify_folder(folder / "data").public
    assert public is not None
    return fingerprint_text(public)


def test_a_record_that_is_open_is_checked_with_its_unsigned_end(kiosk, receipt, folder):
    record = open_trial_record(folder / "data")
    record.append([imported(case("2"))])
    try:
        said = kiosk("--ui-language", "nn", "record", "verify")
    finally:
        record.close()

    assert said.code == 0
    first, second, _end, unsigned, _key = said.out.splitlines()
    assert (first.split(".")[0], second) == (
        "Registeret er i bruk",
        "Registeret er heilt og uendra.",
    )
    assert unsigned.startswith("1 hending på slutten er ikkje signert enno")


def test_the_key_that_was_noted_must_have_signed_the_record(kiosk, receipt, folder):
    key = key_of(folder)

    assert kiosk("record", "verify", "--key", key).code == 0
    other = kiosk("--ui-language", "en", "record", "verify", "--key", "0" * 32)
    assert other.code == 1
    assert other.out.startswith("The record is signed by another key.")
    assert key in other.out
    assert kiosk("record", "verify", "--key", "3F2A").code == 2


def test_a_backup_is_checked_by_its_folder(kiosk, receipt, folder):
    backup = folder / "backup"
    record = open_trial_record(folder / "data")
    record.back_up_ledger(backup)
    record.close()
    _number, mark = receipt

    assert json.loads((backup / MANIFEST).read_text())["signed_by"] == (
        key_of(folder).replace("\u00a0", " ")
    )
    said = kiosk("record", "verify", "--backup", backup, "--mark", mark, "--key", key_of(folder))
    assert (said.code, said.out.splitlines()[0]) == (0, "Registeret er helt og uendret.")
    assert kiosk("record", "verify", "--backup", backup, "--key", "0" * 32).code == 1
    (backup / LEDGER_FILE).write_bytes((folder / "data" / LEDGER_FILE).read_bytes())
    assert "byttet ut" in kiosk("record", "verify", "--backup", backup).err
    (backup / MANIFEST).unlink()
    assert kiosk("record", "verify", "--backup", backup).code == 1


def test_damage_is_told_with_its_place_and_what_to_do(kiosk, receipt, folder):
    spoil(folder)

    said = kiosk("--ui-language", "nn", "record", "verify")

    assert said.code == 1
    device = receipt[0].split("-")[2]
    assert said.out.splitlines() == [
        f"Det manglar ei eller fleire hendingar før hending 2 på maskin {device}.",
        "La mappa til registeret vere som ho er, og hent tilbake den nyaste tryggingskopien "
        "som er heil.",
    ]


def test_a_receipt_that_the_record_does_not_reach_is_told(kiosk, receipt):
    said = kiosk("record", "verify", "--receipt", receipt[0].replace("000002", "000009"))

    assert said.code == 1
    assert said.out.startswith("Kontroller nummeret: Registeret har ingen hendelse 9 ")


@pytest.mark.parametrize(("before", "after"), [("EV-2026", "XX-1999"), ("000002", "000001")])
def test_a_number_alone_is_never_said_to_be_a_receipt(kiosk, receipt, before, after):
    said = kiosk("record", "verify", "--receipt", receipt[0].replace(before, after))

    assert said.out.startswith("Registeret er helt og uendret.")
    assert "viser ikke at den er denne kvitteringen" in said.out
    assert "--mark" in said.out


def test_a_number_with_its_mark_is_shown_to_be_the_receipt(kiosk, receipt):
    number, mark = receipt

    said = kiosk("record", "verify", "--receipt", number, "--mark", mark)

    assert "viser ikke" not in said.out


def test_an_unknown_mark_is_told(kiosk, receipt):
    said = kiosk("record", "verify", "--mark", "0000 0000 0000 0000")

    assert said.code == 1
    assert "0000\u00a00000\u00a00000\u00a00000" in said.out


@pytest.mark.parametrize("option", [("--mark", "3F2A"), ("--receipt", "twelve")])
def test_what_cannot_be_a_mark_or_a_number_is_wrong_use(kiosk, receipt, option):
    assert kiosk("record", "verify", *option).code == 2


def test_a_folder_without_a_record_is_told(kiosk):
    said = kiosk("record", "verify")

    assert (said.code, said.out) == (1, "")


def test_the_stand_alone_program_is_written_out_and_runs(kiosk, receipt, folder):
    out = folder / "verify.py"

    assert kiosk("record", "verifier", "--out", out).code == 0

    line = [sys.executable, "-I", str(out), str(folder / "data" / LEDGER_FILE), receipt[1]]
    assert subprocess.run(line, capture_output=True, check=False).returncode == 0
