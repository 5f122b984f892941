"""Letters made of labelled lines: sections with a rule below, and numbers in one frame."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from brochures.empty_page import with_even_pages
from brochures.flow import Piece, Room
from brochures.furniture import Foot, FootSetter, PaperWords, top_rule
from brochures.letter_look import LETTERS, LetterLook
from brochures.lines import LineBreaker, Place
from brochures.marks import Frame, Mark, Page, Stroke, TextMark
from brochures.paper_end import flow_with_end
from brochures.prose import ProseSetter, turnable
from brochures.signed import drawn_signature
from brochures.structure import Element, figure, heading, labelled, new_list, paragraph
from brochures.styles import MM, TextStyle
from kiosk.domain.document.receipt import ReceiptLine, SignatureBlock

TOP_PT = 18.5 * MM
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
SIGNATURE_AIR_PT = 1 * MM
SIGNATURE_INDENT_PT = 26 * MM


class LabelledSetter:
    """Sets the parts of one such letter."""

    def __init__(
        self, title: str, breaker: LineBreaker, words: PaperWords, look: LetterLook = LETTERS
    ) -> None:
        self._title = title
        self._breaker = breaker
        self._words = words
        self._look = look
        self._rows = look.labelled
        self._paper = look.edition.paper
        self._setter = ProseSetter(breaker, title, look.edition.prose)

    @property
    def _left_pt(self) -> float:
        return self._paper.left_pt

    @property
    def _width_pt(self) -> float:
        return self._paper.content_width_pt

    def pages(
        self, body: Iterator[Piece], end: Iterator[Piece], foot: Foot, back: str = ""
    ) -> tuple[Page, ...]:
        """One page where it fits, else more, each with its foot line.

        The end may be empty, and stands on no page by itself. With a sentence for the back they
        are an even number.
        """
        room = Room(top_pt=TOP_PT)
        flowed = flow_with_end(tuple(body), tuple(end), self._title, room)
        pages = tuple(Page((top_rule(self._paper), *marks)) for marks in flowed.pages)
        if back:
            pages = with_even_pages(pages, back, self._breaker, self._look.edition)
        return FootSetter(self._breaker, self._words, self._look.edition).with_foot(pages, foot)

    def head(self, municipality: str, office: str, lead: str) -> Iterator[Piece]:
        """Who sends it, the title, and a sentence below."""
        look = self._look
        yield self._text(municipality, look.sender, paragraph())
        yield self._text(office, look.edition.cells.text, paragraph())
        yield self._text(self._title, look.name, heading(1), BEFORE_TITLE_PT)
        yield from self._setter.paragraph(lead, 0, look.text, self._width_pt)

    def notes(self, notes: Sequence[str]) -> Iterator[Piece]:
        """What has to be seen before anything else; may be empty."""
        for text in notes:
            yield from self._setter.paragraph(text, LINE_GAP_PT, self._look.strong, self._width_pt)

    def section(
        self,
        title: str,
        lines: Sequence[ReceiptLine],
        gap_pt: float,
        signatures: Sequence[SignatureBlock] = (),
    ) -> Iterator[Piece]:
        """Heading, labelled lines, signatures, and a closing rule that stays with the last."""
        yield self._text(title, self._look.heading, heading(2), gap_pt)
        gap = AFTER_HEADING_PT
        told = new_list()
        rows = [
            *(self._over_turn(self._line(line, labelled(told))) for line in lines),
            *((self._signed(each, labelled(told)),) for each in signatures),
        ]
        for number, (first, *others) in enumerate(rows, start=1):
            row = (replace(first, gap_pt=gap), *others)
            yield from (*row[:-1], replace(row[-1], keeps_next=number == len(rows)))
            gap = LINE_GAP_PT
        yield Piece(0, (Stroke(self._left_pt, 0, self._paper.right_pt, 0, 0.5),), RULE_AIR_PT)

    def prose(self, title: str, paragraphs: Sequence[str]) -> Iterator[Piece]:
        """A heading and what stands below it."""
        yield self._text(title, self._look.heading, heading(2), RULE_AIR_PT)
        gap = AFTER_HEADING_PT
        for text in paragraphs:
            yield from self._setter.paragraph(text, gap, self._look.text, self._look.width_pt)
            gap = LINE_GAP_PT

    def _text(self, text: str, style: TextStyle, element: Element, gap_pt: float = 0) -> Piece:
        """A line of the head, or a heading; stays with what follows."""
        place = Place(self._title, text)
        lines = self._breaker.break_text(text, style, self._width_pt, place)
        mark = TextMark(element, self._left_pt, style.baseline_pt, style, lines)
        return Piece(len(lines) * style.leading_pt, (mark,), gap_pt, keeps_next=True)

    def _line(
        self, line: ReceiptLine, elements: tuple[Element, Element], below_pt: float = 0
    ) -> Piece:
        label_element, value_element = elements
        plain, strong, indent = self._look.plain, self._look.strong, self._rows.indent_pt
        place = Place(self._title, line.label)
        label = self._breaker.break_text(line.label, strong, self._rows.label_pt, place)
        value = self._breaker.break_text(line.value, plain, self._width_pt - indent, place)
        x_pt, baseline = self._left_pt, plain.baseline_pt
        marks = (
            TextMark(label_element, x_pt, baseline, strong, label),
            TextMark(value_element, x_pt + indent, baseline + below_pt, plain, value),
        )
        lines_pt = (len(label) * plain.leading_pt, below_pt + len(value) * plain.leading_pt)
        return Piece(max(lines_pt), marks)

    def _over_turn(self, row: Piece) -> tuple[Piece, ...]:
        """A row whose value may go on over the page, two lines of it at least."""
        label, value = row.marks
        if not isinstance(label, TextMark) or not isinstance(value, TextMark):
            return (row,)
        first, *others = turnable(value.lines)
        if not others or len(label.lines) > len(first):
            return (row,)
        leading = value.style.leading_pt
        head = Piece(len(first) * leading, (label, replace(value, lines=first)))
        rest = (Piece(len(part) * leading, (replace(value, lines=part),)) for part in others)
        return (head, *rest)

    def _signed(self, block: SignatureBlock, elements: tuple[Element, Element]) -> Piece:
        """What was drawn, with the name in clear below."""
        left = self._left_pt + self._rows.indent_pt
        ink, height = drawn_signature(block.signature, left, self._drawing(elements[1]))
        below = height + 2 * SIGNATURE_AIR_PT
        line = self._line(ReceiptLine(block.label, block.name), elements, below)
        label, name = line.marks
        return replace(line, marks=(label, *(mark.down(SIGNATURE_AIR_PT) for mark in ink), name))

    def _drawing(self, of: Element) -> Element:
        """A signature; whose it is stands in clear below, so that the file names nobody."""
        return figure(self._words.gettext("Signature, drawn on a screen"), of)

    def frame(self, lines: Sequence[ReceiptLine], signed: SignatureBlock | None = None) -> Piece:
        """Numbers that identify the paper, two abreast in one frame, and who signed it."""
        width = (self._width_pt - 2 * FRAME_PADDING_PT) / FRAME_COLUMNS
        marks: list[Mark] = []
        told = new_list()
        y_pt = FRAME_AIR_PT
        for row in _abreast([*lines, *([] if signed is None else [signed])]):
            heights = []
            for column, item in enumerate(row):
                x_pt = self._left_pt + FRAME_PADDING_PT + column * width
                height, cell = self._cell(item, labelled(told), x_pt, width - FRAME_PADDING_PT)
                marks.extend(mark.down(y_pt) for mark in cell)
                heights.append(height)
            y_pt += max(heights)
        height = y_pt + FRAME_AIR_PT - FRAME_ROW_AIR_PT
        frame = Frame(self._left_pt, 0, self._width_pt, height, FRAME_LINE_PT)
        return Piece(height, (frame, *marks), BEFORE_FRAME_PT)

    def _cell(
        self,
        item: ReceiptLine | SignatureBlock,
        elements: tuple[Element, Element],
        x_pt: float,
        width_pt: float,
    ) -> tuple[float, tuple[Mark, ...]]:
        """Height and marks of a label over its value, or beside what was drawn."""
        style, strong = self._rows.framed, self._rows.framed_label
        place = Place(self._title, item.label)
        label = self._breaker.break_text(item.label, strong, width_pt, place)
        below, ink, indent = len(label) * style.leading_pt, tuple[Mark, ...](), 0.0
        if isinstance(item, SignatureBlock):
            label_pt = max(self._breaker.width_pt(line, strong) for line in label)
            indent = max(SIGNATURE_INDENT_PT, label_pt + 2 * SIGNATURE_AIR_PT)
            drawing = self._drawing(elements[1])
            ink, height = drawn_signature(item.signature, x_pt + indent, drawing)
            below = max(height + SIGNATURE_AIR_PT, below)
        text = item.name if isinstance(item, SignatureBlock) else item.value
        value = self._breaker.break_text(text, style, width_pt - indent, place)
        marks = (
            TextMark(elements[0], x_pt, style.baseline_pt, strong, label),
            *ink,
            TextMark(elements[1], x_pt + indent, below + style.baseline_pt, style, value),
        )
        return below + len(value) * style.leading_pt + FRAME_ROW_AIR_PT, marks


def whole(section: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces of a section, kept on one page; the last one may part from what follows."""
    *pieces, last = section
    yield from (replace(piece, keeps_next=True) for piece in pieces)
    yield last


def _abreast(
    items: Sequence[ReceiptLine | SignatureBlock],
) -> Iterator[Sequence[ReceiptLine | SignatureBlock]]:
    for start in range(0, len(items), FRAME_COLUMNS):
        yield items[start : start + FRAME_COLUMNS]
