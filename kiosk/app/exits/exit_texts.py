"""Exits in words, for staff."""

from collections import Counter
from collections.abc import Iterator

from kiosk.app.exits.exit_status import Concerned, ExitStatus, Stage
from kiosk.app.exits.standing_exits import KnownExit
from kiosk.app.names import service_name
from kiosk.app.phrases import provider_name, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.errors import NotFoundError
from kiosk.domain.exits.exit import ExitCause, ExitMode, ProviderExit
from kiosk.domain.exits.stand_in import SpareRoom
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ServiceId, ZoneId


def cause_text(cause: ExitCause, words: Words) -> str:
    """Why a provider stops, at the beginning of a sentence."""
    return {
        ExitCause.CONTRACT_ENDS: words.gettext("The agreement ends."),
        ExitCause.PROVIDER_ENDS_IT: words.gettext("The provider ends the agreement."),
        ExitCause.WITHDRAWN_FOR_BREACH: words.gettext(
            "The municipality ends the agreement after a breach."
        ),
        ExitCause.BANKRUPTCY: words.gettext("The provider is bankrupt."),
        ExitCause.MERGER: words.gettext("The provider merges with another."),
        ExitCause.MUNICIPALITY_STOPS: words.gettext("The municipality stops giving the service."),
        ExitCause.SCHEME_ENDS: words.gettext("The choice of provider ends."),
    }[cause]


def mode_text(exit_: ProviderExit, words: Words) -> str:
    """How much time there is, and what that asks of staff."""
    return {
        ExitMode.PLANNED: words.gettext("Planned: eight weeks or more."),
        ExitMode.TIGHT: words.gettext(
            "Less than eight weeks. Post the letters at once, or there is no time to remind."
        ),
        ExitMode.SHORT: words.gettext(
            "Less than four weeks. Call those who may not read the letter in time."
        ),
        ExitMode.ACUTE: words.gettext(
            "It has stopped. Somebody else helps from today, and the choice comes later."
        ),
    }[exit_.mode]


def stage_text(stage: Stage, words: Words) -> str:
    """How far somebody has come, in a few words."""
    return {
        Stage.LETTER_DUE: words.gettext("letter to post"),
        Stage.TO_TELL: words.gettext("letter to post, has chosen another"),
        Stage.ASKED: words.gettext("letter posted"),
        Stage.REMINDER_DUE: words.gettext("reminder to post"),
        Stage.RETURNED: words.gettext("letter came back"),
        Stage.SILENT: words.gettext("no answer, the rule is next"),
        Stage.WAITS_FOR_RULE: words.gettext("leaves it to the rule, or to later"),
        Stage.SETTLED: words.gettext("has another provider"),
    }[stage]


def exit_line(known: KnownExit, words: Words) -> str:
    """One exit in one line: key, who, until when, and whether it holds."""
    if known.called_off_at is not None:
        return words.gettext("{key}: {provider} goes on after all.").format(
            key=known.exit.id, provider=words.local(known.name)
        )
    return words.gettext("{key}: {provider} stops, last day {date}.").format(
        key=known.exit.id,
        provider=words.local(known.name),
        date=words.full_date(known.exit.last_day),
    )


def exit_lines(exit_: ProviderExit, municipality: Municipality, words: Words) -> Iterator[str]:
    """What was announced, in a few lines."""
    services = words.and_list(_phrase(municipality, each, words) for each in exit_.services)
    zones = words.and_list(zone_name(municipality, each) for each in exit_.zones)
    yield words.gettext("{provider} stops with {services} in {zones}.").format(
        provider=provider_name(municipality, exit_.provider, words),
        services=services,
        zones=zones,
    )
    yield words.gettext("Last day: {date}.").format(date=words.full_date(exit_.last_day))
    yield words.gettext("Answers by: {date}.").format(date=words.full_date(exit_.answer_by))
    yield sentences(cause_text(exit_.cause, words), mode_text(exit_, words))


def status_lines(status: ExitStatus, municipality: Municipality, words: Words) -> Iterator[str]:
    """Counts per zone and service, room of the others, and who is left."""
    yield from count_lines(status, municipality, words)
    for room in status.rooms:
        yield room_line(room, municipality, words)
    yield from left_lines(status, words)


