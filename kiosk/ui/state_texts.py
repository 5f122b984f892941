"""Where a service and a case stand, as a mark and in words (design: status mark)."""

from dataclasses import dataclass
from datetime import date

from kiosk.app.ports.case_file import CaseFile, ServiceState
from kiosk.app.ports.words import Words
from kiosk.domain.case import Case
from kiosk.domain.eligibility import offered_services, reply_deadline
from kiosk.domain.municipality import Municipality
from kiosk.domain.outcome import Outcome

_OPEN = frozenset({None, Outcome.POSTPONED, Outcome.NO_REPLY})


@dataclass(frozen=True, slots=True)
class StateLine:
    """A mark and its words; the mark never stands alone.

    Attributes:
        mark: Name of the icon.
        text: Inside a sentence, without the service's name.
    """

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class DeadlineText:
    """The next day on which an answer is due.

    Attributes:
        day: The day in words, or that there is none.
        distance: How far away it is, or when the last answer came; may be empty.
        is_overdue: The day has passed and an answer is missing.
    """

    day: str
    distance: str
    is_overdue: bool = False


def state_line(state: ServiceState, case: Case, *, is_offered: bool, words: Words) -> StateLine:
    """Where one service stands; the tick means answered, whatever the answer."""
    outcome = state.outcome
    if outcome is None:
        return _unanswered(case, is_offered=is_offered, words=words)
    match outcome:
        case Outcome.NO_REPLY:
            return StateLine("circle", words.gettext("has not answered"))
        case Outcome.NOT_OFFERED:
            return StateLine("minus-circle", words.gettext("not offered"))
        case Outcome.POSTPONED:
            return StateLine("clock", _postponed(state, words))
        case _:
            return StateLine("checkmark-circle-fill", _answered(outcome, words))


def _unanswered(case: Case, *, is_offered: bool, words: Words) -> StateLine:
    if not is_offered:
        return StateLine("minus-circle", words.gettext("not offered"))
    if not case.is_open:
        return StateLine("minus", words.gettext("closed without an answer"))
    return StateLine("circle", words.gettext("waits for an answer"))


def _postponed(state: ServiceState, words: Words) -> str:
    until = None if state.answer is None else state.answer.postponed_until
    if until is None:
        return words.gettext("postponed")
    return words.gettext("postponed until {date}").format(date=words.day_and_month(until))


def _answered(outcome: Outcome, words: Words) -> str:
    return {
        Outcome.CHOSEN: words.gettext("has chosen"),
        Outcome.KEEPS: words.gettext("keeps the present provider"),
        Outcome.DOES_NOT_WISH: words.gettext("does not want to choose"),
        Outcome.CANNOT: words.gettext("cannot choose"),
    }[outcome]


def deadline_text(
    file: CaseFile, municipality: Municipality, today: date, words: Words
) -> DeadlineText:
    """The earliest day on which an open service of a case is due."""
    closing = file.case.closing
    if closing is not None:
        return DeadlineText(words.gettext("Closed"), near_date(closing.on, today, words))
    days = _open_days(file, municipality, today)
    if not days:
        return DeadlineText(words.gettext("No deadline"), _answered_on(file, today, words))
    day = min(days)
    near = near_date(day, today, words)
    return DeadlineText(near, distance_text(day, today, words), is_overdue=day < today)


def _open_days(file: CaseFile, municipality: Municipality, today: date) -> list[date]:
    offered = {item.service: item for item in offered_services(municipality, file.case, today)}
    days = []
    for state in file.states:
        if state.service in offered and state.outcome in _OPEN:
            agreed = None if state.answer is None else state.answer.postponed_until
            days.append(agreed or reply_deadline(municipality, offered[state.service]))
    return days


def _answered_on(file: CaseFile, today: date, words: Words) -> str:
    days = [state.answered_on for state in file.states if state.answered_on is not None]
    if not days:
        return ""
    return words.gettext("answered {date}").format(date=near_date(max(days), today, words))


def near_date(day: date, today: date, words: Words) -> str:
    """A day of this year without the year."""
    return words.day_and_month(day) if day.year == today.year else words.full_date(day)


def distance_text(day: date, today: date, words: Words) -> str:
    """How far away a deadline is, in words."""
    count = (day - today).days
    near = {
        -1: words.gettext("passed yesterday"),
        0: words.gettext("today"),
        1: words.gettext("tomorrow"),
    }
    if count in near:
        return near[count]
    if count < 0:
        text = words.ngettext("passed {count}\u00a0day ago", "passed {count}\u00a0days ago", -count)
        return text.format(count=-count)
    return words.ngettext("in {count}\u00a0day", "in {count}\u00a0days", count).format(count=count)
