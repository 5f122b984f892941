"""What stands in and beside the window of an envelope, and where the sheet is folded.

The measures are those in which the windows of E6/5, C6/5, C5 and C4 envelopes meet (paper.md 4):
15 to 110 mm from the left, 44 to 70 mm from the top. Nothing but the address stands in x 15-120,
y 39-70 mm.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, combinations, pairwise

from brochures.furniture import PaperWords
from brochures.letter_look import LETTERS, LetterLook
from brochures.lines import Line, LineBreaker, Place
from brochures.marks import Mark, Stroke, TextMark
from brochures.structure import labelled, new_list, paragraph
from brochures.styles import BOX, BOX_BOLD, LEFT_PT, MM, RIGHT_PT, TextStyle
from brochures.typeface import composed
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.window_letter import PostalLines
from kiosk.domain.errors import DoesNotFitError
from kiosk.domain.mailing import LINE_SIZE_PT, LINE_WIDTH_MM, MOST_LINES
from kiosk.domain.window_lines import lines_in_window
from kiosk.i18n.typography import with_hard_spaces

WINDOW_TOP_PT = 39 * MM
"""No text but the address stands lower, left of what stands beside it."""

ADDRESS = TextStyle(LINE_SIZE_PT, 4.65 * MM)
BACK_TO_BASELINE_PT = 47 * MM
ADDRESS_BASELINE_PT = 51.65 * MM
ADDRESS_WIDTH_PT = LINE_WIDTH_MM * MM

BESIDE_PT = 123 * MM
BESIDE_BASELINE_PT = 49.5 * MM
BESIDE_ROW_PT = 7 * MM
BESIDE_INDENT_PT = 29.5 * MM
"""Clear of "Saksnummer", and with room for "10. september 2028" beside it."""

AFTER_BESIDE_PT = 2.5 * MM
"""From the last baseline beside the window to the body."""

BELOW_PT = 72 * MM
"""Where date and numbers begin that stand below the window."""
BELOW_GAP_PT = 3 * MM
AFTER_BELOW_PT = 5 * MM

FOLD_LEFT_PT, FOLD_RIGHT_PT = 5 * MM, 8 * MM
FOLD_LINE_PT = 0.4
MIDDLE_PT = 148.5 * MM
"""Where a sheet is folded for a C5 envelope."""

BODY_TOP_PT = 86 * MM


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands right of the window.

    Attributes:
        lower_pt: How much lower the body begins than else; 0 but for a very long name.
    """

    marks: tuple[Mark, ...]
    lower_pt: float


def characters_over(text: str, breaker: LineBreaker) -> int:
    """How many characters at the end of a line have no room in the window; 0 where all have."""
    drawn = composed(with_hard_spaces(text))
    fits = (
        over
        for over in range(len(drawn))
        if breaker.text_width_pt(drawn[: len(drawn) - over], ADDRESS) <= ADDRESS_WIDTH_PT
    )
    return next(fits, len(drawn))


