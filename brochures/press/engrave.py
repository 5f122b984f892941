"""Draws parts and their foot lines once, in full, and notes where the gaps are."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby

from brochures.marks import Mark, Modules, Page, TextMark
from brochures.page_writer import PageWriter
from brochures.press.deflate import Ready, little, ready
from brochures.press.kept_texts import Drawings, DrawnLines, KeptTexts, KeptWriter
from brochures.press.own_marks import Span, nobodys, told
from brochures.press.part import Gap, Part, PartTree, Sheet
from brochures.press.plate import Foot
from brochures.press.plate_canvas import PlateCanvas
from brochures.press.type_case import TypeCase
from brochures.structure import Element
from brochures.tag_objects import all_tags
from brochures.tag_tree import Tag, TagTree
from brochures.text_writer import TextWriter
from brochures.typeface import Typeface

_SOMETHING = Tag("", None)
"""Stands for whatever was read last."""


class Engraver:
    """Draws with the fonts of one case.

    Args:
        case: Has every character of what is drawn.
        typeface: Of all texts.
        kept: What was drawn before; all is the same without.
    """

    def __init__(self, case: TypeCase, typeface: Typeface, kept: Drawings) -> None:
        self._case = case
        self._typeface = typeface
        self._kept = kept

    def part(
        self, pages: Sequence[Page], ranks: Sequence[int] = (), spans: Sequence[Span] = ()
    ) -> Part:
        """Pages without a word of what is somebody's own.

        Args:
            pages: As they were laid out for somebody.
            ranks: Of the headings above the first one.
            spans: What is that person's own; may be empty.
        """
        tree, canvas = PartTree(len(pages), ranks), PlateCanvas(self._case.types)
        drawing = _Drawing(canvas, tree, self._texts(canvas, tree), self._kept.lines)
        sheets = tuple(
            drawing.sheet(page, _on_page(spans, number)) for number, page in enumerate(pages)
        )
        tags = [tag for top in (tree.here, tree.root) for tag in all_tags(top) if tag is not top]
        return Part(
            sheets,
            tuple(drawing.gaps[index] for index in range(len(spans))),
            tree,
            {tag: place for place, tag in enumerate(tags)},
            tuple(tree.tag(element) for element in _own_figures(pages, spans)),
            canvas.links,
            tuple(canvas.listed),
            _digest(sheets),
        )

    def foot(self, sheet: Sheet, marks: Sequence[Mark]) -> Foot:
        """The end of a page.

        Args:
            sheet: The page before it.
            marks: The foot line; empty where it has none, or has it already.
        """
        is_open, is_read = sheet.end
        key = (is_open, is_read, tuple(marks))
        drawn = self._kept.feet(self._case.characters)
        known = drawn.get(key)
        if known is None:
            known = drawn[key] = self._foot((is_open, _SOMETHING if is_read else None), marks)
        return known

    def _foot(self, state: tuple[bool, Tag | None], marks: Sequence[Mark]) -> Foot:
        canvas, tree = PlateCanvas(self._case.types), TagTree(1)
        writer = PageWriter(canvas, tree, self._texts(canvas, tree))
        writer.content.resume(state)
        for mark in marks:
            writer.draw(mark)
        writer.end()
        code = _joined(canvas._code)  # noqa: SLF001
        return Foot(little(code) if code else None, told(marks))

    def _texts(self, canvas: PlateCanvas, tree: TagTree) -> TextWriter:
        drawn = self._kept.of(self._case.characters)
        return KeptTexts(canvas, tree, self._typeface, drawn)


class _Drawing:
    """Draws the pages of one part.

    Attributes:
        gaps: By the indexes of their spans.
    """

    def __init__(
        self, canvas: PlateCanvas, tree: PartTree, texts: TextWriter, lines: DrawnLines
    ) -> None:
        self._canvas = canvas
        self._tree = tree
        self._texts = texts
        self._lines = lines
        self._kept = dict[Tag, Tag]()
        self.gaps: dict[int, Gap] = {}

    def sheet(self, page: Page, own: Sequence[tuple[int, Span]]) -> Sheet:
        """Draw the next page, and note its gaps.

        Args:
            page: What stands on it.
            own: Its spans from the top, with their indexes.
        """
        self._tree.begin_page()
        self._canvas.begin_page()
        writer = KeptWriter(self._canvas, self._tree, self._texts, self._lines)
        code: list[str] = self._canvas._code  # noqa: SLF001
        parts: list[str | int] = []
        says: list[bytes | int] = []
        writer.begin()
        at, written = 0, 0
        for index, span in own:
            for mark in page.marks[at : span.start]:
                writer.draw(mark)
            parts += [*code[written:], index]
            says += [told(page.marks[at : span.start]), index]
            self.gaps[index] = self._gap(span, page.marks[span.start : span.end], writer)
            at, written = span.end, len(code)
        for mark in page.marks[at:]:
            writer.draw(mark)
        parts += code[written:]
        says.append(told(page.marks[at:]))
        is_open, owner = writer.content.state
        return Sheet(tuple(_ready(parts)), tuple(says), (is_open, is_open and owner is not None))

    def _gap(self, span: Span, marks: Sequence[Mark], writer: PageWriter) -> Gap:
        """Draw something in the place of own marks; only what belongs to them in the tree stays."""
        owners = self._tree.pages[-1]
        before, first = writer.content.state, len(owners)
        tags = dict[Tag, None]()
        for mark in marks:
            writer.draw(nobodys(mark))
            if isinstance(mark, TextMark | Modules) and mark.element is not None:
                tags[self._tree.tag(mark.element)] = None
        numbers, after = (first, len(owners)), writer.content.state
        return Gap(
            span.down_pt,
            span.shape,
            self._state(before),
            self._state(after),
            numbers,
            tuple(map(self._alone, tags)),
        )

    def _state(self, state: tuple[bool, Tag | None]) -> tuple[bool, Tag | None]:
        is_open, owner = state
        return is_open, None if owner is None else self._alone(owner)

    def _alone(self, tag: Tag) -> Tag:
        """A node that stands for another one and does not keep the whole tree in memory."""
        return self._kept.setdefault(tag, Tag(tag.name, None))


def _digest(sheets: Iterable[Sheet]) -> bytes:
    says = (part for sheet in sheets for part in sheet.told if isinstance(part, bytes))
    return sha256(b"\n".join(says)).digest()


def _on_page(spans: Sequence[Span], number: int) -> list[tuple[int, Span]]:
    """The spans of a page from the top, with their indexes."""
    own = [(index, span) for index, span in enumerate(spans) if span.page == number]
    return sorted(own, key=lambda each: each[1].start)


def _own_figures(pages: Sequence[Page], spans: Sequence[Span]) -> Iterator[Element]:
    for span in spans:
        for mark in pages[span.page].marks[span.start : span.end]:
            if isinstance(mark, Modules) and mark.element is not None:
                yield mark.element


def _ready(code: Sequence[str | int]) -> Iterator[Ready | int]:
    """Neighbouring operators as one piece; each piece and each gap is a line of its own."""
    for is_gap, group in groupby(code, lambda each: isinstance(each, int)):
        if is_gap:
            yield from (each for each in group if isinstance(each, int))
        else:
            yield ready(_joined(group))


def _joined(code: Iterable[str | int]) -> bytes:
    return "\n".join((*map(str, code), "")).encode("latin1")
