"""The parts that a municipality makes its rule for non-choosers of (domain 6.1)."""

import calendar
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kiosk.domain.language import LocalText
from kiosk.domain.service import ProviderId


class NonchoiceState(Enum):
    """Why there is no choice; never merged with each other or with a choice (domain 6.3)."""

    NO_REPLY = "no_reply"
    DOES_NOT_WISH = "does_not_wish"
    CANNOT = "cannot"


EVERY_STATE = frozenset(NonchoiceState)


@dataclass(frozen=True, slots=True)
class PoliticalDecision:
    """Who adopted a rule, when, and under which case number.

    Attributes:
        organ: The organ inside a sentence, for example ``kommunestyret``.
    """

    organ: LocalText
    decided_on: date
    reference: str


class Unit(Enum):
    """What shares and room are counted in."""

    USERS = "users"
    HOURS = "hours"


class Window(Enum):
    """Which people a share is counted over."""

    STOCK = "stock"
    """Everybody who has help now."""
    FLOW = "flow"
    """Those who got their provider this calendar year."""


class ShareScope(Enum):
    """Over which area a share is counted."""

    MUNICIPALITY = "municipality"
    ZONE = "zone"


class Skipped(Enum):
    """What a provider that cannot take somebody loses."""

    KEEPS_TURN = "keeps_turn"
    """Nothing: it is the first to be asked for the next person."""
    LOSES_TURN = "loses_turn"
    """This round: it goes to the end with the one who took the person."""


class Circle(Enum):
    """Which providers a rule picks among."""

    ALL = "all"
    PRIVATE = "private"


Among = Circle | frozenset[ProviderId]


@dataclass(frozen=True, slots=True)
class Turns:
    """R2: the providers take turns, per service and zone."""

    skipped: Skipped = Skipped.KEEPS_TURN


@dataclass(frozen=True, slots=True)
class WeightedKey:
    """R3: fixed shares; whoever lacks most of its share gets the next person.

    Attributes:
        weights: Whole numbers above 0, each provider once; the first of two alike comes first.
    """

    weights: tuple[tuple[ProviderId, int], ...]


@dataclass(frozen=True, slots=True)
class Lots:
    """R7: a draw per person and service, with a lot that is published with the result."""


Pick = Turns | WeightedKey | Lots


@dataclass(frozen=True, slots=True)
class MunicipalDefault:
    """R1: the municipality's own service helps."""

    provider: ProviderId


@dataclass(frozen=True, slots=True)
class ChooseFirst:
    """R0: help from a provider starts after the choice; until then ``interim`` helps.

    Attributes:
        ask_again_days: Days after the deadline on which the office asks again; None for no such
            promise.
    """

    interim: ProviderId
    ask_again_days: int | None = None


@dataclass(frozen=True, slots=True)
class Distribute:
    """R2, R3, R7: one of several providers, picked for each person.

    Attributes:
        interim: Who helps until the rule has been applied.
        otherwise: Who helps where none of them can; None for a list that an officer works off.
    """

    pick: Pick
    interim: ProviderId
    among: Among = Circle.ALL
    otherwise: ProviderId | None = None


@dataclass(frozen=True, slots=True)
class MinimumShare:
    """R4: private providers get new people until they help so large a share (S000 item 6).

    Attributes:
        percent: 1 to 100; at exactly this share the municipality's own service helps.
        municipal: Who helps when the share is reached, or where no private provider can; and
            until the rule has been applied.
    """

    percent: int
    municipal: ProviderId
    unit: Unit = Unit.USERS
    window: Window = Window.STOCK
    scope: ShareScope = ShareScope.MUNICIPALITY
    pick: Pick = Turns()
    among: Among = Circle.PRIVATE


Fallback = MunicipalDefault | ChooseFirst | Distribute | MinimumShare


@dataclass(frozen=True, slots=True)
class Continuity:
    """R5: who knows the person goes before the rule.

    Attributes:
        former_months: A provider that helped within so many months comes again; 0 for never.
        household: The provider of somebody in the same home comes to both.
    """

    former_months: int = 0
    household: bool = False


@dataclass(frozen=True, slots=True)
class Floor:
    """R6: what a provider must fulfil; a filter, never a rank.

    Always: approved, started, no open serious breach, room for one more, no objection from the
    person.

    Attributes:
        needs: Help comes in every part of the week in which the person needs it.
        language: Staff speak the language that the person needs an interpreter for.
    """

    needs: bool = True
    language: bool = False


@dataclass(frozen=True, slots=True)
class StartUp:
    """R8: a new provider gets new people directly for a while.

    It ends by date and by limit. The limit counts what the rule has given, as turns and shares do:
    whoever chooses or moves away later stays counted, so that the period gives no more than was
    adopted, and does not begin again after it has ended.

    Attributes:
        months: At least 1.
        limit: How many users, or hours a week, at most; at least 1.
    """

    provider: ProviderId
    begins_on: date
    months: int
    limit: int
    unit: Unit = Unit.USERS

    @property
    def amount(self) -> int:
        """The limit as it is counted: users, or minutes a week."""
        return self.limit if self.unit is Unit.USERS else self.limit * 60

    @property
    def ends_on(self) -> date:
        """First day on which it is over."""
        return add_months(self.begins_on, self.months)

    def runs_on(self, day: date) -> bool:
        """Whether the period includes a day."""
        return self.begins_on <= day < self.ends_on


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or before; a missing day becomes the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
