"""Writes the tag tree into a file that ReportLab is about to save."""

from collections.abc import Iterator, Sequence
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
    _Writer(canvas._doc, tree, areas).write()  # noqa: SLF001


class _Writer:
    def __init__(self, document: Any, tree: TagTree, areas: Sequence[Any]) -> None:
        self._document = document
        self._tree = tree
        known = document.idToObjectNumberAndVersion
        self._pages = [known[f"Page{n}"][0] for n in range(1, len(tree.pages) + 1)]
        self._areas = [known[reference.name][0] for reference in areas]
        self._objects: dict[Tag, tuple[int, RawObject]] = {}

    def write(self) -> None:
        root = RawObject()
        root_number = self._number(root)
        for tag in _all(self._tree.root):
            written = RawObject()
            self._objects[tag] = (self._number(written), written)
        for tag, (_number, written) in self._objects.items():
            written.data = self._element(tag, root_number)
        ways_back = self._number(RawObject(self._ways_back()))
        root.data = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>" % (
            self._of(self._tree.root),
            ways_back,
            self._tree.key_of_area(len(self._areas)),
        )
        catalog = self._document.Catalog
        catalog.StructTreeRoot = root
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def _number(self, written: RawObject) -> int:
        return number_of(self._document, written)

    def _of(self, tag: Tag) -> int:
        return self._objects[tag][0]

    def _element(self, tag: Tag, root_number: int) -> bytes:
        parent = root_number if tag.parent is None else self._of(tag.parent)
        parts = [b"<</Type/StructElem/S/%s/P %d 0 R" % (tag.name.encode(), parent)]
        page = tag.first_page
        if page is not None:
            parts.append(b"/Pg %d 0 R" % self._pages[page])
        kids = [self._kid(kid, page) for kid in tag.kids]
        if kids:
            parts.append(b"/K[%s]" % b" ".join(kids))
        parts.extend(_texts(tag))
        attributes = _attributes(tag)
        if attributes:
            parts.append(b"/A" + attributes)
        return b"".join([*parts, b">>"])

    def _kid(self, kid: Tag | Content | Area, page: int | None) -> bytes:
        match kid:
            case Tag():
                return b"%d 0 R" % self._of(kid)
            case Content(at, number) if at == page:
                return b"%d" % number
            case Content(at, number):
                return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self._pages[at], number)
            case Area(at, number):
                place = (self._areas[number], self._pages[at])
                return b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % place

    def _ways_back(self) -> bytes:
        """From the marked content of each page, and from each link, to its element."""
        rows = [
            b"%d[%s]" % (index, b" ".join(b"%d 0 R" % self._of(owner) for owner in owners))
            for index, owners in enumerate(self._tree.pages)
        ]
        rows += [
            b"%d %d 0 R" % (self._tree.key_of_area(number), self._of(owner))
            for number, owner in enumerate(self._tree.areas)
        ]
        return b"<</Nums[%s]>>" % b"\n".join(rows)


def _all(tag: Tag) -> Iterator[Tag]:
    yield tag
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _all(kid)


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
