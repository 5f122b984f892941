"""Finds compiled catalogues; English is the language of the source and needs none."""

import gettext
from collections.abc import Sequence
from pathlib import Path

from kiosk.domain.errors import KioskError
from kiosk.domain.language import Language

DOMAINS = ("kiosk", "brochures")


class CatalogueMissingError(KioskError):
    """A language has no compiled catalogue; ``make catalogues`` writes them.

    Attributes:
        language: The language without texts.
        domain: The part of the program without texts.
    """

    def __init__(self, language: Language, domain: str) -> None:
        super().__init__(f"no compiled catalogue {domain} for {language.value}")
        self.language = language
        self.domain = domain


def compiled_path(locales: Path, language: Language, domain: str) -> Path:
    """Where the compiled catalogue of ``domain`` lies, whether or not it exists."""
    return locales / language.value / "LC_MESSAGES" / f"{domain}.mo"


def load_catalogue(
    locales: Path, language: Language, domains: Sequence[str] = DOMAINS
) -> gettext.NullTranslations:
    """The texts of several domains as one; an earlier domain wins.

    Raises:
        CatalogueMissingError: A Norwegian language lacks one of ``domains``.
    """
    if language is Language.ENGLISH:
        return gettext.NullTranslations()
    first, *others = [_read(locales, language, domain) for domain in domains]
    for other in others:
        first.add_fallback(other)
    return first


def _read(locales: Path, language: Language, domain: str) -> gettext.GNUTranslations:
    try:
        with compiled_path(locales, language, domain).open("rb") as file:
            return gettext.GNUTranslations(file)
    except FileNotFoundError as error:
        raise CatalogueMissingError(language, domain) from error
