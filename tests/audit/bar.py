"""The bar: every id of access and neutrality, what holds it, and what no test looks at."""

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "bar.toml"

_COUNTS = {
    "A": 15, "B": 13, "C": 16, "D": 11, "E": 17, "F": 15, "G": 13, "H": 12, "I": 10, "J": 21,
    "K": 6, "N": 36,
}  # fmt: skip
IDS = tuple(
    f"{letter}{number:02}" for letter, count in _COUNTS.items() for number in range(1, count + 1)
)
"""Every id, in the order of the bar."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One id.

    Attributes:
        what: What holds when it holds.
        tests: Files or node ids that hold it, beside tests whose names begin with the id.
        by_hand: What a person has to look at; may be empty.
        lacks: What no test looks at yet; may be empty.
    """

    id: str
    what: str
    tests: tuple[str, ...] = ()
    by_hand: str = ""
    lacks: str = ""

    def is_held_by(self, test: str) -> bool:
        """Whether a test, by its node id without parameters, is one of those that are named."""
        return any(test == named or test.startswith(f"{named}::") for named in self.tests)


def read_bar(file: Path = FILE) -> tuple[Rule, ...]:
    """Every rule, in the order of the file."""
    rows = tomllib.loads(file.read_text("utf-8"))
    return tuple(
        Rule(
            name,
            row["what"],
            tuple(row.get("tests", ())),
            row.get("by_hand", ""),
            row.get("lacks", ""),
        )
        for name, row in rows.items()
    )


def named_tests(rules: tuple[Rule, ...]) -> tuple[str, ...]:
    """Every test that a rule names, each once, in order."""
    return tuple(dict.fromkeys(test for rule in rules for test in rule.tests))


if __name__ == "__main__":
    sys.stdout.write(" ".join(named_tests(read_bar())))
