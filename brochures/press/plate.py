"""A plate: a whole file with gaps for what is somebody's own, from which letters are struck."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from brochures.file_facts import FileFacts
from brochures.packing import Objects
from brochures.press.deflate import Parts
from brochures.tag_tree import Tag

PLACEHOLDER_MOMENT = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
"""Stands in a plate for the date of the file."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a font of the file writes: with codes of one byte, in several subsets.

    Attributes:
        name: In the page's resources, before the number of the subset.
        codes: By character; the number of the subset is in the upper byte.
        first: What stands in the file for the characters of the first subset.
        characters: Those of the first subset.
    """

    name: str
    codes: Mapping[int, int]
    first: Mapping[int, str]
    characters: frozenset[str]


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
class OwnPage:
    """A page with gaps.

    Attributes:
        index: Of the page.
        content: Number of the object with what is drawn.
        drawn: What is drawn, compressed, with the numbers of the gaps in it.
        told: What is told, with the same numbers; see ``told``.
    """

    index: int
    content: int
    drawn: Parts
    told: tuple[bytes | int, ...]


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
class LetterForm:
    """A packed file whose gaps are empty, but for its table of objects.

    Attributes:
        begun: Its bytes.
        rows: Of the table, compressed, without those of the gaps and the table's own; the gaps are
            numbered in the order of their objects.
        number: Of the table's own object.
        trailer: What the table says besides.
        digest: MD5 of all this.
    """

    begun: bytes
    rows: Parts
    number: int
    trailer: bytes
    digest: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Plate:
    """A file with gaps.

    Attributes:
        facts: Dated ``PLACEHOLDER_MOMENT``.
        pages: Numbers of the objects of the pages.
        contents: Numbers of the objects with what is drawn on them.
        gaps: In the order of the own marks; none where nothing is anybody's own.
        types: By the names of the weights.
        digests: Of what stands on each page; empty where that is somebody's own.
        forms: Of its letters, by the date of the files; kept here by ``letter_file``.
    """

    facts: FileFacts
    objects: Objects
    pages: tuple[int, ...]
    contents: tuple[int, ...]
    gaps: tuple[Gap, ...]
    own_pages: tuple[OwnPage, ...]
    figures: tuple[OwnFigure, ...]
    types: Mapping[str, Type]
    digests: tuple[bytes, ...]
    forms: dict[datetime, LetterForm] = field(default_factory=dict)

    @property
    def own(self) -> Sequence[int]:
        """Numbers of the objects that are somebody's own."""
        return [
            *(page.content for page in self.own_pages),
            *(each.number for each in self.figures),
        ]
