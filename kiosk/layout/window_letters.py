"""Measures addresses as they will be printed, for lists that come in long before a letter."""

from dataclasses import dataclass
from functools import cached_property

from brochures.lines import LineBreaker
from brochures.typeface import FontFiles, Typeface
from brochures.window import characters_over
from kiosk.printing.letters import FontLetters

_SURELY_FITS = 17
"""So many of the widest letters have room."""


@dataclass(frozen=True)
class WindowLetters:
    """Implements ``PaperLetters``; the typeface is loaded with the first line that may be long.

    Attributes:
        letters: Knows which letters there are.
    """

    letters: FontLetters
    files: FontFiles

    def can_print(self, text: str) -> bool:
        """Whether the typeface has every letter of a text."""
        return self.letters.can_print(text)

    def over_window(self, text: str) -> int:
        """How many characters at the end of a line of an address have no room in the window."""
        if len(text) <= _SURELY_FITS:
            return 0
        return characters_over(text, self._breaker)

    @cached_property
    def _breaker(self) -> LineBreaker:
        return LineBreaker(Typeface(self.files))
