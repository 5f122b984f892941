"""The approved texts with the municipality's own facts filled in, so that the two never differ."""

import re
from dataclasses import replace
from enum import Enum
from typing import assert_never

from kiosk.app.phrases import notice_sentence
from kiosk.app.ports.words import Words
from kiosk.domain.municipality import Municipality, Prose

PLACEHOLDER = re.compile(r"\{(\w+)\}")


class ProseFact(Enum):
    """What an approved text may name in braces."""

    NOTICE = "notice"
    REPLY_DAYS = "reply_days"
    OFFICE = "office"
    PHONE = "phone"
    MUNICIPALITY = "municipality"


def filled(prose: Prose, municipality: Municipality, words: Words) -> Prose:
    """An approved text with every placeholder replaced; ``words`` speak the text's language."""
    return tuple(replace(part, text=_filled(part.text, municipality, words)) for part in prose)


def _filled(text: str, municipality: Municipality, words: Words) -> str:
    known = {fact.value for fact in ProseFact}

    def fact(found: re.Match[str]) -> str:
        name = found[1]
        return _fact(ProseFact(name), municipality, words) if name in known else found[0]

    return PLACEHOLDER.sub(fact, text)


def _fact(fact: ProseFact, municipality: Municipality, words: Words) -> str:
    match fact:
        case ProseFact.NOTICE:
            return notice_sentence(municipality.notice.period, words)
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
