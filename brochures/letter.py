"""A letter for an envelope with a window: sender, address, and what it says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from brochures.empty_page import with_even_pages
from brochures.flow import Piece, Room
from brochures.furniture import Foot, FootSetter, PaperWords, top_rule
from brochures.labelled import RULE_AIR_PT, LabelledSetter, whole
from brochures.letter_look import LETTERS, LetterLook
from brochures.lines import LineBreaker, Place
from brochures.marks import Mark, Page, TextMark
from brochures.paper_end import flow_with_end
from brochures.prose import ProseSetter
from brochures.structure import Element, heading, paragraph
from brochures.styles import MM, TextStyle
from brochures.window import BODY_TOP_PT, WINDOW_TOP_PT, Beside, WindowSetter, fold_mark
from kiosk.domain.document.sheet import SheetSection
from kiosk.domain.document.window_letter import LetterPart, WindowLetter

TOP_PT = 18.5 * MM
AFTER_TITLE_PT = 2.4 * MM
BEFORE_PART_PT = 3.1 * MM
BEFORE_CLOSING_PT = 6 * MM


def _has_room(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces have room together on one page."""
    room = Room(top_pt=TOP_PT)
    return sum(each.gap_pt + each.height_pt for each in pieces) <= room.bottom_pt - room.top_pt


class LetterPages:
    """Lays out one letter in one edition."""

    def __init__(
        self,
        letter: WindowLetter,
        breaker: LineBreaker,
        words: PaperWords,
        look: LetterLook = LETTERS,
    ) -> None:
        self._letter = letter
        self._breaker = breaker
        self._words = words
        self._look = look
        self._prose = ProseSetter(breaker, letter.title, look.prose, letter.strong)
        self._labelled = LabelledSetter(letter.title, breaker, words, look)
        self._window = WindowSetter(breaker, letter.title, look)

    def pages(self) -> tuple[Page, ...]:
        """An even number of pages, each with its foot line; the last may be empty.

        Raises:
            DoesNotFitError: A line of the address or a word is larger than its room.
            MissingGlyphError: The font lacks a character.
        """
        letter = self._letter
        room = Room(top_pt=TOP_PT)
        body, end = tuple(self._body()), tuple(self._end())
        flowed = flow_with_end(body, end, letter.title, room)
        first, *rest = flowed.pages
        edition = self._look.edition
        rule = top_rule(edition.paper)
        pages = [Page((rule, *first, fold_mark())), *(Page((rule, *each)) for each in rest)]
        empty = self._words.gettext("This page is empty.")
        even = with_even_pages(pages, empty, self._breaker, edition)
        setter = FootSetter(self._breaker, self._words, edition)
        return setter.with_foot(even, self.foot)

    def own(self) -> Iterator[Piece]:
        """What is another's in every letter, as it stands on the pages; foot lines aside.

        Raises:
            DoesNotFitError: A line of the address is larger than its room.
            MissingGlyphError: The font lacks a character.
        """
        yield Piece(self._beside.lower_pt, tuple(self._in_window()))

    @property
    def foot(self) -> Foot:
        """Of each of its pages."""
        return Foot(self._letter.foot, self._letter.is_example)

    def _body(self) -> Iterator[Piece]:
        letter = self._letter
        height = BODY_TOP_PT - TOP_PT + self._beside.lower_pt
        yield Piece(height, tuple(each.down(-TOP_PT) for each in self._head()))
        yield self._line(letter.title, self._look.title, heading(1), 0, keeps_next=True)
        gap = AFTER_TITLE_PT
        for part in letter.parts:
            yield from self._part(part, gap)
            gap = BEFORE_PART_PT

    def _end(self) -> Iterator[Piece]:
        letter = self._letter
        yield self._line(letter.closing, self._look.text, paragraph(), BEFORE_CLOSING_PT)

    def _head(self) -> Iterator[Mark]:
        """Who sends it, to whom, and what it is known by; measured from the top of the page."""
        letter, look = self._letter, self._look
        place = Place(letter.title, letter.municipality)
        width = look.edition.paper.content_width_pt
        lines = self._breaker.balanced(letter.municipality, look.sender, width, place)
        left, first_pt = look.edition.paper.left_pt, TOP_PT + look.sender.baseline_pt
        yield TextMark(paragraph(), left, first_pt, look.sender, lines)
        y_pt = TOP_PT + len(lines) * look.sender.leading_pt
        style = look.edition.cells.text
        office = self._line(letter.office, style, paragraph(), 0)
        last_pt = y_pt + office.height_pt - style.leading_pt + style.baseline_pt
        # Below a name of two lines it would show in the window; the greeting names it too.
        if last_pt <= WINDOW_TOP_PT:
            yield from (mark.down(y_pt) for mark in office.marks)
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
            pieces = tuple(
                self._labelled.section(part.heading, part.lines, RULE_AIR_PT, part.signatures)
            )
            # Of those whom one can choose, nobody stands on another page than the others.
            stays = not part.may_break and _has_room(pieces)
            yield from whole(pieces) if stays else pieces
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
        lines = self._breaker.break_text(
            text, style, self._look.edition.paper.content_width_pt, place
        )
        mark = TextMark(element, self._look.edition.paper.left_pt, style.baseline_pt, style, lines)
        return Piece(len(lines) * style.leading_pt, (mark,), gap_pt, keeps_next=keeps_next)
