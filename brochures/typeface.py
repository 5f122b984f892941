"""The one typeface of all documents: its widths, and the characters it has."""

import struct
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from brochures.styles import TextStyle
from kiosk.domain.errors import FontFileError, MissingGlyphError

# What ReportLab raises depends on where in the file it stumbles.
_UNREADABLE = (TTFError, OSError, struct.error, ValueError, LookupError)

INVISIBLE = "Cf"
"""Unicode's class of soft hyphens, joiners and marks of direction."""


@dataclass(frozen=True, slots=True)
class FontFiles:
    """Static TrueType files of the two weights; variable fonts would print one instance only."""

    regular: Path
    bold: Path


def composed(text: str) -> str:
    """A text as it is drawn: composed letters, no invisible characters."""
    return "".join(
        character
        for character in unicodedata.normalize("NFC", text)
        if unicodedata.category(character) != INVISIBLE
    )


class Typeface:
    """Both weights, registered with ReportLab.

    Attributes:
        regular_name, bold_name: Names under which the canvas knows the weights.
    """

    def __init__(self, files: FontFiles) -> None:
        self._fonts = {False: _registered(files.regular), True: _registered(files.bold)}
        self._known: set[str] = set()
        self.regular_name = str(self._fonts[False].fontName)
        self.bold_name = str(self._fonts[True].fontName)

    def name(self, *, is_bold: bool) -> str:
        """Name of a weight for the canvas."""
        return self.bold_name if is_bold else self.regular_name

    def width_pt(self, text: str, size_pt: float, *, is_bold: bool) -> float:
        """Width of a text on one line, without kerning."""
        return float(self._fonts[is_bold].stringWidth(text, size_pt))

    def prepared(self, text: str, style: TextStyle, field: str) -> str:
        """The text as it will be drawn: composed letters, no invisible characters.

        Raises:
            MissingGlyphError: The weight lacks a character; ReportLab would print a box.
        """
        if self._known.issuperset(text) and unicodedata.is_normalized("NFC", text):
            return text
        drawn = composed(text)
        weights = {style.is_bold, style.is_bold or style.emphasises_phones}
        for character in drawn:
            if character != "\n" and not all(
                self._has(character, is_bold=bold) for bold in weights
            ):
                raise MissingGlyphError(character, field)
            if self._has(character, is_bold=False) and self._has(character, is_bold=True):
                self._known.add(character)
        return drawn

    def _has(self, character: str, *, is_bold: bool) -> bool:
        return ord(character) in self._fonts[is_bold].face.charToGlyph


def _registered(path: Path) -> TTFont:
    """The font of a file; ReportLab finds fonts by name in one table for the whole process.

    Raises:
        FontFileError: There is no such file, or it is damaged.
    """
    mark = sha256(str(path.resolve()).encode()).hexdigest()[:12]
    name = f"{path.stem}-{mark}"
    if name not in pdfmetrics.getRegisteredFontNames():
        try:
            pdfmetrics.registerFont(TTFont(name, str(path)))
        except _UNREADABLE as error:
            raise FontFileError(path.name) from error
    return pdfmetrics.getFont(name)