class WindowSetter:
    """Sets the upper part of one letter."""

    def __init__(self, breaker: LineBreaker, owner: str, look: LetterLook = LETTERS) -> None:
        self._breaker = breaker
        self._owner = owner
        self._look = look

    def address(self, post: PostalLines, words: PaperWords) -> Iterator[Mark]:
        """The lines of the window, one text each size and weight alike; nothing for no address.

        A line that is wider than the window takes two where there is room.

        Raises:
            DoesNotFitError: A line has no room, or there are too many; its field is whose address
                it is, never what stands in it.
            MissingGlyphError: The font lacks a character.
        """
        place = Place(self._owner, _whose(post, words))
        if len(post.lines) > MOST_LINES:
            raise DoesNotFitError(self._owner, place.field, len(post.lines) - MOST_LINES)
        if post.back_to:
            yield self._back_to(post, words)
        if post.lines:
            yield self._lines(post.lines, place)

    def office(self, lines: Sequence[str], words: PaperWords) -> TextMark:
        """The office that an answer goes to; what is more than four lines shares lines.

        Args:
            lines: The town last; it keeps a line of its own. At least one.
            words: Of the document.

        Raises:
            DoesNotFitError: A line is wider than the window all the same.
            MissingGlyphError: The font lacks a character.
        """
        *others, last = lines
        place = self._of_office(words)
        try:
            return self._lines((*self._joined(others, MOST_LINES - 1), last), place)
        except DoesNotFitError:
            # A municipality whose name is told in several languages needs two lines for it.
            closer = (*self._joined(others, MOST_LINES - 2), last)
            with suppress(DoesNotFitError):
                return self._lines(closer, place)
            raise

    def _back_to(self, post: PostalLines, words: PaperWords) -> TextMark:
        ways = (post.back_to, *post.shorter)
        fits = (each for each in ways if self._width_pt(each) <= ADDRESS_WIDTH_PT)
        text = next(fits, ways[-1])
        line = self._breaker.one_line(text, ADDRESS, ADDRESS_WIDTH_PT, self._of_office(words))
        return TextMark(paragraph(), LEFT_PT, BACK_TO_BASELINE_PT, ADDRESS, (line,))

    def _lines(self, lines: Sequence[str], place: Place) -> TextMark:
        try:
            set_ = tuple(self._one_line(each, place) for each in lines)
        except DoesNotFitError:
            set_ = tuple(self._one_line(each, place) for each in self._broken(lines))
        return TextMark(paragraph(), LEFT_PT, ADDRESS_BASELINE_PT, ADDRESS, set_)

    def _broken(self, lines: Sequence[str]) -> Iterator[str]:
        """The lines, those that are too wide over two where there is room."""
        drawn = [composed(with_hard_spaces(each)) for each in lines]
        return chain.from_iterable(lines_in_window(drawn, self._width_pt, ADDRESS_WIDTH_PT))

    def _one_line(self, text: str, place: Place) -> Line:
        try:
            return self._breaker.one_line(text, ADDRESS, ADDRESS_WIDTH_PT, place)
        except DoesNotFitError as error:
            over = characters_over(text, self._breaker)
            raise DoesNotFitError(
                place.owner, place.field, error.lines_over, characters_over=over
            ) from error

    def _joined(self, lines: Sequence[str], room: int) -> Sequence[str]:
        """At most so many lines, none wider than it must be."""
        if len(lines) <= room:
            return lines
        ways = (
            [", ".join(lines[start:end]) for start, end in pairwise((0, *cuts, len(lines)))]
            for cuts in combinations(range(1, len(lines)), room - 1)
        )
        return min(ways, key=lambda way: max(map(self._width_pt, way)))

    def _width_pt(self, text: str) -> float:
        return self._breaker.text_width_pt(text, ADDRESS)

    def _of_office(self, words: PaperWords) -> Place:
        return Place(self._owner, words.pgettext("field of a letter", "Address of the office"))

    def beside(self, lines: Sequence[ReceiptLine]) -> Beside:
        """Date and numbers, right of the window or below it; a name may take several lines.

        Raises:
            DoesNotFitError: A label or a word is wider than the column.
        """
        return self._below(lines) if self._look.tells_below else self._right(lines)

    def _below(self, lines: Sequence[ReceiptLine]) -> Beside:
        """Two abreast where they have room."""
        cells, told, marks = self._look.edition.cells, new_list(), list[Mark]()
        text, strong = cells.text, cells.strong
        half = (RIGHT_PT - LEFT_PT) / 2
        x_pt, y_pt = LEFT_PT, BELOW_PT
        for line in lines:
            label_element, value_element = labelled(told)
            place = Place(self._owner, line.label)
            label = self._breaker.one_line(line.label, strong, RIGHT_PT - LEFT_PT, place)
            indent = self._breaker.width_pt(label, strong) + BELOW_GAP_PT
            wanted = indent + self._breaker.text_width_pt(line.value, text)
            if x_pt > LEFT_PT and wanted > half:
                x_pt, y_pt = LEFT_PT, y_pt + text.leading_pt
            value = self._breaker.break_text(line.value, text, RIGHT_PT - x_pt - indent, place)
            baseline = y_pt + text.baseline_pt
            marks.append(TextMark(label_element, x_pt, baseline, strong, (label,)))
            marks.append(TextMark(value_element, x_pt + indent, baseline, text, value))
            if x_pt > LEFT_PT or wanted > half - BELOW_GAP_PT:
                x_pt, y_pt = LEFT_PT, y_pt + len(value) * text.leading_pt
            else:
                x_pt += half
        end_pt = y_pt + (text.leading_pt if x_pt > LEFT_PT else 0)
        return Beside(tuple(marks), max(0, end_pt + AFTER_BELOW_PT - BODY_TOP_PT))

    def _right(self, lines: Sequence[ReceiptLine]) -> Beside:
        told, marks = new_list(), list[Mark]()
        baseline = end_pt = BESIDE_BASELINE_PT
        for line in lines:
            label_element, value_element = labelled(told)
            place = Place(self._owner, line.label)
            label = self._breaker.one_line(line.label, BOX_BOLD, BESIDE_INDENT_PT, place)
            marks.append(TextMark(label_element, BESIDE_PT, baseline, BOX_BOLD, (label,)))
            x_pt = BESIDE_PT + BESIDE_INDENT_PT
            if self._widest_word_pt(line.value) > RIGHT_PT - x_pt:
                # A long name of one word stands below its label.
                x_pt, baseline = BESIDE_PT, baseline + BOX.leading_pt
            value = self._breaker.break_text(line.value, BOX, RIGHT_PT - x_pt, place)
            marks.append(TextMark(value_element, x_pt, baseline, BOX, value))
            end_pt = baseline + (len(value) - 1) * BOX.leading_pt
            baseline = end_pt + BESIDE_ROW_PT
        return Beside(tuple(marks), max(0, end_pt + AFTER_BESIDE_PT - BODY_TOP_PT))

    def _widest_word_pt(self, text: str) -> float:
        return max(self._breaker.text_width_pt(word, BOX) for word in text.split(" "))


def fold_mark(y_pt: float = MIDDLE_PT) -> Stroke:
    """A hairline at the left edge, outside of what a print house prints over."""
    return Stroke(FOLD_LEFT_PT, y_pt, FOLD_RIGHT_PT, y_pt, FOLD_LINE_PT)


def _whose(post: PostalLines, words: PaperWords) -> str:
    """The field that an address is of; never what stands in it."""
    if post.is_other:
        return words.pgettext("field of a letter", "Name and address of whoever gets the post")
    return words.pgettext("field of a letter", "Name and address")