def count_lines(status: ExitStatus, municipality: Municipality, words: Words) -> Iterator[str]:
    """How many people stand where, per zone and service."""
    line = words.gettext("{zone}, {service}: {count} {stage}")
    for (service, zone, stage), count in sorted(
        status.counts.items(), key=lambda each: (each[0][1], each[0][0], each[0][2].value)
    ):
        yield line.format(
            zone=zone_name(municipality, zone),
            service=service_name(municipality, service, words),
            count=words.number(count),
            stage=stage_text(stage, words),
        )
    if not status.people:
        yield words.gettext("The exit concerns nobody in the record.")


def left_lines(status: ExitStatus, words: Words) -> Iterator[str]:
    """How many people have nobody of their own after the last day; nothing where nobody is left."""
    if status.left:
        count = words.ngettext(
            "{count} person has no provider of their own after the last day.",
            "{count} people have no provider of their own after the last day.",
            len(status.left),
        ).format(count=words.number(len(status.left)))
        yield sentences(count, _what_to_do_about_left(status, words))


def _what_to_do_about_left(status: ExitStatus, words: Words) -> str:
    """What the next step is for those who have nobody of their own."""
    stages = {each.stage for each in status.left}
    steps = (
        (Stage.LETTER_DUE, words.gettext("Post the letters.")),
        (Stage.REMINDER_DUE, words.gettext("Post the reminders.")),
        (Stage.RETURNED, words.gettext("Find the addresses of those whose letter came back.")),
        (Stage.SILENT, words.gettext("Apply the rule to those who have not answered.")),
        (Stage.WAITS_FOR_RULE, words.gettext("Apply the rule to those who leave it to you.")),
    )
    call = words.gettext("Call those who may need help to choose.")
    return sentences(call, *(text for stage, text in steps if stage in stages))


def summary_text(status: ExitStatus, words: Words) -> str:
    """How many people stand where, in one line; says so where it concerns nobody."""
    counts = Counter(each.stage for each in status.people)
    parts = [f"{words.number(counts[s])} {stage_text(s, words)}" for s in Stage if counts[s]]
    return " · ".join(parts) or words.gettext("The exit concerns nobody in the record.")


def unseen_line(status: ExitStatus, words: Words) -> str:
    """How many nobody has been named for; empty where there are none."""
    count = len(status.unseen)
    if not count:
        return ""
    text = words.ngettext(
        "For {count} person nobody is named yet for the first day.",
        "For {count} people nobody is named yet for the first day.",
        count,
    ).format(count=words.number(count))
    first = words.gettext("Let the program find who helps them first.")
    then = words.gettext("Whoever is left then wants none of those who could come.")
    return sentences(text, first, then, words.gettext("Call them, and agree on who helps."))


def person_line(person: Concerned, municipality: Municipality, words: Words) -> str:
    """One person of an exit; for staff only."""
    return words.gettext("{case}  {name}  {zone}, {service}: {stage}").format(
        case=person.case,
        name=person.name,
        zone=zone_name(municipality, person.zone),
        service=service_name(municipality, person.service, words),
        stage=stage_text(person.stage, words),
    )


def room_line(room: SpareRoom, municipality: Municipality, words: Words) -> str:
    """Room of one other provider; says nothing about which is better."""
    text = words.gettext("{zone}, {service}: {provider} {room}")
    return text.format(
        zone=zone_name(municipality, room.zone),
        service=service_name(municipality, room.service, words),
        provider=provider_name(municipality, room.provider, words),
        room=room_text(room, words),
    )


def room_text(room: SpareRoom, words: Words) -> str:
    """Room of a provider, after its name."""
    if not room.is_open:
        return words.gettext("takes nobody new now")
    if room.spare is None:
        return words.gettext("has no ceiling")
    if room.in_hours:
        hours = room.spare // 60
        text = words.ngettext(
            "has room for {count} hour a week", "has room for {count} hours a week", hours
        )
        return text.format(count=words.number(hours))
    text = words.ngettext("has room for {count} person", "has room for {count} people", room.spare)
    return text.format(count=words.number(room.spare))


def zone_name(municipality: Municipality, zone: ZoneId) -> str:
    """The zone's name; its key once the content has no such zone any more."""
    try:
        return municipality.zone(zone).name
    except NotFoundError:
        return zone


def _phrase(municipality: Municipality, service: ServiceId, words: Words) -> str:
    """A service inside a sentence; its key once the content has no such service any more."""
    phrases = {each.id: each.phrase for each in municipality.services}
    return words.local(phrases[service]) if service in phrases else service
