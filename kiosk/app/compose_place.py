"""The letter about a free place: by when to reply, and what each answer and silence means.

It presses nobody: every answer is told in the same form, and help goes on whatever is answered.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.app.letter_sheet import LetterText, letter_sheet
from kiosk.app.nonchoice_texts import tell, what_is_same, whom_to_ask
from kiosk.app.notice_texts import notice_text
from kiosk.app.phrases import provider_name, sentences
from kiosk.app.ports.words import Words
from kiosk.app.receipt_parts import filled
from kiosk.domain.case import Case
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId, ServiceId

_Lines = Iterator[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ToldPlace:
    """A place that is offered to a person.

    Attributes:
        reply_by: Last day for an answer.
        helper: Who helps until ``provider`` begins; None where nobody does, or somebody takes over
            from that one soon.
        is_helped: Whether anybody helps today.
    """

    service: ServiceId
    provider: ProviderId
    reply_by: date
    helper: ProviderId | None = None
    is_helped: bool = True


@dataclass(frozen=True, slots=True)
class PlacePlan:
    """What the letter is made from.

    Attributes:
        places: Order of the case; at least one.
    """

    municipality: Municipality
    case: Case
    places: tuple[ToldPlace, ...]


def place_title(words: Words) -> str:
    """Title of the letter; free of personal data."""
    return words.gettext("A place is free")


def compose_place(plan: PlacePlan, issued_on: date, words: Words) -> Sheet:
    """Put the letter into words; bokmål or nynorsk."""
    text = LetterText(
        title=place_title(words),
        lead=sentences(
            words.gettext("You wait for a provider that you have chosen."),
            words.gettext("Now there is a place for you."),
            words.gettext("You decide whether you take it."),
        ),
        sections=tuple(_place(place, plan, words) for place in plan.places),
        rights=_rights(plan, words),
    )
    return letter_sheet(text, plan.case, plan.municipality, issued_on, words)


def _place(place: ToldPlace, plan: PlacePlan, words: Words) -> SheetSection:
    municipality = plan.municipality
    heading = words.local(municipality.service(place.service).name)
    return SheetSection(heading, filled(_lines(place, municipality, words)), may_break=True)


def _lines(place: ToldPlace, municipality: Municipality, words: Words) -> _Lines:
    provider = provider_name(municipality, place.provider, words)
    offer = words.gettext("A place with {provider}.").format(provider=provider)
    yield words.pgettext("label of a letter", "What you are offered"), offer
    reply = words.gettext("Answer by {date}.").format(date=words.weekday_and_date(place.reply_by))
    yield (
        words.pgettext("label of a letter", "How to answer"),
        sentences(reply, tell(municipality, words)),
    )
    taken = words.gettext("{provider} begins to help you.").format(provider=provider)
    yield (
        words.pgettext("label of a letter", "If you say yes"),
        sentences(taken, notice_text(municipality, [place.service], words)),
    )
    yield words.pgettext("label of a letter", "If you say no"), _declined(municipality, words)
    yield (
        words.pgettext("label of a letter", "If you do not answer"),
        sentences(
            words.gettext("The next in line is offered the place."),
            words.gettext("You go on waiting, last in line."),
        ),
    )
    yield (
        words.pgettext("label of a letter", "Who helps you"),
        _meanwhile(place, municipality, words),
    )


def _declined(municipality: Municipality, words: Words) -> str:
    if municipality.declined_place_stays:
        follows = words.gettext("You go on waiting, last in line.")
    else:
        follows = words.gettext("You leave the waiting list. You can choose again.")
    return sentences(words.gettext("The next in line is offered the place."), follows)


def _meanwhile(place: ToldPlace, municipality: Municipality, words: Words) -> str:
    if not place.is_helped:
        return ""
    if place.helper is None:
        same = words.gettext("You have the same help as now, until {provider} begins.")
    else:
        same = words.gettext("{helper} helps you as now, until {provider} begins.")
    text = sentences(same, words.gettext("The help goes on whatever you answer."))
    return text.format(
        provider=provider_name(municipality, place.provider, words),
        helper="" if place.helper is None else provider_name(municipality, place.helper, words),
    )


def _rights(plan: PlacePlan, words: Words) -> _Lines:
    municipality = plan.municipality
    services = [place.service for place in plan.places]
    yield words.gettext("What is the same"), what_is_same(municipality, services, words)
    yield words.gettext("Can you switch"), words.gettext("You can choose or switch later.")
    yield words.gettext("Whom can you ask"), whom_to_ask(municipality, words)
