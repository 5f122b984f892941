"""Words whose every text is put in brackets, so that any other text on a page stands out."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from kiosk.app.ports.words import Words
from kiosk.domain.language import Language, LocalText

OPEN, CLOSE = "⟦", "⟧"


class BracketedWords:
    """Another speaker's words in brackets.

    Args:
        speaker: Says everything.
    """

    def __init__(self, speaker: Words) -> None:
        self._speaker = speaker

    @property
    def language(self) -> Language:
        return self._speaker.language

    def gettext(self, message: str, /) -> str:
        return bracketed(self._speaker.gettext(message))

    def pgettext(self, context: str, message: str, /) -> str:
        return bracketed(self._speaker.pgettext(context, message))

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        return bracketed(self._speaker.ngettext(one, many, count))

    def local(self, text: LocalText) -> str:
        return bracketed(self._speaker.local(text))

    def full_date(self, day: date) -> str:
        return bracketed(self._speaker.full_date(day))

    def day_and_month(self, day: date) -> str:
        return bracketed(self._speaker.day_and_month(day))

    def weekday_and_date(self, day: date) -> str:
        return bracketed(self._speaker.weekday_and_date(day))

    def time(self, moment: datetime) -> str:
        return bracketed(self._speaker.time(moment))

    def and_list(self, items: Iterable[str]) -> str:
        return bracketed(self._speaker.and_list(items))

    def number(self, value: int | Decimal) -> str:
        return bracketed(self._speaker.number(value))

    def language_name(self, code: str) -> str:
        return bracketed(self._speaker.language_name(code))

    def language_code(self, name: str) -> str:
        return self._speaker.language_code(name)

    def phone(self, number: str) -> str:
        return bracketed(self._speaker.phone(number))


def bracketed(text: str) -> str:
    """The text in brackets; an empty one stays empty."""
    return f"{OPEN}{text}{CLOSE}" if text else ""


def outside_brackets(text: str) -> str:
    """What of a text is in no bracket."""
    depth, outside = 0, []
    for letter in text:
        if letter == OPEN:
            depth += 1
        elif letter == CLOSE:
            depth -= 1
        elif depth == 0:
            outside.append(letter)
    return "".join(outside)
