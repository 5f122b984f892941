"""What held and what did not, by the ids of the bar: from test names to verdicts.

A test says which rules it holds at the start of its name, as in ``test_a08_no_text_is_cut_off`` or
``test_c02_c03_keys_are_large``, or a rule names it (``bar.toml``). ``pytest tests/audit
--audit-outcomes FILE`` writes the verdicts of a run as JSON; ``make audit`` does so for the whole
matrix.
"""

import json
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from enum import Enum
from pathlib import Path

import pytest

from tests.audit.bar import Rule, read_bar
from tests.audit.report import PICTURES, Fault, slug, write_report
from tests.audit.setups import SHOWN

OPTION = "--audit-outcomes"
_IDS = re.compile(r"test_((?:[a-kn]\d\d_)+)")
_SETUP = re.compile(r"\[(.+)\]$")
_LONGEST_MESSAGE = 4000
# A place stands in quotes, alone or before what was found there.
_PLACE = re.compile(r"""['"]([a-z][a-z ]+(?: \(\d+\))?)(?::|['"])""")


class Verdict(Enum):
    """What a run says about one id."""

    HELD = "held"
    FAILED = "failed"
    MANUAL = "manual"
    NOT_BUILT = "not yet built"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One test in one setup.

    Attributes:
        ids: Rules that the test holds, in capitals.
        setup: Device, text size, colours and language; empty for a test with a window of its own.
        message: What was found; empty where everything held.
    """

    ids: tuple[str, ...]
    test: str
    setup: str
    has_held: bool
    message: str = ""


@dataclass
class OutcomeFile:
    """A plugin of pytest that writes the outcomes of a run into a file.

    Args:
        path: Is written over; its folder is made.
    """

    path: str
    outcomes: list[Outcome] = field(default_factory=list)
    rules: tuple[Rule, ...] = field(default_factory=read_bar)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the outcome of a test, and of a setup that did not even begin."""
        test = report.nodeid.partition("[")[0]
        named = (rule.id for rule in self.rules if rule.is_held_by(test))
        ids = tuple(dict.fromkeys((*ids_of(report.nodeid), *named)))
        if not ids or not (report.when == "call" or report.failed) or report.skipped:
            return
        setup = _SETUP.search(report.nodeid)
        outcome = Outcome(
            ids=ids,
            test=test,
            setup=setup.group(1) if setup else "",
            has_held=report.passed,
            message="" if report.passed else report.longreprtext[-_LONGEST_MESSAGE:],
        )
        self.outcomes.append(outcome)

    def pytest_sessionfinish(self) -> None:
        """Write the file."""
        file = Path(self.path)
        file.parent.mkdir(parents=True, exist_ok=True)
        found = verdicts(self.outcomes, self.rules)
        told = {name: verdict.value for name, verdict in found.items()}
        written = {
            "verdicts": told,
            "outcomes": [asdict(outcome) for outcome in self.outcomes],
        }
        file.write_text(json.dumps(written, ensure_ascii=False, indent=1), "utf-8")
        faults = [_fault(file.parent, each) for each in self.outcomes if not each.has_held]
        _throw_away(file.parent / PICTURES, {*SHOWN, *(fault.setup for fault in faults)})
        write_report(file.parent, self.rules, told, faults, SHOWN, _tests_by_id(self.outcomes))


def _fault(folder: Path, outcome: Outcome) -> Fault:
    """Which of the pages that were seen a message names."""
    seen = sorted(each.stem for each in (folder / PICTURES / outcome.setup).glob("*.png"))
    named = {slug(each) for each in _PLACE.findall(outcome.message)}
    places = tuple(each for each in seen if each in named) if outcome.setup else ()
    return Fault(outcome.ids, outcome.test, outcome.setup, outcome.message, places)


def _tests_by_id(outcomes: Iterable[Outcome]) -> dict[str, list[str]]:
    """Every test that ran for an id, each once, in the order of their names."""
    found: dict[str, set[str]] = defaultdict(set)
    for outcome in outcomes:
        for name in outcome.ids:
            found[name].add(outcome.test)
    return {name: sorted(tests) for name, tests in found.items()}


def _throw_away(pictures: Path, but: set[str]) -> None:
    """Pictures of setups that nobody asked for and in which nothing was wrong."""
    for folder in pictures.glob("*"):
        if folder.name not in but:
            shutil.rmtree(folder)


def ids_of(test: str) -> tuple[str, ...]:
    """Ids at the start of the name of a test, in capitals; empty for a test without any."""
    found = _IDS.search(test.partition("[")[0].rpartition("::")[2] + "_")
    return tuple(found.group(1).strip("_").upper().split("_")) if found else ()


def verdicts(outcomes: list[Outcome], rules: tuple[Rule, ...]) -> dict[str, Verdict]:
    """A verdict for every rule, from what this very run has seen.

    One test that did not hold, in one setup, is enough for *failed*. Nothing is *held* by a test that
    did not run, or while no test looks at a part of it.
    """
    ran = {name for outcome in outcomes for name in outcome.ids}
    failed = {name for outcome in outcomes if not outcome.has_held for name in outcome.ids}
    told = {outcome.test for outcome in outcomes}
    return {rule.id: _verdict(rule, rule.id in ran, rule.id in failed, told) for rule in rules}


def _verdict(rule: Rule, has_run: bool, has_failed: bool, told: set[str]) -> Verdict:
    if has_failed:
        return Verdict.FAILED
    named = all(
        any(test == name or test.startswith(f"{name}::") for test in told) for name in rule.tests
    )
    if has_run and named and not rule.lacks:
        return Verdict.HELD
    if rule.by_hand and not rule.lacks and not rule.tests and not has_run:
        return Verdict.MANUAL
    return Verdict.NOT_BUILT
