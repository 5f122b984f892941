"""Letters made of labelled lines: sections with a rule below, and numbers in one frame."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from brochures.flow import Piece, Room, flow_compactly
from brochures.furniture import TOP_RULE, Foot, FootSetter, PaperWords
from brochures.lines import LineBreaker, Place
from brochures.marks import Frame, Mark, Page, Role, Stroke, TextMark
from brochures.prose import ProseSetter
from brochures.styles import (
    BOX,
    CONTENT_WIDTH_PT,
    LEFT_PT,
    LETTER,
    LETTER_BOLD,
    LETTER_HEADING,
    LETTER_PLAIN,
    LETTER_SENDER,
    LETTER_WIDTH_PT,
    MM,
    RECEIPT_TITLE,
    RIGHT_PT,
    SMALL,
    SMALL_BOLD,
    TextStyle,
)
from kiosk.domain.document.receipt import ReceiptLine

TOP_PT = 18.5 * MM
LABEL_WIDTH_PT = 45 * MM
VALUE_INDENT_PT = 48 * MM
LINE_GAP_PT = 1.35 * MM
BEFORE_TITLE_PT = 9.6 * MM
RULE_AIR_PT = 2.6 * MM
AFTER_HEADING_PT = 1 * MM
BEFORE_FRAME_PT = 5 * MM
FRAME_PADDING_PT = 6 * MM
FRAME_AIR_PT = 2.4 * MM
FRAME_COLUMNS = 2
FRAME_ROW_AIR_PT = 2 * MM
FRAME_LINE_PT = 0.8


class LabelledSetter:
    """Sets the parts of one such letter."""

    def __init__(self, title: str, breaker: LineBreaker, words: PaperWords) -> None:
        self._title = title
        self._breaker = breaker
        self._words = words
        self._setter = ProseSetter(breaker, title)

    def pages(self, pieces: Iterator[Piece], foot: Foot) -> tuple[Page, ...]:
        """One page where it fits, else more, each with its foot line."""
        flowed = flow_compactly(tuple(pieces), self._title, Room(top_pt=TOP_PT))
        pages = tuple(Page((TOP_RULE, *marks)) for marks in flowed.pages)
        return FootSetter(self._breaker, self._words).with_foot(pages, foot)

    def head(self, municipality: str, office: str, lead: str) -> Iterator[Piece]:
        """Who sends it, the title, and a sentence below."""
        yield self._text(municipality, LETTER_SENDER, Role.PARAGRAPH)
        yield self._text(office, BOX, Role.PARAGRAPH)
        yield self._text(self._title, RECEIPT_TITLE, Role.TITLE, BEFORE_TITLE_PT)
        yield from self._setter.paragraph(lead, 0, LETTER, CONTENT_WIDTH_PT)

    def notes(self, notes: Sequence[str]) -> Iterator[Piece]:
        """What has to be seen before anything else; may be empty."""
        for text in notes:
            yield from self._setter.paragraph(text, LINE_GAP_PT, LETTER_BOLD, CONTENT_WIDTH_PT)

    def section(self, title: str, lines: Sequence[ReceiptLine], gap_pt: float) -> Iterator[Piece]:
        """Heading, labelled lines and a closing rule that stays with the last line."""
        yield self._text(title, LETTER_HEADING, Role.HEADING, gap_pt)
        gap = AFTER_HEADING_PT
        for number, line in enumerate(lines, start=1):
            piece = self._line(line)
            yield replace(piece, gap_pt=gap, keeps_next=number == len(lines))
            gap = LINE_GAP_PT
        yield Piece(0, (Stroke(LEFT_PT, 0, RIGHT_PT, 0, 0.5),), RULE_AIR_PT)

    def prose(self, title: str, paragraphs: Sequence[str]) -> Iterator[Piece]:
        """A heading and what stands below it."""
        yield self._text(title, LETTER_HEADING, Role.HEADING, RULE_AIR_PT)
        gap = AFTER_HEADING_PT
        for text in paragraphs:
            yield from self._setter.paragraph(text, gap, LETTER, LETTER_WIDTH_PT)
            gap = LINE_GAP_PT

    def _text(self, text: str, style: TextStyle, role: Role, gap_pt: float = 0) -> Piece:
        """A line of the head, or a heading; stays with what follows."""
        place = Place(self._title, text)
        lines = self._breaker.break_text(text, style, CONTENT_WIDTH_PT, place)
        mark = TextMark(role, LEFT_PT, style.baseline_pt, style, lines)
        return Piece(len(lines) * style.leading_pt, (mark,), gap_pt, keeps_next=True)

    def _line(self, line: ReceiptLine) -> Piece:
        place = Place(self._title, line.label)
        label = self._breaker.break_text(line.label, LETTER_BOLD, LABEL_WIDTH_PT, place)
        width = CONTENT_WIDTH_PT - VALUE_INDENT_PT
        value = self._breaker.break_text(line.value, LETTER_PLAIN, width, place)
        baseline = LETTER.baseline_pt
        marks = (
            TextMark(Role.LABEL, LEFT_PT, baseline, LETTER_BOLD, label),
            TextMark(Role.VALUE, LEFT_PT + VALUE_INDENT_PT, baseline, LETTER_PLAIN, value),
        )
        return Piece(max(len(label), len(value)) * LETTER.leading_pt, marks)

    def frame(self, lines: Sequence[ReceiptLine]) -> Piece:
        """Numbers that identify the paper, two abreast in one frame."""
        width = (CONTENT_WIDTH_PT - 2 * FRAME_PADDING_PT) / FRAME_COLUMNS
        marks: list[Mark] = []
        y_pt = FRAME_AIR_PT
        for row in _abreast(lines):
            cells = [self._cell(line, width - FRAME_PADDING_PT) for line in row]
            for column, (_, cell) in enumerate(cells):
                x_pt = LEFT_PT + FRAME_PADDING_PT + column * width
                marks.extend(replace(mark, x_pt=x_pt).down(y_pt) for mark in cell)
            y_pt += max(height for height, _cell in cells)
        height = y_pt + FRAME_AIR_PT - FRAME_ROW_AIR_PT
        frame = Frame(LEFT_PT, 0, CONTENT_WIDTH_PT, height, FRAME_LINE_PT)
        return Piece(height, (frame, *marks), BEFORE_FRAME_PT)

    def _cell(self, line: ReceiptLine, width_pt: float) -> tuple[float, tuple[TextMark, ...]]:
        """Height and marks of a label over its value, at the left edge."""
        place = Place(self._title, line.label)
        label = self._breaker.break_text(line.label, SMALL_BOLD, width_pt, place)
        value = self._breaker.break_text(line.value, SMALL, width_pt, place)
        below = len(label) * SMALL.leading_pt
        marks = (
            TextMark(Role.LABEL, 0, SMALL.baseline_pt, SMALL_BOLD, label),
            TextMark(Role.VALUE, 0, below + SMALL.baseline_pt, SMALL, value),
        )
        return below + len(value) * SMALL.leading_pt + FRAME_ROW_AIR_PT, marks


def whole(section: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces of a section, kept on one page; the last one may part from what follows."""
    *pieces, last = section
    yield from (replace(piece, keeps_next=True) for piece in pieces)
    yield last


def _abreast(lines: Sequence[ReceiptLine]) -> Iterator[Sequence[ReceiptLine]]:
    for start in range(0, len(lines), FRAME_COLUMNS):
        yield lines[start : start + FRAME_COLUMNS]
