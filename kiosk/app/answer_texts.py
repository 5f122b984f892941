"""What an answer means, in words; the same on the review, the stored page and the receipt."""

from dataclasses import dataclass

from kiosk.app.phrases import agreeing, begins, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.choice import Outcome, RecordedChoice, ServiceAnswer
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.parts import ChooseFirst
from kiosk.domain.notice import Told
from kiosk.domain.service import ProviderId, ServiceId


@dataclass(frozen=True, slots=True)
class AnswerTexts:
    """Puts answers into words in one language, under the names of the day of the answer.

    Attributes:
        municipality: Names what an answer was stored without.
    """

    municipality: Municipality
    words: Words

    def service_name(self, answer: ServiceAnswer) -> str:
        """Name of the service as a heading."""
        name = answer.service_name or self.municipality.service(answer.service).name
        return self.words.local(name)

    def services(self, choice: RecordedChoice) -> dict[ServiceId, str]:
        """Names of the services answered or shown, order of the case; open ones are told too."""
        if choice.services:
            return {each.service: self.words.local(each.name) for each in choice.services}
        answered = {each.service: self.service_name(each) for each in choice.answers}
        shown = {
            each: self.words.local(self.municipality.service(each).name)
            for each in choice.shown
            if each not in answered
        }
        return {**answered, **shown}

    def helper(self, answer: ServiceAnswer) -> str:
        """Who helps as a result, under the name of the day of the answer; empty while unknown."""
        return "" if answer.provider_name is None else self.words.local(answer.provider_name)

    def what(self, answer: ServiceAnswer) -> str:
        """The line above the answer: the service, and whom the person leaves."""
        name = self.service_name(answer)
        previous = self._name(answer.previous_provider, answer.previous_name)
        if answer.outcome is not Outcome.CHOSEN or not _leaves(answer) or not previous:
            return name
        return self.words.gettext("{service}: switch from {provider} to").format(
            service=name, provider=previous
        )

    def short(self, answer: ServiceAnswer) -> str:
        """The answer in a few words, as said to the person."""
        words = self.words
        if answer.outcome is Outcome.CHOSEN:
            return self.helper(answer)
        return {
            Outcome.KEEPS: words.gettext("You keep {provider}").format(
                provider=self.helper(answer)
            ),
            Outcome.DOES_NOT_WISH: words.gettext("You do not want to choose"),
            Outcome.CANNOT: words.gettext("You cannot choose"),
            Outcome.POSTPONED: words.gettext("You want to think about it"),
            Outcome.NO_REPLY: words.gettext("You have not answered"),
            Outcome.NOT_OFFERED: words.gettext("Outside the choice"),
        }[answer.outcome]

    def consequence(self, answer: ServiceAnswer) -> str:
        """What follows: who helps, from when, and who helps meanwhile."""
        if answer.outcome is Outcome.POSTPONED:
            return sentences(self._until(answer), self.meanwhile(answer))
        if answer.waits_for_place:
            return sentences(self.words.gettext("Waits for room there."), self.meanwhile(answer))
        if _stays(answer):
            return self._as_now(answer)
        if answer.outcome is Outcome.CHOSEN:
            return self._begins(answer)
        return self._by_rule(answer)

    def _begins(self, answer: ServiceAnswer) -> str:
        if answer.awaits_date:
            return sentences(agreeing(self.words), self.meanwhile(answer))
        if answer.start_on is None:
            return ""
        return sentences(begins(answer.start_on, self.words), self.meanwhile(answer))

    def _until(self, answer: ServiceAnswer) -> str:
        if answer.postponed_until is None:
            return ""
        return self.words.gettext("Answer by {date}.").format(
            date=self.words.weekday_and_date(answer.postponed_until)
        )

    def meanwhile(self, answer: ServiceAnswer) -> str:
        """Who helps until then; empty when nobody has to."""
        helper = self.interim(answer)
        if not helper:
            return ""
        return self.words.gettext("Until then, {provider} helps you.").format(provider=helper)

    def interim(self, answer: ServiceAnswer) -> str:
        """Name of the one who helps until then; empty when nobody has to, or nobody changes."""
        has_start = answer.start_on is not None or answer.awaits_date
        if has_start and answer.interim == answer.provider:
            return ""
        return self._name(answer.interim, answer.interim_name)

    def _as_now(self, answer: ServiceAnswer) -> str:
        if answer.outcome in {Outcome.KEEPS, Outcome.CHOSEN}:
            return self.words.gettext("As now.")
        return self.words.gettext("You keep {provider}, who helps you now.").format(
            provider=self.helper(answer)
        )

    def _by_rule(self, answer: ServiceAnswer) -> str:
        if answer.provider is None:
            if self._is_distributed(answer):
                start = self.words.gettext("The municipality's rule decides who helps you.")
            else:
                start = self.words.gettext("Help from the provider starts when you have chosen.")
            return sentences(start, self.meanwhile(answer))
        if answer.start_on is None:
            helps = self.words.gettext("Then {provider} helps you.").format(
                provider=self.helper(answer)
            )
            if not answer.awaits_date:
                return helps
            return sentences(helps, agreeing(self.words), self.meanwhile(answer))
        start = self.words.gettext("Then {provider} helps you from {date}.").format(
            provider=self.helper(answer), date=self.words.weekday_and_date(answer.start_on)
        )
        return sentences(start, self.meanwhile(answer))

    def _is_distributed(self, answer: ServiceAnswer) -> bool:
        """Whether the rule picks somebody later, instead of waiting for a choice."""
        rules = (each for some in self.municipality.rules.values() for each in some)
        return any(
            each.reference == answer.rule and not isinstance(each.fallback, ChooseFirst)
            for each in rules
        )

    def told(self, answer: ServiceAnswer) -> str:
        """Whom the municipality tells of a switch, one after the other; may be empty."""
        before = self._name(answer.previous_provider, answer.previous_name)
        names = {
            Told.OLD_PROVIDER: self._name(answer.interim, answer.interim_name) or before,
            Told.NEW_PROVIDER: self.helper(answer),
            Told.PERSON: self.words.pgettext("one of those who are told", "you"),
        }
        told = dict.fromkeys(names[each] for each in answer.notifies)
        return self.words.and_list([name for name in told if name])

    def _name(self, provider: ProviderId | None, stored: LocalText | None) -> str:
        if stored is None:
            today = {each.id: each.name for each in self.municipality.providers}
            stored = None if provider is None else today.get(provider)
        return "" if stored is None else self.words.local(stored)


def _leaves(answer: ServiceAnswer) -> bool:
    return answer.previous_provider is not None and not _stays(answer)


def _stays(answer: ServiceAnswer) -> bool:
    """Whether the one who helps now goes on."""
    return answer.provider is not None and answer.provider == answer.previous_provider
