"""An exit before it is announced, in words for staff: whom it concerns, and what to look out for."""

from collections import Counter
from collections.abc import Iterator

from kiosk.app.exits.exit_status import ExitStatus
from kiosk.app.exits.exit_texts import exit_lines, zone_name
from kiosk.app.exits.planned_exit import given_spots
from kiosk.app.names import service_name
from kiosk.app.phrases import provider_name, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.exits.affected import Touched
from kiosk.domain.exits.stand_in import SpareRoom, stand_in
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId, ServiceId, ZoneId


def preview_lines(status: ExitStatus, municipality: Municipality, words: Words) -> Iterator[str]:
    """What would be announced, whom it concerns and who takes over, place by place."""
    yield from exit_lines(status.exit, municipality, words)
    counts = Counter((each.zone, each.service) for each in status.people)
    for (zone, service), count in sorted(counts.items()):
        yield _place(status, (zone, service), count, municipality, words)
    if not counts:
        yield words.gettext("The exit concerns nobody in the record.")


def preview_warnings(status: ExitStatus, municipality: Municipality, words: Words) -> Iterator[str]:
    """What staff should know before they announce it; may be empty."""
    rooms = {(each.zone, each.service, each.provider): each for each in status.rooms}
    helped = Counter(
        (each.zone, each.service) for each in status.people if each.touched is not Touched.WAITING
    )
    for (zone, service), count in sorted(helped.items()):
        helper = stand_in(municipality, status.exit, service, zone)
        room = None if helper is None else rooms.get((zone, service, helper))
        if room is not None and _is_short(room, count):
            yield _short(room, count, municipality, words)
    yield from _not_backed_up(status, municipality, words)
    waiting = sum(each.touched is Touched.WAITING for each in status.people)
    if waiting:
        yield words.ngettext(
            "{count} person who waits for a place there is taken off the waiting list.",
            "{count} people who wait for a place there are taken off the waiting list.",
            waiting,
        ).format(count=words.number(waiting))


def _not_backed_up(status: ExitStatus, municipality: Municipality, words: Words) -> Iterator[str]:
    """Where the named back-up cannot take over, and who does there."""
    backup = status.exit.backup
    if backup is None:
        return
    for service, zone in given_spots(municipality, status.exit):
        helper = stand_in(municipality, status.exit, service, zone)
        if helper is not None and helper != backup:
            text = words.gettext(
                "{zone}, {service}: {backup} does not give it there. {helper} takes over."
            )
            yield text.format(
                zone=zone_name(municipality, zone),
                service=service_name(municipality, service, words),
                backup=provider_name(municipality, backup, words),
                helper=provider_name(municipality, helper, words),
            )


def _place(
    status: ExitStatus,
    spot: tuple[ZoneId, ServiceId],
    count: int,
    municipality: Municipality,
    words: Words,
) -> str:
    zone, service = spot
    helper: ProviderId | None = stand_in(municipality, status.exit, service, zone)
    who = words.ngettext(
        "{zone}, {service}: it concerns {count} person.",
        "{zone}, {service}: it concerns {count} people.",
        count,
    )
    takes_over = words.gettext("{helper} takes over from {date}.") if helper is not None else ""
    return sentences(who, takes_over).format(
        zone=zone_name(municipality, zone),
        service=service_name(municipality, service, words),
        count=words.number(count),
        helper="" if helper is None else provider_name(municipality, helper, words),
        date=words.full_date(status.exit.takes_over_on),
    )


def _is_short(room: SpareRoom, count: int) -> bool:
    """Whether who takes over has room for fewer; hours of decisions are not compared."""
    has_less = room.spare is not None and not room.in_hours and room.spare < count
    return has_less or not room.is_open


def _short(room: SpareRoom, count: int, municipality: Municipality, words: Words) -> str:
    text = words.ngettext(
        "{helper} takes over for {count} person in {zone}, but has no room stated for that.",
        "{helper} takes over for {count} people in {zone}, but has no room stated for that.",
        count,
    )
    return text.format(
        helper=provider_name(municipality, room.provider, words),
        count=words.number(count),
        zone=zone_name(municipality, room.zone),
    )
