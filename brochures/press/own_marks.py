"""What is a person's own on the pages of an envelope, and what all of it looks like to others."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from brochures.lines import Run, text_of
from brochures.marks import Frame, Mark, Modules, Page, Stroke, TextMark
from brochures.structure import Element, Kind
from brochures.tag_tree import RANK_OF_PARTS

NEAR_PT = 1e-6
PLACEHOLDER = "0"


@dataclass(frozen=True, slots=True)
class Span:
    """Marks of a page that are somebody's own.

    Attributes:
        page: Its index.
        start: Index of the first of the marks.
        down_pt: How much lower they stand than where they were set.
        shape: See ``shape_of``.
    """

    page: int
    start: int
    end: int
    down_pt: float
    shape: Hashable


def shape_of(marks: Sequence[Mark]) -> tuple[Hashable, ...] | None:
    """All that marks are but their texts, squares and places across.

    Marks of one shape take each other's place without touching anything beside them.

    Returns:
        None where others depend on the texts too: headings and addresses to click on.
    """
    elements: dict[Element | None, int] = {None: 0}
    shape: list[Hashable] = []
    for mark in marks:
        match mark:
            case TextMark() if not _is_told_elsewhere(mark):
                shape.append((_told(mark.element, elements), mark.style))
            case Modules():
                place = (mark.x_pt, mark.y_pt, mark.module_pt, len(mark.rows))
                shape.append((_told(mark.element, elements), place))
            case Stroke() | Frame():
                shape.append((type(mark), mark.line_pt))
            case _:
                return None
    return tuple(shape)


def _is_told_elsewhere(mark: TextMark) -> bool:
    element = mark.element
    listed = element is not None and element.kind is Kind.HEADING and element.rank <= RANK_OF_PARTS
    return listed or any(run.uri for line in mark.lines for run in line)


def _told(element: Element | None, elements: dict[Element | None, int]) -> Hashable:
    """What somebody hears that the element is, and which of those before it is the same."""
    known = elements.get(element)
    if known is not None or element is None:
        return known
    parent = _told(element.parent, elements)
    elements[element] = len(elements)
    looks = (element.kind, element.rank, element.scope, element.columns, element.has_corner)
    return elements[element], parent, looks, element.language


@dataclass(frozen=True, slots=True)
class Own:
    """Marks of somebody's own, as they were set.

    Attributes:
        shape: See ``shape_of``.
    """

    marks: tuple[Mark, ...]
    shape: Hashable

    @classmethod
    def of(cls, marks: tuple[Mark, ...]) -> "Own":
        """These marks."""
        return cls(marks, shape_of(marks))


def find(own: Own, pages: Sequence[Page], first: int = 0) -> Span | None:
    """Where marks stand, as they were set, on pages.

    Args:
        own: At least one mark.
        pages: To look on.
        first: Index of the first of them in the file.

    Returns:
        None where they stand nowhere or more than once, or have no shape.
    """
    found = [] if own.shape is None else list(_matches(own.marks, pages))
    if len(found) != 1:
        return None
    page, start, down_pt = found[0]
    return Span(first + page, start, start + len(own.marks), down_pt, own.shape)


def _matches(marks: Sequence[Mark], pages: Sequence[Page]) -> Iterator[tuple[int, int, float]]:
    drawn = [_drawn(mark) for mark in marks]
    for number, page in enumerate(pages):
        there = [_drawn(mark) for mark in page.marks]
        for start in range(len(there) - len(drawn) + 1):
            if there[start : start + len(drawn)] != drawn:
                continue
            # Rounded, so that it does not follow from what stands there.
            down_pt = round(_y_pt(page.marks[start]) - _y_pt(marks[0]), 6)
            pairs = zip(marks, page.marks[start:], strict=False)
            if all(abs(_y_pt(one) + down_pt - _y_pt(at)) <= NEAR_PT for one, at in pairs):
                yield number, start, down_pt


def _drawn(mark: Mark) -> Hashable:
    """What a mark draws wherever it stands; every time that it is set its element is another."""
    match mark:
        case TextMark():
            return TextMark, mark.x_pt, mark.lines, mark.style
        case Modules():
            return Modules, mark.x_pt, mark.rows
        case Stroke():
            return Stroke, mark.x0_pt, mark.x1_pt, mark.line_pt
        case Frame():
            return Frame, mark.x_pt, mark.width_pt
        case _:
            return mark


def _y_pt(mark: Mark) -> float:
    match mark:
        case TextMark():
            return mark.baseline_pt
        case Stroke():
            return mark.y0_pt
        case Frame() | Modules():
            return mark.y_pt
        case _:
            return 0


def nobodys(mark: Mark) -> Mark:
    """The mark with nothing of anybody in it."""
    if not isinstance(mark, TextMark):
        return mark
    return replace(mark, lines=((Run(PLACEHOLDER, mark.style.is_bold),),))


def told(marks: Sequence[Mark]) -> bytes:
    """Every text among the marks of a page, and where it stands."""
    return "".join(
        f"{mark.x_pt:.3f}/{mark.baseline_pt:.3f}/" + "\n".join(map(text_of, mark.lines)) + "\n"
        for mark in marks
        if isinstance(mark, TextMark)
    ).encode()
