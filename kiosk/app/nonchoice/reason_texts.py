"""Why a rule gave what it gave, in one sentence per way; the same in list, letter and history."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.app.ports.words import Words
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.proposal import PassedOver, Way
from kiosk.domain.nonchoice.supply import PassReason
from kiosk.domain.service import ProviderId

NameOf = Callable[[ProviderId], str]


@dataclass(frozen=True, slots=True)
class Given:
    """What a rule gave, as far as its reason tells of it.

    Attributes:
        provider: Name of who shall help; empty where nobody is named.
        interim: Name of who helps until then.
        has_passed: Others came before, and could not come.
    """

    way: Way
    provider: str
    interim: str
    has_passed: bool = False


class Reasons:
    """The sentences of one language, for many people."""

    def __init__(self, words: Words) -> None:
        self._sentences = _reasons(words)
        self._after_others = self._sentences | _after_others(words)

    def text(self, given: Given) -> str:
        """Why, in words to the person."""
        sentence = (self._after_others if given.has_passed else self._sentences)[given.way]
        return sentence.format(provider=given.provider, interim=given.interim)


def reason_text(given: Given, words: Words) -> str:
    """Why, in words to the person; ``Reasons`` is faster for many."""
    return Reasons(words).text(given)


def _reasons(words: Words) -> dict[Way, str]:
    turn = words.gettext("It was the turn of {provider}.")
    key = words.gettext("{provider} lacked most of its share.")
    lot = words.gettext("{provider} was drawn by lot.")
    return {
        Way.KEEPS: words.gettext("You keep {provider}, who helps you now."),
        Way.FORMER: words.gettext("{provider} has helped you before, and has room."),
        Way.HOUSEHOLD: words.gettext("{provider} helps in your home already, and has room."),
        Way.START_UP: words.gettext("In this period, new users get help from {provider}."),
        Way.MUNICIPAL: words.gettext("By the rule, you get help from {provider}."),
        Way.TURN: turn,
        Way.KEY: key,
        Way.LOT: lot,
        Way.SHARE_TURN: turn,
        Way.SHARE_KEY: key,
        Way.SHARE_LOT: lot,
        Way.SHARE_REACHED: words.gettext(
            "The others had the share that the rule gives them, so {provider} helps you."
        ),
        Way.NOBODY_ELSE: words.gettext("None of the others could come, so {provider} helps you."),
        Way.MUST_CHOOSE: words.gettext(
            "Help from the provider starts when you have chosen. Until then, {interim} helps you."
        ),
        Way.OFFICER: words.gettext(
            "None of the providers could come. We contact you. Until then, {interim} helps you."
        ),
    }


def _after_others(words: Words) -> dict[Way, str]:
    """The ways of picking by an order, where the first in it could not come."""
    turn = words.gettext("Of those who could come, it was the turn of {provider}.")
    key = words.gettext("Of those who could come, {provider} lacked most of its share.")
    return {Way.TURN: turn, Way.SHARE_TURN: turn, Way.KEY: key, Way.SHARE_KEY: key}


def state_text(state: NonchoiceState, words: Words) -> str:
    """Why there is no choice, to the person."""
    return {
        NonchoiceState.NO_REPLY: words.gettext("You have not chosen a provider in time."),
        NonchoiceState.DOES_NOT_WISH: words.gettext(
            "You have said that you do not want to choose."
        ),
        NonchoiceState.CANNOT: words.gettext(
            "It has been decided that you cannot make this choice yourself."
        ),
    }[state]


def state_label(state: NonchoiceState, words: Words) -> str:
    """Why there is no choice, as a label for staff."""
    return {
        NonchoiceState.NO_REPLY: words.pgettext("state of a person without a choice", "No reply"),
        NonchoiceState.DOES_NOT_WISH: words.pgettext(
            "state of a person without a choice", "Does not wish to choose"
        ),
        NonchoiceState.CANNOT: words.pgettext(
            "state of a person without a choice", "Cannot choose"
        ),
    }[state]


def passed_text(passed: PassedOver, name_of: NameOf, words: Words) -> str:
    """Who was passed over and why, for staff."""
    return _passes(words)[passed.reason].format(provider=name_of(passed.provider))


def _passes(words: Words) -> dict[PassReason, str]:
    return {
        PassReason.OBJECTED: words.gettext("{provider}: the person does not want this provider"),
        PassReason.NOT_STARTED: words.gettext("{provider}: has not begun"),
        PassReason.SUSPENDED: words.gettext("{provider}: gets nobody new now"),
        PassReason.FULL: words.gettext("{provider}: is full"),
        PassReason.PAUSED: words.gettext("{provider}: takes nobody new now"),
        PassReason.CLOSING: words.gettext("{provider}: is about to stop"),
        PassReason.NEEDS: words.gettext("{provider}: does not come at all the times needed"),
        PassReason.LANGUAGE: words.gettext("{provider}: nobody speaks the language needed"),
    }
