"""What happens without a choice: five numbered answers, equal boxes per service."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from brochures.flow import Piece
from brochures.lines import Line, LineBreaker, Place
from brochures.marks import Frame, Mark, TextMark
from brochures.prose import (
    AFTER_HEADING_PT,
    AFTER_TITLE_PT,
    BETWEEN_PARAGRAPHS_PT,
    ProseSetter,
)
from brochures.structure import heading, paragraph
from brochures.styles import CONTENT_WIDTH_PT, LEFT_PT, MM, PROSE, PROSE_BOLD
from kiosk.domain.document.nonchoice_block import NonchoiceBlock, NonchoiceKey, NonchoiceRow
from kiosk.domain.language import Language

BOX_GAP_PT = 6 * MM
BOX_PADDING_PT = 5 * MM
NARROW_BOX_GAP_PT = 4 * MM
NARROW_BOX_PADDING_PT = 3.5 * MM
BOX_TOP_PT = 4 * MM
BOX_LINE_PT = 0.8
MOST_ABREAST = 3


def nonchoice_pieces(
    block: NonchoiceBlock, setter: ProseSetter, breaker: LineBreaker
) -> Iterator[Piece]:
    """The page in reading order, in the same type as everything else."""
    yield setter.title(block.title)
    yield from setter.paragraph(block.lead, AFTER_TITLE_PT)
    for number, (key, grouped) in enumerate(groupby(block.rows, lambda row: row.key), start=1):
        rows = tuple(grouped)
        yield setter.heading(f"{number}. {rows[0].label}")
        boxed = tuple(row for row in rows if key is NonchoiceKey.WHO and row.service_name)
        yield from _boxes(boxed, breaker, setter.owner)
        gap = BETWEEN_PARAGRAPHS_PT if boxed else AFTER_HEADING_PT
        for row in rows:
            if row not in boxed:
                yield from setter.paragraph(_sentence(row), gap, language=row.language)
                gap = BETWEEN_PARAGRAPHS_PT


def _sentence(row: NonchoiceRow) -> str:
    return f"{row.service_name}: {row.text}" if row.service_name else row.text


def _boxes(rows: Sequence[NonchoiceRow], breaker: LineBreaker, owner: str) -> Iterator[Piece]:
    """Boxes of one size for all services, no row with a gap, as low as they can be."""
    if not rows:
        return
    arrangements = (
        tuple(_arranged(rows, abreast, breaker, owner))
        for abreast in range(1, MOST_ABREAST + 1)
        if len(rows) % abreast == 0
    )
    yield from min(arrangements, key=lambda pieces: sum(each.height_pt for each in pieces))


def _arranged(
    rows: Sequence[NonchoiceRow], abreast: int, breaker: LineBreaker, owner: str
) -> Iterator[Piece]:
    is_narrow = abreast == MOST_ABREAST
    gap = NARROW_BOX_GAP_PT if is_narrow else BOX_GAP_PT
    padding = NARROW_BOX_PADDING_PT if is_narrow else BOX_PADDING_PT
    width = (CONTENT_WIDTH_PT - gap * (abreast - 1)) / abreast
    texts = [_box_text(row, breaker, width - 2 * padding, owner) for row in rows]
    height = 2 * BOX_TOP_PT + max(len(name) + len(text) for name, text in texts) * PROSE.leading_pt
    for start in range(0, len(rows), abreast):
        marks: list[Mark] = []
        beside = zip(texts, rows, strict=True)
        for column, ((name, text), row) in enumerate(tuple(beside)[start : start + abreast]):
            left = LEFT_PT + column * (width + gap)
            marks.append(Frame(left, 0, width, height, BOX_LINE_PT))
            marks.extend(_box_marks(left + padding, name, text, row.language))
        yield Piece(height, tuple(marks), gap if start else AFTER_HEADING_PT)


def _box_text(
    row: NonchoiceRow, breaker: LineBreaker, width_pt: float, owner: str
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    place = Place(owner, row.label)
    return (
        breaker.break_text(row.service_name, PROSE_BOLD, width_pt, place),
        breaker.break_text(row.text, PROSE, width_pt, place),
    )


def _box_marks(
    x_pt: float, name: tuple[Line, ...], text: tuple[Line, ...], language: Language | None
) -> tuple[TextMark, TextMark]:
    top = BOX_TOP_PT + PROSE.baseline_pt
    below = top + len(name) * PROSE.leading_pt
    return (
        TextMark(heading(4), x_pt, top, PROSE_BOLD, name),
        TextMark(paragraph(language), x_pt, below, PROSE, text),
    )
