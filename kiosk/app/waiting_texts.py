"""Waiting lists in words: what happened, and the lists as staff read them."""

from collections.abc import Iterable, Iterator

from kiosk.app.names import service_name
from kiosk.app.phrases import sentences
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.domain.choice import ServiceAnswer
from kiosk.domain.errors import NotFoundError
from kiosk.domain.event import EventBody, PlaceDeclined, PlaceOffered, PlaceTaken
from kiosk.domain.municipality import Municipality
from kiosk.domain.waiting import InLine, Step, Waiting


def waiting_event_text(body: EventBody, words: Words) -> str:
    """One event as sentences; empty for events of other kinds."""
    match body:
        case PlaceOffered() as offered:
            text = words.gettext("{service}: a place with {provider} was offered. Reply by {date}.")
            return text.format(
                service=words.local(offered.service_name),
                provider=words.local(offered.provider_name),
                date=words.full_date(offered.reply_by),
            )
        case PlaceTaken() as taken:
            return _taken(taken.answer, words)
        case PlaceDeclined() as declined:
            return _declined(declined, words)
        case _:
            return ""


def _taken(answer: ServiceAnswer, words: Words) -> str:
    service = "" if answer.service_name is None else words.local(answer.service_name)
    provider = "" if answer.provider_name is None else words.local(answer.provider_name)
    if answer.start_on is None:
        text = words.gettext(
            "{service}: the place with {provider} was taken. The date is still to be agreed on."
        )
        return text.format(service=service, provider=provider)
    text = words.gettext("{service}: the place with {provider} was taken. It begins on {date}.")
    return text.format(service=service, provider=provider, date=words.full_date(answer.start_on))


def _declined(declined: PlaceDeclined, words: Words) -> str:
    if declined.is_expired:
        text = words.gettext("{service}: no reply to the offer of a place with {provider}.")
    else:
        text = words.gettext("{service}: the place with {provider} was not wanted.")
    told = text.format(
        service=words.local(declined.service_name), provider=words.local(declined.provider_name)
    )
    follows = (
        words.gettext("The person goes on waiting, last in line.")
        if declined.stays
        else words.gettext("The person has left the waiting list.")
    )
    return sentences(told, follows)


def step_text(each: InLine, words: Words) -> str:
    """What can be done about somebody in line."""
    reply_by = each.waiting.reply_by
    day = "" if reply_by is None else words.full_date(reply_by)
    return {
        Step.OFFER: words.gettext("A place is free: offer it"),
        Step.AWAIT_REPLY: words.gettext("Offered, reply by {date}"),
        Step.EXPIRED: words.gettext("Offered, no reply by {date}"),
        Step.WAIT: words.gettext("Waits"),
    }[each.step].format(date=day)


def list_lines(
    listed: Iterable[InLine], municipality: Municipality, record: Record, words: Words
) -> Iterator[str]:
    """The lines for each provider in each zone; of each person the name and the case number only.

    A provider's place lies in one zone, so that each zone has a line of its own.
    """
    lines: dict[str, list[InLine]] = {}
    for each in listed:
        lines.setdefault(line_name(each, municipality, words), []).append(each)
    for heading in sorted(lines):
        yield heading
        yield from ("  " + _line(each, record, words) for each in lines[heading])
    if not lines:
        yield words.gettext("Nobody waits for a place.")


def line_name(each: InLine, municipality: Municipality, words: Words) -> str:
    """The line that somebody stands in, as a heading: service, zone and provider."""
    waiting = each.waiting
    return words.gettext("{service}, {zone}: {provider}").format(
        service=service_name(municipality, waiting.service, words),
        zone=zone_named(waiting, municipality),
        provider=provider_named(waiting, municipality, words),
    )


def _line(each: InLine, record: Record, words: Words) -> str:
    waiting = each.waiting
    text = words.gettext("{place}. {name}, {case}. {step}.")
    return text.format(
        place=words.number(each.place),
        name=record.case_file(waiting.case).case.name,
        case=waiting.case,
        step=step_text(each, words),
    )


def provider_named(waiting: Waiting, municipality: Municipality, words: Words) -> str:
    """The provider's name; its key once the content has no such provider any more."""
    try:
        return words.local(municipality.provider(waiting.provider).name)
    except NotFoundError:
        return waiting.provider


def zone_named(waiting: Waiting, municipality: Municipality) -> str:
    """The zone's name; its key once the content has no such zone any more."""
    names = {zone.id: zone.name for zone in municipality.zones}
    return names.get(waiting.zone, waiting.zone)
