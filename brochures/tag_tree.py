"""The elements of one file in the order in which they are read, and where their content stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from brochures.structure import Element, Kind

DEEPEST_HEADING = 6
RANK_OF_PARTS = 2
"""A heading of this rank begins a section that goes on to the next one."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Content:
    """A sequence of marked content: the index of its page, and its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Area:
    """A place to click: the index of its page, and its number in the file."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Tag:
    """One node of the tree; grows while pages are drawn.

    Attributes:
        name: Standard structure type.
        element: What it stands for; None for those that follow from others.
        kids: In the order in which they are read.
        actual: The whole text where the content is broken inside a word; else empty.
        box: Of a figure, left, bottom, right, top, in points from the bottom left.
    """

    name: str
    parent: "Tag | None"
    element: Element | None = None
    kids: list["Tag | Content | Area"] = field(default_factory=list)
    actual: str = ""
    box: Box | None = None

    def grow(self, name: str, element: Element | None = None) -> "Tag":
        """Another kid, after those that are there."""
        kid = Tag(name, self, element)
        self.kids.append(kid)
        return kid

    def reach(self, points_pt: Iterable[tuple[float, float]]) -> None:
        """Widen the box of a figure so that it holds these points."""
        corners = [*points_pt, *([] if self.box is None else [self.box[:2], self.box[2:]])]
        xs, ys = zip(*corners, strict=True)
        self.box = (min(xs), min(ys), max(xs), max(ys))

    @property
    def first_page(self) -> int | None:
        """Index of the page on which it begins; None for an empty cell."""
        for kid in self.kids:
            page = kid.first_page if isinstance(kid, Tag) else kid.page
            if page is not None:
                return page
        return None


class TagTree:
    """Takes elements as they come on the pages.

    Headings are numbered by how deep they stand, so that no number is left out, and those of the
    second rank begin sections; nothing that lays out pages has to count.

    Args:
        page_count: Of the whole file.

    Attributes:
        root: The whole document.
        pages: Per page, the owner of each sequence of marked content.
        areas: The owner of each place to click.
    """

    def __init__(self, page_count: int) -> None:
        self._page_count = page_count
        self.root = Tag("Document", None)
        self.pages: list[list[Tag]] = []
        self.areas: list[Tag] = []
        self._tags: dict[Element, Tag] = {}
        self._ranks: list[int] = []
        self._section = self.root

    def begin_page(self) -> None:
        """What comes now stands on the next page."""
        self.pages.append([])

    def tag(self, element: Element) -> Tag:
        """The node of an element, made when it comes for the first time."""
        known = self._tags.get(element)
        return known if known is not None else self._made(element)

    def content(self, tag: Tag) -> int:
        """The number of another sequence on this page that belongs to a node."""
        page = self.pages[-1]
        number = len(page)
        page.append(tag)
        tag.kids.append(Content(len(self.pages) - 1, number))
        return number

    def area(self, tag: Tag) -> int:
        """The key of another place to click that belongs to a node; see ``key_of_area``."""
        number = len(self.areas)
        self.areas.append(tag)
        tag.kids.append(Area(len(self.pages) - 1, number))
        return self.key_of_area(number)

    def key_of_area(self, number: int) -> int:
        """Pages and places to click share one row of keys in the file, the pages first."""
        return self._page_count + number

    def _made(self, element: Element) -> Tag:
        name = element.kind.value
        if element.kind is Kind.HEADING:
            name = self._heading(element.rank)
        parent = self._section if element.parent is None else self.tag(element.parent)
        tag = self._tags[element] = parent.grow(name, element)
        if element.has_corner:
            tag.grow(Kind.CELL.value)
        return tag

    def _heading(self, rank: int) -> str:
        while self._ranks and self._ranks[-1] >= rank:
            self._ranks.pop()
        self._ranks.append(rank)
        if rank <= RANK_OF_PARTS:
            begins_part = rank == RANK_OF_PARTS
            self._section = self.root.grow("Sect") if begins_part else self.root
        return f"H{min(len(self._ranks), DEEPEST_HEADING)}"
