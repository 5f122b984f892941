"""Headings, paragraphs and lists of the prose pages as pieces."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from brochures.flow import Piece
from brochures.lines import Line, LineBreaker, Place
from brochures.marks import Bullet, TextMark
from brochures.structure import Element, heading, item, new_list, paragraph
from brochures.styles import HEADING, LEFT_PT, MM, PAGE_TITLE, PROSE, PROSE_BOLD, PROSE_WIDTH_PT
from brochures.styles import TextStyle as Style
from kiosk.domain.language import Language
from kiosk.domain.municipality import Prose, ProseKind, ProsePart

ITEM_INDENT_PT = 6.2 * MM
BULLET_RADIUS_PT = 1.7
KEEP_LINES = 2
"""Lines of a paragraph that stay together at a page turn."""

AFTER_TITLE_PT = 4.2 * MM
AFTER_HEADING_PT = 1.6 * MM
BEFORE_HEADING_PT = 6.35 * MM
BETWEEN_HEADINGS_PT = 2.4 * MM
BETWEEN_PARAGRAPHS_PT = 3.1 * MM
BEFORE_LIST_PT = 1.75 * MM
BETWEEN_ITEMS_PT = 1.2 * MM
AFTER_LIST_PT = 2.5 * MM

RANK_OF_TITLE = 2
"""The heading of a page stands under the document's own; see ``Element.rank``."""


@dataclass(frozen=True, slots=True)
class ProseLook:
    """In what prose is set.

    Attributes:
        headings: Of the levels 1, 2 and so on; deeper ones look like the last.
        gaps_pt: White between two kinds of prose, one after the other.
        after_title_pt: White below a heading of level 1.
    """

    headings: tuple[Style, ...]
    text: Style
    width_pt: float
    gaps_pt: Mapping[tuple[ProseKind, ProseKind], float]
    after_title_pt: float = AFTER_TITLE_PT


class ProseSetter:
    """Sets prose in one document.

    Attributes:
        owner: Document, for messages about texts that do not fit.
    """

    def __init__(
        self,
        breaker: LineBreaker,
        owner: str,
        look: ProseLook | None = None,
        strong: Sequence[str] = (),
    ) -> None:
        """Set prose as in a brochure, or as a look says; some parts of it bold."""
        self._breaker = breaker
        self.owner = owner
        self._look = look or BROCHURE_LOOK
        self._strong = strong

    def title(self, text: str) -> Piece:
        """The heading of a page."""
        return self._heading(text, 1, 0)

    def heading(self, text: str, gap_pt: float = BEFORE_HEADING_PT) -> Piece:
        """A heading on a page."""
        return self._heading(text, 2, gap_pt)

    def paragraph(
        self,
        text: str,
        gap_pt: float,
        style: Style | None = None,
        width_pt: float | None = None,
        language: Language | None = None,
    ) -> tuple[Piece, ...]:
        """A paragraph that may run over a page turn, but not with a single line.

        Its language is given where it differs from the document's.
        """
        style, width = style or self._look.text, width_pt or self._look.width_pt
        lines = self._breaker.break_text(text, style, width, self._place(text), self._strong)
        element = paragraph(language)
        return tuple(
            Piece(
                len(part) * style.leading_pt,
                (TextMark(element, LEFT_PT, style.baseline_pt, style, part),),
                gap_pt if index == 0 else 0,
            )
            for index, part in enumerate(_parts(lines))
        )

    def prose(self, prose: Prose) -> Iterator[Piece]:
        """A whole text; may be empty."""
        before = None
        items = new_list()
        for part in prose:
            gap = self._gap_pt(part, before)
            match part.kind:
                case ProseKind.HEADING:
                    yield self._heading(part.text, part.level, gap)
                case ProseKind.PARAGRAPH:
                    yield from self.paragraph(part.text, gap)
                case ProseKind.ITEM:
                    if before is None or before.kind is not ProseKind.ITEM:
                        items = new_list()
                    yield self._item(part.text, gap, item(items))
            before = part

    def _heading(self, text: str, level: int, gap_pt: float) -> Piece:
        headings = self._look.headings
        style = headings[min(level, len(headings)) - 1]
        lines = self._breaker.break_text(text, style, self._look.width_pt, self._place(text))
        element = heading(RANK_OF_TITLE - 1 + level)
        mark = TextMark(element, LEFT_PT, style.baseline_pt, style, lines)
        return Piece(len(lines) * style.leading_pt, (mark,), gap_pt, keeps_next=True)

    def _item(self, text: str, gap_pt: float, element: Element) -> Piece:
        style, width = self._look.text, self._look.width_pt - ITEM_INDENT_PT
        lines = self._breaker.break_text(text, style, width, self._place(text), self._strong)
        baseline = style.baseline_pt
        dot = Bullet(LEFT_PT + 1.1 * MM, baseline - 0.27 * style.size_pt, BULLET_RADIUS_PT)
        mark = TextMark(element, LEFT_PT + ITEM_INDENT_PT, baseline, style, lines)
        return Piece(len(lines) * style.leading_pt, (dot, mark), gap_pt)

    def _gap_pt(self, part: ProsePart, before: ProsePart | None) -> float:
        """White above a part, by what stands above it."""
        if before is None:
            return 0
        if before.kind is ProseKind.HEADING and before.level == 1:
            return self._look.after_title_pt
        return self._look.gaps_pt[before.kind, part.kind]

    def _place(self, text: str) -> Place:
        """Prose has no field names: its own first words say which text is meant."""
        return Place(self.owner, " ".join(text.split()[:4]))


GAPS_PT = {
    (ProseKind.HEADING, ProseKind.HEADING): BETWEEN_HEADINGS_PT,
    (ProseKind.HEADING, ProseKind.PARAGRAPH): AFTER_HEADING_PT,
    (ProseKind.HEADING, ProseKind.ITEM): AFTER_HEADING_PT,
    (ProseKind.PARAGRAPH, ProseKind.HEADING): BEFORE_HEADING_PT,
    (ProseKind.ITEM, ProseKind.HEADING): BEFORE_HEADING_PT,
    (ProseKind.PARAGRAPH, ProseKind.PARAGRAPH): BETWEEN_PARAGRAPHS_PT,
    (ProseKind.PARAGRAPH, ProseKind.ITEM): BEFORE_LIST_PT,
    (ProseKind.ITEM, ProseKind.ITEM): BETWEEN_ITEMS_PT,
    (ProseKind.ITEM, ProseKind.PARAGRAPH): AFTER_LIST_PT,
}


BROCHURE_LOOK = ProseLook(
    (PAGE_TITLE, HEADING, PROSE_BOLD), PROSE, PROSE_WIDTH_PT, MappingProxyType(GAPS_PT)
)


def under_title(title: str, *texts: Prose) -> Prose:
    """Several texts as one, their own headings one level below ``title``."""
    return (
        ProsePart(ProseKind.HEADING, title, 1),
        *(lowered for text in texts for lowered in lower(text)),
    )


def lower(prose: Prose) -> Prose:
    """The same text with every heading one level down."""
    return tuple(
        replace(part, level=part.level + 1) if part.kind is ProseKind.HEADING else part
        for part in prose
    )


def _parts(lines: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    """Lines of a paragraph as pieces: two, then single ones, then two."""
    if len(lines) < 2 * KEEP_LINES:
        yield lines
        return
    cuts = (0, *range(KEEP_LINES, len(lines) - KEEP_LINES + 1), len(lines))
    for start, end in pairwise(cuts):
        yield lines[start:end]
