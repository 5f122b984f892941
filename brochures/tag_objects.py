"""Writes the tag tree into a file that ReportLab is about to save."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from brochures.structure import Element
from brochures.tag_tree import Area, Content, Tag, TagTree
from brochures.tongues import LANGUAGE_TAGS


class RawObject(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An indirect object whose bytes are ready when the file is written."""

    __RefOnly__ = 1

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, _document: Any) -> bytes:
        """What stands in the file."""
        return self.data


def pdf_text(text: str) -> bytes:
    """A text string as PDF writes it."""
    if text.isascii():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return b"(" + escaped.encode() + b")"
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def number_of(document: Any, thing: Any, name: str | None = None) -> int:
    """The number of an object in the file, given now where it has none."""
    reference = document.Reference(thing, name)
    return int(document.idToObjectNumberAndVersion[reference.name][0])


def write_tags(canvas: Any, tree: TagTree, areas: Sequence[Any]) -> None:
    """Put the tree and its ways back from pages and links into the file.

    Args:
        canvas: With every page shown and nothing saved.
        tree: Finished.
        areas: Per area of the tree, ReportLab's reference to its annotation.
    """
    _write(canvas._doc, tree, areas)  # noqa: SLF001


class TagWriter:
    """Writes elements of a tree in the numbers of a file.

    Args:
        numbers: Of the elements.
        pages: Numbers of the pages, by their indexes in the tree.
        areas: Numbers of the annotations, by the numbers of the areas in the tree.
    """

    def __init__(
        self, numbers: Mapping[Tag, int], pages: Sequence[int], areas: Sequence[int]
    ) -> None:
        self._numbers = numbers
        self._pages = pages
        self._areas = areas

    def element(self, tag: Tag, parent: int, further: Sequence[int] = ()) -> bytes:
        """The object of an element.

        Args:
            tag: The element.
            parent: Number of the one that it is a part of.
            further: Numbers of parts that stand in no tree of this one, after its own.
        """
        parts = [b"<</Type/StructElem/S/%s/P %d 0 R" % (tag.name.encode(), parent)]
        page = tag.first_page
        if page is not None:
            parts.append(b"/Pg %d 0 R" % self._pages[page])
        kids = [self._kid(kid, page) for kid in tag.kids]
        kids += [b"%d 0 R" % number for number in further]
        if kids:
            parts.append(b"/K[%s]" % b" ".join(kids))
        parts.extend(_texts(tag))
        attributes = _attributes(tag)
        if attributes:
            parts.append(b"/A" + attributes)
        return b"".join([*parts, b">>"])

    def ways_back(self, tree: TagTree, first_key: int = 0) -> bytes:
        """From the marked content of each page, and from each link, to its element.

        Args:
            tree: Finished.
            first_key: Of its first page; links come after the pages.
        """
        rows = [
            b"%d[%s]" % (key, b" ".join(b"%d 0 R" % self._numbers[owner] for owner in owners))
            for key, owners in enumerate(tree.pages, start=first_key)
        ]
        rows += [
            b"%d %d 0 R" % (first_key + tree.key_of_area(number), self._numbers[owner])
            for number, owner in enumerate(tree.areas)
        ]
        return b"\n".join(rows)

    def _kid(self, kid: Tag | Content | Area, page: int | None) -> bytes:
        match kid:
            case Tag():
                return b"%d 0 R" % self._numbers[kid]
            case Content(at, number) if at == page:
                return b"%d" % number
            case Content(at, number):
                return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self._pages[at], number)
            case Area(at, number):
                place = (self._areas[number], self._pages[at])
                return b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % place


def _write(document: Any, tree: TagTree, areas: Sequence[Any]) -> None:
    root = RawObject()
    root_number = number_of(document, root)
    objects = {tag: RawObject() for tag in all_tags(tree.root)}
    numbers = {tag: number_of(document, written) for tag, written in objects.items()}
    known = document.idToObjectNumberAndVersion
    pages = [known[f"Page{n}"][0] for n in range(1, len(tree.pages) + 1)]
    writer = TagWriter(numbers, pages, [known[reference.name][0] for reference in areas])
    for tag, written in objects.items():
        parent = root_number if tag.parent is None else numbers[tag.parent]
        written.data = writer.element(tag, parent)
    ways_back = number_of(document, RawObject(b"<</Nums[%s]>>" % writer.ways_back(tree)))
    words = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
    root.data = words % (numbers[tree.root], ways_back, tree.key_of_area(len(areas)))
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})


def all_tags(tag: Tag) -> Iterator[Tag]:
    """An element and all that it consists of, in reading order."""
    yield tag
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from all_tags(kid)


def _texts(tag: Tag) -> Iterator[bytes]:
    if tag.actual:
        yield b"/ActualText" + pdf_text(tag.actual)
    element = tag.element
    if element is not None and element.alt:
        yield b"/Alt" + pdf_text(element.alt)
    if element is not None and element.language is not None:
        yield b"/Lang" + pdf_text(LANGUAGE_TAGS[element.language])


def _attributes(tag: Tag) -> bytes:
    if tag.box is not None:
        box = " ".join(f"{side:.2f}" for side in tag.box).encode()
        return b"<</O/Layout/Placement/Block/BBox[%s]>>" % box
    table = b"" if tag.element is None else _of_table(tag.element)
    return b"<</O/Table%s>>" % table if table else b""


def _of_table(element: Element) -> bytes:
    written = b"" if element.scope is None else b"/Scope/" + element.scope.value.encode()
    return written + (b"/ColSpan %d" % element.columns if element.columns > 1 else b"")
