"""Notice rules: how long it takes from the answer's arrival to the new provider's start."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, assert_never


class WorkingCalendar(Protocol):
    """Knows which days are red in Norway."""

    def is_working_day(self, day: date) -> bool:
        """Whether ``day`` is neither a Saturday, a Sunday nor a public holiday."""
        ...


@dataclass(frozen=True, slots=True)
class DaysNotice:
    """So many calendar days; at least 0."""

    days: int


@dataclass(frozen=True, slots=True)
class MonthsNotice:
    """So many calendar months; at least 1. A missing day becomes the month's last."""

    months: int


@dataclass(frozen=True, slots=True)
class FirstOfNextMonth:
    """The first day of the month after the answer arrived."""


NoticePeriod = DaysNotice | MonthsNotice | FirstOfNextMonth


@dataclass(frozen=True, slots=True)
class NoticeRule:
    """When a new provider begins.

    Attributes:
        id: Stored with the choice, so that the date can be explained later.
        period: Counted from the day on which the municipality received the answer.
        moves_to_working_day: A start on a red day moves to the next working day.
    """

    id: str
    period: NoticePeriod
    moves_to_working_day: bool = True

    def start_after(self, received: date, working: WorkingCalendar) -> date:
        """The first day with the new provider, for an answer received on ``received``."""
        day = _after(self.period, received)
        while self.moves_to_working_day and not working.is_working_day(day):
            day += timedelta(days=1)
        return day


def _after(period: NoticePeriod, received: date) -> date:
    match period:
        case DaysNotice(days):
            return received + timedelta(days=days)
        case MonthsNotice(months):
            return _add_months(received, months)
        case FirstOfNextMonth():
            return _add_months(received.replace(day=1), 1)
        case _:
            assert_never(period)


def _add_months(day: date, months: int) -> date:
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
