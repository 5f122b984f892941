"""The letter about a provider that stops: what happens, who helps, whom the person can choose.

The cause is not told: it changes nothing for the person, and could sound like a judgement.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.app.announcement_texts import announcement_text
from kiosk.app.compose_provider import kind_long
from kiosk.app.nonchoice_texts import tell, what_is_same, whom_to_ask, why
from kiosk.app.notice_texts import notice_text
from kiosk.app.phrases import provider_name, room_now, sentences
from kiosk.app.ports.words import Words
from kiosk.app.receipt_parts import filled
from kiosk.domain.case import Case
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.exits.affected import Touched
from kiosk.domain.exits.exit import ExitMode, ProviderExit
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.announcement import Announcement
from kiosk.domain.nonchoice.parts import PoliticalDecision
from kiosk.domain.ordering import Order
from kiosk.domain.provider import CapacityState
from kiosk.domain.service import ProviderId, ServiceId

_Lines = Iterator[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ToldExit:
    """What a person is told about one service.

    Attributes:
        stand_in: Who helps from the first day without, until a new provider begins.
        options: Whom the person can choose, in the person's own order; full ones among them.
        announced: What the rule means for this person, who gives no answer.
    """

    exit: ProviderExit
    service: ServiceId
    touched: Touched
    stand_in: ProviderId
    options: Order
    announced: Announcement
    decision: PoliticalDecision


@dataclass(frozen=True, slots=True)
class ExitPlan:
    """What the letter is made from.

    Attributes:
        told: Order of the case; at least one.
    """

    municipality: Municipality
    case: Case
    told: tuple[ToldExit, ...]


def exit_title(words: Words) -> str:
    """Title of the letter; free of personal data."""
    return words.gettext("A provider stops")


def compose_exit(plan: ExitPlan, issued_on: date, words: Words) -> Sheet:
    """Put the letter into words; bokmål or nynorsk."""
    municipality = plan.municipality
    return Sheet(
        language=words.language,
        municipality=municipality.name,
        office=words.local(municipality.office.name),
        is_example=municipality.is_example,
        title=exit_title(words),
        lead=sentences(
            words.gettext("You can choose a new provider."),
            words.gettext("You have the same right to help as before."),
        ),
        sections=(
            *(
                section
                for told in plan.told
                for section in (_service(told, plan, words), *_options(told, plan, words))
            ),
            SheetSection(
                words.pgettext("heading of a letter", "What you can do, and what is the same"),
                filled(_rights(plan, words)),
                may_break=True,
            ),
        ),
        frame=filled(
            (
                (words.pgettext("of a person", "Name"), plan.case.name),
                (words.gettext("Case number"), plan.case.reference),
            )
        ),
        foot=plan.case.reference,
        issued_on=issued_on,
    )


def _service(told: ToldExit, plan: ExitPlan, words: Words) -> SheetSection:
    municipality = plan.municipality
    return SheetSection(
        words.local(municipality.service(told.service).name),
        filled(
            (
                (words.pgettext("label of a letter", "What happens"), _what(told, plan, words)),
                (words.pgettext("label of a letter", "Who helps you"), _who(told, plan, words)),
                (
                    words.pgettext("label of a letter", "If you do not answer"),
                    announcement_text(told.announced, municipality, words),
                ),
                (
                    words.pgettext("label of a letter", "Who decided it"),
                    why(told.decision, words),
                ),
            )
        ),
    )


def _what(told: ToldExit, plan: ExitPlan, words: Words) -> str:
    exit_, name = told.exit, provider_name(plan.municipality, told.exit.provider, words)
    if exit_.mode is ExitMode.ACUTE:
        stops = words.gettext("{provider} has stopped, and gives no more help.")
    else:
        stops = words.gettext("{provider} stops. The last day is {date}.")
    before = {
        Touched.PROMISED: words.gettext("{provider} was to begin to help you."),
        Touched.WAITING: words.gettext("You wait for a place with {provider}."),
    }.get(told.touched, "")
    text = sentences(before, stops)
    return text.format(provider=name, date=words.full_date(exit_.last_day))


def _who(told: ToldExit, plan: ExitPlan, words: Words) -> str:
    if told.touched is not Touched.HELPED:
        return words.gettext("You have the same help as now, until a new provider begins.")
    exit_, municipality = told.exit, plan.municipality
    until = ""
    if exit_.mode is not ExitMode.ACUTE:
        until = words.gettext("{provider} helps you up to and including that day.")
    after = words.gettext("{helper} helps you from {date}, until a new provider begins.")
    return sentences(until, after).format(
        provider=provider_name(municipality, exit_.provider, words),
        helper=provider_name(municipality, told.stand_in, words),
        date=words.full_date(exit_.takes_over_on),
    )


def _options(told: ToldExit, plan: ExitPlan, words: Words) -> Iterator[SheetSection]:
    """One line for each, alike; the order is the person's own, as in the brochure."""
    phrase = words.local(plan.municipality.service(told.service).phrase)
    heading = words.gettext("You can choose these for {service}").format(service=phrase)
    lines = filled(_option(each, told, plan, words) for each in told.options)
    if lines:
        yield SheetSection(heading, lines)


def _option(option: ProviderId, told: ToldExit, plan: ExitPlan, words: Words) -> tuple[str, str]:
    provider = plan.municipality.provider(option)
    offer = provider.offer_for(told.service, plan.case.zone)
    room = CapacityState.NOT_STATED if offer is None else offer.capacity.state
    kind = kind_long(provider.kind, words)
    text = words.gettext("{kind}, {room}").format(kind=kind, room=room_now(room, words))
    return words.local(provider.name), text


def _rights(plan: ExitPlan, words: Words) -> _Lines:
    municipality = plan.municipality
    services = [told.service for told in plan.told]
    answer_by = min(told.exit.answer_by for told in plan.told)
    leaving = words.and_list(
        dict.fromkeys(provider_name(municipality, t.exit.provider, words) for t in plan.told)
    )
    answer = words.gettext("Answer by {date}.").format(date=words.weekday_and_date(answer_by))
    yield (
        words.pgettext("label of a letter", "How to answer"),
        sentences(answer, tell(municipality, words)),
    )
    yield (
        words.pgettext("label of a letter", "When it begins"),
        notice_text(municipality, services, words),
    )
    yield (
        words.pgettext("label of a letter", "Word to the provider"),
        words.gettext("You need not tell {provider}.").format(provider=leaving),
    )
    yield words.gettext("What is the same"), what_is_same(municipality, services, words)
    yield words.gettext("Can you switch"), words.gettext("You can choose or switch later.")
    yield words.gettext("Whom can you ask"), whom_to_ask(municipality, words)
