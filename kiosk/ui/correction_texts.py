"""A correction in words: what is recorded, and what may stand there instead."""

from dataclasses import dataclass

from kiosk.app.answer_texts import AnswerTexts
from kiosk.app.compose_receipt import outcome_text
from kiosk.app.compose_withdrawal import was_text
from kiosk.app.correctable import Correctable
from kiosk.app.phrases import provider_name
from kiosk.app.ports.words import Words
from kiosk.domain.choice import (
    Answer,
    Cannot,
    Chooses,
    DoesNotWish,
    Keeps,
    Outcome,
    Postpones,
    ServiceAnswer,
)
from kiosk.domain.municipality import Municipality

NOTHING = "nothing"
_STORED = "stored"


def key_of(answer: Answer) -> str:
    """Key of an alternative; different for different answers to one service."""
    match answer:
        case Chooses(provider):
            return f"{Outcome.CHOSEN.value} {provider}"
        case Postpones(until):
            return f"{Outcome.POSTPONED.value} {until}"
        case Keeps():
            return Outcome.KEEPS.value
        case DoesNotWish():
            return Outcome.DOES_NOT_WISH.value
        case Cannot():
            return Outcome.CANNOT.value


def stored_key(form: Correctable) -> str:
    """Key of what is recorded; of no alternative where it could not be chosen any more."""
    stored = form.stored
    if stored is None:
        return NOTHING
    alike = (key_of(answer) for answer in form.answers if _says(answer, stored))
    return next(alike, _STORED)


def _says(answer: Answer, stored: ServiceAnswer) -> bool:
    match answer:
        case Chooses(provider):
            return stored.outcome is Outcome.CHOSEN and stored.provider == provider
        case Postpones(until):
            return stored.outcome is Outcome.POSTPONED and stored.postponed_until == until
        case _:
            return key_of(answer) == stored.outcome.value


@dataclass(frozen=True, slots=True)
class CorrectionTexts:
    """Puts corrections into words for staff."""

    municipality: Municipality
    words: Words

    def service_row(self, form: Correctable, picked: str) -> dict[str, str | bool]:
        """One service: what is recorded beside what shall stand there."""
        was = self._was(form)
        answer = next((each for each in form.answers if key_of(each) == picked), None)
        becomes = was if picked == stored_key(form) else self._nothing(form)
        if answer is not None and picked != stored_key(form):
            becomes = self._answer(answer)
        return {
            "key": form.service,
            "name": self.words.local(form.name),
            "was": was,
            "becomes": becomes,
            "isOther": picked != stored_key(form),
        }

    def option_rows(self, form: Correctable, picked: str) -> list[dict[str, str | bool]]:
        """The alternatives of a service; that nothing should stand there comes last."""
        options = [(key_of(answer), self._answer(answer)) for answer in form.answers]
        if stored_key(form) == _STORED:
            options.insert(0, (_STORED, self._was(form)))
        options.append((NOTHING, self._nothing(form)))
        return [{"key": key, "name": name, "picked": key == picked} for key, name in options]

    def _was(self, form: Correctable) -> str:
        if form.stored is None:
            return self.words.gettext("Not chosen yet")
        until = form.stored.postponed_until
        if until is not None:
            return self._answer(Postpones(until))
        return was_text(form.stored, AnswerTexts(self.municipality, self.words))

    def _nothing(self, form: Correctable) -> str:
        if form.stored is None:
            return self.words.gettext("Not chosen yet")
        return self.words.gettext("Nothing should have been stored")

    def _answer(self, answer: Answer) -> str:
        words = self.words
        match answer:
            case Chooses(provider):
                return provider_name(self.municipality, provider, words)
            case Keeps():
                return outcome_text(Outcome.KEEPS, words)
            case DoesNotWish():
                return outcome_text(Outcome.DOES_NOT_WISH, words)
            case Cannot():
                return outcome_text(Outcome.CANNOT, words)
            case Postpones(until):
                text = words.gettext("Wants to think until {date}")
                return text.format(date=words.day_and_month(until))
