"""The reply slip: one size of box and one size of type for every answer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from brochures.empty_page import with_even_pages
from brochures.flow import Piece, flow_compactly
from brochures.furniture import TOP_RULE, Foot, FootSetter, PaperWords
from brochures.letter_look import LETTERS, LetterLook
from brochures.lines import LineBreaker, Place
from brochures.marks import Frame, Mark, Page, Stroke, TextMark
from brochures.qr_code import qr_code
from brochures.slip_answers import kept_together
from brochures.slip_sheets import CODE_X_PT, TOP_PT, SheetSetter, one_page, several_pages
from brochures.structure import Element, figure, heading, item, labelled, new_list, paragraph
from brochures.styles import CONTENT_WIDTH_PT, LEFT_PT, MM, RIGHT_PT, TextStyle
from brochures.window import WindowSetter, fold_mark
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.slip import Slip, SlipService, SlipSignature

CODES_X_PT = 126 * MM

BOX_LINE_PT = 1.1
BOX_GAP_PT = 3.5 * MM
BETWEEN_BOXES_PT = 7 * MM

BEFORE_SERVICE_PT = 4.6 * MM
AFTER_HEADING_PT = 2 * MM
LINE_GAP_PT = 1.2 * MM
BEFORE_RULE_PT = 2.5 * MM
WRITING_PT = 9 * MM
WRITING_GAP_PT = 6 * MM
WRITING_SHARES = (0.43, 0.18, 0.39)
WRITTEN_PT = 42 * MM
"""Room for a date in somebody's hand."""


