"""When a case may be disposed of; without a rule of the municipality that is never.

No law gives home-care cases a period: the municipality decides it (arkivforskrifta § 3). A rule
makes a case due, a person approves; nothing is disposed of because time has passed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from kiosk.domain.nonchoice.parts import PoliticalDecision


class RetentionStart(Enum):
    """What the time of a rule counts from."""

    CLOSED = "closed"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """One rule of the municipality.

    Attributes:
        id: Key; stands in the record of what was disposed of.
        begins: From when it counts. ``DELIVERED`` sheds a case that the case system keeps.
        years: From the closing, for ``CLOSED``.
        days: From the newest delivery, for ``DELIVERED``.
        only_delivered: The case system must have everything of the case.
        decision: By whom and when the rule was adopted.
    """

    id: str
    begins: RetentionStart
    decision: PoliticalDecision
    years: int = 0
    days: int = 0
    only_delivered: bool = True

    @property
    def is_shed(self) -> bool:
        """Whether the case system keeps what is given up here."""
        return self.begins is RetentionStart.DELIVERED


class Kept(Enum):
    """Why a case stays.

    Attributes:
        HELD: Somebody decided that it must be kept.
        IN_USE: A service waits for an answer, or a visit for its note.
        NOT_DELIVERED: The case system does not have everything of it.
        TOO_YOUNG: A rule will let it go, later.
        UNREAD: A newer version of the program stored something in it, which may keep it.
        NO_RULE: No rule is about it as it is now.
    """

    HELD = "held"
    IN_USE = "in_use"
    NOT_DELIVERED = "not_delivered"
    TOO_YOUNG = "too_young"
    UNREAD = "unread"
    NO_RULE = "no_rule"


@dataclass(frozen=True, slots=True)
class RetentionFacts:
    """What the rules ask of a case.

    Attributes:
        closed_on: None for an open case.
        delivered_on: Day of the newest delivery; None without one.
        is_delivered: The case system has everything, also where there was nothing to deliver.
        is_settled: No service waits for an answer, and no visit lacks its note.
        is_held: Somebody decided that it must be kept.
    """

    closed_on: date | None
    delivered_on: date | None
    is_delivered: bool
    is_settled: bool
    is_held: bool


def due_on(rule: RetentionRule, facts: RetentionFacts) -> date | None:
    """First day on which a rule lets a case go; None while it does not."""
    if facts.is_held or (rule.only_delivered and not facts.is_delivered):
        return None
    if rule.begins is RetentionStart.CLOSED:
        return None if facts.closed_on is None else years_later(facts.closed_on, rule.years)
    is_done = facts.is_settled or facts.closed_on is not None
    if facts.delivered_on is None or not facts.is_delivered or not is_done:
        return None
    return facts.delivered_on + timedelta(days=rule.days)


def due_rule(
    rules: Iterable[RetentionRule], facts: RetentionFacts, day: date
) -> RetentionRule | None:
    """The first rule that lets a case go on a day; None when it has to be kept."""
    for rule in rules:
        due = due_on(rule, facts)
        if due is not None and due <= day:
            return rule
    return None


def why_kept(rules: Iterable[RetentionRule], facts: RetentionFacts) -> Kept:
    """Why a case stays that no rule lets go on the day that is asked for."""
    if facts.is_held:
        return Kept.HELD
    asked = tuple(rules)
    if any(due_on(rule, facts) is not None for rule in asked):
        return Kept.TOO_YOUNG
    if not facts.is_settled and facts.closed_on is None:
        return Kept.IN_USE
    if asked and not facts.is_delivered:
        return Kept.NOT_DELIVERED
    return Kept.NO_RULE


def years_later(day: date, years: int) -> date:
    """The same day so many years later; the first of March after 29 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
