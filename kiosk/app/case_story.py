"""The whole history of a case: what changed from what to what, and who has read it, day by day."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.app.case_changes import CaseChange, ChangeTexts
from kiosk.app.correction_story import CorrectionStory
from kiosk.app.history_texts import actor_name, what_happened, who_and_when
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.domain.allocation_events import ServiceAllocated
from kiosk.domain.case import Case
from kiosk.domain.choice import EventId
from kiosk.domain.event import (
    CaseChanged,
    CaseImported,
    ChoiceRecorded,
    Event,
    HandOverCalledOff,
    ScreenHandedOver,
    VisitEndedWithoutAnswers,
)
from kiosk.domain.handling import CaseRead
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ServiceId


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One thing that happened.

    Attributes:
        what: Whole sentences.
        who: Who did it, and when.
        on: The day.
        by: Who did it, with the time of day where that is told; for where the day stands apart.
        is_reading: Somebody only read the case.
    """

    what: str
    who: str
    on: date
    by: str
    is_reading: bool = False


_Day = tuple[str, date]


class CaseStory:
    """Puts the events of one case into words, each in the light of those before it."""

    def __init__(self, events: Sequence[Event], municipality: Municipality, words: Words) -> None:
        """Over a history.

        Args:
            events: All of the case, oldest first.
            municipality: For names that the events do not hold.
            words: The language.
        """
        self._events = events
        self._municipality = municipality
        self._words = words
        self._unended = frozenset(_unended(events))
        self._case: Case | None = None
        self._choices: dict[EventId, ChoiceRecorded] = {}
        self._allocated: dict[ServiceId, date] = {}

    def lines(self) -> tuple[StoryLine, ...]:
        """Oldest first; readings of one person on one day stand once, where the last one was."""
        left = Counter(map(_day_of, filter(_is_reading, self._events)))
        counts: Mapping[_Day, int] = dict(left)
        told = []
        for event in self._events:
            if _is_reading(event):
                day = _day_of(event)
                left[day] -= 1
                if not left[day]:
                    told.append(self._reading(day, counts[day]))
            else:
                what = self._what(event)
                told += [self._line(event, what)] if what else []
        return tuple(told)

    def _line(self, event: Event, what: str) -> StoryLine:
        words = self._words
        by = words.gettext("{who} at {time}").format(
            who=actor_name(event.actor, words), time=words.time(event.at)
        )
        return StoryLine(what, who_and_when(event, words), event.at.date(), by)

    def _reading(self, day: _Day, count: int) -> StoryLine:
        words, (actor, on) = self._words, day
        text = words.ngettext("Read the case.", "Read the case {count} times.", count)
        name = actor_name(actor, words)
        who = words.gettext("{date}, {who}").format(date=words.full_date(on), who=name)
        what = text.format(count=words.number(count))
        return StoryLine(what, who, on, name, is_reading=True)

    def _what(self, event: Event) -> str:
        match event.body:
            case CaseImported(case):
                self._case = case
            case CaseChanged(case):
                return self._changed(event, case)
            case ChoiceRecorded() as told:
                self._choices[event.id] = told
                if told.correction is not None:
                    return self._corrected(event, told, told.correction.choice)
                return self._answered(event, told)
            case ServiceAllocated(answer=answer):
                self._allocated[answer.service] = event.at.date()
            case ScreenHandedOver() if event.id in self._unended:
                return self._left_open(event)
            case _:
                pass
        return what_happened(event, self._municipality, self._words)

    def _left_open(self, event: Event) -> str:
        """A visit that the program or the machine did not live to end (access G13)."""
        text = self._words.gettext(
            "How the visit ended is not stored, as when the program or the machine stops. No "
            "answers were stored."
        )
        return sentences(what_happened(event, self._municipality, self._words), text)

    def _answered(self, event: Event, told: ChoiceRecorded) -> str:
        """An answer; one that came on paper before the rule was applied wins over it."""
        what = what_happened(event, self._municipality, self._words)
        answered = {answer.service for answer in told.choice.answers}
        overtaken = [each for each in self._allocated if each in answered]
        is_late = any(told.received <= self._allocated[each] for each in overtaken)
        for each in overtaken:
            del self._allocated[each]
        if told.choice.received_on is None or not is_late:
            return what
        text = self._words.gettext(
            "They came before the rule was applied, and hold instead of what the rule gave."
        )
        return sentences(what, text)

    def _changed(self, event: Event, case: Case) -> str:
        before, self._case = self._case, case
        told = what_happened(event, self._municipality, self._words)
        if before is None:
            return told
        changes = ChangeTexts(self._municipality, self._words).changes(before, case)
        return sentences(told, *map(_sentence, changes))

    def _corrected(self, event: Event, right: ChoiceRecorded, wrong: EventId) -> str:
        told = what_happened(event, self._municipality, self._words)
        if wrong not in self._choices:
            return told
        story = CorrectionStory(self._municipality, self._words)
        return sentences(told, *story.changes(self._choices[wrong], right))


def _sentence(change: CaseChange) -> str:
    text = f"{change.label}: {change.text}" if change.label else change.text
    return text if text.endswith(".") else f"{text}."


def _unended(events: Sequence[Event]) -> Iterator[EventId]:
    """Hand-overs after which staff had the screen again, though nothing says how the visit ended."""
    open_visit: EventId | None = None
    for event in events:
        match event.body:
            case ScreenHandedOver():
                if open_visit is not None:
                    yield open_visit
                open_visit = event.id
            case CaseRead():
                if open_visit is not None:
                    yield open_visit
                open_visit = None
            case VisitEndedWithoutAnswers() | HandOverCalledOff() | ChoiceRecorded():
                open_visit = None
            case _:
                pass


def _is_reading(event: Event) -> bool:
    return isinstance(event.body, CaseRead)


def _day_of(event: Event) -> _Day:
    return event.actor, event.at.date()
