"""The reply slip: one size of box and one size of type for every answer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto

from brochures.empty_page import with_even_pages
from brochures.flow import Flowed, Piece, Room, flow_compactly
from brochures.furniture import TOP_RULE, Foot, FootSetter, PaperWords
from brochures.letter_look import LETTERS, LetterLook
from brochures.lines import LineBreaker, Place, text_of
from brochures.marks import Frame, Mark, Page, Stroke, TextMark
from brochures.qr_code import qr_code
from brochures.slip_answers import kept_together
from brochures.slip_boxes import BETWEEN_BOXES_PT, BOX_GAP_PT, LINE_GAP_PT, BoxSetter
from brochures.slip_sheets import CODE_X_PT, TOP_PT, SheetSetter, one_page, several_pages
from brochures.slip_signature import WRITING_GAP_PT, SignatureSetter, over_fold
from brochures.structure import Element, figure, heading, item, labelled, new_list, paragraph
from brochures.styles import CONTENT_WIDTH_PT, LEFT_PT, MM, RIGHT_PT
from brochures.window import MIDDLE_PT, WindowSetter, fold_mark
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.slip import Slip, SlipService

CODES_X_PT = 126 * MM


BEFORE_SERVICE_PT = 4.6 * MM
WRITTEN_PT = 42 * MM
"""Room for a date in somebody's hand."""


class _Order(Enum):
    """Where it stands who answers, and where they sign."""

    SIGNED_LAST = auto()
    WHO_FIRST = auto()
    SIGNED_FIRST = auto()
    WHO_OVER_FOLD = auto()


_ON_ONE_PAGE = (_Order.SIGNED_LAST, _Order.WHO_FIRST, _Order.SIGNED_FIRST)
"""The first one in which a slip has room on one page is taken, rather without a hole above the fold."""

_ON_SEVERAL = (_Order.SIGNED_LAST, _Order.WHO_FIRST, _Order.WHO_OVER_FOLD)
"""The first one that leaves no hole above the fold is taken."""


