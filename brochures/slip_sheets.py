"""A reply slip on several pages: that it goes on, and whose each sheet is when they part."""

from collections.abc import Iterator, Sequence

from brochures.flow import Room
from brochures.furniture import PaperWords
from brochures.letter_look import LetterLook
from brochures.lines import LineBreaker, Place
from brochures.marks import Mark, TextMark, unread
from brochures.qr_code import qr_code
from brochures.structure import figure
from brochures.styles import CONTENT_BOTTOM_PT, CONTENT_WIDTH_PT, LEFT_PT, MM, RIGHT_PT, TextStyle
from brochures.window import MIDDLE_PT
from kiosk.domain.document.slip import Slip

TOP_PT = 18.5 * MM
CODE_X_PT = 161 * MM

HEAD_PT = 32 * MM
"""Of the front of a further sheet, from the upper edge of the code."""
TITLE_BASELINE_PT, CODES_BASELINE_PT = 5 * MM, 14 * MM
CODE_GAP_PT = 1.2 * MM

FOLD_AIR_PT = 3 * MM
TURN_BASELINE_PT = 276 * MM
TURN_PT = 7 * MM
"""Kept free for the line that says that the slip goes on."""


def one_page() -> Room:
    """The front of the only sheet, as long as all has room there."""
    return _room(TOP_PT, CONTENT_BOTTOM_PT)


def several_pages(look: LetterLook) -> Room:
    """Fronts and backs, each with a line at the foot."""
    bottom_pt = CONTENT_BOTTOM_PT - TURN_PT
    back, front = _room(TOP_PT, bottom_pt), _room(look.slip.code_top_pt + HEAD_PT, bottom_pt)
    return _room(TOP_PT, bottom_pt, (back, front))


def _room(top_pt: float, bottom_pt: float, others: tuple[Room, ...] = ()) -> Room:
    fold = (MIDDLE_PT - FOLD_AIR_PT, MIDDLE_PT + FOLD_AIR_PT)
    return Room(top_pt, bottom_pt, fold, others)


class SheetSetter:
    """Sets what the pages of one slip bear for being more than one."""

    def __init__(
        self, slip: Slip, breaker: LineBreaker, words: PaperWords, look: LetterLook
    ) -> None:
        self._slip = slip
        self._breaker = breaker
        self._words = words
        self._look = look

    def with_lines(self, pages: Sequence[Sequence[Mark]]) -> Iterator[tuple[Mark, ...]]:
        """The pages, with what tells of the others; the first of them is a front."""
        sheets = (len(pages) + 1) // 2
        for index, marks in enumerate(pages):
            head = self.head() if index and not index % 2 else ()
            goes_on = index + 1 < len(pages)
            line = self._line(index, sheets, goes_on=goes_on) if len(pages) > 1 else ()
            yield (*head, *marks, *line)

    def head(self) -> Iterator[Mark]:
        """Above what stands on the front of a further sheet; read aloud on the first one only."""
        baseline = self._look.slip.code_top_pt + TITLE_BASELINE_PT
        yield self._text(self._slip.title, self._look.heading, LEFT_PT, baseline)
        yield from self.own()

    def own(self) -> tuple[Mark, ...]:
        """What is the person's own in a head."""
        return tuple(self._own())

    def _own(self) -> Iterator[Mark]:
        slip, top_pt = self._slip, self._look.slip.code_top_pt
        yield unread(qr_code(slip.scanned, CODE_X_PT, top_pt, figure(slip.scanned)))
        style, strong = self._look.labelled.framed, self._look.labelled.framed_label
        for number, line in enumerate(slip.codes):
            baseline = top_pt + CODES_BASELINE_PT + number * self._look.slip.codes_row_pt
            yield self._text(line.label, style, LEFT_PT, baseline)
            x_pt = LEFT_PT + self._breaker.text_width_pt(line.label, style) + CODE_GAP_PT
            yield self._text(line.value, strong, x_pt, baseline)

    def _line(self, index: int, sheets: int, *, goes_on: bool) -> Iterator[Mark]:
        strong = self._look.edition.cells.strong
        if sheets > 1:
            told = self._words.gettext("Sheet {sheet} of {sheets}")
            text = told.format(sheet=index // 2 + 1, sheets=sheets)
            yield self._text(text, strong, LEFT_PT, TURN_BASELINE_PT)
        if goes_on:
            turn = self._words.gettext("Turn the sheet over")
            text = self._words.gettext("Go on to the next sheet") if index % 2 else turn
            x_pt = RIGHT_PT - self._breaker.text_width_pt(text, strong)
            yield self._text(text, strong, x_pt, TURN_BASELINE_PT)

    def _text(self, text: str, style: TextStyle, x_pt: float, baseline_pt: float) -> TextMark:
        place = Place(self._slip.title, text)
        line = self._breaker.one_line(text, style, CONTENT_WIDTH_PT, place)
        return TextMark(None, x_pt, baseline_pt, style, (line,))
