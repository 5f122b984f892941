"""Draws pages as a PDF file: same pages, same moment, same bytes."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from brochures.lines import Line
from brochures.marks import Bullet, Frame, Ink, Mark, Outline, Page, Stroke, TextMark
from brochures.styles import PAGE_HEIGHT_PT, PAGE_WIDTH_PT
from brochures.typeface import Typeface
from kiosk.domain.language import Language

ACCENT_RGB = (14 / 255, 74 / 255, 92 / 255)
ROUND = 1
LANGUAGE_TAGS = {
    Language.BOKMAL: "nb-NO",
    Language.NYNORSK: "nn-NO",
    Language.ENGLISH: "en-GB",
}

# ReportLab has no switch per file: without it streams grow by a quarter for seven-bit lines.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says about itself.

    Attributes:
        title: Without personal data; readers show it as the window's name.
        author: The municipality.
        issued_at: Aware moment, kept as date of creation.
    """

    title: str
    author: str
    language: Language
    issued_at: datetime


def pdf_bytes(pages: Sequence[Page], facts: FileFacts, typeface: Typeface) -> bytes:
    """The finished file; the same arguments give the same bytes in every process."""
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(PAGE_WIDTH_PT, PAGE_HEIGHT_PT),
        pageCompression=1,
        invariant=1,
        initialFontName=typeface.regular_name,
        lang=LANGUAGE_TAGS[facts.language],
    )
    _describe(canvas, facts)
    for number, page in enumerate(pages, start=1):
        _draw_page(canvas, page, f"page-{number}", typeface)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _describe(canvas: Any, facts: FileFacts) -> None:
    canvas.setTitle(facts.title)
    canvas.setAuthor(facts.author)
    canvas.setSubject("")
    canvas.setCreator("Brukervalg Kiosk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    stamp = facts.issued_at.strftime("D:%Y%m%d%H%M%S%z")
    dated = f"{stamp[:-2]}'{stamp[-2:]}'"
    canvas.setDateFormatter(lambda *_parts: dated)
    # ReportLab seeds the file's id from SOURCE_DATE_EPOCH; the id must follow from the content.
    canvas._doc.signature = hashlib.md5(dated.encode(), usedforsecurity=False)  # noqa: SLF001


def _draw_page(canvas: Any, page: Page, key: str, typeface: Typeface) -> None:
    canvas.setLineJoin(ROUND)
    canvas.setFillGray(0)
    if page.title:
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(page.title, key)
    for mark in page.marks:
        _draw(canvas, mark, typeface)


def _draw(canvas: Any, mark: Mark, typeface: Typeface) -> None:
    match mark:
        case TextMark():
            _draw_text(canvas, mark, typeface)
        case Stroke():
            _use_pen(canvas, mark.line_pt, mark.ink)
            canvas.line(mark.x0_pt, _up(mark.y0_pt), mark.x1_pt, _up(mark.y1_pt))
        case Frame():
            _use_pen(canvas, mark.line_pt, Ink.BLACK)
            bottom = _up(mark.y_pt + mark.height_pt)
            canvas.rect(mark.x_pt, bottom, mark.width_pt, mark.height_pt)
        case Outline():
            _draw_outline(canvas, mark)
        case Bullet():
            canvas.circle(mark.x_pt, _up(mark.y_pt), mark.radius_pt, stroke=0, fill=1)


def _draw_outline(canvas: Any, mark: Outline) -> None:
    _use_pen(canvas, mark.line_pt, mark.ink)
    path = canvas.beginPath()
    (x_pt, y_pt), *rest = mark.points_pt
    path.moveTo(x_pt, _up(y_pt))
    for x_pt, y_pt in rest:
        path.lineTo(x_pt, _up(y_pt))
    canvas.drawPath(path)


def _draw_text(canvas: Any, mark: TextMark, typeface: Typeface) -> None:
    text = canvas.beginText()
    for index, line in enumerate(mark.lines):
        baseline = mark.baseline_pt + index * mark.style.leading_pt
        text.setTextOrigin(mark.x_pt, _up(baseline))
        for run in line:
            text.setFont(typeface.name(is_bold=run.is_bold), mark.style.size_pt)
            text.textOut(run.text)
        _link(canvas, line, mark, baseline, typeface)
    canvas.drawText(text)


def _link(canvas: Any, line: Line, mark: TextMark, baseline_pt: float, typeface: Typeface) -> None:
    """Make addresses work on screen; on paper they look like the text around them."""
    x_pt, size_pt = mark.x_pt, mark.style.size_pt
    for run in line:
        end_pt = x_pt + typeface.width_pt(run.text, size_pt, is_bold=run.is_bold)
        if run.uri:
            bottom = _up(baseline_pt + 0.3 * size_pt)
            area = (x_pt, bottom, end_pt, bottom + 1.1 * size_pt)
            canvas.linkURL(run.uri, area, relative=0, thickness=0)
        x_pt = end_pt


def _use_pen(canvas: Any, line_pt: float, ink: Ink) -> None:
    canvas.setLineWidth(line_pt)
    match ink:
        case Ink.BLACK:
            canvas.setStrokeGray(0)
        case Ink.ACCENT:
            canvas.setStrokeColorRGB(*ACCENT_RGB)


def _up(y_pt: float) -> float:
    """PDF counts from the bottom of the page."""
    return PAGE_HEIGHT_PT - y_pt
