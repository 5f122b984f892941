"""Rows about providers that stop, as lists of the staff's pages show them."""

from functools import cache

from kiosk.app.exits.exit_overview import SeenExit
from kiosk.app.exits.exit_status import Concerned, ExitStatus, Stage
from kiosk.app.exits.exit_texts import room_text, stage_text, summary_text
from kiosk.app.phrases import provider_name, sentence_case
from kiosk.app.ports.words import Words
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.ui.models.rows import Row
from kiosk.ui.names import joined, service_name, zone_name

ROOM_FIELDS = ("place", "what", "reason")
EXIT_FIELDS = ("key", "who", "about", "step", "picked")


def exit_row(each: SeenExit, picked: str, words: Words) -> Row:
    """One exit: who, until when, and how many people stand where."""
    known = each.known
    day = words.gettext("Last day: {date}.").format(date=words.full_date(known.exit.last_day))
    off = words.gettext("Called off. The provider goes on.")
    return {
        "key": known.exit.id,
        "who": words.local(known.name),
        "about": day,
        "step": off if each.status is None else summary_text(each.status, words),
        "picked": known.exit.id == picked,
    }


def room_rows(status: ExitStatus | None, municipality: Municipality, words: Words) -> list[Row]:
    """Room of everybody else where an exit concerns somebody; empty without a status."""
    text = words.gettext("{provider} {room}")
    return [
        {
            "place": zone_name(municipality, room.zone),
            "what": service_name(municipality, room.service, words),
            "reason": text.format(
                provider=provider_name(municipality, room.provider, words),
                room=room_text(room, words),
            ),
        }
        for room in (() if status is None else status.rooms)
    ]


def person_key(each: Concerned) -> str:
    """Names one service of one person."""
    return f"{each.case} {each.service}"


def people_rows(status: ExitStatus, municipality: Municipality, words: Words) -> list[Row]:
    """Whom an exit concerns, in the order of the status; nobody is picked.

    Thousands may be: what many rows share is put into words once.
    """
    stages = {stage: sentence_case(stage_text(stage, words)) for stage in Stage}
    takes_over = words.gettext("{helper} takes over")

    @cache
    def place(zone: ZoneId, service: ServiceId) -> str:
        return joined(zone_name(municipality, zone), service_name(municipality, service, words))

    @cache
    def step(stage: Stage, helper: ProviderId | None) -> str:
        if helper is None:
            return stages[stage]
        name = provider_name(municipality, helper, words)
        return joined(stages[stage], takes_over.format(helper=name))

    return [
        {
            "key": person_key(each),
            "who": joined(each.name, each.case),
            "about": place(each.zone, each.service),
            "step": step(each.stage, each.stand_in),
            "picked": False,
        }
        for each in status.people
    ]
