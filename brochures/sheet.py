"""Sheets of labelled lines: a note for the case system, or a list for a provider."""

from collections.abc import Iterator

from brochures.flow import Piece
from brochures.furniture import Foot, PaperWords
from brochures.labelled import RULE_AIR_PT, LabelledSetter, whole
from brochures.letter_look import LETTERS, LetterLook
from brochures.lines import LineBreaker
from brochures.marks import Page
from brochures.receipt import BEFORE_SERVICE_PT
from kiosk.domain.document.sheet import Sheet


class SheetPages:
    """Lays out one sheet in one edition."""

    def __init__(
        self, sheet: Sheet, breaker: LineBreaker, words: PaperWords, look: LetterLook = LETTERS
    ) -> None:
        self._sheet = sheet
        self._setter = LabelledSetter(sheet.title, breaker, words, look)

    def pages(self) -> tuple[Page, ...]:
        """One page where it fits, else more, each with its foot line.

        Raises:
            DoesNotFitError: A single word is larger than its room.
            MissingGlyphError: The font lacks a character.
        """
        return self._setter.pages(self._pieces(), Foot(self._sheet.foot, self._sheet.is_example))

    def _pieces(self) -> Iterator[Piece]:
        sheet, setter = self._sheet, self._setter
        yield from setter.head(sheet.municipality, sheet.office, sheet.lead)
        gap = BEFORE_SERVICE_PT
        for section in sheet.sections:
            pieces = setter.section(section.heading, section.lines, gap, section.signatures)
            # Half of what is told of a person could be read as all of it.
            yield from pieces if section.may_break else whole(pieces)
            gap = RULE_AIR_PT
        if sheet.frame:
            yield setter.frame(sheet.frame)
