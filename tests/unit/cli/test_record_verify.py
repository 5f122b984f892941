"""``kiosk record verify`` and ``kiosk record verifier``."""

import sqlite3
import subprocess
import sys

import pytest

from kiosk.record.ledger.ledger_file import LEDGER_FILE
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


def test_a_whole_record_is_told_with_the_mark_of_its_end(kiosk, receipt):
    number, mark = receipt

    said = kiosk("record", "verify", "--mark", mark, "--receipt", number)

    assert said.code == 0
    assert said.out.splitlines() == [
        "Registeret er helt og uendret.",
        f"Maskin {number.split('-')[2]}: 2 hendelser. Den siste har kontrollmerket {mark}.",
    ]


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
