"""How fast the program is: one JSON line a figure; ``bench.py NAME`` for one of them."""

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kiosk.bootstrap.programs import opened_program
from kiosk.devtools import (
    measured_letters,
    measured_record,
    measured_rules,
    measured_sessions,
    measured_survey,
    page_changes,
)
from kiosk.devtools.first_frame import Frame, start_and_wait
from kiosk.domain.event import PROGRAM
from kiosk.settings import Overrides, read_settings

PAIRS = 7
SIZE_PX = ("1920", "1200")


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value and the value that it must not exceed, or must reach.

    Attributes:
        is_least: Whether it must reach its aim.
    """

    name: str
    value: float
    unit: str
    aim: float
    is_least: bool = False

    def line(self) -> str:
        """The figure as one line of JSON."""
        return json.dumps(
            {
                "name": self.name,
                "value": round(self.value, 3),
                "unit": self.unit,
                "aim": f"{'>=' if self.is_least else '<='} {self.aim:g}",
                "holds": self.value >= self.aim if self.is_least else self.value <= self.aim,
            }
        )


def median_pair(pairs: Sequence[tuple[float, float]]) -> float:
    """The ratio of the pair in the middle; both sides of a pair were measured in turn."""
    return statistics.median(ours / theirs for ours, theirs in pairs)


def start_ratio() -> Figure:
    """Process start to the first frame of the list of cases, against a window with one button."""
    pairs = [(ours.after_s, theirs.after_s) for ours, theirs in _frames("cases")]
    return Figure("start_ratio", median_pair(pairs), "ratio", 2)


def memory_ratio() -> Figure:
    """Resident memory with the providers open, against a window with one button."""
    pairs = [(ours.resident_mb, theirs.resident_mb) for ours, theirs in _frames("providers")]
    return Figure("memory_ratio", median_pair(pairs), "ratio", 1.7)


def page_change_ratio() -> Figure:
    """Tap to new frame over a visit, against painting the page that it leads to."""
    return Figure("page_change_ratio", page_changes.page_change_ratio(), "ratio", 2)


def session_growth_percent() -> Figure:
    """Resident memory of a public machine after 500 sessions, against after 5."""
    return Figure("session_growth_percent", measured_sessions.growth_percent(), "percent", 2)


def commit_ratio() -> Figure:
    """Choices stored per second, against plain SQLite that stores the same bytes as durably."""
    ratio = median_pair(measured_record.commit_pairs())
    return Figure("commit_ratio", ratio, "ratio", 0.8, is_least=True)


def syncs_per_commit() -> Figure:
    """How often the disk is waited for, a choice."""
    return Figure("syncs_per_commit", measured_record.syncs_per_commit(), "syncs", 1.05)


def search_ms_per_100k() -> Figure:
    """A keystroke in the search for a case, p95, per 100 000 cases."""
    return Figure("search_ms_per_100k", measured_record.large_record()["search_ms"], "ms", 100)


def open_s_500k() -> Figure:
    """Opening a record of 500 000 events from its snapshot."""
    return Figure("open_s_500k", measured_record.large_record()["open_s"], "s", 1)


def rebuild_s_500k() -> Figure:
    """Opening the same record without a snapshot."""
    return Figure("rebuild_s_500k", measured_record.large_record()["rebuild_s"], "s", 6)


def record_mb_500k() -> Figure:
    """Resident memory that the same record takes when it is open."""
    return Figure("record_mb_500k", measured_record.large_record()["mb"], "MB", 150)


def history_ms_500k() -> Figure:
    """All events of one of its cases, p95."""
    return Figure("history_ms_500k", measured_record.large_record()["history_ms"], "ms", 1)


def allocate_100k_s() -> Figure:
    """Proposing a provider for 100 000 people who have not chosen, each with the reason."""
    return Figure("allocate_100k_s", measured_rules.allocation_s(100_000), "s", 2)


def allocate_growth() -> Figure:
    """The same against 10 000 people."""
    few, many = measured_rules.allocation_s(10_000), measured_rules.allocation_s(100_000)
    return Figure("allocate_growth", many / few, "ratio", 11)


def survey_ratio() -> Figure:
    """A look at every case for those without a choice, against reading each of them."""
    return Figure("survey_ratio", median_pair(measured_survey.survey_pairs()), "ratio", 0.3)


def letters_ratio() -> Figure:
    """Tagged letters of 12 pages per second, a file each, against one Platypus letter a person."""
    ratio = median_pair(measured_letters.letter_pairs())
    return Figure("letters_ratio", ratio, "ratio", 30, is_least=True)


def printfile_ratio() -> Figure:
    """The same letters as one file for a print shop."""
    ratio = median_pair(measured_letters.print_file_pairs())
    return Figure("printfile_ratio", ratio, "ratio", 40, is_least=True)


def letters_mixed_ratio() -> Figure:
    """Letters as in a mail-out: one in three is the first with its order of providers and zone."""
    ratio = median_pair(measured_letters.letter_pairs(measured_letters.KINDS))
    return Figure("letters_mixed_ratio", ratio, "ratio", 30, is_least=True)


def letters_mixed_peak_mb() -> Figure:
    """Most memory of a process that prints 10 000 letters of a mail-out as one file."""
    peak = measured_letters.peak_mb(measured_letters.MOST_KINDS)
    return Figure("letters_mixed_peak_mb", peak, "MB", 150)


def letters_peak_mb() -> Figure:
    """Most memory of a process that prints 10 000 letters of 12 pages as one file."""
    return Figure("letters_peak_mb", measured_letters.peak_mb(), "MB", 150)


FIGURES: Mapping[str, Callable[[], Figure]] = MappingProxyType(
    {
        "start_ratio": start_ratio,
        "memory_ratio": memory_ratio,
        "page_change_ratio": page_change_ratio,
        "session_growth_percent": session_growth_percent,
        "commit_ratio": commit_ratio,
        "syncs_per_commit": syncs_per_commit,
        "search_ms_per_100k": search_ms_per_100k,
        "open_s_500k": open_s_500k,
        "rebuild_s_500k": rebuild_s_500k,
        "record_mb_500k": record_mb_500k,
        "history_ms_500k": history_ms_500k,
        "allocate_100k_s": allocate_100k_s,
        "allocate_growth": allocate_growth,
        "survey_ratio": survey_ratio,
        "letters_ratio": letters_ratio,
        "printfile_ratio": printfile_ratio,
        "letters_peak_mb": letters_peak_mb,
        "letters_mixed_ratio": letters_mixed_ratio,
        "letters_mixed_peak_mb": letters_mixed_peak_mb,
    }
)


def _frames(page: str) -> list[tuple[Frame, Frame]]:
    """First frames of the program at a page and of a plain window, measured in turn."""
    plain = [sys.executable, "-m", "kiosk.devtools.plain_window", *SIZE_PX]
    with tempfile.TemporaryDirectory() as folder:
        _import_example(Path(folder))
        ours = [sys.executable, "-m", "kiosk.devtools.measured_window", page, folder]
        environment = {**os.environ, "HOME": folder}
        # An installed program has its bytecode; a machine for development may keep none.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        # The first start of each fills caches that every later one finds.
        start_and_wait(plain, environment)
        start_and_wait(ours, environment)
        return [
            (start_and_wait(ours, environment), start_and_wait(plain, environment))
            for _ in range(PAIRS)
        ]


def _import_example(data: Path) -> None:
    """A record with the example's cases and staff, as after the first start."""
    settings = read_settings(Overrides(data=data))
    with opened_program(settings) as program:
        program.add_example_staff.add_to_empty(program.municipality)
        preview = program.import_cases.preview((settings.content / "cases.csv").read_bytes())
        program.import_cases.confirm(preview, close_missing=False, actor=PROGRAM)


def main(arguments: list[str]) -> int:
    """Print the figures that were asked for; whether an aim holds stands in its line."""
    names = arguments or list(FIGURES)
    unknown = [name for name in names if name not in FIGURES]
    if unknown:
        print(f"no such figure: {unknown[0]}; there are {', '.join(FIGURES)}", file=sys.stderr)
        return 2
    for name in names:
        print(FIGURES[name]().line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
