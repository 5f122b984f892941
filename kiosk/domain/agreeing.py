"""Days of a start that are agreed on after the answer was stored (domain 6.5)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from kiosk.domain.choice import Agreement, EventId, RecordedChoice, ServiceAnswer
from kiosk.domain.errors import Refusal
from kiosk.domain.event import Event, PlaceTaken, StartAgreed
from kiosk.domain.lifecycle import Held, standing
from kiosk.domain.notice import NoticeRule, WorkingCalendar
from kiosk.domain.service import ServiceId

LONGEST_WAIT_DAYS = 365
"""A day further off than this is taken for a slip of the pen."""


def agreed(answer: ServiceAnswer, start_on: date) -> ServiceAnswer:
    """An answer after the day of its start was agreed on."""
    return replace(answer, start_on=start_on, awaits_date=False)


def agreements(events: Iterable[Event]) -> Iterator[Agreement]:
    """Every agreement of a case, in the order of the events."""
    return (event.body.agreement for event in events if isinstance(event.body, StartAgreed))


def with_agreements(choice: RecordedChoice, events: Iterable[Event]) -> RecordedChoice:
    """A choice as it holds after what was agreed on later, and after places that were taken.

    Args:
        choice: As it was stored.
        events: Of the case, oldest first.
    """
    known = tuple(events)
    days = {each.service: each.start_on for each in agreements(known) if each.choice == choice.id}
    taken = {
        event.body.answer.service: event.body.answer
        for event in known
        if isinstance(event.body, PlaceTaken) and event.body.choice_id == choice.id
    }
    held = (taken.get(answer.service, answer) for answer in choice.answers)
    answers = (
        agreed(answer, days[answer.service])
        if answer.awaits_date and answer.service in days
        else answer
        for answer in held
    )
    return replace(choice, answers=tuple(answers))


def to_agree_on(
    answers: Sequence[Held], service: ServiceId, known: Iterable[Agreement], today: date
) -> EventId | None:
    """The choice whose start can be agreed on today; None where no start is open.

    What was agreed on can be agreed on anew until the provider has begun.

    Args:
        answers: All of the service, oldest first, withdrawn ones among them; may be empty.
        service: Which one.
        known: Agreements of the case so far.
        today: Day of the agreement.
    """
    held = standing(answers)
    if held is None or held.waits_for_place:
        return None
    was_agreed = any((each.choice, each.service) == (held.choice, service) for each in known)
    is_open = held.awaits_date or (was_agreed and not held.has_begun(today))
    return held.choice if is_open else None


def objections_to_day(
    start_on: date, received: date, today: date, rule: NoticeRule, working: WorkingCalendar
) -> Iterator[Refusal]:
    """Why a provider cannot begin on a day; nothing where it can.

    Args:
        start_on: The day.
        received: When the municipality received the answer; a start is never before it.
        today: Day of the agreement.
        rule: Of the service; says whether red days are left out.
        working: Norwegian calendar.
    """
    if start_on < received:
        yield Refusal("agreement.before_answer")
    elif (start_on - today).days > LONGEST_WAIT_DAYS:
        yield Refusal("agreement.too_late")
    elif rule.moves_to_working_day and not working.is_working_day(start_on):
        yield Refusal("agreement.red_day")
