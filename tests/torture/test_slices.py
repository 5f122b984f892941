"""A short seeded slice of each long test, and of each control that must fail."""

import base64

import pytest

from kiosk.devtools.torture.backups import backups
from kiosk.devtools.torture.canaries import canaries, hits_in
from kiosk.devtools.torture.crashes import WITHOUT_SYNC, power_cuts
from kiosk.devtools.torture.faults import careless_losses, disk_faults
from kiosk.devtools.torture.kills import kills
from kiosk.devtools.torture.stock import unreadable_stock

SEED = 7
LONGEST_S = 120.0


def test_no_power_cut_takes_what_was_acknowledged():
    outcome = power_cuts(SEED, LONGEST_S, 60)

    assert outcome.faults == ()
    assert outcome.counts["cuts"] == 60


def test_without_syncs_power_cuts_take_acknowledged_events():
    assert power_cuts(SEED, LONGEST_S, 60, WITHOUT_SYNC).counts["lost"] > 0


def test_stock_tinydb_is_unreadable_after_some_power_cuts():
    _, unreadable = unreadable_stock(SEED, LONGEST_S, 200)

    assert unreadable > 0


def test_a_disk_that_refuses_a_call_is_told_plainly_and_costs_nothing():
    outcome = disk_faults(SEED, LONGEST_S, 50)

    assert outcome.faults == ()
    assert outcome.counts["faults"] == 50


def test_who_believes_a_failed_commit_loses_events():
    assert careless_losses(SEED, 5) > 0


def test_a_killed_process_loses_nothing_that_it_acknowledged():
    outcome = kills(SEED, LONGEST_S, 6)

    assert outcome.faults == ()
    assert outcome.counts["kills"] == 6


def test_a_process_that_acknowledges_too_early_is_found_out():
    assert kills(SEED, LONGEST_S, 25, too_early=True).faults


def test_no_stored_word_stands_in_any_file():
    assert canaries(SEED, LONGEST_S, visits=5).faults == ()


@pytest.mark.parametrize("written", [b"Solveig", b"SOLVEIG", "Solveig".encode("utf-16-le")])
def test_a_word_is_found_however_it_is_written(tmp_path, written):
    (tmp_path / "file").write_bytes(b"\x00" + written + b"\x00")

    assert hits_in(tmp_path, ["Solveig"]) == ("Solveig in file",)


@pytest.mark.parametrize("ahead", [b"", b"x", b"xx"])
def test_a_word_is_found_in_base64_wherever_it_begins(tmp_path, ahead):
    coded = base64.b64encode(ahead + b"Solveig Strand" + b"...")
    (tmp_path / "file").write_bytes(coded)

    assert hits_in(tmp_path, ["Solveig Strand"]) == ("Solveig Strand in file",)


def test_a_backup_is_whole_while_events_are_stored():
    outcome = backups(SEED, LONGEST_S, 2)

    assert outcome.faults == ()
    assert outcome.counts["complete"] == 2
