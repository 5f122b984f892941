"""When each service of a case was answered, corrected or opened again, in words for staff."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.app.phrases import sentences
from kiosk.app.ports.case_file import ServiceState
from kiosk.app.ports.words import Words
from kiosk.domain.choice import Correction, EventId, RecordedChoice, Withdrawal
from kiosk.domain.event import ChoiceRecorded, ChoiceWithdrawn, Event
from kiosk.domain.service import ServiceId
from kiosk.ui.state_texts import near_date


@dataclass(frozen=True, slots=True)
class LastWord:
    """What happened last to the answer of a service.

    Attributes:
        received: When the municipality got the answer.
        corrected, taken_back: On which day; None where that did not happen.
    """

    received: date
    corrected: date | None = None
    taken_back: date | None = None


def last_words(events: Iterable[Event]) -> dict[ServiceId, LastWord]:
    """The last word per service that was ever answered.

    Args:
        events: The history of a case, oldest first.
    """
    words: dict[ServiceId, LastWord] = {}
    known: dict[EventId, RecordedChoice] = {}
    for event in events:
        match event.body:
            case ChoiceRecorded(choice=choice, correction=correction):
                words |= _told(choice, correction, known)
                known[choice.id] = choice
            case ChoiceWithdrawn(withdrawal=withdrawal):
                words |= _taken_back(withdrawal, words)
            case _:
                pass
    return words


def _told(
    choice: RecordedChoice,
    correction: Correction | None,
    known: Mapping[EventId, RecordedChoice],
) -> dict[ServiceId, LastWord]:
    """The last word on what a choice changes; a correction changes only what was wrong."""
    day = choice.at.date()
    told = {answer.service: answer for answer in choice.answers}
    if correction is None:
        return dict.fromkeys(told, LastWord(choice.received_on or day))
    wrong = known.get(correction.choice)
    before = {} if wrong is None else {answer.service: answer for answer in wrong.answers}
    changed = [each for each in (told | before) if told.get(each) != before.get(each)]
    return dict.fromkeys(changed, LastWord(correction.received, corrected=day))


def _taken_back(
    withdrawal: Withdrawal, words: Mapping[ServiceId, LastWord]
) -> dict[ServiceId, LastWord]:
    day = withdrawal.at.date()
    return {
        named.service: LastWord(words[named.service].received, taken_back=day)
        for named in withdrawal.services
        if named.service in words
    }


def note_of(word: LastWord | None, state: ServiceState, today: date, words: Words) -> str:
    """The last word on one service; empty where nothing was ever answered."""
    if word is None:
        return ""
    received = near_date(word.received, today, words)
    if word.taken_back is not None:
        text = words.gettext("The answer of {received} was taken back {date}.")
        told = text.format(received=received, date=near_date(word.taken_back, today, words))
        is_open = state.answer is None
        return sentences(told, words.gettext("The service is open again.") if is_open else "")
    if word.corrected is None:
        return words.gettext("Answered {date}.").format(date=received)
    corrected = near_date(word.corrected, today, words)
    text = words.gettext("Answered {received}, corrected {date}.")
    if state.answer is None:
        text = words.gettext("The answer of {received} was corrected {date}. Nothing is answered.")
    return text.format(received=received, date=corrected)
