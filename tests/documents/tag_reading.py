"""What a screen reader finds in a PDF file: its tag tree, and what was drawn for each element.

Reads the content streams itself, so that it knows what no library for text tells: which spaces are
really there, and what is drawn outside all tags. Lengths in points from the bottom left corner.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf

SHOWS = frozenset(("Tj", "TJ", "'", '"'))
LINES = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"))
PAINTS = SHOWS | LINES | {"sh", "Do", "BI"}
GROUPS = frozenset(("Document", "Sect", "L", "LI", "Table", "TR"))


@dataclass(frozen=True)
class Piece:
    """A text as it was drawn; ``page`` counts from 0."""

    text: str
    page: int
    x_pt: float
    y_pt: float
    size_pt: float
    font: str


@dataclass
class Sequence:
    """What was drawn between the marks of one piece of content.

    Attributes:
        tag: Name in the stream: a structure type, ``Artifact``, or empty outside of all marks.
        number: In its page; None for an artifact.
        paints: How many things were drawn, texts and lines.
    """

    tag: str
    page: int
    number: int | None
    pieces: list[Piece] = field(default_factory=list)
    paints: int = 0

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass
class Tag:
    """One element of the tree.

    Attributes:
        kind: Structure type.
        kids: Elements, and sequences in their places; links to the page are left out.
        areas: Annotations that belong to it.
    """

    kind: str
    parent: "Tag | None"
    entry: Any
    kids: list["Tag | Sequence"] = field(default_factory=list)
    areas: list[Any] = field(default_factory=list)

    @property
    def below(self) -> Iterator["Tag"]:
        """The element and all below it, in the order in which they are read."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.below

    @property
    def sequences(self) -> Iterator[Sequence]:
        """All that was drawn for it and below it, in the order in which it is read."""
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.sequences
            else:
                yield kid

    @property
    def text(self) -> str:
        """What is read aloud, single spaces between words."""
        return " ".join("".join(each.text for each in self.sequences).split())

    @property
    def pieces(self) -> list[Piece]:
        return [piece for each in self.sequences for piece in each.pieces]

    @property
    def above(self) -> Iterator["Tag"]:
        """What it is a part of, innermost first."""
        if self.parent is not None:
            yield self.parent
            yield from self.parent.above

    def attribute(self, key: str) -> Any:
        """A value among its attributes; None where it has none."""
        return next((one[key] for one in _several(self.entry.get("/A")) if key in one), None)


class TaggedPdf:
    """A file as it is read aloud."""

    def __init__(self, data: bytes) -> None:
        self.file = pikepdf.open(io.BytesIO(data))

    @cached_property
    def sequences(self) -> tuple[Sequence, ...]:
        """Everything that was drawn, page after page."""
        return tuple(
            each
            for number, page in enumerate(self.file.pages)
            for each in _Drawing(page, number).sequences
        )

    @property
    def unmarked(self) -> list[Sequence]:
        """What was drawn outside of all marks."""
        return [each for each in self.sequences if not each.tag and each.paints]

    @property
    def artifacts(self) -> list[Sequence]:
        return [each for each in self.sequences if each.tag == "Artifact"]

    @cached_property
    def root(self) -> Tag:
        """The document."""
        places = {each.obj.objgen: number for number, each in enumerate(self.file.pages)}
        drawn = {
            (each.page, each.number): each for each in self.sequences if each.number is not None
        }
        top = self.file.Root.StructTreeRoot.K
        entry = top[0] if isinstance(top, pikepdf.Array) else top
        return _grown(entry, None, None, (places, drawn))

    @property
    def leaves(self) -> list[Tag]:
        """The elements that carry text or a picture, in the order in which they are read."""
        return [
            tag
            for tag in self.root.below
            if tag.kind not in {*GROUPS, "Link", "Figure"}
            and (tag.kind in ("TH", "TD") or any(True for _ in tag.sequences))
        ]

    @property
    def language(self) -> str:
        return str(self.file.Root.get("/Lang", ""))


def _grown(entry: Any, parent: Tag | None, page: int | None, found: Any) -> Tag:
    """An element with everything below it."""
    places, drawn = found
    if "/Pg" in entry:
        page = places[entry.Pg.objgen]
    tag = Tag(str(entry.S)[1:], parent, entry)
    for kid in _several(entry.get("/K")):
        if isinstance(kid, int):
            tag.kids.append(drawn.get((page, kid)) or Sequence("", page or 0, kid))
        elif kid.get("/Type") == "/MCR":
            place = places[kid.Pg.objgen] if "/Pg" in kid else page
            number = int(kid.MCID)
            tag.kids.append(drawn.get((place, number)) or Sequence("", place or 0, number))
        elif kid.get("/Type") == "/OBJR":
            tag.areas.append(kid.Obj)
        else:
            tag.kids.append(_grown(kid, tag, page, found))
    return tag


class _Drawing:
    """Follows the operators of one page."""

    def __init__(self, page: Any, number: int) -> None:
        self._fonts = {
            name: (_characters(font), str(font.BaseFont))
            for name, font in page.resources.get("/Font", {}).items()
        }
        self._page = number
        self._font, self._size, self._at = "", 0.0, (0.0, 0.0)
        self._open = [Sequence("", number, None)]
        self.sequences = [self._open[0]]
        for each in pikepdf.parse_content_stream(page):
            self._follow(str(each.operator), each.operands)

    def _follow(self, operator: str, operands: Any) -> None:
        match operator:
            case "BMC" | "BDC":
                number = operands[1].get("/MCID") if operator == "BDC" else None
                tag = str(operands[0])[1:]
                begun = Sequence(tag, self._page, None if number is None else int(number))
                self._open.append(begun)
                self.sequences.append(begun)
            case "EMC":
                self._open.pop()
            case "Tf":
                self._font, self._size = str(operands[0]), float(operands[1])
            case "Tm":
                self._at = (float(operands[4]), float(operands[5]))
            case _:
                self._open[-1].paints += operator in PAINTS
                if operator in SHOWS:
                    self._open[-1].pieces.append(self._shown(operands))

    def _shown(self, operands: Any) -> Piece:
        characters, font = self._fonts[self._font]
        parts = (each for each in _several(operands[0]) if isinstance(each, pikepdf.String))
        codes = b"".join(bytes(each) for each in parts)
        text = "".join(characters.get(code, "\ufffd") for code in codes)
        return Piece(text, self._page, *self._at, self._size, font)


def _several(given: Any) -> list[Any]:
    """A list, one thing or nothing, as a list."""
    if given is None:
        return []
    return list(given) if isinstance(given, pikepdf.Array) else [given]


def _characters(font: Any) -> dict[int, str]:
    """Code to character, by the table that makes text of glyphs; one byte to a code."""
    if "/ToUnicode" not in font:
        return {}
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, _last, many in re.findall(r"<(\w+)>\s*<(\w+)>\s*(\[[^]]*\]|<\w+>)", block):
            for step, each in enumerate(re.findall(r"<(\w+)>", many)):
                found[int(first, 16) + step] = _character(each)
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, each in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = _character(each)
    return found


def _character(code: str) -> str:
    return bytes.fromhex(code.zfill(4)).decode("utf-16-be")
