"""Opening and closing a public machine for the day: what happened, and what staff must do (O30).

Of people, only coarse numbers are told: two reports on the same day differ by nobody who can be
found again. What only concerns the machine is told as it is.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from kiosk.domain.machine_event import (
    CodeOutcome,
    MachineEvent,
    MachineEventId,
    PrintEnd,
    TestEnd,
    TestName,
    Value,
)
from kiosk.domain.public_session import SessionStart
from kiosk.domain.small_numbers import LEAST

_HANDED_OVER = SessionStart.HANDED_OVER.value
_FAILED_PRINT = PrintEnd.FAILED.value
_WRONG = frozenset({CodeOutcome.WRONG.value, CodeOutcome.TOO_SOON.value})


class DayEnd(Enum):
    """Which end of the day a report is for."""

    OPENING = "opening"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Coarse:
    """A number of people that is told in steps of five.

    Attributes:
        at_least: The step below it, 0 where it is smaller than five.
        is_none: There was nobody at all.
    """

    at_least: int
    is_none: bool

    @classmethod
    def of(cls, count: int) -> "Coarse":
        """The step of a number."""
        return cls(count // LEAST * LEAST, count == 0)


@dataclass(frozen=True, slots=True)
class DayReport:
    """What staff are told at one end of the day.

    Attributes:
        since: Day and minute of the last closing, or where nobody closed, of the last opening;
            None where neither is kept. A closing report counts from the last opening.
        restarts, faults, out_of_order, wrong_codes: Of the machine, since then.
        print_faults: Brochures that were not printed on the days since then.
        sessions, printed: Of people, today; sessions that came to the providers.
        tests: What each part of the self-test found last today; empty where none ran.
        was_closed: The day before was ended with a closing report.
        unreadable: Lines of the log that cannot be read.
    """

    end: DayEnd
    day: date
    since: datetime | None
    restarts: int
    faults: int
    out_of_order: int
    wrong_codes: int
    print_faults: int
    sessions: Coarse
    printed: Coarse
    tests: tuple[tuple[TestName, TestEnd], ...]
    was_closed: bool
    unreadable: int = 0

    @property
    def failed_tests(self) -> tuple[TestName, ...]:
        """Parts of the self-test that failed last, in their order."""
        return tuple(test for test, end in self.tests if end is TestEnd.FAILED)

    @property
    def is_tested(self) -> bool:
        """Whether the self-test ran today."""
        return bool(self.tests)

    @property
    def is_zero(self) -> bool:
        """Nobody has used the machine today, as an opening wants it."""
        return self.sessions.is_none and self.printed.is_none


def day_report(
    end: DayEnd, events: Sequence[MachineEvent], now: datetime, unreadable: int = 0
) -> DayReport:
    """What the log tells at one end of the day.

    Args:
        end: Which end.
        events: In any order.
        now: In Norway.
        unreadable: Lines of the log that cannot be read.
    """
    today = now.date()
    closed, opened = (
        _last(events, kind) for kind in (MachineEventId.DAY_CLOSED, MachineEventId.DAY_OPENED)
    )
    since = (closed or opened) if end is DayEnd.OPENING else (opened or closed)
    kinds = Counter(each.id for each in events if _is_since(each, since))
    ran = [each for each in events if each.day == today]
    return DayReport(
        end=end,
        day=today,
        since=since,
        restarts=kinds[MachineEventId.PROGRAM_RESTARTED],
        faults=kinds[MachineEventId.FAULT_CAUGHT],
        out_of_order=kinds[MachineEventId.OUT_OF_ORDER],
        wrong_codes=sum(_is_since(each, since) for each in events if _is_wrong_code(each)),
        print_faults=sum(_is_since(each, since) for each in events if _is_print_fault(each)),
        sessions=Coarse.of(len(_used(ran))),
        printed=Coarse.of(sum(_is_printed(each) for each in ran)),
        tests=_tests(ran),
        was_closed=closed is not None and (opened is None or closed >= opened),
        unreadable=unreadable,
    )


def latest_noted(events: Iterable[MachineEvent]) -> datetime | None:
    """Day and minute of the latest event with a time, by what it says and not by its place."""
    return max((_when(each) for each in events if each.at is not None), default=None)


def _last(events: Iterable[MachineEvent], kind: MachineEventId) -> datetime | None:
    return latest_noted(each for each in events if each.id is kind)


def _when(event: MachineEvent) -> datetime:
    return datetime.combine(event.day, event.at or time.max)


def _is_since(event: MachineEvent, since: datetime | None) -> bool:
    """Whether it happened after; what has no time of day counts on the day itself too."""
    return since is None or _when(event) >= since


def _is_wrong_code(event: MachineEvent) -> bool:
    return event.id is MachineEventId.STAFF_CODE_GIVEN and event.fields["outcome"] in _WRONG


def _is_print_fault(event: MachineEvent) -> bool:
    is_print = event.id is MachineEventId.BROCHURE_PRINTED
    return is_print and event.fields["outcome"] == _FAILED_PRINT


def _used(events: Iterable[MachineEvent]) -> frozenset[Value]:
    """Sessions in which somebody came to the providers, or to whom the screen was handed over.

    Whoever only touched the screen is not counted: staff who come for the report do so themselves.
    """
    return frozenset(
        each.fields["session"]
        for each in events
        if each.id is MachineEventId.ORDER_DEALT
        or (each.id is MachineEventId.SESSION_BEGUN and each.fields["start"] == _HANDED_OVER)
    )


def _is_printed(event: MachineEvent) -> bool:
    return event.id is MachineEventId.BROCHURE_PRINTED and not _is_print_fault(event)


def _tests(events: Iterable[MachineEvent]) -> tuple[tuple[TestName, TestEnd], ...]:
    """The last word on each part; one left out says nothing against what was found before."""
    found: dict[TestName, TestEnd] = {}
    for event in events:
        if event.id is MachineEventId.SELF_TESTED:
            test, end = TestName(event.fields["test"]), TestEnd(event.fields["outcome"])
            if end is not TestEnd.LEFT_OUT or test not in found:
                found[test] = end
    return tuple((test, found[test]) for test in TestName if test in found)
