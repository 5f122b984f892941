"""A letter for an envelope with a window: sender, address, and what it says."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType

from brochures.editions import GAPS_PT
from brochures.empty_page import with_even_pages
from brochures.flow import Piece, Room, flow_compactly
from brochures.furniture import TOP_RULE, Foot, FootSetter, PaperWords
from brochures.labelled import RULE_AIR_PT, LabelledSetter
from brochures.lines import LineBreaker, Place
from brochures.look import ProseLook
from brochures.marks import Mark, Page, TextMark
from brochures.prose import ProseSetter
from brochures.structure import Element, heading, paragraph
from brochures.styles import (
    BOX,
    CONTENT_WIDTH_PT,
    LEFT_PT,
    LETTER,
    LETTER_BOLD,
    LETTER_HEADING,
    LETTER_SENDER,
    LETTER_TITLE,
    LETTER_WIDTH_PT,
    MM,
    TextStyle,
)
from brochures.window import BODY_TOP_PT, Beside, WindowSetter, fold_mark
from kiosk.domain.document.sheet import SheetSection
from kiosk.domain.document.window_letter import LetterPart, WindowLetter
from kiosk.domain.municipality import ProseKind

TOP_PT = 18.5 * MM
AFTER_TITLE_PT = 2.4 * MM
AFTER_HEADING_PT = 1 * MM
BEFORE_HEADING_PT = 4.6 * MM
BEFORE_PART_PT = 3.1 * MM
BEFORE_CLOSING_PT = 6 * MM

LETTER_LOOK = ProseLook(
    headings=(LETTER_HEADING,),
    text=LETTER,
    strong=LETTER_BOLD,
    width_pt=LETTER_WIDTH_PT,
    gaps_pt=MappingProxyType(
        {
            **GAPS_PT,
            (ProseKind.PARAGRAPH, ProseKind.HEADING): BEFORE_HEADING_PT,
            (ProseKind.ITEM, ProseKind.HEADING): BEFORE_HEADING_PT,
        }
    ),
    after_title_pt=AFTER_HEADING_PT,
    left_pt=LEFT_PT,
)


class LetterPages:
    """Lays out one letter."""

    def __init__(self, letter: WindowLetter, breaker: LineBreaker, words: PaperWords) -> None:
        self._letter = letter
        self._breaker = breaker
        self._words = words
        self._prose = ProseSetter(breaker, letter.title, LETTER_LOOK, letter.strong)
        self._labelled = LabelledSetter(letter.title, breaker, words)
        self._window = WindowSetter(breaker, letter.title)

    def pages(self) -> tuple[Page, ...]:
        """An even number of pages, each with its foot line; the last may be empty.

        Raises:
            DoesNotFitError: A line of the address or a word is larger than its room.
            MissingGlyphError: The font lacks a character.
        """
        letter = self._letter
        room = Room(top_pt=TOP_PT)
        flowed = flow_compactly(tuple(self._pieces()), letter.title, room)
        first, *rest = flowed.pages
        pages = [Page((TOP_RULE, *first, fold_mark())), *(Page((TOP_RULE, *each)) for each in rest)]
        even = with_even_pages(pages, self._words.gettext("This page is empty."), self._breaker)
        setter = FootSetter(self._breaker, self._words)
        return setter.with_foot(even, self.foot)

    def own(self) -> Iterator[Piece]:
        """What is another's in every letter, as it stands on the pages; foot lines aside.

        Raises:
            DoesNotFitError: A line of the address is larger than its room.
            MissingGlyphError: The font lacks a character.
        """
        yield Piece(self._beside.lower_pt, tuple(self._in_window()))
        if self._letter.frame:
            yield self._labelled.frame(self._letter.frame)

    @property
    def foot(self) -> Foot:
        """Of each of its pages."""
        return Foot(self._letter.foot, self._letter.is_example)

    def _pieces(self) -> Iterator[Piece]:
        letter = self._letter
        height = BODY_TOP_PT - TOP_PT + self._beside.lower_pt
        yield Piece(height, tuple(each.down(-TOP_PT) for each in self._head()))
        yield self._line(letter.title, LETTER_TITLE, heading(1), 0, keeps_next=True)
        gap = AFTER_TITLE_PT
        for part in letter.parts:
            yield from self._part(part, gap)
            gap = BEFORE_PART_PT
        yield self._line(letter.closing, LETTER, paragraph(), BEFORE_CLOSING_PT)
        if letter.frame:
            yield self._labelled.frame(letter.frame)

    def _head(self) -> Iterator[Mark]:
        """Who sends it, to whom, and what it is known by; measured from the top of the page."""
        letter = self._letter
        y_pt = TOP_PT
        for text, style in ((letter.municipality, LETTER_SENDER), (letter.office, BOX)):
            piece = self._line(text, style, paragraph(), 0)
            yield from (mark.down(y_pt) for mark in piece.marks)
            y_pt += piece.height_pt
        yield from self._in_window()

    def _in_window(self) -> Iterator[Mark]:
        """To whom, and beside it what the letter is known by."""
        yield from self._window.address(self._letter.post, self._words)
        yield from self._beside.marks

    @cached_property
    def _beside(self) -> Beside:
        return self._window.beside(self._letter.references)

    def _part(self, part: LetterPart, gap_pt: float) -> Iterator[Piece]:
        if isinstance(part, SheetSection):
            yield from self._labelled.section(
                part.heading, part.lines, RULE_AIR_PT, part.signatures
            )
            return
        for number, piece in enumerate(self._prose.prose(part)):
            yield piece if number else replace(piece, gap_pt=gap_pt)

    def _line(
        self,
        text: str,
        style: TextStyle,
        element: Element,
        gap_pt: float,
        *,
        keeps_next: bool = False,
    ) -> Piece:
        place = Place(self._letter.title, text)
        lines = self._breaker.break_text(text, style, CONTENT_WIDTH_PT, place)
        mark = TextMark(element, LEFT_PT, style.baseline_pt, style, lines)
        return Piece(len(lines) * style.leading_pt, (mark,), gap_pt, keeps_next=keeps_next)
