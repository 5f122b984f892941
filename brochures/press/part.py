"""A part of a letter: pages that share no element with others, drawn once for many letters."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from brochures.marks import Page
from brochures.press.deflate import Parts
from brochures.press.plate_canvas import Link, Listed
from brochures.structure import Kind
from brochures.tag_tree import Tag, TagTree


@dataclass(frozen=True, slots=True)
class Gap:
    """Where own marks are drawn.

    Attributes:
        down_pt: How much lower they stand than where they are set.
        shape: That they must have.
        before, after: State of the marked content.
        numbers: Of the sequences that belong to them: the first one, and the first one after.
        tags: Their nodes in the tree, in the order in which they come.
    """

    down_pt: float
    shape: Hashable
    before: tuple[bool, Tag | None]
    after: tuple[bool, Tag | None]
    numbers: tuple[int, int]
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, as far as it is the same in many letters.

    Attributes:
        drawn: Compressed, with the numbers of the gaps in it.
        told: What is told, with the same numbers; see ``told``.
        end: State of the marked content behind it: whether a sequence is open, and whether what it
            holds is read aloud.
    """

    drawn: Parts
    told: tuple[bytes | int, ...]
    end: tuple[bool, bool]

    @property
    def is_own(self) -> bool:
        """Whether it has gaps."""
        return len(self.told) > 1


class PartTree(TagTree):
    """The elements of a part.

    Args:
        page_count: Of the part.
        ranks: Of the headings above its first one.

    Attributes:
        here: Holds what belongs to the section that was begun before the part.
    """

    def __init__(self, page_count: int, ranks: Sequence[int]) -> None:
        super().__init__(page_count)
        self.here = Tag("", None)
        self._section = self.here
        self._ranks = [*ranks]

    @property
    def ranks(self) -> tuple[int, ...]:
        """Of the headings above what comes behind the part."""
        return tuple(self._ranks)

    @property
    def section(self) -> Tag:
        """Holds what comes behind the part without a heading; ``here`` where none was begun."""
        return self._section


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """A figure with a text of somebody's own.

    Attributes:
        number: Of its object.
        before, after: The object around that text.
    """

    number: int
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class BoundPart:
    """The objects of a part in the numbers of a file, but for what is drawn on its pages.

    Attributes:
        packed: The last of them, which holds all others.
        rows: Their rows in the table of objects; empty for those that stand by themselves.
        ways_back: Rows from its marked content to its elements.
        figures: Those with a text of somebody's own.
    """

    packed: bytes
    rows: tuple[bytes, ...]
    ways_back: bytes
    figures: tuple[OwnFigure, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Pages drawn once.

    Attributes:
        gaps: For what is somebody's own; may be empty.
        tree: Its elements.
        tags: The elements with their places among each other, in reading order.
        figures: Those of ``tags`` whose text is somebody's own.
        links: Places to click.
        listed: Headings in the table of contents.
        digest: SHA-256 of what is told on its pages, but for what is somebody's own.
        bound: In the numbers of files; kept here by ``bind``.
    """

    sheets: tuple[Sheet, ...]
    gaps: tuple[Gap, ...]
    tree: PartTree
    tags: Mapping[Tag, int]
    figures: tuple[Tag, ...]
    links: tuple[Link, ...]
    listed: tuple[Listed, ...]
    digest: bytes
    bound: dict[Hashable, BoundPart] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many objects it has: pages, what is drawn on them, links, elements, and one more."""
        return 2 * len(self.sheets) + len(self.links) + len(self.tags) + 1

    @property
    def first_tag(self) -> int:
        """How many of them come before the elements."""
        return 2 * len(self.sheets) + len(self.links)

    @property
    def keys(self) -> int:
        """How many ways back it needs."""
        return len(self.sheets) + len(self.links)


def ranks_above(pages: Sequence[Page], ranks: Sequence[int]) -> tuple[int, ...]:
    """Those of the ranks that count for pages: of headings above their first one."""
    for page in pages:
        for mark in page.marks:
            element = getattr(mark, "element", None)
            if element is not None and element.kind is Kind.HEADING:
                return tuple(rank for rank in ranks if rank < element.rank)
    return ()


def has_heading(pages: Sequence[Page]) -> bool:
    """Whether what comes behind the pages follows from them."""
    return any(
        element.kind is Kind.HEADING
        for page in pages
        for mark in page.marks
        if (element := getattr(mark, "element", None)) is not None
    )
