"""What the checkers of others miss: each function tells what a screen reader would get wrong.

All of them return faults in words, so that files with a seeded defect go through the same checks.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from brochures.lines import _SPECIAL
from brochures.slip_sheets import TURN_BASELINE_PT
from brochures.styles import FOOT_BASELINE_PT, PAGE_HEIGHT_PT
from tests.documents.tag_reading import Piece, Tag, TaggedPdf
from tests.documents.told_texts import (
    PAGE_NUMBER,
    PLACES,
    WHERE_EMPTY,
    WHERE_ROOM,
    in_one_line,
)

GOES_ON = ("Snu arket", "Se neste ark", "Sjå neste ark")
FOOT_Y_PT = PAGE_HEIGHT_PT - FOOT_BASELINE_PT
NEAR_PT = 0.02
SAME_LINE_PT = 1.0
HEADING = re.compile(r"H(\d)")
PRINTED = 4


def tag_faults(pdf: TaggedPdf, texts: Sequence[str], *feet: str) -> list[str]:
    """Everything that is wrong with the tags of a document.

    Args:
        texts: What the document tells, in order; see ``told_texts``.
        feet: What stands left in its foot line; of an envelope, in those of its parts.
    """
    return [fault for each in faults_by_check(pdf, texts, *feet).values() for fault in each]


def faults_by_check(pdf: TaggedPdf, texts: Sequence[str], *feet: str) -> dict[str, list[str]]:
    """The same by the name of the check that finds it; every check is there."""
    checks = (
        not_marked,
        told_otherwise,
        drawn_otherwise,
        against_the_eye,
        wrong_tables,
        side_by_side,
        dead_links,
        wrong_figures,
        wrong_file,
    )
    return {
        "hidden": list(hidden(pdf, feet)),
        "not_told": list(not_told(pdf, texts)),
        "wrong_headings": list(wrong_headings(pdf, len(feet))),
        **{check.__name__: list(check(pdf)) for check in checks},
    }


def not_marked(pdf: TaggedPdf) -> Iterator[str]:
    """What is drawn outside all marks, or in marks that no element knows."""
    known = {(each.page, each.number) for each in pdf.root.sequences}
    for each in pdf.sequences:
        if each in pdf.unmarked:
            yield f"page {each.page + 1}: drawn outside of all marks: {each.text!r}"
        elif each.number is not None and (each.page, each.number) not in known:
            yield f"page {each.page + 1}: no element knows {each.text!r}"


def hidden(pdf: TaggedPdf, feet: Sequence[str]) -> Iterator[str]:
    """Text that is seen and not read: not foot lines, repeated heads, and how a slip goes on."""
    codes = "|".join(re.escape(in_one_line(foot)) for foot in feet)
    foot_line = re.compile(rf"({codes}) (\w+ )?\w+ \d+ \w+ \d+")
    heads = list(_heads_on_pages(pdf))
    for each in pdf.artifacts:
        pieces = [piece for piece in each.pieces if not _tells_that_it_goes_on(piece)]
        text = in_one_line("".join(piece.text for piece in pieces))
        at_foot = all(abs(piece.y_pt - FOOT_Y_PT) < NEAR_PT for piece in pieces)
        is_foot = at_foot and foot_line.fullmatch(text)
        if text and not is_foot and (each.page, text) not in heads:
            yield f"page {each.page + 1}: not read aloud: {text!r}"


def _tells_that_it_goes_on(piece: Piece) -> bool:
    is_there = abs(piece.y_pt - (PAGE_HEIGHT_PT - TURN_BASELINE_PT)) < NEAR_PT
    return is_there and in_one_line(piece.text) in GOES_ON


def _heads_on_pages(pdf: TaggedPdf) -> Iterator[tuple[int, str]]:
    """The head of each table with the pages that it goes on to."""
    for table in _of_kind(pdf, "Table"):
        _first, *later = sorted({each.page for each in table.sequences})
        head = next(tag for tag in table.below if tag.kind == "TR")
        for page in later:
            yield page, head.text


def not_told(pdf: TaggedPdf, texts: Sequence[str]) -> Iterator[str]:
    """What is not read aloud exactly once, in the order and the words of the blocks."""
    read = all_read(pdf)
    texts = _as_read(texts, read)
    for number, (wanted, found) in enumerate(zip(texts, read, strict=False)):
        if wanted != found and not (wanted == PAGE_NUMBER and found.isdigit()):
            yield f"text {number} should be {wanted!r} and is read as {found!r}"
            return
    if len(texts) != len(read):
        yield f"{len(read)} texts are read and {len(texts)} are told"


def all_read(pdf: TaggedPdf) -> list[str]:
    """Everything that is read aloud, in its order."""
    return [text for tag in pdf.leaves if (text := in_one_line(tag.text))]


def _as_read(texts: Sequence[str], read: Sequence[str]) -> list[str]:
    """The texts with the sentences of empty pages where they are read, else without them.

    And with those that stand in one of several places in the first in which they are read, once for
    each brochure of an envelope.
    """
    kept: list[str] = []
    places = Counter(text for text in texts if text.startswith(WHERE_ROOM))
    somewhere = Counter({text: count // PLACES for text, count in places.items()})
    for text in texts:
        sentence = text.removeprefix(WHERE_EMPTY).removeprefix(WHERE_ROOM)
        is_here = read[len(kept) : len(kept) + 1] == [sentence]
        if sentence == text or (is_here and (somewhere[text] > 0 or text.startswith(WHERE_EMPTY))):
            kept.append(sentence)
            somewhere[text] -= text in places
    return [*kept, *sorted(somewhere.elements())]


def told_otherwise(pdf: TaggedPdf) -> Iterator[str]:
    """Elements that say another text than the one that is seen."""
    for tag in pdf.root.below:
        said = tag.entry.get("/ActualText")
        if said is not None and in_one_line(str(said)) != tag.text:
            yield f"{tag.text!r} is read as {str(said)!r}"


def drawn_otherwise(pdf: TaggedPdf) -> Iterator[str]:
    """Where the voice goes back to what was drawn before, which other readers go by."""
    drawn = [(each.page, each.number or 0) for each in pdf.root.sequences]
    for before, after in pairwise(drawn):
        if after < before:
            yield f"page {after[0] + 1}: read after what is drawn later"


def against_the_eye(pdf: TaggedPdf) -> Iterator[str]:
    """Where the voice goes up and not to the right, against the eye."""
    for tag, following in pairwise(tag for tag in pdf.leaves if tag.pieces):
        last, first = tag.pieces[-1], following.pieces[0]
        left = min(piece.x_pt for piece in tag.pieces)
        goes_up = first.page == last.page and first.y_pt > last.y_pt + SAME_LINE_PT
        if goes_up and first.x_pt <= left + SAME_LINE_PT:
            yield f"page {first.page + 1}: {following.text!r} is read after {tag.text!r}"


def wrong_headings(pdf: TaggedPdf, parts: int = 1) -> Iterator[str]:
    """Not exactly one first heading for each part, a number that is left out, or a heading without words."""
    headings = [tag for tag in pdf.root.below if HEADING.fullmatch(tag.kind)]
    levels = [int(tag.kind[1]) for tag in headings]
    if levels.count(1) != parts:
        yield f"{levels.count(1)} headings of the whole document"
    for before, after in pairwise([0, *levels]):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"
    yield from ("a heading without words" for tag in headings if not tag.text)


def wrong_tables(pdf: TaggedPdf) -> Iterator[str]:
    """Rows of different width, heads without a scope, and cells outside of rows."""
    for table in _of_kind(pdf, "Table"):
        rows = [tag for tag in table.below if tag.kind == "TR"]
        widths = {sum(_columns(cell) for cell in row.below if cell is not row) for row in rows}
        if len(widths) != 1:
            yield f"a table with rows of {sorted(widths)} columns: {table.text[:40]!r}"
    for tag in pdf.root.below:
        if tag.kind == "TH" and str(tag.attribute("/Scope")) not in ("/Column", "/Row"):
            yield f"a head cell without scope: {tag.text!r}"
        if tag.kind in ("TH", "TD") and (tag.parent is None or tag.parent.kind != "TR"):
            yield f"a cell outside of a row: {tag.text!r}"


def _columns(cell: Tag) -> int:
    if cell.kind not in ("TH", "TD"):
        return 0
    return int(cell.attribute("/ColSpan") or 1)


def side_by_side(pdf: TaggedPdf) -> Iterator[str]:
    """Texts beside one another that no table, list or pair of headings explains."""
    for tag, following in pairwise(tag for tag in pdf.leaves if tag.pieces):
        if _is_beside(tag.pieces[0], following.pieces[0]) and not _explained(tag, following):
            page = tag.pieces[0].page + 1
            yield f"page {page}: {tag.text!r} beside {following.text!r} in no table or list"


def _is_beside(one: Piece, other: Piece) -> bool:
    is_level = abs(one.y_pt - other.y_pt) < SAME_LINE_PT
    return one.page == other.page and is_level and other.x_pt > one.x_pt + SAME_LINE_PT


def _explained(tag: Tag, following: Tag) -> bool:
    """Both in one row or item, or both items of one list."""
    shared = {id(each) for each in tag.above} & {id(each) for each in following.above}
    return any(id(each) in shared and each.kind in ("TR", "L") for each in tag.above)


def dead_links(pdf: TaggedPdf) -> Iterator[str]:
    """Addresses that lead nowhere, and links that a reader cannot follow or name."""
    for tag in pdf.leaves:
        links = "".join(each.text for each in tag.below if each.kind == "Link")
        for match in _SPECIAL.finditer(in_one_line(tag.text)):
            if match.lastgroup != "phone" and match.group() not in links:
                yield f"an address that leads nowhere: {match.group()!r}"
    for link in _of_kind(pdf, "Link"):
        if not link.areas:
            yield f"a link without a place to click: {link.text!r}"
        for area in link.areas:
            if not str(area.get("/Contents", "")) or int(area.get("/F", 0)) != PRINTED:
                yield f"a link that cannot be named or is not printed: {link.text!r}"


def wrong_figures(pdf: TaggedPdf) -> Iterator[str]:
    """Figures that say nothing, or the name of a file, or stand nowhere."""
    for figure in _of_kind(pdf, "Figure"):
        alt = str(figure.entry.get("/Alt", ""))
        if len(alt.split()) < 2 or re.search(r"\.\w{3,4}$", alt):
            yield f"a figure that says {alt!r}"
        if figure.attribute("/BBox") is None:
            yield f"a figure without a place: {alt!r}"


def wrong_file(pdf: TaggedPdf) -> Iterator[str]:
    """What the whole file must say of itself; every page in one order for eye, hand and voice."""
    root = pdf.file.Root
    if not pdf.language:
        yield "the file has no language"
    if not _says(root, "/MarkInfo", "/Marked"):
        yield "the file does not say that it is tagged"
    if not _says(root, "/ViewerPreferences", "/DisplayDocTitle"):
        yield "the file does not show its title"
    for number, page in enumerate(pdf.file.pages, start=1):
        if page.get("/Tabs") != "/S" or "/StructParents" not in page:
            yield f"page {number} is not joined to the tree"
    for font in _fonts(pdf):
        if "SourceSans3" not in str(font.BaseFont) or "/FontFile2" not in font.FontDescriptor:
            yield f"a font that is not in the file: {font.BaseFont}"


def _says(root: Any, part: str, key: str) -> bool:
    return part in root and bool(root[part].get(key))


def _fonts(pdf: TaggedPdf) -> Iterator[Any]:
    for page in pdf.file.pages:
        yield from page.resources.get("/Font", {}).values()


def _of_kind(pdf: TaggedPdf, kind: str) -> Iterator[Tag]:
    return (tag for tag in pdf.root.below if tag.kind == kind)
