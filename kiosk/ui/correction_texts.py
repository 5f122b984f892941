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
)
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId

NOTHING = "nothing"


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


def thinking_text(answer: Postpones, words: Words) -> str:
    """That somebody wants to think, and until when."""
    text = words.gettext("Wants to think until {date}")
    return text.format(date=words.day_and_month(answer.until))


def keys_of(form: Correctable) -> frozenset[str]:
    """Keys of all that can be picked for a service."""
    return frozenset((NOTHING, *map(key_of, form.answers)))


def stored_key(form: Correctable) -> str:
    """Key of what is recorded."""
    return NOTHING if form.said is None else key_of(form.said)


@dataclass(frozen=True, slots=True)
class CorrectionTexts:
    """Puts corrections into words for staff."""

    municipality: Municipality
    words: Words

    def service_row(self, form: Correctable, picked: str) -> dict[str, str | bool]:
        """One service: what is recorded beside what shall stand there."""
        was, is_other = self._was(form), picked != stored_key(form)
        names = {key_of(answer): self._answer(answer, form) for answer in form.answers}
        return {
            "key": form.service,
            "name": self.words.local(form.name),
            "was": was,
            "becomes": names.get(picked, self._nothing(form)) if is_other else was,
            "isOther": is_other,
        }

    def option_rows(self, form: Correctable, picked: str) -> list[dict[str, str | bool]]:
        """The alternatives of a service; that nothing should stand there comes last."""
        options = [(key_of(answer), self._answer(answer, form)) for answer in form.answers]
        options.append((NOTHING, self._nothing(form)))
        return [{"key": key, "name": name, "picked": key == picked} for key, name in options]

    def _was(self, form: Correctable) -> str:
        if form.stored is None:
            return self.words.gettext("Not chosen yet")
        if isinstance(form.said, Postpones):
            return self._answer(form.said, form)
        return was_text(form.stored, AnswerTexts(self.municipality, self.words))

    def _nothing(self, form: Correctable) -> str:
        if form.stored is None:
            return self.words.gettext("Not chosen yet")
        return self.words.gettext("Nothing should have been stored")

    def _answer(self, answer: Answer, form: Correctable) -> str:
        words = self.words
        if isinstance(answer, Chooses):
            return self._provider(answer.provider, answer, form)
        if isinstance(answer, Postpones):
            return thinking_text(answer, words)
        said = outcome_text(Outcome(key_of(answer)), words)
        if not isinstance(answer, Keeps) or form.present is None:
            return said
        return words.gettext("{answer}: {provider}").format(
            answer=said, provider=self._provider(form.present, answer, form)
        )

    def _provider(self, provider: ProviderId, answer: Answer, form: Correctable) -> str:
        """Its name; the stored one for what is recorded, which may have left the content."""
        stored = form.stored.provider_name if form.stored and answer == form.said else None
        if stored is not None:
            return self.words.local(stored)
        return provider_name(self.municipality, provider, self.words)
