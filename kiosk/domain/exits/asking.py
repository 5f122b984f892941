"""How far the letters about a provider that stops have come, and by when they ask for an answer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kiosk.domain.exits.exit import LEAST_REPLY_DAYS, AnswerTime, ProviderExit
from kiosk.domain.nonchoice.silence import Letter, LetterKind, Patience, Reached, last_day, reached


def told_day(exit_: ProviderExit, posted_on: date, time: AnswerTime) -> date:
    """The last day for an answer that a letter tells, a working day.

    That of the announcement, as long as a letter that is posted on a day leaves a week.
    """
    return max(exit_.answer_by, time.least_from(posted_on))


def letters_about(letters: Sequence[Letter], exit_: ProviderExit) -> list[Letter]:
    """The letters that told of an exit, and those that may remind of one, in their order."""
    return [
        each
        for each in letters
        if each.posted_on >= exit_.announced_on
        and (each.exits is None or any(told.exit == exit_.id for told in each.exits))
    ]


def reached_after(
    letters: Sequence[Letter], exit_: ProviderExit, patience: Patience, today: date
) -> Reached:
    """Judge the letters to one person whose provider stops.

    The day that the letter told is the deadline; where that is unknown, the announced one, and
    never less than a week.

    Args:
        letters: Those of the case that may have asked about the service, in the order of posting.
        exit_: Because of which the person must choose anew.
        patience: The municipality's.
        today: A deadline that ends today has not passed.
    """
    about = letters_about(letters, exit_)
    deadline, patience = _deadline(about, exit_), _week(patience)
    return reached(about, deadline, patience, today, LetterKind.EXIT)


def reminded_until(
    letters: Sequence[Letter], reminder: Letter, exit_: ProviderExit, patience: Patience
) -> date | None:
    """The last day for an answer once a reminder is posted; None without a letter before it."""
    about = letters_about(letters, exit_)
    deadline, patience = _deadline(about, exit_), _week(patience)
    return last_day(about, reminder, deadline, patience, LetterKind.EXIT)


def _deadline(about: Sequence[Letter], exit_: ProviderExit) -> date:
    told = [
        each.reply_by
        for letter in about
        if letter.kind is LetterKind.EXIT
        for each in letter.exits or ()
        if each.exit == exit_.id
    ]
    return told[-1] if told else exit_.answer_by


def _week(patience: Patience) -> Patience:
    """Whoever gets the letter late still has the least time; not as much as for every choice."""
    return replace(patience, reply=LEAST_REPLY_DAYS)
