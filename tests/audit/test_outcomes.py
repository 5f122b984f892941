"""What a run says about the ids of the bar."""

import json
import subprocess
import sys
from pathlib import Path

from tests.audit.outcomes import ACCESS_IDS, OPTION, Outcome, Verdict, ids_of, verdicts

ROOT = Path(__file__).parents[2]


def test_ids_stand_at_the_start_of_the_name_of_a_test():
    assert ids_of("tests/audit/test_tree.py::test_e04_no_text[kiosk-21-M]") == ("E04",)
    assert ids_of("a.py::TestB06Selection::test_b06_a_card_differs") == ("B06",)
    assert ids_of("a.py::test_c02_c03_keys_are_large[x]") == ("C02", "C03")
    assert ids_of("a.py::test_n17_not_choosing_is_a_card") == ("N17",)
    assert ids_of("a.py::test_the_scan_follows_pages[a08_b]") == ()


def test_one_fault_in_one_setup_is_enough_to_fail():
    outcomes = [
        Outcome(("A08",), "one", "kiosk-21", has_held=True),
        Outcome(("A08", "A10"), "two", "kiosk-32", has_held=False),
        Outcome(("N17",), "three", "", has_held=True),
    ]

    found = verdicts(outcomes)

    assert (found["A08"], found["A10"]) == (Verdict.FAILED, Verdict.FAILED)
    assert (found["N17"], found["E17"]) == (Verdict.HELD, Verdict.MANUAL)
    assert found["F01"] is Verdict.NOT_BUILT
    assert set(found) == {*ACCESS_IDS, "N17"}


def test_a_run_writes_its_verdicts(tmp_path):
    file = tmp_path / "out" / "audit.json"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", OPTION, str(file)]

    ended = subprocess.run(
        [*command, "tests/audit/test_sources.py", "-k", "e13"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    written = json.loads(file.read_text("utf-8"))
    assert ended.returncode == 0, ended.stdout
    assert written["verdicts"]["E13"] == "held"
    assert all(outcome["ids"] == ["E13"] for outcome in written["outcomes"])
