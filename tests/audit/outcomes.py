"""What held and what did not, by the ids of the bar: from test names to verdicts.

A test says which rules it holds at the start of its name, as in ``test_a08_no_text_is_cut_off`` or
``test_c02_c03_keys_are_large``. ``pytest tests/audit --audit-outcomes FILE`` writes the verdicts of
a run as JSON; ``make audit`` does so for the whole matrix.
"""

import json
import re
from dataclasses import asdict, dataclass, field
from enum import Enum
from pathlib import Path

import pytest

OPTION = "--audit-outcomes"
_IDS = re.compile(r"test_((?:[a-kn]\d\d_)+)")
_SETUP = re.compile(r"\[(.+)\]$")
_LONGEST_MESSAGE = 4000

_COUNTS = {
    "A": 15, "B": 13, "C": 16, "D": 11, "E": 17, "F": 15, "G": 13, "H": 12, "I": 10, "J": 21,
    "K": 6,
}  # fmt: skip
ACCESS_IDS = tuple(
    f"{letter}{number:02}" for letter, count in _COUNTS.items() for number in range(1, count + 1)
)
"""Every id of the accessibility checklist, in its order."""

MANUAL_IDS = frozenset({"E17", "H12", "J20"})
"""What a person has to look at."""


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

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the outcome of a test, and of a setup that did not even begin."""
        ids = ids_of(report.nodeid)
        if not ids or not (report.when == "call" or report.failed) or report.skipped:
            return
        setup = _SETUP.search(report.nodeid)
        outcome = Outcome(
            ids=ids,
            test=report.nodeid.partition("[")[0],
            setup=setup.group(1) if setup else "",
            has_held=report.passed,
            message="" if report.passed else report.longreprtext[-_LONGEST_MESSAGE:],
        )
        self.outcomes.append(outcome)

    def pytest_sessionfinish(self) -> None:
        """Write the file."""
        file = Path(self.path)
        file.parent.mkdir(parents=True, exist_ok=True)
        written = {
            "verdicts": {name: verdict.value for name, verdict in verdicts(self.outcomes).items()},
            "outcomes": [asdict(outcome) for outcome in self.outcomes],
        }
        file.write_text(json.dumps(written, ensure_ascii=False, indent=1), "utf-8")


def ids_of(test: str) -> tuple[str, ...]:
    """Ids at the start of the name of a test, in capitals; empty for a test without any."""
    found = _IDS.search(test.partition("[")[0].rpartition("::")[2] + "_")
    return tuple(found.group(1).strip("_").upper().split("_")) if found else ()


def verdicts(outcomes: list[Outcome]) -> dict[str, Verdict]:
    """A verdict for every id of the checklist, and for every other id that a test names.

    One test that did not hold, in one setup, is enough for *failed*.
    """
    told = {name for outcome in outcomes for name in outcome.ids}
    failed = {name for outcome in outcomes if not outcome.has_held for name in outcome.ids}
    return {
        name: _verdict(name, told, failed) for name in (*ACCESS_IDS, *sorted(told - {*ACCESS_IDS}))
    }


def _verdict(name: str, told: set[str], failed: set[str]) -> Verdict:
    if name in failed:
        return Verdict.FAILED
    if name in told:
        return Verdict.HELD
    return Verdict.MANUAL if name in MANUAL_IDS else Verdict.NOT_BUILT
