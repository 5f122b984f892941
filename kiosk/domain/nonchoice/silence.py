"""When somebody has not replied: a letter and a reminder were posted, and neither came back.

Nobody is silent whom no letter has reached (domain 6.3); days count from posting, never from
printing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from kiosk.domain.notice import WorkingCalendar, working_day_from
from kiosk.domain.service import ServiceId
from kiosk.domain.working_calendar import NorwegianCalendar

if TYPE_CHECKING:
    from kiosk.domain.exits.exit_told import ExitTold
    from kiosk.domain.nonchoice.told import RuleTold


class LetterKind(Enum):
    """What a letter is for."""

    INVITATION = "invitation"
    REMINDER = "reminder"
    ALLOCATION = "allocation"
    EXIT = "exit"


class LetterForm(Enum):
    """What the letter about a result is in the municipality's eyes; the law leaves it open."""

    INFORMATION = "information"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that was posted.

    Attributes:
        returned_on: Day on which it came back; None while it has not.
        told: The rules that it told of; None where that is unknown.
        exits: The exits that it told of; None where that is unknown, and for other letters.
        reply_by: The last day that is printed in it; None where that is unknown.
        services: Those that it asks about; None where that is unknown.
        is_copy_only: Whether it went to somebody else alone; it has not reached the person.
    """

    kind: LetterKind
    posted_on: date
    returned_on: date | None = None
    told: "tuple[RuleTold, ...] | None" = field(default=None, compare=False)
    exits: "tuple[ExitTold, ...] | None" = field(default=None, compare=False)
    reply_by: date | None = field(default=None, compare=False)
    services: tuple[ServiceId, ...] | None = field(default=None, compare=False)
    is_copy_only: bool = False

    @property
    def has_reached(self) -> bool:
        """Whether it is with the person, as far as anybody knows."""
        return self.returned_on is None and not self.is_copy_only

    def asks_about(self, service: ServiceId) -> bool:
        """Whether it may have asked about a service."""
        return self.services is None or service in self.services


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the municipality waits, in days.

    Attributes:
        reply: From the day on which the letter is there to the reply deadline.
        reminder: From the day on which the reminder is there, and not before the reply deadline, to
            the last day for an answer.
        postal: From posting until a letter is there.
        working: The Norwegian calendar.
    """

    reply: int
    reminder: int = 10
    postal: int = 4
    working: WorkingCalendar = field(default=NorwegianCalendar(), compare=False, repr=False)

    def last(self, day: date) -> date:
        """The last day for an answer that is counted to a day: that day, or the next working day.

        Every such day is worked out here, so that the letter, the slip, the work list and the rule
        cannot differ.
        """
        return working_day_from(day, self.working)

    def there(self, letter: "Letter") -> date:
        """The day on which a letter is there."""
        return letter.posted_on + timedelta(days=self.postal)


class Reach(Enum):
    """How far the letters to a person have come."""

    LETTER_DUE = "letter_due"
    WAITING = "waiting"
    REMINDER_DUE = "reminder_due"
    REMINDED = "reminded"
    RETURNED = "returned"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Reached:
    """Where a person stands.

    Attributes:
        until: Last day for an answer as things are; None where no letter counts.
    """

    reach: Reach
    until: date | None = None


def reached(
    letters: Sequence[Letter],
    deadline: date,
    patience: Patience,
    today: date,
    asking: LetterKind = LetterKind.INVITATION,
) -> Reached:
    """Judge the letters to one person.

    Args:
        letters: In the order of posting; those of other kinds do not count.
        deadline: Reply deadline of the case list, or counted from the decision; a letter that
            comes later moves it.
        patience: The municipality's.
        today: A deadline that ends today has not passed.
        asking: The letter that asks, before the reminder.
    """
    newest = _newest(letters, asking)
    if not newest:
        return Reached(Reach.LETTER_DUE)
    invitation, *reminders = newest
    if not all(each.has_reached for each in (invitation, *reminders[-1:])):
        return Reached(Reach.RETURNED)
    last = patience.last(max(deadline, patience.there(invitation) + timedelta(days=patience.reply)))
    last = _as_printed(last, invitation)
    if reminders:
        # It reminds of a deadline that has passed; one that is there before takes no days away.
        reminded = max(last, patience.there(reminders[-1]))
        last = patience.last(reminded + timedelta(days=patience.reminder))
        last = _as_printed(last, reminders[-1])
        return Reached(Reach.SILENT if today > last else Reach.REMINDED, last)
    return Reached(Reach.REMINDER_DUE if today > last else Reach.WAITING, last)


def _as_printed(last: date, letter: Letter) -> date:
    """Nobody has less time than stands in the letter, on whatever day it was posted."""
    return last if letter.reply_by is None else max(last, letter.reply_by)


def last_day(
    letters: Sequence[Letter],
    letter: Letter,
    deadline: date,
    patience: Patience,
    asking: LetterKind = LetterKind.INVITATION,
) -> date | None:
    """The last day for an answer once one more letter is posted; None where it asks for none.

    Args:
        letters: In the order of posting.
        letter: The one that comes after them.
        deadline: As in ``reached``.
        patience: The municipality's.
        asking: The letter that asks, before the reminder.
    """
    then = [*letters, letter]
    return reached(then, deadline, patience, letter.posted_on, asking).until


def asking_about(letters: Sequence[Letter], service: ServiceId) -> list[Letter]:
    """The letters that may have asked about a service, in their order."""
    return [each for each in letters if each.asks_about(service)]


def telling(letters: Sequence[Letter], asking: LetterKind = LetterKind.INVITATION) -> Letter | None:
    """The letter by which a person knows the rule; None where none says what it told.

    A reminder tells the rule as the letter does, and gives days of its own: the newest counts.

    Args:
        letters: In the order of posting.
        asking: The letter that asks, before the reminder.
    """
    told = (each for each in reversed(_newest(letters, asking)) if each.told is not None)
    return next(told, None)


def _newest(letters: Sequence[Letter], asking: LetterKind) -> list[Letter]:
    """The newest letter that asks and the reminders after it; empty without a letter.

    Reminders of an earlier letter say nothing of the new one.
    """
    kinds = [each.kind for each in letters]
    if asking not in kinds:
        return []
    start = len(kinds) - 1 - kinds[::-1].index(asking)
    return [
        each
        for at, each in enumerate(letters)
        if at == start or (at > start and each.kind is LetterKind.REMINDER)
    ]
