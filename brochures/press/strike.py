"""Strikes letters from a plate: draws what is somebody's own, and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from brochures.marks import Mark, Modules
from brochures.page_writer import PageWriter
from brochures.press.deflate import Ready, little
from brochures.press.gap_canvas import GapCanvas, OffPlateError, Type
from brochures.press.kept_texts import Drawn, KeptTexts
from brochures.press.own_marks import Own, told
from brochures.press.part import Gap
from brochures.press.plate import Plate
from brochures.structure import Element
from brochures.tag_objects import pdf_text
from brochures.tag_tree import Tag, TagTree
from brochures.typeface import Typeface


@dataclass(frozen=True, slots=True, eq=False)
class Struck:
    """A letter, as far as it is somebody's own.

    Attributes:
        plate: All the rest.
        drawn: Per gap of the plate.
        alts: Per figure of somebody's own, what it says.
        digest: SHA-256 of what stands on the pages and where.
    """

    plate: Plate
    drawn: tuple[Ready, ...]
    alts: tuple[bytes, ...]
    digest: bytes

    @property
    def pages(self) -> int:
        """How many; even, since every part begins on a sheet of its own."""
        return len(self.plate.digests)


def struck(plate: Plate, own: Sequence[Own], typeface: Typeface, known: Drawn) -> Struck:
    """A letter from a plate.

    Args:
        plate: Of its kind.
        own: A person's own marks, as they were set, a sequence per gap of the plate.
        typeface: Of the plate.
        known: What was drawn in its fonts, for many own texts are somebody else's too; grows.

    Raises:
        OffPlateError: They have another shape, or characters that the plate does not have.
    """
    if any(each.shape != gap.shape for gap, each in zip(plate.gaps, own, strict=True)):
        raise OffPlateError
    placed = [
        [mark.down(gap.down_pt) for mark in each.marks] if gap.down_pt else each.marks
        for gap, each in zip(plate.gaps, own, strict=True)
    ]
    code = [
        _drawn(gap, marks, plate.types, typeface, known)
        for gap, marks in zip(plate.gaps, placed, strict=True)
    ]
    squares = (mark for each in own for mark in each.marks if isinstance(mark, Modules))
    figures = (mark.element for mark in squares if mark.element is not None)
    alts = tuple(pdf_text(element.alt) for element in figures)
    return Struck(plate, tuple(map(little, code)), alts, _digest(plate, placed))


def whole(plate: Plate) -> Struck:
    """The letter of a plate without gaps."""
    return Struck(plate, (), (), _digest(plate, ()))


def _digest(plate: Plate, placed: Sequence[Sequence[Mark]]) -> bytes:
    digests = list(plate.digests)
    for page in plate.own_pages:
        says = [part if isinstance(part, bytes) else told(placed[part]) for part in page.told]
        digests[page.index] = sha256(b"".join(says)).digest()
    return sha256(b"".join(digests)).digest()


def _drawn(
    gap: Gap,
    marks: Sequence[Mark],
    types: Mapping[str, Type],
    typeface: Typeface,
    known: Drawn,
) -> bytes:
    tree, canvas = _GapTree(gap), GapCanvas(types)
    writer = PageWriter(canvas, tree, KeptTexts(canvas, tree, typeface, known))
    writer.content.resume(gap.before)
    for mark in marks:
        writer.draw(mark)
    if (tree.number, writer.content.state) != (gap.numbers[1], gap.after):
        raise OffPlateError
    return "\n".join((*canvas._code, "")).encode("ascii")  # noqa: SLF001


class _GapTree(TagTree):
    """The part of a plate's tree that the marks of a gap belong to; grows no more."""

    def __init__(self, gap: Gap) -> None:
        self.number = gap.numbers[0]
        self._left = iter(gap.tags)
        self._known: dict[Element, Tag] = {}

    def tag(self, element: Element) -> Tag:
        """The nodes come in the order in which they came when the plate was made."""
        known = self._known.get(element)
        if known is None:
            known = self._known[element] = next(self._left)
        return known

    def content(self, tag: Tag) -> int:  # noqa: ARG002  the plate knows the owner
        """The number of the next sequence."""
        self.number += 1
        return self.number - 1
