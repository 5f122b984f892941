"""Draws the pages of a booklet on the sheets that are folded and stapled, for a printer alone.

PDF/A-2b, without tags: what is read aloud is the file with the pages in their order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

from brochures.file_facts import FileFacts, describe_for_printer
from brochures.imposition import sides
from brochures.look import Paper
from brochures.marks import Mark, Page, unread
from brochures.page_writer import PageWriter
from brochures.pdf import new_canvas
from brochures.styles import MM
from brochures.tag_tree import TagTree
from brochures.text_writer import TextWriter
from brochures.typeface import Typeface

SHEET_WIDTH_PT = 297 * MM
"""A4 on its side: as high as A5, and a millimetre wider than two pages of it."""


def sheets_bytes(
    pages: Sequence[Page], facts: FileFacts, typeface: Typeface, paper: Paper
) -> bytes:
    """The finished file, a side of a sheet a page, to be turned over the short edge.

    Args:
        pages: Reading order; a multiple of four.
        facts: Of the file.
        typeface: Of all texts.
        paper: Of a page, as high as the sheet.
    """
    buffer = BytesIO()
    sheet = replace(paper, width_pt=SHEET_WIDTH_PT)
    canvas = new_canvas(buffer, facts, typeface, sheet)
    describe_for_printer(canvas, facts)
    canvas.setViewerPreference("Duplex", "DuplexFlipShortEdge")
    canvas.setViewerPreference("PrintScaling", "None")
    tree = TagTree(len(pages) // 2)
    texts = TextWriter(canvas, tree, typeface)
    fold = SHEET_WIDTH_PT / 2
    for left, right in sides(len(pages)):
        tree.begin_page()
        for index, x_pt in ((left, fold - paper.width_pt), (right, fold)):
            canvas.saveState()
            canvas.translate(x_pt, 0)
            PageWriter(canvas, tree, texts).write(Page(tuple(_drawn_only(pages[index]))))
            canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _drawn_only(page: Page) -> Iterator[Mark]:
    """The marks without what they are to somebody who hears them, and without links."""
    yield from map(unread, page.marks)
