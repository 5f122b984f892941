"""Words from gettext catalogues; Babel is imported for what only Babel knows."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.language import Language, LocalText
from kiosk.i18n import dates
from kiosk.i18n.catalogues import DOMAINS, load_catalogue
from kiosk.i18n.typography import phone_in_twos, with_hard_spaces

if TYPE_CHECKING:
    from babel import Locale

# Plain English dates are American in CLDR.
_LOCALES = {Language.BOKMAL: "nb", Language.NYNORSK: "nn", Language.ENGLISH: "en_GB"}
_AND = {Language.BOKMAL: "og", Language.NYNORSK: "og", Language.ENGLISH: "and"}
# CLDR has no sign languages.
_SIGN_LANGUAGE = {
    Language.BOKMAL: "tegnspråk",
    Language.NYNORSK: "teiknspråk",
    Language.ENGLISH: "sign language",
}
_SIGN_LANGUAGE_CODES = frozenset({"sgn", "nsl"})
# CLDR says "norsk bokmål"; in Norway the short names are enough.
_WRITTEN_NORWEGIAN = {"nb": "bokmål", "nn": "nynorsk"}
_UNGROUPED_BELOW = 1000


class GettextWords:
    """Texts and formats of one language; catalogues and Babel are read when first needed.

    Safe to share between threads.
    """

    def __init__(self, language: Language, locales: Path, domains: Sequence[str] = DOMAINS) -> None:
        self._language = language
        self._locales = locales
        self._domains = tuple(domains)

    @property
    def language(self) -> Language:
        """The language of everything below."""
        return self._language

    def gettext(self, message: str, /) -> str:
        """The sentence, placeholders still in braces; an empty message stays empty.

        Raises:
            CatalogueMissingError: The language has no compiled texts.
        """
        # gettext keeps its own header under the empty message.
        return self._catalogue.gettext(message) if message else ""

    def pgettext(self, context: str, message: str, /) -> str:
        """A one-word label in its context."""
        return self._catalogue.pgettext(context, message) if message else ""

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """Singular or plural; ``{count}`` is still to be filled in."""
        return self._catalogue.ngettext(one, many, count)

    def local(self, text: LocalText) -> str:
        """A municipality's text in this language, hard spaces set."""
        return with_hard_spaces(text.in_(self._language))

    def full_date(self, day: date) -> str:
        """``3. mars 2026``, hard space between day and month."""
        return dates.full_date(day, self._language)

    def day_and_month(self, day: date) -> str:
        """``3. mars`` with a hard space."""
        return dates.day_and_month(day, self._language)

    def weekday_and_date(self, day: date) -> str:
        """``tirsdag 3. mars 2026``."""
        return dates.weekday_and_date(day, self._language)

    def time(self, moment: datetime) -> str:
        """``10.42``; ``10:42`` in English."""
        return dates.time_of_day(moment, self._language)

    def and_list(self, items: Iterable[str]) -> str:
        """``norsk, engelsk og tegnspråk``; empty text for no items."""
        *others, last = tuple(items) or ("",)
        if not others:
            return last
        return f"{', '.join(others)} {_AND[self._language]} {last}"

    def number(self, value: int | Decimal) -> str:
        """A number with the language's marks; grouped by hard spaces in Norwegian."""
        if isinstance(value, int) and 0 <= value < _UNGROUPED_BELOW:
            return str(value)
        from babel.numbers import format_decimal  # noqa: PLC0415  # slow to import

        return format_decimal(value, locale=self._locale, decimal_quantization=False)

    def language_name(self, code: str) -> str:
        """Name as written inside a sentence; the code itself where the language is unknown."""
        if code in _SIGN_LANGUAGE_CODES:
            return _SIGN_LANGUAGE[self._language]
        if code in _WRITTEN_NORWEGIAN and self._language is not Language.ENGLISH:
            return _WRITTEN_NORWEGIAN[code]
        return str(self._locale.languages.get(code, code))

    def language_code(self, name: str) -> str:
        """ISO 639 code of a language by its name in any of the program's languages."""
        from kiosk.i18n.language_codes import language_code  # noqa: PLC0415  # reads CLDR

        return language_code(name)

    def phone(self, number: str) -> str:
        """A telephone number grouped in twos with hard spaces."""
        return phone_in_twos(number)

    @cached_property
    def _catalogue(self) -> NullTranslations:
        return load_catalogue(self._locales, self._language, self._domains)

    @cached_property
    def _locale(self) -> "Locale":
        from babel import Locale  # noqa: PLC0415  # slow to import

        return Locale.parse(_LOCALES[self._language])
