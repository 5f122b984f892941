"""Headings, paragraphs and lists of the prose pages as pieces."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from brochures.editions import BEFORE_HEADING_PT, STANDARD
from brochures.flow import Piece
from brochures.lines import Line, LineBreaker, Place
from brochures.look import ProseLook
from brochures.marks import Bullet, TextMark
from brochures.structure import Element, heading, item, new_list, paragraph
from brochures.styles import MM
from brochures.styles import TextStyle as Style
from kiosk.domain.language import Language
from kiosk.domain.municipality import Prose, ProseKind, ProsePart

ITEM_INDENT_PT = 6.2 * MM
BULLET_RADIUS_PT = 1.7
KEEP_LINES = 2
"""Lines of a paragraph that stay together at a page turn."""

RANK_OF_TITLE = 2
"""The heading of a page stands under the document's own; see ``Element.rank``."""


class ProseSetter:
    """Sets prose in one document.

    Attributes:
        owner: Document, for messages about texts that do not fit.
        look: In what it is set.
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
        self.look = look or STANDARD.prose
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
        style, width = style or self.look.text, width_pt or self.look.width_pt
        lines = self._breaker.break_text(text, style, width, self._place(text), self._strong)
        element = paragraph(language)
        return tuple(
            Piece(
                len(part) * style.leading_pt,
                (TextMark(element, self.look.left_pt, style.baseline_pt, style, part),),
                gap_pt if index == 0 else 0,
            )
            for index, part in enumerate(turnable(lines))
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
        headings = self.look.headings
        style = headings[min(level, len(headings)) - 1]
        lines = self._breaker.break_text(text, style, self.look.width_pt, self._place(text))
        element = heading(RANK_OF_TITLE - 1 + level)
        mark = TextMark(element, self.look.left_pt, style.baseline_pt, style, lines)
        return Piece(len(lines) * style.leading_pt, (mark,), gap_pt, keeps_next=True)

    def _item(self, text: str, gap_pt: float, element: Element) -> Piece:
        style, width = self.look.text, self.look.width_pt - ITEM_INDENT_PT
        lines = self._breaker.break_text(text, style, width, self._place(text), self._strong)
        baseline = style.baseline_pt
        dot = Bullet(
            self.look.left_pt + 1.1 * MM, baseline - 0.27 * style.size_pt, BULLET_RADIUS_PT
        )
        mark = TextMark(element, self.look.left_pt + ITEM_INDENT_PT, baseline, style, lines)
        return Piece(len(lines) * style.leading_pt, (dot, mark), gap_pt)

    def _gap_pt(self, part: ProsePart, before: ProsePart | None) -> float:
        """White above a part, by what stands above it."""
        if before is None:
            return 0
        if before.kind is ProseKind.HEADING and before.level == 1:
            return self.look.after_title_pt
        return self.look.gaps_pt[before.kind, part.kind]

    def _place(self, text: str) -> Place:
        """Prose has no field names: its own first words say which text is meant."""
        return Place(self.owner, " ".join(text.split()[:4]))


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


def turnable(lines: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    """Lines of a text as pieces that a page may turn between: two, then single ones, then two."""
    if len(lines) < 2 * KEEP_LINES:
        yield lines
        return
    cuts = (0, *range(KEEP_LINES, len(lines) - KEEP_LINES + 1), len(lines))
    for start, end in pairwise(cuts):
        yield lines[start:end]
