"""What happens without a choice: five numbered answers, equal boxes for what differs by service."""

from collections.abc import Hashable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import groupby

from brochures.editions import AFTER_HEADING_PT, BETWEEN_PARAGRAPHS_PT
from brochures.flow import Piece
from brochures.furniture import PaperWords
from brochures.lines import Line, LineBreaker, Place
from brochures.look import EditionLook
from brochures.marks import Frame, Mark, TextMark
from brochures.prose import ProseSetter
from brochures.structure import heading, paragraph
from brochures.styles import MM
from kiosk.domain.document.nonchoice_block import NonchoiceBlock, NonchoiceKey, NonchoiceRow
from kiosk.domain.errors import DoesNotFitError
from kiosk.domain.language import Language
from kiosk.domain.service import ServiceId

BOX_GAP_PT = 6 * MM
BOX_PADDING_PT = 5 * MM
NARROW_BOX_GAP_PT = 4 * MM
NARROW_BOX_PADDING_PT = 3.5 * MM
BOX_TOP_PT = 4 * MM
BOX_LINE_PT = 0.8
NARROW_ABREAST = 3

MOST_NAMED = 5
"""Of more services than this one box for all does not name each; the overview does."""


def nonchoice_pieces(
    block: NonchoiceBlock,
    setter: ProseSetter,
    breaker: LineBreaker,
    words: PaperWords,
    look: EditionLook,
) -> Iterator[Piece]:
    """The page in reading order, in the same type as everything else."""
    yield setter.title(block.title)
    yield from setter.paragraph(block.lead, look.prose.after_title_pt)
    boxes = _Boxes(breaker, setter.owner, look)
    for number, (key, grouped) in enumerate(groupby(block.rows, lambda row: row.key), start=1):
        rows = tuple(grouped)
        yield setter.heading(f"{number}. {rows[0].label}")
        boxed = tuple(row for row in rows if key is NonchoiceKey.WHO and row.service_name)
        yield from boxes.of(_together(boxed, block.rows, words))
        gap = BETWEEN_PARAGRAPHS_PT if boxed else AFTER_HEADING_PT
        for row in rows:
            if row not in boxed:
                yield from setter.paragraph(_sentence(row), gap, language=row.language)
                gap = BETWEEN_PARAGRAPHS_PT


def _together(
    boxed: Sequence[NonchoiceRow], rows: Sequence[NonchoiceRow], words: PaperWords
) -> tuple[NonchoiceRow, ...]:
    """The boxes, one for services of which all is told in the same words and decided at once."""
    alike: dict[Hashable, list[ServiceId | None]] = {}
    for service in dict.fromkeys(row.service for row in boxed):
        told = tuple((row.key, row.text, row.language) for row in rows if row.service == service)
        alike.setdefault(told, []).append(service)
    names = {row.service: row.service_name for row in boxed}
    together = {each[0]: ", ".join(names[service] for service in each) for each in alike.values()}
    if len(together) == 1 and len(names) > MOST_NAMED:
        together = dict.fromkeys(together, words.gettext("All services"))
    return tuple(
        replace(row, service_name=together[row.service]) for row in boxed if row.service in together
    )


def _sentence(row: NonchoiceRow) -> str:
    return f"{row.service_name}: {row.text}" if row.service_name else row.text


class _Boxes:
    """One box per service, or for several of which the same is told."""

    def __init__(self, breaker: LineBreaker, owner: str, look: EditionLook) -> None:
        self._breaker = breaker
        self._owner = owner
        self._prose = look.prose
        self._paper = look.paper
        self._most_abreast = look.boxes_abreast

    def of(self, rows: Sequence[NonchoiceRow]) -> Iterator[Piece]:
        """Boxes of one size for all services, no row with a gap, as low as they can be."""
        if not rows:
            return
        arrangements = [tuple(self._arranged(rows, 1))]
        for abreast in range(2, self._most_abreast + 1):
            # A word may be wider than a narrow box; then they stand below each other.
            with suppress(DoesNotFitError):
                if len(rows) % abreast == 0:
                    arrangements.append(tuple(self._arranged(rows, abreast)))
        yield from min(arrangements, key=lambda pieces: sum(each.height_pt for each in pieces))

    def _arranged(self, rows: Sequence[NonchoiceRow], abreast: int) -> Iterator[Piece]:
        is_narrow = abreast == NARROW_ABREAST
        gap = NARROW_BOX_GAP_PT if is_narrow else BOX_GAP_PT
        padding = NARROW_BOX_PADDING_PT if is_narrow else BOX_PADDING_PT
        width = (self._paper.content_width_pt - gap * (abreast - 1)) / abreast
        texts = [self._text(row, width - 2 * padding) for row in rows]
        lines = max(len(name) + len(text) for name, text in texts)
        height = 2 * BOX_TOP_PT + lines * self._prose.text.leading_pt
        for start in range(0, len(rows), abreast):
            marks: list[Mark] = []
            beside = zip(texts, rows, strict=True)
            for column, ((name, text), row) in enumerate(tuple(beside)[start : start + abreast]):
                left = self._paper.left_pt + column * (width + gap)
                marks.append(Frame(left, 0, width, height, BOX_LINE_PT))
                marks.extend(self._marks(left + padding, name, text, row.language))
            yield Piece(height, tuple(marks), gap if start else AFTER_HEADING_PT)

    def _text(
        self, row: NonchoiceRow, width_pt: float
    ) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        place = Place(self._owner, row.label)
        return (
            self._breaker.break_text(row.service_name, self._prose.strong, width_pt, place),
            self._breaker.break_text(row.text, self._prose.text, width_pt, place),
        )

    def _marks(
        self,
        x_pt: float,
        name: tuple[Line, ...],
        text: tuple[Line, ...],
        language: Language | None,
    ) -> tuple[TextMark, TextMark]:
        prose = self._prose
        top = BOX_TOP_PT + prose.text.baseline_pt
        below = top + len(name) * prose.text.leading_pt
        return (
            TextMark(heading(4), x_pt, top, prose.strong, name),
            TextMark(paragraph(language), x_pt, below, prose.text, text),
        )
