"""The objects of a part in the numbers of a file."""

from collections.abc import Mapping
from dataclasses import dataclass

from brochures.packing import object_stream, one_object, packed_row
from brochures.press.about_file import DOCUMENT, PAGES
from brochures.press.part import BoundPart, OwnFigure, Part
from brochures.press.plate_canvas import Link
from brochures.styles import PAGE_HEIGHT_PT, PAGE_WIDTH_PT
from brochures.tag_objects import TagWriter, pdf_text
from brochures.tag_tree import Tag
from brochures.text_writer import PRINTED

MOST = 8
"""So many ways in which a part was bound are kept."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part stands in a file.

    Attributes:
        first: Number of its first object.
        key: Of the way back from its first page.
        pages: How many.
    """

    first: int
    key: int
    pages: int

    def page(self, number: int) -> int:
        """Number of the object of a page, by its index in the part."""
        return self.first + number

    def content(self, number: int) -> int:
        """Number of the object with what is drawn on it."""
        return self.first + self.pages + number


def bound_part(
    part: Part, place: Place, section: int, further: Mapping[Tag, tuple[int, ...]], fonts: int
) -> BoundPart:
    """The objects of a part.

    Args:
        part: Drawn with the fonts of the file.
        place: Where it stands.
        section: Number of the section that was begun before it.
        further: What later parts have for sections that are begun in it.
        fonts: Number of the object that names the fonts.
    """
    above = section if part.tree.here.kids else 0
    key = (place, above, fonts, tuple(further.items()))
    known = part.bound.get(key)
    if known is None:
        if len(part.bound) >= MOST:
            part.bound.clear()
        known = part.bound[key] = _bound(part, place, section, further, fonts)
    return known


def _bound(
    part: Part, place: Place, section: int, further: Mapping[Tag, tuple[int, ...]], fonts: int
) -> BoundPart:
    pages = [place.page(number) for number in range(place.pages)]
    first_area = place.first + 2 * place.pages
    areas = range(first_area, first_area + len(part.links))
    first_tag = place.first + part.first_tag
    numbers = {tag: first_tag + at for tag, at in part.tags.items()}
    writer = TagWriter(numbers, pages, areas)
    packed = {page: _page(part, place, at, areas, fonts) for at, page in enumerate(pages)}
    for at, (number, link) in enumerate(zip(areas, part.links, strict=True)):
        packed[number] = _link(link, place.key + part.tree.key_of_area(at))
    parents = {**numbers, part.tree.here: section, part.tree.root: DOCUMENT}
    figures = []
    for tag, number in numbers.items():
        parent = DOCUMENT if tag.parent is None else parents[tag.parent]
        body = writer.element(tag, parent, further.get(tag, ()))
        if tag in part.figures:
            figures.append(_own_figure(tag, number, body))
        else:
            packed[number] = body
    pack = place.first + part.count - 1
    rows = dict.fromkeys(range(place.first, pack + 1), b"")
    rows |= {number: packed_row(pack, at) for at, number in enumerate(packed)}
    return BoundPart(
        one_object(pack, object_stream(packed)),
        tuple(rows.values()),
        writer.ways_back(part.tree, place.key),
        tuple(figures),
    )


def _page(part: Part, place: Place, at: int, areas: range, fonts: int) -> bytes:
    links = b" ".join(
        b"%d 0 R" % number
        for number, link in zip(areas, part.links, strict=True)
        if link.page == at
    )
    return (
        b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.4f %.4f]/Contents %d 0 R"
        b"/Resources<</Font %d 0 R/ProcSet[/PDF/Text]>>/StructParents %d/Tabs/S%s>>"
    ) % (
        PAGES,
        PAGE_WIDTH_PT,
        PAGE_HEIGHT_PT,
        place.content(at),
        fonts,
        place.key + at,
        b"/Annots[%s]" % links if links else b"",
    )


def _link(link: Link, key: int) -> bytes:
    box = " ".join(f"{side:.4f}" for side in link.box_pt).encode()
    return (
        b"<</Type/Annot/Subtype/Link/Rect[%s]/Border[0 0 0]/F %d/StructParent %d/Contents%s"
        b"/A<</Type/Action/S/URI/URI%s>>>>"
    ) % (box, PRINTED, key, pdf_text(link.told), pdf_text(link.uri))


def _own_figure(tag: Tag, number: int, body: bytes) -> OwnFigure:
    alt = b"" if tag.element is None else pdf_text(tag.element.alt)
    before, _, after = body.partition(b"/Alt" + alt)
    return OwnFigure(number, before, after)
