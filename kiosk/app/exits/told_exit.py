"""What a letter tells about one provider that stops: what happens, and who helps then."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.app.phrases import provider_name, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.choice import ServiceAnswer
from kiosk.domain.exits.affected import Touched
from kiosk.domain.exits.exit import ExitMode, ProviderExit
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.announcement import Announcement
from kiosk.domain.nonchoice.parts import PoliticalDecision
from kiosk.domain.ordering import Order
from kiosk.domain.service import ProviderId, ServiceId


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody is asked who needs a new provider.

    Attributes:
        options: Whom the person can choose, in the person's own order; full ones among them.
        announced: What the rule means for this person, who gives no answer.
    """

    options: Order
    announced: Announcement
    decision: PoliticalDecision


@dataclass(frozen=True, slots=True)
class ToldExit:
    """What a person is told about one service and one provider that stops.

    Attributes:
        stand_ins: Who helps instead, each with the first day; empty where that changes nothing.
        asked: None for who has chosen another provider, and is told only.
        own: The choice that stands, of somebody who is told only.
        helper_now: Who helps today; None where nobody does.
    """

    exit: ProviderExit
    service: ServiceId
    touched: Touched
    stand_ins: tuple[tuple[date, ProviderId], ...]
    asked: Asked | None = None
    own: ServiceAnswer | None = None
    helper_now: ProviderId | None = None


def what_happens(told: ToldExit, municipality: Municipality, words: Words) -> str:
    """That a provider stops, and when; never why."""
    exit_ = told.exit
    if exit_.mode is ExitMode.ACUTE:
        stops = words.gettext("{provider} has stopped, and gives no more help.")
    else:
        stops = words.gettext("{provider} stops. The last day is {date}.")
    before = {
        Touched.PROMISED: words.gettext("{provider} was to begin to help you."),
        Touched.WAITING: words.gettext("You wait for a place with {provider}."),
    }.get(told.touched, "")
    after = ""
    if told.touched is Touched.WAITING:
        after = words.gettext("You are no longer on the waiting list there.")
    text = sentences(before, stops, after)
    name = provider_name(municipality, exit_.provider, words)
    return text.format(provider=name, date=words.full_date(exit_.last_day))


def who_helps(told: ToldExit, municipality: Municipality, words: Words) -> str:
    """Who helps from now until somebody of the person's own begins; empty where nobody does."""
    if _stays(told):
        if told.helper_now is None:
            return ""
        return words.gettext("You have the same help as now, until a new provider begins.")
    return sentences(_until(told, municipality, words), *_instead(told, municipality, words))


def own_choice(told: ToldExit, municipality: Municipality, words: Words) -> str:
    """That the choice stands, and when it begins; empty for those who are asked."""
    own = told.own
    if own is None or own.provider is None:
        return ""
    if own.waits_for_place:
        when = words.gettext("You wait for a place with {provider}, and keep your place in line.")
    elif own.awaits_date or own.start_on is None:
        when = words.gettext("You have chosen {provider}. The date is still to be agreed on.")
    else:
        when = words.gettext("You have chosen {provider}, which begins on {date}.")
    text = sentences(when, words.gettext("Your choice stands. You need not do anything."))
    begins = "" if own.start_on is None else words.full_date(own.start_on)
    return text.format(provider=provider_name(municipality, own.provider, words), date=begins)


def _stays(told: ToldExit) -> bool:
    """Whether the person has the same help all the time, as the provider was only to begin."""
    helpers = {helper for _, helper in told.stand_ins}
    is_waiting = told.touched in {Touched.PROMISED, Touched.WAITING}
    return not helpers or (is_waiting and helpers == {told.helper_now})


def _until(told: ToldExit, municipality: Municipality, words: Words) -> str:
    if told.helper_now is None:
        return ""
    if told.touched in {Touched.PROMISED, Touched.WAITING}:
        return words.gettext("You have the same help as now to begin with.")
    if told.exit.mode is ExitMode.ACUTE:
        return ""
    text = words.gettext("{provider} helps you up to and including that day.")
    return text.format(provider=provider_name(municipality, told.exit.provider, words))


def _instead(told: ToldExit, municipality: Municipality, words: Words) -> Iterator[str]:
    own = None if told.own is None else told.own.provider
    for place, (day, helper) in enumerate(told.stand_ins, 1):
        is_last = place == len(told.stand_ins)
        if not is_last or helper == own:
            text = words.gettext("{helper} helps you from {date}.")
        elif own is not None:
            text = words.gettext("{helper} helps you from {date}, until {provider} begins.")
        else:
            text = words.gettext("{helper} helps you from {date}, until a new provider begins.")
        yield text.format(
            helper=provider_name(municipality, helper, words),
            date=words.full_date(day),
            provider="" if own is None else provider_name(municipality, own, words),
        )
