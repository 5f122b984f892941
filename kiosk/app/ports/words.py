"""What the use cases need to say something in a language."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from kiosk.domain.language import Language, LocalText


class Words(Protocol):
    """Texts, dates and lists in one language; message ids are English sentences."""

    @property
    def language(self) -> Language:
        """The language of everything below."""
        ...

    def gettext(self, message: str, /) -> str:
        """The sentence, placeholders still in braces."""
        ...

    def pgettext(self, context: str, message: str, /) -> str:
        """A one-word label in its context."""
        ...

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """Singular or plural; ``{count}`` is still to be filled in."""
        ...

    def local(self, text: LocalText) -> str:
        """A municipality's text in this language, hard spaces set."""
        ...

    def full_date(self, day: date) -> str:
        """For example ``3. mars 2026``."""
        ...

    def day_and_month(self, day: date) -> str:
        """For example ``3. mars``."""
        ...

    def weekday_and_date(self, day: date) -> str:
        """For example ``tirsdag 3. mars 2026``."""
        ...

    def time(self, moment: datetime) -> str:
        """For example ``10.42``."""
        ...

    def and_list(self, items: Iterable[str]) -> str:
        """For example ``norsk, engelsk og tegnspråk``; empty text for no items."""
        ...

    def number(self, value: int | Decimal) -> str:
        """A number with the language's marks."""
        ...

    def language_name(self, code: str) -> str:
        """Name of an ISO 639 language in lower case, for example ``engelsk``."""
        ...

    def language_code(self, name: str) -> str:
        """ISO 639 code of a language by its name in bokmål, nynorsk or English, or by its code.

        Returns:
            Empty for an empty name; ``und`` for what names no language.
        """
        ...

    def phone(self, number: str) -> str:
        """A telephone number grouped in twos with hard spaces."""
        ...