class SlipPages:
    """Lays out one slip in one edition."""

    def __init__(
        self, slip: Slip, breaker: LineBreaker, words: PaperWords, look: LetterLook = LETTERS
    ) -> None:
        self._slip = slip
        self._breaker = breaker
        self._words = words
        self._look = look = _with_head(look, slip, breaker)
        self._plain, self._strong = look.edition.cells.text, look.edition.cells.strong
        self._box_pt = look.slip.box_pt
        self._setter = BoxSetter(slip.title, breaker, look)
        self._signature = SignatureSetter(self._setter, breaker, look)
        self._sheets = SheetSetter(slip, breaker, words, look)

    def pages(self) -> tuple[Page, ...]:
        """An even number of pages: the last one is empty where the answers have room on the others.

        Raises:
            DoesNotFitError: A line of the address or a word is larger than its room.
            MissingGlyphError: The font lacks a character.
            ValueError: The code has no room in its square.
        """
        slip = self._slip
        told = self._sheets.with_lines(self._flowed().pages)
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

    def _flowed(self) -> Flowed:
        """One page if there is an order in which all has room there, else as many as it takes.

        Boxes that stay together below the fold leave room above it for who answers.
        """
        flows = (self._in_order(order, one_page()) for order in _ON_ONE_PAGE)
        single = None
        for flowed in flows:
            if len(flowed.pages) == 1:
                if _fills_fold(flowed):
                    return flowed
                single = single or flowed
        if single is not None:
            return single
        room = several_pages(self._look)
        usual, *others = (self._in_order(order, room) for order in _ON_SEVERAL)
        full = (
            each
            for each in (usual, *others)
            if _fills_fold(each) and _begins_no_later(each, usual, self._slip.services[0])
        )
        return next(full, usual)

    def _in_order(self, order: "_Order", room: Room) -> Flowed:
        return flow_compactly(tuple(self._pieces(order)), self._slip.title, room)

    def _pieces(self, order: "_Order") -> Iterator[Piece]:
        slip = self._slip
        head = tuple(mark.down(-TOP_PT) for mark in self._head())
        first = [Piece(self._look.slip.person_top_pt - TOP_PT, head), *self._about()]
        who, signed = (
            tuple(self._signature.who(slip.signature)),
            self._signature.writing(slip.signature.fields),
        )
        if order is _Order.WHO_OVER_FOLD:
            who = over_fold(who)
        if order in {_Order.WHO_FIRST, _Order.WHO_OVER_FOLD}:
            first += [*who, self._setter.rule()]
        if order is _Order.SIGNED_FIRST:
            first += [*_together(who), signed, self._setter.rule()]
        yield from first
        for service in slip.services:
            above = first if service is slip.services[0] else ()
            yield from self._service(service, above, is_last=service is slip.services[-1])
        if order is _Order.SIGNED_LAST:
            yield from _together(who)
        if order is not _Order.SIGNED_FIRST:
            yield signed
        strong, rest = slip.cannot_write
        yield self._setter.text(
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
            yield self._setter.text(slip.how_to_answer, self._plain, paragraph(), LINE_GAP_PT)
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
            yield self._setter.text(how, self._plain, paragraph(), LINE_GAP_PT)
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

    def _service(
        self, service: SlipService, above: Sequence[Piece], *, is_last: bool
    ) -> Iterator[Piece]:
        """The boxes of a service, on one page where that has room; a rule below the last ones."""
        title = self._setter.text(
            service.name, self._look.heading, heading(2), BEFORE_SERVICE_PT, keeps_next=True
        )
        splits = self._look.splits_services and service is not self._slip.services[0]
        head = [replace(title, begins_page=splits)]
        if service.note:
            note = self._setter.text(service.note, self._plain, paragraph(), 0)
            head.append(replace(note, keeps_next=True))
        answers = tuple(self._answers(service.answers))
        boxes = kept_together((*above, *head), answers, self._look, len(above))
        yield from head
        yield from boxes[:-1]
        yield replace(boxes[-1], keeps_next=is_last)
        if is_last:
            yield self._setter.rule()

    def _answers(self, answers: Sequence[str]) -> Iterator[Piece]:
        """A box for each, all at the same distance."""
        told, width = new_list(), RIGHT_PT - LEFT_PT - self._box_pt - BOX_GAP_PT
        for answer in answers:
            marks, height = self._setter.box(answer, LEFT_PT, width, item(told))
            yield Piece(height, marks, self._setter.box_gap_pt, avoids_fold=True)


def _with_head(look: LetterLook, slip: Slip, breaker: LineBreaker) -> LetterLook:
    """The look with the code as high as the texts above the address leave room for it."""
    beside = look.beside_code
    if beside is None:
        return look
    texts = (slip.title, look.name), (slip.how_to_send, look.edition.cells.text)
    has_room = all(breaker.text_width_pt(*each) <= beside.head_width_pt for each in texts)
    return replace(look, slip=beside) if has_room else look


def _fills_fold(flowed: Flowed) -> bool:
    """Whether a box stands above the fold of the front, which is white there otherwise."""
    return any(isinstance(mark, Frame) and mark.y_pt < MIDDLE_PT for mark in flowed.pages[0])


def _begins_no_later(flowed: Flowed, usual: Flowed, service: SlipService) -> bool:
    """Whether answers stand on the front as in the usual order, on no more pages."""
    if len(flowed.pages) > len(usual.pages):
        return False
    return _is_answered_on(flowed.pages[0], service) or not _is_answered_on(usual.pages[0], service)


def _is_answered_on(page: Sequence[Mark], service: SlipService) -> bool:
    lines = (mark.lines[0] for mark in page if isinstance(mark, TextMark))
    return any(text_of(line) == service.name for line in lines)


def _together(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, the last of them on the page of what follows."""
    return (*pieces[:-1], replace(pieces[-1], keeps_next=True))
