"""Sheets of labelled lines: a note for the case system, or a list for a provider."""

from collections.abc import Iterator

from brochures.flow import Piece
from brochures.furniture import Foot, PaperWords
from brochures.labelled import RULE_AIR_PT, LabelledSetter, whole
from brochures.letter_look import LETTERS, LetterLook
from brochures.lines import LineBreaker
from brochures.marks import Page
from brochures.qr_code import MODULE_PT, QUIET_MODULES, SIDE_MODULES, qr_code
from brochures.receipt import BEFORE_SERVICE_PT
from brochures.structure import figure
from brochures.window import fold_mark
from kiosk.domain.document.sheet import Sheet, SheetSample


class SheetPages:
    """Lays out one sheet in one edition."""

    def __init__(
        self, sheet: Sheet, breaker: LineBreaker, words: PaperWords, look: LetterLook = LETTERS
    ) -> None:
        self._sheet = sheet
        self._breaker = breaker
        self._look = look
        self._setter = LabelledSetter(sheet.title, breaker, words, look)

    def pages(self) -> tuple[Page, ...]:
        """One page where it fits, else more, each with its foot line.

        Raises:
            DoesNotFitError: A single word is larger than its room.
            MissingGlyphError: The font lacks a character.
        """
        sheet, sample = self._sheet, self._sheet.sample
        back = "" if sample is None else sample.back
        foot = Foot(sheet.foot, sheet.is_example)
        pages = self._setter.pages(self._body(), self._end(), foot, back)
        if sample is None:
            return pages
        first, *rest = pages
        return (Page((*first.marks, fold_mark())), *rest)

    def _body(self) -> Iterator[Piece]:
        sheet, setter = self._sheet, self._setter
        yield from setter.head(sheet.municipality, sheet.office, sheet.lead)
        gap = BEFORE_SERVICE_PT
        for section in sheet.sections:
            pieces = setter.section(section.heading, section.lines, gap, section.signatures)
            # Half of what is told of a person could be read as all of it.
            yield from pieces if section.may_break else whole(pieces)
            gap = RULE_AIR_PT

    def _end(self) -> Iterator[Piece]:
        sheet = self._sheet
        if sheet.frame:
            yield self._setter.frame(sheet.frame)
        if sheet.sample is not None:
            yield self._scanned(sheet.sample)

    def _scanned(self, sample: SheetSample) -> Piece:
        """A code as reply slips have it, with the white room that it needs."""
        quiet_pt, left_pt = QUIET_MODULES * MODULE_PT, self._look.edition.paper.left_pt
        code = qr_code(sample.scanned, left_pt + quiet_pt, 0, figure(sample.scanned_as))
        return Piece(SIDE_MODULES * MODULE_PT, (code,), gap_pt=quiet_pt)
