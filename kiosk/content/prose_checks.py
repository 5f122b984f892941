"""What the approved texts say about facts that stand in ``municipality.toml`` too."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType

from kiosk.app.prose_texts import PLACEHOLDER, ProseFact
from kiosk.content.entries import Entries, Entry
from kiosk.content.forms import MunicipalityForm, NoticeKind
from kiosk.content.notice_checks import sound_notices
from kiosk.content.problems import Place, ProblemLog
from kiosk.content.prose import Texts
from kiosk.domain.municipality import Prose, ProseKey


class About(Enum):
    """What the terms of a text are about."""

    CHOOSING = "choosing"
    SWITCHING = "switching"


# the other texts have terms of their own, such as the one for a complaint
ABOUT: Mapping[ProseKey, About] = MappingProxyType(
    {
        ProseKey.WHAT: About.CHOOSING,
        ProseKey.HOW_TO_CHOOSE: About.CHOOSING,
        ProseKey.HOW_TO_SWITCH: About.SWITCHING,
        ProseKey.QUESTIONS: About.CHOOSING,
    }
)
_TERM = re.compile(
    r"(\d+)\s+(?:(dag|dager|dagar|days?)|(?:måned|måneder|månad|månader|months?))\b", re.IGNORECASE
)
_UNITS = {NoticeKind.DAYS: True, NoticeKind.MONTHS: False}
Term = tuple[int, bool]
Terms = set[tuple[int | None, bool | None]]


def check_facts(texts: Texts, entries: Entries, log: ProblemLog) -> None:
    """Placeholders exist and have a value; terms written by hand agree with the rules."""
    for (key, language), prose in texts.items():
        place = Place(log, f"prose/{language.value}/{key.value}.md")
        check_text(prose, entries, place, ABOUT.get(key))


def check_text(prose: Prose, entries: Entries, place: Place, about: About | None) -> None:
    """One text; its terms only where it is known what they are about."""
    municipality = entries.municipality
    _check_placeholders(prose, municipality, place)
    if municipality is None or about is None:
        return
    notices = {(form.count, _UNITS.get(form.kind)) for form, _place in sound_notices(entries)}
    allowed = notices if about is About.SWITCHING else notices | _reply(municipality)
    _check_terms(prose, municipality, allowed, place)


def _check_placeholders(
    prose: Prose, municipality: Entry[MunicipalityForm] | None, place: Place
) -> None:
    allowed = ", ".join(f"{{{fact.value}}}" for fact in ProseFact)
    for name in _named(prose):
        if name not in {fact.value for fact in ProseFact}:
            place.fault("unknown_placeholder", value=f"{{{name}}}", allowed=allowed)
    phone = f"{{{ProseFact.PHONE.value}}}"
    if (
        ProseFact.PHONE.value in _named(prose)
        and municipality is not None
        and municipality.place.are_sound("office")
        and municipality.form.office.contact.phone is None
    ):
        place.fault("no_phone", value=phone)


def _named(prose: Prose) -> list[str]:
    names = (name for part in prose for name in PLACEHOLDER.findall(part.text))
    return list(dict.fromkeys(names))


def _reply(municipality: Entry[MunicipalityForm]) -> Terms:
    return {(municipality.form.reply_days, True)}


def _check_terms(
    prose: Prose, municipality: Entry[MunicipalityForm], allowed: Terms, place: Place
) -> None:
    if not municipality.place.are_sound("notice", "reply_days"):
        return
    for text, term in _terms(prose):
        if term not in allowed:
            place.warn("other_term", value=text, notice="{notice}", reply="{reply_days}")


def _terms(prose: Prose) -> Iterator[tuple[str, Term]]:
    for part in prose:
        for found in _TERM.finditer(part.text):
            yield found[0], (int(found[1]), found[2] is not None)
