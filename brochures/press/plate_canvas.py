"""As much of ReportLab's canvas as whole pages need, with the fonts of a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.pathobject import PDFPathObject

from brochures.press.gap_canvas import GapCanvas, Type

BEGUN = "1 0 0 1 0 0 cm"
"""What ReportLab begins a page with."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place to click.

    Attributes:
        page: Its index.
        box_pt: Left, bottom, right and top.
        uri: Where it leads.
        told: What it says of itself.
    """

    page: int
    box_pt: tuple[float, float, float, float]
    uri: str
    told: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A heading in the file's table of contents.

    Attributes:
        page: Its index.
        level: Counted from 0.
        top_pt: From the bottom of the page.
    """

    page: int
    title: str
    level: int
    top_pt: float


class PlateCanvas(GapCanvas):
    """Draws some pages, one after the other.

    Attributes:
        links: In the order in which they were drawn.
        listed: The same.
    """

    def __init__(self, types: Mapping[str, Type]) -> None:
        super().__init__(types)
        self._page = -1
        self._annotationrefs: list[Link] = []
        self.listed: list[Listed] = []

    @property
    def links(self) -> tuple[Link, ...]:
        """Places to click, in the order in which they were drawn."""
        return tuple(self._annotationrefs)

    def begin_page(self) -> None:
        """What is drawn from here on stands on the next page."""
        self._page += 1
        self._code = [BEGUN]

    def setLineJoin(self, mode: int) -> None:  # noqa: N802
        """As in ReportLab."""
        self._code.append(f"{mode} j")

    def setFillGray(self, gray: float) -> None:  # noqa: N802
        """As in ReportLab."""
        self._code.append(f"{fp_str(gray)} g")

    def setStrokeColorRGB(self, red: float, green: float, blue: float) -> None:  # noqa: N802
        """As in ReportLab."""
        self._code.append(f"{fp_str(red, green, blue)} RG")

    def circle(self, x: float, y: float, radius: float, stroke: int = 0, fill: int = 1) -> None:
        """As in ReportLab, filled and without a line."""
        if stroke or not fill:
            raise NotImplementedError
        PDFPathObject(code=self._code).ellipse(x - radius, y - radius, 2 * radius, 2 * radius)
        self._code.append("f*")

    def beginPath(self) -> PDFPathObject:  # noqa: N802
        """As in ReportLab."""
        return PDFPathObject()

    def drawPath(self, path: PDFPathObject) -> None:  # noqa: N802
        """As in ReportLab."""
        self._code += [str(path.getCode()), "S"]

    def linkURL(  # noqa: N802
        self, url: str, rect: tuple[float, float, float, float], **words: Any
    ) -> None:
        """Note a place to click; the tree knows its number."""
        self._annotationrefs.append(Link(self._page, rect, url, str(words["Contents"].s)))

    def bookmarkHorizontalAbsolute(self, _key: str, top: float) -> None:  # noqa: N802
        """Note where the next heading stands."""
        self._top_pt = top

    def addOutlineEntry(self, title: str, _key: str, level: int) -> None:  # noqa: N802
        """Note a heading."""
        self.listed.append(Listed(self._page, title, level, self._top_pt))