class SlipPages:
    """Lays out one slip in one edition."""

    def __init__(
        self, slip: Slip, breaker: LineBreaker, words: PaperWords, look: LetterLook = LETTERS
    ) -> None:
        self._slip = slip
        self._breaker = breaker
        self._words = words
        self._look = look
        self._plain, self._strong = look.edition.cells.text, look.edition.cells.strong
        self._box_pt = look.slip.box_pt
        self._box_gap_pt = look.slip.pitch_pt - look.slip.box_pt
        self._sheets = SheetSetter(slip, breaker, words, look)

    def pages(self) -> tuple[Page, ...]:
        """An even number of pages: the last one is empty where the answers have room on the others.

        Raises:
            DoesNotFitError: A line of the address or a word is larger than its room.
            MissingGlyphError: The font lacks a character.
            ValueError: The code has no room in its square.
        """
        slip, pieces = self._slip, tuple(self._pieces())
        flowed = flow_compactly(pieces, slip.title, one_page())
        if len(flowed.pages) > 1:
            flowed = flow_compactly(pieces, slip.title, several_pages(self._look))
        told = self._sheets.with_lines(flowed.pages)
        pages = [Page((TOP_RULE, *marks, fold_mark())) for marks in told]
        even = with_even_pages(pages, slip.back, self._breaker, self._look.edition)
        return FootSetter(self._breaker, self._words, self._look.edition).with_foot(even, self.foot)

    def own(self) -> Iterator[Piece]:
        """What is another's on every slip, as it stands on the pages; foot lines aside.

        Raises:
            DoesNotFitError: A word is larger than its room.
            MissingGlyphError: The font lacks a character.
            ValueError: The code has no room in its square.
        """
        yield Piece(0, tuple(self._scanned()))
        yield self._beside(self._slip.person, new_list())

    def own_further(self) -> tuple[Mark, ...]:
        """What is another's on the front of every sheet but the first."""
        return self._sheets.own()

    @property
    def foot(self) -> Foot:
        """Of each of its pages."""
        return Foot(self._slip.foot, self._slip.is_example)

    def _pieces(self) -> Iterator[Piece]:
        slip = self._slip
        head = tuple(mark.down(-TOP_PT) for mark in self._head())
        yield Piece(self._look.slip.person_top_pt - TOP_PT, head)
        yield from self._about()
        for service in slip.services:
            yield from self._service(service, is_last=service is slip.services[-1])
        yield from self._signature(slip.signature)
        strong, rest = slip.cannot_write
        yield self._text(
            f"{strong} {rest}", self._plain, paragraph(), WRITING_GAP_PT / 2, (strong,)
        )

    def _head(self) -> Iterator[Mark]:
        """Title, address, and the code; measured from the top of the page."""
        slip, setter = self._slip, WindowSetter(self._breaker, self._slip.title, self._look)
        y_pt = TOP_PT
        for text, style, element in (
            (slip.title, self._look.name, heading(1)),
            (slip.how_to_send, self._plain, paragraph()),
        ):
            place = Place(slip.title, text)
            lines = self._breaker.break_text(text, style, self._look.slip.head_width_pt, place)
            yield TextMark(element, LEFT_PT, y_pt + style.baseline_pt, style, lines)
            y_pt += len(lines) * style.leading_pt
        yield setter.office(slip.post.lines, self._words)
        yield from self._scanned()

    def _scanned(self) -> Iterator[Mark]:
        """The code, for machines and for people."""
        slip = self._slip
        yield qr_code(slip.scanned, CODE_X_PT, self._look.slip.code_top_pt, figure(slip.scanned_as))
        yield from self._codes(slip.codes)

    def _codes(self, codes: Sequence[ReceiptLine]) -> Iterator[Mark]:
        told, look = new_list(), self._look.slip
        text, strong = self._look.labelled.framed, self._look.labelled.framed_label
        for number, line in enumerate(codes):
            label_element, value_element = labelled(told)
            baseline = look.codes_baseline_pt + number * look.codes_row_pt
            place = Place(self._slip.title, line.label)
            label = self._breaker.one_line(line.label, text, RIGHT_PT - CODES_X_PT, place)
            x_pt = CODES_X_PT + self._breaker.width_pt(label, text) + LINE_GAP_PT
            value = self._breaker.one_line(line.value, strong, RIGHT_PT - x_pt, place)
            yield TextMark(label_element, CODES_X_PT, baseline, text, (label,))
            yield TextMark(value_element, x_pt, baseline, strong, (value,))

    def _about(self) -> Iterator[Piece]:
        """Whose slip it is, until when, and how to answer."""
        slip = self._slip
        told = new_list()
        yield self._beside(slip.person, told)
        if slip.reply_by is None:
            yield self._text(slip.how_to_answer, self._plain, paragraph(), LINE_GAP_PT)
        else:
            yield from self._until(slip.reply_by, slip.how_to_answer, told)

    def _until(self, reply_by: ReceiptLine, how: str, told: Element) -> Iterator[Piece]:
        """The last day, and on the same line how to answer where that has room."""
        until = self._beside((reply_by,), told)
        label_pt = self._breaker.text_width_pt(f"{reply_by.label}:", self._strong)
        value_pt = self._breaker.text_width_pt(reply_by.value, self._plain)
        x_pt = LEFT_PT + label_pt + 2 * LINE_GAP_PT + value_pt + BETWEEN_BOXES_PT
        if x_pt + self._breaker.text_width_pt(how, self._plain) > RIGHT_PT:
            yield until
            yield self._text(how, self._plain, paragraph(), LINE_GAP_PT)
            return
        place = Place(self._slip.title, how)
        line = self._breaker.one_line(how, self._plain, RIGHT_PT - x_pt, place)
        mark = TextMark(item(told), x_pt, self._plain.baseline_pt, self._plain, (line,))
        yield replace(until, marks=(*until.marks, mark))

    def _beside(self, lines: Sequence[ReceiptLine], told: Element) -> Piece:
        """Labels with their values, or with room to write, side by side where they have room."""
        marks: list[Mark] = []
        x_pt, y_pt = LEFT_PT, 0.0
        for line in lines:
            element, value_element = labelled(told)
            if not line.value:
                element = item(told)
            place = Place(self._slip.title, line.label)
            label = self._breaker.one_line(f"{line.label}:", self._strong, CONTENT_WIDTH_PT, place)
            label_pt = self._breaker.width_pt(label, self._strong) + 2 * LINE_GAP_PT
            wanted = label_pt + (self._breaker.text_width_pt(line.value, self._plain) or WRITTEN_PT)
            if x_pt > LEFT_PT and x_pt + wanted > RIGHT_PT:
                x_pt, y_pt = LEFT_PT, y_pt + self._plain.leading_pt + LINE_GAP_PT
            baseline = y_pt + self._plain.baseline_pt
            marks.append(TextMark(element, x_pt, baseline, self._strong, (label,)))
            x_pt += label_pt
            if line.value:
                value = self._breaker.break_text(line.value, self._plain, RIGHT_PT - x_pt, place)
                marks.append(TextMark(value_element, x_pt, baseline, self._plain, value))
                y_pt += (len(value) - 1) * self._plain.leading_pt
            else:
                marks.append(Stroke(x_pt, baseline, x_pt + WRITTEN_PT, baseline, 0.8))
            x_pt += wanted - label_pt + BETWEEN_BOXES_PT
        return Piece(y_pt + self._plain.leading_pt, tuple(marks), LINE_GAP_PT)

    def _service(self, service: SlipService, *, is_last: bool) -> Iterator[Piece]:
        """The boxes of a service, on one page where that has room; a rule below the last ones."""
        title = self._text(
            service.name, self._look.heading, heading(2), BEFORE_SERVICE_PT, keeps_next=True
        )
        splits = self._look.splits_services and service is not self._slip.services[0]
        head = [replace(title, begins_page=splits)]
        if service.note:
            note = self._text(service.note, self._plain, paragraph(), 0)
            head.append(replace(note, keeps_next=True))
        boxes = kept_together(head, tuple(self._answers(service.answers)), self._look)
        yield from head
        yield from boxes[:-1]
        yield replace(boxes[-1], keeps_next=is_last)
        if is_last:
            yield Piece(0, (Stroke(LEFT_PT, 0, RIGHT_PT, 0, 0.8),), BEFORE_RULE_PT)

    def _answers(self, answers: Sequence[str]) -> Iterator[Piece]:
        """A box for each, all at the same distance."""
        told, width = new_list(), RIGHT_PT - LEFT_PT - self._box_pt - BOX_GAP_PT
        for answer in answers:
            marks, height = self._box(answer, LEFT_PT, width, item(told))
            yield Piece(height, marks, self._box_gap_pt, avoids_fold=True)

    def _box(
        self, text: str, x_pt: float, width_pt: float, element: Element
    ) -> tuple[tuple[Mark, ...], float]:
        """A box and its words, and how high they are together."""
        lines = self._breaker.break_text(text, self._plain, width_pt, Place(self._slip.title, text))
        baseline = (self._box_pt + self._plain.cap_height_pt) / 2
        frame = Frame(x_pt, 0, self._box_pt, self._box_pt, BOX_LINE_PT)
        words = TextMark(element, x_pt + self._box_pt + BOX_GAP_PT, baseline, self._plain, lines)
        return (frame, words), self._box_pt + (len(lines) - 1) * self._plain.leading_pt

    def _signature(self, signature: SlipSignature) -> Iterator[Piece]:
        yield self._text(
            signature.title, self._look.heading, heading(2), BEFORE_RULE_PT, keeps_next=True
        )
        boxes = new_list()
        own, height = self._box(signature.own, LEFT_PT, CONTENT_WIDTH_PT / 2, item(boxes))
        gap = AFTER_HEADING_PT
        yield Piece(height, own, gap, keeps_next=True, avoids_fold=True, goes_below=True)
        texts = (signature.other, *signature.capacities, signature.enclosed)
        *rows, last = (
            Piece(height, row, self._box_gap_pt, keeps_next=True, avoids_fold=True)
            for row, height in self._rows(texts, boxes)
        )
        yield from (replace(each, goes_below=True) for each in rows)
        yield last
        yield self._writing(signature.fields)

    def _rows(
        self, texts: Sequence[str], boxes: Element
    ) -> Iterator[tuple[tuple[Mark, ...], float]]:
        """Boxes one after the other, as many in a row as have room."""
        row: list[tuple[Mark, ...]] = []
        x_pt, height = LEFT_PT, self._box_pt
        for text in texts:
            width = self._breaker.text_width_pt(text, self._plain)
            end_pt = x_pt + self._box_pt + BOX_GAP_PT + width
            if row and end_pt > RIGHT_PT:
                yield tuple(chain.from_iterable(row)), height
                row, x_pt, height = [], LEFT_PT + BETWEEN_BOXES_PT, self._box_pt
            room = RIGHT_PT - x_pt - self._box_pt - BOX_GAP_PT
            marks, own_height = self._box(text, x_pt, room, item(boxes))
            row.append(marks)
            height = max(height, own_height)
            x_pt += self._box_pt + BOX_GAP_PT + width + BETWEEN_BOXES_PT
        yield tuple(chain.from_iterable(row)), height

    def _writing(self, fields: Sequence[str]) -> Piece:
        """Lines to write on, side by side, with their labels below."""
        marks: list[Mark] = []
        written, style = new_list(), self._look.labelled.framed
        x_pt, most = LEFT_PT, 1
        gaps = (len(fields) - 1) * WRITING_GAP_PT
        for field, share in zip(fields, WRITING_SHARES, strict=True):
            width = (CONTENT_WIDTH_PT - gaps) * share
            place = Place(self._slip.title, field)
            lines = self._breaker.break_text(field, style, width, place)
            marks.append(Stroke(x_pt, WRITING_PT, x_pt + width, WRITING_PT, 0.8))
            baseline = WRITING_PT + style.baseline_pt
            marks.append(TextMark(item(written), x_pt, baseline, style, lines))
            most = max(most, len(lines))
            x_pt += width + WRITING_GAP_PT
        return Piece(WRITING_PT + most * style.leading_pt, tuple(marks), LINE_GAP_PT)

    def _text(
        self,
        text: str,
        style: TextStyle,
        element: Element,
        gap_pt: float,
        strong: Sequence[str] = (),
        *,
        keeps_next: bool = False,
    ) -> Piece:
        place = Place(self._slip.title, text)
        lines = self._breaker.break_text(text, style, CONTENT_WIDTH_PT, place, strong)
        mark = TextMark(element, LEFT_PT, style.baseline_pt, style, lines)
        return Piece(len(lines) * style.leading_pt, (mark,), gap_pt, keeps_next=keeps_next)
