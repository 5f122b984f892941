"""What a run says about the ids of the bar."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.audit.bar import IDS, Rule, named_tests, read_bar
from tests.audit.outcomes import OPTION, Outcome, Verdict, ids_of, verdicts
from tests.audit.report import write_report

ROOT = Path(__file__).parents[2]
AUDIT = Path(__file__).parent


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

    found = verdicts(outcomes, read_bar())

    assert (found["A08"], found["A10"]) == (Verdict.FAILED, Verdict.FAILED)
    assert (found["N17"], found["E17"]) == (Verdict.HELD, Verdict.MANUAL)
    assert found["F01"] is Verdict.NOT_BUILT
    assert tuple(found) == IDS


def test_every_id_of_the_bar_stands_once_with_words_and_a_way_to_tell():
    rules = read_bar()

    assert tuple(rule.id for rule in rules) == IDS
    assert [rule.id for rule in rules if not rule.what.strip()] == []
    tests = {name for file in AUDIT.glob("test_*.py") for name in _ids_in(file)}
    tests |= {name for file in (ROOT / "tests").rglob("test_*.py") for name in _ids_in(file)}
    dumb = [
        rule.id
        for rule in rules
        if not (rule.tests or rule.by_hand or rule.lacks or rule.id in tests)
    ]
    assert dumb == []


@pytest.mark.parametrize("named", named_tests(read_bar()))
def test_a_test_that_a_rule_names_is_there(named):
    file, _, test = named.partition("::")

    source = (ROOT / file).read_text("utf-8")

    assert not test or f"def {test}(" in source


def test_nothing_is_held_by_a_test_that_did_not_run():
    rule = Rule("G01", "…", tests=("tests/a.py", "tests/b.py::test_one"))
    first = Outcome(("G01",), "tests/a.py::test_two", "", has_held=True)
    second = Outcome(("G01",), "tests/b.py::test_one", "", has_held=True)

    assert verdicts([first], (rule,)) == {"G01": Verdict.NOT_BUILT}
    assert verdicts([first, second], (rule,)) == {"G01": Verdict.HELD}


def test_what_a_test_does_not_look_at_is_not_held():
    rule = Rule("A12", "…", lacks="No test of spaces.")

    found = verdicts([Outcome(("A12",), "one", "", has_held=True)], (rule,))

    assert found == {"A12": Verdict.NOT_BUILT}


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


def test_the_report_has_each_id_once_with_its_verdict_and_its_tests(tmp_path):
    rules = (
        Rule("N07", "No logos.", tests=("tests/a.py", "tests/b.py::test_one")),
        Rule("N26", "Who <approved>.", lacks="No mark."),
        Rule("J20", "Paper.", by_hand="Feel it."),
    )
    told = {"N07": "failed", "N26": "not yet built", "J20": "manual"}
    tests = {"N07": ["tests/a.py::test_n07_n08_no_picture_is_there"]}

    page = write_report(tmp_path, rules, told, [], (), tests).read_text("utf-8")

    assert re.findall(r'<tr id="(\w+)">', page) == ["N07", "N26", "J20"]
    assert '<td><a href="#faults">failed</a></td>' in page
    assert '<h2 id="faults">' in page
    assert "<li>no picture is there</li>" in page
    assert "Did not run: tests/b.py::test_one<" in page
    assert "Who &lt;approved&gt;." in page
    assert all(words in page for words in ("Lacks: No mark.", "By hand: Feel it."))


def _ids_in(file):
    names = re.findall(r"def (test_\w+)\(", file.read_text("utf-8"))
    return {each for name in names for each in ids_of(f"{file}::{name}")}
