"""Draws pages as a PDF file: same pages, same moment, same bytes."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from brochures.editions import A4
from brochures.file_facts import FileFacts, describe
from brochures.look import Paper
from brochures.marks import Page
from brochures.page_writer import PageWriter
from brochures.streams import mend_streams
from brochures.tag_objects import write_tags
from brochures.tag_tree import TagTree
from brochures.text_writer import TextWriter
from brochures.tongues import LANGUAGE_TAGS
from brochures.typeface import Typeface

PDF_VERSION = (1, 7)

# ReportLab has no switch per file: without it streams grow by a quarter for seven-bit lines.
rl_config.useA85 = 0
mend_streams()


def pdf_bytes(
    pages: Sequence[Page], facts: FileFacts, typeface: Typeface, paper: Paper = A4
) -> bytes:
    """The finished file; the same arguments give the same bytes in every process."""
    buffer = BytesIO()
    canvas = new_canvas(buffer, facts, typeface, paper)
    tree = TagTree(len(pages))
    texts = TextWriter(canvas, tree, typeface)
    for number, page in enumerate(pages):
        tree.begin_page()
        PageWriter(canvas, tree, texts).write(page)
        canvas.showPage()
        join_to_tree(canvas, number)
    write_tags(canvas, tree, texts.areas)
    canvas.save()
    return buffer.getvalue()


def new_canvas(buffer: BytesIO, facts: FileFacts, typeface: Typeface, paper: Paper = A4) -> Canvas:
    """A file without pages so far, which says about itself what is to be said."""
    canvas = Canvas(
        buffer,
        pagesize=(paper.width_pt, paper.height_pt),
        pageCompression=1,
        invariant=1,
        initialFontName=typeface.regular_name,
        lang=LANGUAGE_TAGS[facts.language],
        pdfVersion=PDF_VERSION,
    )
    describe(canvas, facts)
    return canvas


def join_to_tree(canvas: Any, number: int) -> None:
    """Say under which key the tree knows the page, and that Tab follows the tree."""
    page = canvas._doc.Pages.pages[-1]  # noqa: SLF001
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
    page.StructParents = number
    page.Tabs = "/S"
