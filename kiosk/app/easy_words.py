"""The words of a language, in shorter sentences where there are such."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from kiosk.app.easy_texts import CONTEXT, EASY
from kiosk.app.ports.words import Words
from kiosk.domain.language import Language, LocalText


@dataclass(frozen=True, slots=True)
class EasyWords:
    """Says the same as ``words``, easily.

    A sentence without easy words is said as it is: nothing is ever left out for being hard.
    """

    words: Words

    @property
    def language(self) -> Language:
        """The language of everything below."""
        return self.words.language

    def gettext(self, message: str, /) -> str:
        """The sentence, or several short ones that say the same."""
        return self.words.pgettext(CONTEXT, message) if message in EASY else self.plain(message)

    def plain(self, message: str) -> str:
        """The sentence as everybody else reads it."""
        return self.words.gettext(message)

    def pgettext(self, context: str, message: str, /) -> str:
        """A one-word label in its context."""
        return self.words.pgettext(context, message)

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """Singular or plural; ``{count}`` is still to be filled in."""
        message = one if count == 1 else many
        if message in EASY:
            return self.words.pgettext(CONTEXT, message)
        return self.words.ngettext(one, many, count)

    def local(self, text: LocalText) -> str:
        """A municipality's text in this language, hard spaces set."""
        return self.words.local(text)

    def full_date(self, day: date) -> str:
        """For example ``3. mars 2026``."""
        return self.words.full_date(day)

    def day_and_month(self, day: date) -> str:
        """For example ``3. mars``."""
        return self.words.day_and_month(day)

    def weekday_and_date(self, day: date) -> str:
        """For example ``tirsdag 3. mars 2026``."""
        return self.words.weekday_and_date(day)

    def time(self, moment: datetime) -> str:
        """For example ``10.42``."""
        return self.words.time(moment)

    def and_list(self, items: Iterable[str]) -> str:
        """For example ``norsk, engelsk og tegnspråk``; empty text for no items."""
        return self.words.and_list(items)

    def number(self, value: int | Decimal) -> str:
        """A number with the language's marks."""
        return self.words.number(value)

    def language_name(self, code: str) -> str:
        """Name of an ISO 639 language in lower case."""
        return self.words.language_name(code)

    def language_code(self, name: str) -> str:
        """ISO 639 code of a language by its name."""
        return self.words.language_code(name)

    def phone(self, number: str) -> str:
        """A telephone number grouped in twos with hard spaces."""
        return self.words.phone(number)
