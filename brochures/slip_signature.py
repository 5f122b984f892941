"""Who answers on a slip, and where they sign."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from brochures.flow import Piece
from brochures.letter_look import LetterLook
from brochures.lines import LineBreaker, Place
from brochures.marks import Mark, Stroke, TextMark
from brochures.slip_boxes import (
    BEFORE_RULE_PT,
    BETWEEN_BOXES_PT,
    BOX_GAP_PT,
    LINE_GAP_PT,
    BoxSetter,
)
from brochures.structure import Element, heading, item, new_list
from brochures.styles import CONTENT_WIDTH_PT, LEFT_PT, MM, RIGHT_PT
from kiosk.domain.document.slip import SlipSignature

AFTER_HEADING_PT = 2 * MM
WRITING_PT = 9 * MM
WRITING_GAP_PT = 6 * MM
WRITING_SHARES = (0.43, 0.18, 0.39)


class SignatureSetter:
    """Sets them in one slip."""

    def __init__(self, setter: BoxSetter, breaker: LineBreaker, look: LetterLook) -> None:
        self._setter = setter
        self._breaker = breaker
        self._look = look
        self._plain = look.edition.cells.text
        self._box_pt = look.slip.box_pt

    def who(self, signature: SlipSignature) -> Iterator[Piece]:
        """Boxes for who answers."""
        yield self._setter.text(
            signature.title, self._look.heading, heading(2), BEFORE_RULE_PT, keeps_next=True
        )
        boxes = new_list()
        own, height = self._setter.box(signature.own, LEFT_PT, CONTENT_WIDTH_PT / 2, item(boxes))
        gap = AFTER_HEADING_PT
        yield Piece(height, own, gap, keeps_next=True, avoids_fold=True, goes_below=True)
        texts = (signature.other, *signature.capacities, signature.enclosed)
        *rows, last = (
            Piece(height, row, self._setter.box_gap_pt, keeps_next=True, avoids_fold=True)
            for row, height in self._rows(texts, boxes)
        )
        yield from (replace(each, goes_below=True) for each in rows)
        yield replace(last, keeps_next=False)

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
            marks, own_height = self._setter.box(text, x_pt, room, item(boxes))
            row.append(marks)
            height = max(height, own_height)
            x_pt += self._box_pt + BOX_GAP_PT + width + BETWEEN_BOXES_PT
        yield tuple(chain.from_iterable(row)), height

    def writing(self, fields: Sequence[str]) -> Piece:
        """Lines to write on, side by side, with their labels below."""
        marks: list[Mark] = []
        written, style = new_list(), self._look.labelled.framed
        x_pt, most = LEFT_PT, 1
        gaps = (len(fields) - 1) * WRITING_GAP_PT
        for field, share in zip(fields, WRITING_SHARES, strict=True):
            width = (CONTENT_WIDTH_PT - gaps) * share
            place = Place(self._setter.title, field)
            lines = self._breaker.break_text(field, style, width, place)
            marks.append(Stroke(x_pt, WRITING_PT, x_pt + width, WRITING_PT, 0.8))
            baseline = WRITING_PT + style.baseline_pt
            marks.append(TextMark(item(written), x_pt, baseline, style, lines))
            most = max(most, len(lines))
            x_pt += width + WRITING_GAP_PT
        return Piece(WRITING_PT + most * style.leading_pt, tuple(marks), LINE_GAP_PT)


def over_fold(who: Sequence[Piece]) -> tuple[Piece, ...]:
    """Who answers, so that only the first boxes stay together, and the others may go below a fold.

    Args:
        who: Heading, the box of the person, then rows of boxes for somebody else.
    """
    heading, own, *rows = who
    return (heading, own, *(replace(each, goes_below=False) for each in rows))
