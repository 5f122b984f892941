"""What the parts of a document are to somebody who hears it, in the words of ISO 32000-1, 14.8.

An element is one thing: a paragraph that goes over a page turn is one element on two pages, and so
is a table. Two elements that are written alike are two. What belongs to no element is an artifact:
it is drawn and not read aloud.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.language import Language


class Kind(Enum):
    """Standard structure types; the number of a heading follows from its rank."""

    HEADING = "H"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEAD_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"


class Scope(Enum):
    """The cells that a head cell is the head of."""

    COLUMN = "Column"
    ROW = "Row"


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One thing in the order in which a document is read; equal only to itself.

    Attributes:
        parent: What it is a part of; None for the document.
        rank: Of a heading: 1 for the document's own, 2 for a page or a part, and so on.
        scope: Of a head cell, and only there.
        columns: How many columns a cell goes over.
        has_corner: Of a row: it begins with an empty cell, the one above the names of the rows.
        language: Where it differs from the document's.
        alt: What a figure shows, and only there.
    """

    kind: Kind
    parent: "Element | None" = None
    rank: int = 0
    scope: Scope | None = None
    columns: int = 1
    has_corner: bool = False
    language: Language | None = None
    alt: str = ""

    def __post_init__(self) -> None:
        """Refuse what nobody could read.

        Raises:
            ValueError: A figure says nothing, a heading has no rank, or a head cell no scope.
        """
        is_silent = self.kind is Kind.FIGURE and not self.alt
        is_flat = self.kind is Kind.HEADING and self.rank <= 0
        if is_silent or is_flat or (self.kind is Kind.HEAD_CELL and self.scope is None):
            message = f"an element {self.kind.value} that says too little"
            raise ValueError(message)


def heading(rank: int) -> Element:
    """A heading of the document itself; see ``Element.rank``."""
    return Element(Kind.HEADING, rank=rank)


def paragraph(language: Language | None = None) -> Element:
    """A paragraph of the document itself."""
    return Element(Kind.PARAGRAPH, language=language)


def figure(alt: str, of: Element | None = None) -> Element:
    """A picture, and what it shows."""
    return Element(Kind.FIGURE, of, alt=alt)


def new_list() -> Element:
    """A list without items so far."""
    return Element(Kind.LIST)


def item(of: Element) -> Element:
    """The text of another item of a list."""
    return Element(Kind.BODY, Element(Kind.ITEM, of))


def labelled(of: Element, language: Language | None = None) -> tuple[Element, Element]:
    """Another item of a list, as its label and what stands beside it."""
    one = Element(Kind.ITEM, of)
    return Element(Kind.LABEL, one), Element(Kind.BODY, one, language=language)


def new_table() -> Element:
    """A table without rows so far."""
    return Element(Kind.TABLE)


def head_row(table: Element, count: int, *, has_corner: bool = False) -> tuple[Element, ...]:
    """The heads of the columns of a table, after an empty corner where the rows have names."""
    row = Element(Kind.ROW, table, has_corner=has_corner)
    return tuple(Element(Kind.HEAD_CELL, row, scope=Scope.COLUMN) for _ in range(count))


def named_row(table: Element, columns: Sequence[int]) -> tuple[Element, tuple[Element, ...]]:
    """Another row of a table: its name and its cells, each over so many columns."""
    row = Element(Kind.ROW, table)
    name = Element(Kind.HEAD_CELL, row, scope=Scope.ROW)
    return name, tuple(Element(Kind.CELL, row, columns=count) for count in columns)
