"""What a letter tells about one provider that stops: what happens, and who helps then."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.app.phrases import provider_name, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.choice import ServiceAnswer
from kiosk.domain.exits.affected import Touched
from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.announcement import Announcement
from kiosk.domain.nonchoice.parts import PoliticalDecision
from kiosk.domain.ordering import Order
from kiosk.domain.provider import CapacityState
from kiosk.domain.service import ProviderId, ServiceId


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody is asked who needs a new provider.

    Attributes:
        options: Whom the person can choose, in the person's own order; full ones among them.
        rooms: Room of each provider for this person, as the pages tell it.
        announced: What the rule means for this person, who gives no answer.
        answer_by: The last day for an answer.
    """

    options: Order
    rooms: Mapping[ProviderId, CapacityState]
    announced: Announcement
    decision: PoliticalDecision
    answer_by: date


@dataclass(frozen=True, slots=True)
class ToldExit:
    """What a person is told about one service and one provider that stops.

    Attributes:
        on: Day of the letter; days before it are told as past.
        stand_ins: Who helps instead, each with the first day; empty where that changes nothing.
        asked: None for who has chosen another provider, and is told only.
        own: The choice that stands, of somebody who is told only.
        helper_now: Who helps today; None where nobody does.
    """

    exit: ProviderExit
    service: ServiceId
    touched: Touched
    on: date
    stand_ins: tuple[tuple[date, ProviderId], ...]
    asked: Asked | None = None
    own: ServiceAnswer | None = None
    helper_now: ProviderId | None = None

    @property
    def has_stopped(self) -> bool:
        """Whether the last day is over when the letter is written."""
        return self.on > self.exit.last_day

    @property
    def still_to_tell(self) -> tuple[tuple[date, ProviderId], ...]:
        """Who helps instead now or later; the first may have begun already."""
        begun = [each for each in self.stand_ins if each[0] <= self.on]
        return (*begun[-1:], *(each for each in self.stand_ins if each[0] > self.on))


def what_happens(told: ToldExit, municipality: Municipality, words: Words) -> str:
    """That a provider stops, and when; never why."""
    exit_ = told.exit
    if told.has_stopped:
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
    is_begun = own.start_on is not None and own.start_on <= told.on
    if own.waits_for_place:
        when = words.gettext("You wait for a place with {provider}, and keep your place in line.")
    elif own.awaits_date or own.start_on is None:
        when = words.gettext("You have chosen {provider}. The date is still to be agreed on.")
    elif is_begun:
        when = words.gettext("You have chosen {provider}, which began on {date}.")
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
    has_begun = any(day <= told.on for day, _ in told.stand_ins)
    if told.helper_now is None or has_begun:
        return ""
    if told.touched in {Touched.PROMISED, Touched.WAITING}:
        return words.gettext("You have the same help as now to begin with.")
    if told.has_stopped:
        return ""
    text = words.gettext("{provider} helps you up to and including that day.")
    return text.format(provider=provider_name(municipality, told.exit.provider, words))


def _instead(told: ToldExit, municipality: Municipality, words: Words) -> Iterator[str]:
    own = None if told.own is None else told.own.provider
    helpers = told.still_to_tell
    for place, (day, helper) in enumerate(helpers, 1):
        text = _helps(
            words,
            has_begun=day < told.on,
            until_own=own is not None and helper != own,
            until_new=own is None,
            is_last=place == len(helpers),
        )
        yield text.format(
            helper=provider_name(municipality, helper, words),
            date=words.full_date(day),
            provider="" if own is None else provider_name(municipality, own, words),
        )


def _helps(
    words: Words, *, has_begun: bool, until_own: bool, until_new: bool, is_last: bool
) -> str:
    """That somebody helps, from when, and until when where nobody comes between."""
    if is_last and until_own:
        now = words.gettext("{helper} helps you now, until {provider} begins.")
        later = words.gettext("{helper} helps you from {date}, until {provider} begins.")
    elif is_last and until_new:
        now = words.gettext("{helper} helps you now, until a new provider begins.")
        later = words.gettext("{helper} helps you from {date}, until a new provider begins.")
    else:
        now = words.gettext("{helper} helps you now.")
        later = words.gettext("{helper} helps you from {date}.")
    return now if has_begun else later
