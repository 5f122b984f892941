"""Notice rules: how long it takes from the answer's arrival to the new provider's start."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
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


@dataclass(frozen=True, slots=True)
class CutOff:
    """The first day of a month; which one depends on the day of the month of the answer.

    Attributes:
        day: 1 to 28; an answer received on this day, or before it, is in time.
        months: At least 1; the first day of the month so many months later for an answer in
            time, one month more for a later one.
    """

    day: int
    months: int = 1


@dataclass(frozen=True, slots=True)
class AgreedDate:
    """The municipality agrees on the day with the person; no rule gives it."""


NoticePeriod = DaysNotice | MonthsNotice | FirstOfNextMonth | CutOff | AgreedDate


class Told(Enum):
    """Whom the municipality tells of a switch."""

    OLD_PROVIDER = "old_provider"
    NEW_PROVIDER = "new_provider"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class NoticeRule:
    """When a new provider begins (domain 6.5); the one who helped before goes on until then.

    Attributes:
        id: Stored with the choice, so that the date can be explained later.
        period: Counted from the day on which the municipality received the answer, never from
            the day of a letter.
        moves_to_working_day: A start on a red day moves to the next working day.
        max_per_year: How many switches a person may make in a calendar year, at least 1; None
            for as many as the person wants.
        notifies: Whom the municipality tells of a switch; the person has the receipt anyway.
    """

    id: str
    period: NoticePeriod
    moves_to_working_day: bool = True
    max_per_year: int | None = None
    notifies: frozenset[Told] = frozenset({Told.OLD_PROVIDER, Told.NEW_PROVIDER})

    def start_after(self, received: date, working: WorkingCalendar) -> date | None:
        """The first day with the new provider; None where it is still to be agreed on."""
        day = _after(self.period, received)
        if day is None or not self.moves_to_working_day:
            return day
        return working_day_from(day, working)


def working_day_from(day: date, working: WorkingCalendar) -> date:
    """The day itself, or the next one that is not red; never an earlier one."""
    while not working.is_working_day(day):
        day += timedelta(days=1)
    return day


def _after(period: NoticePeriod, received: date) -> date | None:
    match period:
        case DaysNotice(days):
            return received + timedelta(days=days)
        case MonthsNotice(months):
            return _add_months(received, months)
        case FirstOfNextMonth():
            return _add_months(received.replace(day=1), 1)
        case CutOff(day, months):
            late = 0 if received.day <= day else 1
            return _add_months(received.replace(day=1), months + late)
        case AgreedDate():
            return None
        case _:
            assert_never(period)


def _add_months(day: date, months: int) -> date:
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
