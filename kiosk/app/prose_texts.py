"""The approved texts with the municipality's own facts filled in, so that the two never differ."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import assert_never

from kiosk.app.notice_texts import notice_text
from kiosk.app.ports.words import Words
from kiosk.domain.municipality import Municipality, Prose
from kiosk.domain.service import ServiceId

PLACEHOLDER = re.compile(r"\{(\w+)\}")


class ProseFact(Enum):
    """What an approved text may name in braces."""

    NOTICE = "notice"
    REPLY_DAYS = "reply_days"
    OFFICE = "office"
    PHONE = "phone"
    MUNICIPALITY = "municipality"


def filled(
    prose: Prose, municipality: Municipality, words: Words, services: Sequence[ServiceId] = ()
) -> Prose:
    """An approved text with every placeholder replaced.

    Args:
        prose: As approved.
        municipality: Whose facts are filled in.
        words: Of the language that the text is in.
        services: Those that the reader has; none for all of the municipality.
    """

    def fact(found: re.Match[str]) -> str:
        known = {fact.value: fact for fact in ProseFact}
        return (
            _fact(known[found[1]], municipality, services, words) if found[1] in known else found[0]
        )

    return tuple(replace(part, text=PLACEHOLDER.sub(fact, part.text)) for part in prose)


def _fact(
    fact: ProseFact, municipality: Municipality, services: Sequence[ServiceId], words: Words
) -> str:
    match fact:
        case ProseFact.NOTICE:
            return notice_text(municipality, services, words)
        case ProseFact.REPLY_DAYS:
            days = municipality.reply_days
            text = words.ngettext("{count}\u00a0day", "{count}\u00a0days", days)
            return text.format(count=days)
        case ProseFact.OFFICE:
            return words.local(municipality.office.phrase)
        case ProseFact.PHONE:
            return words.phone(municipality.office.contact.phone or "")
        case ProseFact.MUNICIPALITY:
            return municipality.name
        case _:
            assert_never(fact)
