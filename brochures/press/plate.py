"""A plate: a whole letter with gaps for what is somebody's own, from which letters are struck."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from brochures.file_facts import FileFacts
from brochures.press.deflate import Parts, Ready
from brochures.press.gap_canvas import Type
from brochures.press.part import Gap, OwnFigure, Part
from brochures.press.type_case import TypeCase

PLACEHOLDER_MOMENT = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
"""Stands in a plate for the date of the file."""


@dataclass(frozen=True, slots=True)
class Foot:
    """What ends a page.

    Attributes:
        drawn: The foot line, if it is not on the page already, and the end of the last sequence.
        told: What is told in it.
    """

    drawn: Ready | None
    told: bytes


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """A part in a plate.

    Attributes:
        feet: Of its pages.
        is_same: Whether most other letters have it too.
    """

    part: Part
    feet: tuple[Foot, ...]
    is_same: bool


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page with gaps.

    Attributes:
        index: Of the page.
        told: What is told, with the numbers of the gaps in it; see ``told``.
    """

    index: int
    told: tuple[bytes | int, ...]


@dataclass(frozen=True, slots=True)
class LetterForm:
    """A packed file whose gaps are empty, but for its table of objects.

    Attributes:
        begun: Its bytes.
        own: Numbers of the objects with gaps: what is drawn on own pages, and ``figures``.
        figures: Those with a text of somebody's own.
        rows: Of the table, compressed, without those of the gaps and the table's own; the gaps are
            numbered in the order of their objects.
        number: Of the table's own object.
        trailer: What the table says besides.
        digest: MD5 of all this.
    """

    begun: bytes
    own: tuple[int, ...]
    figures: tuple[OwnFigure, ...]
    rows: Parts
    number: int
    trailer: bytes
    digest: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Plate:
    """A letter with gaps.

    Attributes:
        facts: Dated ``PLACEHOLDER_MOMENT``.
        case: The fonts of all texts.
        parts: In reading order.
        gaps: In the order of the own marks; none where nothing is anybody's own.
        drawn: What is drawn on each page, compressed, with the numbers of the gaps in it.
        own_pages: Those with gaps.
        digests: Of what stands on each page; empty where that is somebody's own.
        forms: Of its letters, by the date of the files; kept here by ``letter_file``.
    """

    facts: FileFacts
    case: TypeCase
    parts: tuple[PlacedPart, ...]
    gaps: tuple[Gap, ...]
    drawn: tuple[Parts, ...]
    own_pages: tuple[OwnPage, ...]
    digests: tuple[bytes, ...]
    forms: dict[datetime, LetterForm] = field(default_factory=dict)

    @property
    def types(self) -> Mapping[str, Type]:
        """By the names of the weights."""
        return self.case.types
