"""What a reader finds in a PDF file; lengths in points from the page's top left corner."""

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pdfplumber
import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]
from PIL.Image import Image

FRAME_WIDTH_PT = 170 / 25.4 * 72
FRAME_HEIGHT_PT = 262.5 / 25.4 * 72


@dataclass(frozen=True)
class Glyph:
    text: str
    font: str
    size_pt: float
    x0_pt: float
    x1_pt: float
    baseline_pt: float

    @property
    def is_bold(self) -> bool:
        return "Bold" in self.font


@dataclass(frozen=True)
class Box:
    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    line_pt: float


@dataclass(frozen=True)
class ReadPage:
    """One page.

    Attributes:
        rules: Heights of lines as wide as the inside of a provider's form.
        wide_rules: Heights of lines as wide as the text area, top rule first.
    """

    text: str
    width_pt: float
    height_pt: float
    glyphs: tuple[Glyph, ...]
    boxes: tuple[Box, ...]
    rules: tuple[float, ...]
    wide_rules: tuple[float, ...]
    colours: frozenset[tuple[str, tuple[float, ...]]]
    rendered: Any

    @property
    def image(self) -> Image:
        """The page in grey, two pixels to a point."""
        image: Image = self.rendered.render(scale=2, grayscale=True).to_pil()
        return image

    @property
    def frames(self) -> tuple[Box, ...]:
        """Boxes that are nearly as large as the frame of a provider."""
        return tuple(
            box
            for box in self.boxes
            if abs(box.width_pt - FRAME_WIDTH_PT) < 20 and abs(box.height_pt - FRAME_HEIGHT_PT) < 40
        )

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.text.split("\n"))

    def bold_text(self, least_size_pt: float = 0, most_size_pt: float = 99) -> str:
        return "".join(
            glyph.text
            for glyph in self.glyphs
            if glyph.is_bold and least_size_pt <= glyph.size_pt <= most_size_pt
        )


class ReadPdf:
    """A file, read by two libraries that had no part in writing it."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def pages(self) -> tuple[ReadPage, ...]:
        rendered = pdfium.PdfDocument(self.data)
        with pdfplumber.open(io.BytesIO(self.data)) as plumbed:
            return tuple(_page(page, rendered[index]) for index, page in enumerate(plumbed.pages))

    @cached_property
    def loose(self) -> bytes:
        """The same file with every object for itself and no page packed, for looking at words."""
        loosened = io.BytesIO()
        with pikepdf.open(io.BytesIO(self.data)) as pdf:
            each_alone = pikepdf.ObjectStreamMode.disable
            pdf.save(loosened, object_stream_mode=each_alone, compress_streams=False)
        return loosened.getvalue()

    @property
    def provider_pages(self) -> tuple[ReadPage, ...]:
        return tuple(page for page in self.pages if page.frames)

    @cached_property
    def info(self) -> dict[str, Any]:
        with pdfplumber.open(io.BytesIO(self.data)) as plumbed:
            return dict(plumbed.metadata)

    @cached_property
    def catalog(self) -> dict[str, Any]:
        with pdfplumber.open(io.BytesIO(self.data)) as plumbed:
            return dict(plumbed.doc.catalog)

    def objects(self, kind: str) -> Iterator[dict[str, Any]]:
        """All dictionaries of a type, such as ``Font``."""
        return (each for each in self._dictionaries() if str(each.get("Type")) == f"/'{kind}'")

    def untyped_objects(self, key: str) -> Iterator[dict[str, Any]]:
        """All dictionaries without a type that hold a key."""
        return (each for each in self._dictionaries() if "Type" not in each and key in each)

    def _dictionaries(self) -> Iterator[dict[str, Any]]:
        with pdfplumber.open(io.BytesIO(self.data)) as plumbed:
            for xref in plumbed.doc.xrefs:
                for number in xref.get_objids():
                    found = plumbed.doc.getobj(number)
                    if isinstance(found, dict):
                        yield found


def plain(text: str) -> str:
    """Text without the differences that breaking into lines makes."""
    composed = unicodedata.normalize("NFC", text).replace("\u00a0", " ")
    return " ".join(composed.split())


def squeezed(text: str) -> str:
    """Text without any white, for addresses that were broken inside."""
    return "".join(plain(text).split())


def _rules(page: Any, width_mm: float) -> tuple[float, ...]:
    return tuple(
        round(line["top"], 2)
        for line in page.lines
        if line["height"] == 0 and abs(line["width"] - width_mm / 25.4 * 72) < 0.01
    )


def _colour(value: Any) -> tuple[float, ...]:
    parts = value if isinstance(value, tuple) else (value,)
    return tuple(round(part, 3) for part in parts)


def _page(page: Any, rendered: Any) -> ReadPage:
    bottom = float(page.height)
    glyphs = tuple(
        Glyph(
            char["text"],
            char["fontname"],
            round(char["size"], 2),
            char["x0"],
            char["x1"],
            round(bottom - char["matrix"][5], 2),
        )
        for char in page.chars
        if char["text"].strip()
    )
    boxes = tuple(
        Box(
            round(rect["x0"], 2),
            round(rect["top"], 2),
            round(rect["width"], 2),
            round(rect["height"], 2),
            round(rect["linewidth"], 2),
        )
        for rect in page.rects
    )
    rules, wide_rules = (_rules(page, width_mm) for width_mm in (156, 170))
    colours = frozenset(
        (kind, _colour(thing[colour]))
        for kind, things, colour in (
            ("text", page.chars, "non_stroking_color"),
            ("line", (*page.lines, *page.rects, *page.curves), "stroking_color"),
        )
        for thing in things
    )
    text = rendered.get_textpage().get_text_range().replace("\r\n", "\n")
    return ReadPage(
        text, float(page.width), bottom, glyphs, boxes, rules, wide_rules, colours, rendered
    )
