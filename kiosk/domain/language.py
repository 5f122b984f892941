"""Languages of pages and documents, and texts that exist in several of them."""

from dataclasses import dataclass
from enum import Enum


class Language(Enum):
    """A language of the citizen's pages; documents exist in the two Norwegian ones."""

    BOKMAL = "nb"
    NYNORSK = "nn"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class LocalText:
    """One text of the municipality in bokmål, nynorsk and, where it exists, English.

    Attributes:
        nb: Bokmål.
        nn: Nynorsk.
        en: English, or None where the municipality has none.
    """

    nb: str
    nn: str
    en: str | None = None

    @classmethod
    def same(cls, text: str) -> "LocalText":
        """A text that is spelled alike everywhere, such as a registered name."""
        return cls(text, text, text)

    def shown_in(self, language: Language) -> Language:
        """The language in which this text is shown to a reader of ``language``."""
        if language is Language.ENGLISH and self.en is None:
            return Language.BOKMAL
        return language

    def in_(self, language: Language) -> str:
        """The text for a reader of ``language``; bokmål where English is missing."""
        match self.shown_in(language):
            case Language.BOKMAL:
                return self.nb
            case Language.NYNORSK:
                return self.nn
            case Language.ENGLISH:
                return self.en or self.nb
