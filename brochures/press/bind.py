"""Binds parts to one file that can be read on a screen and kept (PDF/UA-1, PDF/A-2a).

Parts that most letters have come first and in an order of their own, so that their objects have the
same numbers whatever the order of the pages, and are packed once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import md5
from itertools import pairwise

from brochures.packing import FREE_ROW, object_stream, one_object, packed_row, row
from brochures.packing import raw_stream_body as stream
from brochures.press.about_file import CONTENTS, DOCUMENT, TREE, WAYS_BACK, about_file, metadata
from brochures.press.bind_part import Place, bound_part
from brochures.press.contents_list import Entry, contents_list
from brochures.press.deflate import Ready, joined, ready
from brochures.press.part import BoundPart, OwnFigure
from brochures.press.plate import LetterForm, PlacedPart, Plate
from brochures.press.type_case import FIRST, TypeCase
from brochures.tag_objects import pdf_text
from brochures.tag_tree import Tag

_GAP = b""
"""Stands for a row that follows from the letter."""

Numbers = tuple[int, ...]


def letter_form(plate: Plate, issued_at: datetime) -> LetterForm:
    """The file of a plate's letters, with gaps for what is somebody's own."""
    order = _in_numbers(plate)
    places = _places(plate, order)
    parents, further, document = _sections(plate, places)
    bound = [
        bound_part(each.part, places[at], parents[at], further[at], plate.case.fonts)
        for at, each in enumerate(plate.parts)
    ]
    file = _File(plate.case)
    for at in order:
        file.add_part(plate.parts[at], places[at], bound[at])
    facts = replace(plate.facts, issued_at=issued_at)
    file.add(*metadata(facts))
    pages = [
        place.page(number)
        for place, each in zip(places, plate.parts, strict=True)
        for number in range(len(each.part.sheets))
    ]
    keys = sum(each.part.keys for each in plate.parts)
    entries = _entries(plate, places)
    around = about_file(facts, pages, plate.case.colours, has_contents=bool(entries)) | {
        TREE: b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
        % (DOCUMENT, WAYS_BACK, keys),
        WAYS_BACK: b"<</Nums[%s]>>" % b"\n".join(bound[at].ways_back for at in order),
        DOCUMENT: _document(document, pages[0]),
        **contents_list(entries, CONTENTS, file.next_number),
    }
    file.add_pack(around)
    figures = tuple(figure for each in bound for figure in each.figures)
    return file.form(_own_contents(plate, places), figures)


class _File:
    """The objects of a file, one after the other.

    Attributes:
        next_number: Of the object after those that are there.
    """

    def __init__(self, case: TypeCase) -> None:
        self._parts = [case.header]
        self._at = len(case.header)
        self._rows: dict[int, bytes] = {0: FREE_ROW}
        self.next_number = FIRST
        packed: dict[int, bytes] = {}
        for number, body in enumerate(case.objects, start=FIRST):
            if body.endswith(b"endstream"):
                self.add(number, body)
            else:
                packed[number] = body
        self.next_number = FIRST + len(case.objects)
        self.add_pack(packed)

    def add(self, number: int, body: bytes) -> None:
        """An object by itself."""
        self._rows[number] = row(self._at)
        self._append(one_object(number, body))

    def add_pack(self, objects: Mapping[int, bytes]) -> None:
        """Objects in one that holds them all."""
        pack = max(self.next_number, max(objects) + 1)
        self.next_number = pack + 1
        for place, number in enumerate(objects):
            self._rows[number] = packed_row(pack, place)
        self.add(pack, object_stream(objects))

    def add_part(self, placed: PlacedPart, place: Place, bound: BoundPart) -> None:
        """The next part; pages that are somebody's own stay gaps."""
        self._rows |= zip(
            range(place.first, place.first + len(bound.rows)), bound.rows, strict=True
        )
        for number, (sheet, foot) in enumerate(zip(placed.part.sheets, placed.feet, strict=True)):
            if not sheet.is_own:
                drawn = sheet.drawn if foot.drawn is None else (*sheet.drawn, foot.drawn)
                self.add(place.content(number), stream(b"", joined(drawn, ())))
        last = place.first + len(bound.rows) - 1
        self._rows[last] = row(self._at)
        self._append(bound.packed)
        self.next_number = last + 1

    def form(self, pages: Sequence[int], figures: tuple[OwnFigure, ...]) -> LetterForm:
        """The file, finished but for what is somebody's own.

        Args:
            pages: Numbers of the objects with what is drawn on own pages.
            figures: Of somebody's own.
        """
        number, own = self.next_number, (*pages, *(figure.number for figure in figures))
        edges = [-1, *sorted(own), number]
        parts: list[Ready | int] = []
        for index, (before, after) in enumerate(pairwise(edges)):
            rows = b"".join(self._rows[each] for each in range(before + 1, after))
            parts += [ready(rows), index]
        begun = b"".join(self._parts)
        digest = md5(begun, usedforsecurity=False).digest()
        trailer = b"/Info 2 0 R/Root 1 0 R"
        return LetterForm(begun, own, figures, tuple(parts), number, trailer, digest)

    def _append(self, content: bytes) -> None:
        self._parts.append(content)
        self._at += len(content)


def _in_numbers(plate: Plate) -> list[int]:
    """The parts in the order of their numbers: first those that most letters have."""

    def key(at: int) -> tuple[bool, bytes, int]:
        placed = plate.parts[at]
        return not placed.is_same, placed.part.digest, at

    return sorted(range(len(plate.parts)), key=key)


def _places(plate: Plate, order: Sequence[int]) -> list[Place]:
    first, key, places = FIRST + len(plate.case.objects) + 1, 0, dict[int, Place]()
    for at in order:
        part = plate.parts[at].part
        places[at] = Place(first, key, len(part.sheets))
        first, key = first + part.count, key + part.keys
    return [places[at] for at in range(len(plate.parts))]


def _sections(
    plate: Plate, places: Sequence[Place]
) -> tuple[list[int], list[dict[Tag, Numbers]], list[int]]:
    """Which elements belong to which, as far as that follows from other parts.

    Returns:
        Per part, the section that was begun before it; per part, what later parts have for sections
        that were begun in it; and what belongs to the whole document.
    """
    document, parents = list[int](), list[int]()
    further: list[dict[Tag, Numbers]] = [{} for _ in places]
    begun: tuple[int, Tag] | None = None
    for at, (each, place) in enumerate(zip(plate.parts, places, strict=True)):
        part, tree = each.part, each.part.tree
        here, own = (
            tuple(
                place.first + part.first_tag + part.tags[kid]
                for kid in top.kids
                if isinstance(kid, Tag)
            )
            for top in (tree.here, tree.root)
        )
        if begun is None:
            document += here
            parents.append(DOCUMENT)
        else:
            of, section = begun
            known = plate.parts[of].part
            parents.append(places[of].first + known.first_tag + known.tags[section])
            if here:
                further[of][section] = (*further[of].get(section, ()), *here)
        document += own
        if tree.section is not tree.here:
            begun = None if tree.section is tree.root else (at, tree.section)
    return parents, further, document


def _document(kids: Sequence[int], page: int) -> bytes:
    return b"<</Type/StructElem/S/Document/P %d 0 R/Pg %d 0 R/K[%s]>>" % (
        TREE,
        page,
        b" ".join(b"%d 0 R" % kid for kid in kids),
    )


def _entries(plate: Plate, places: Sequence[Place]) -> list[Entry]:
    return [
        Entry(pdf_text(each.title), each.level, place.page(each.page), each.top_pt)
        for placed, place in zip(plate.parts, places, strict=True)
        for each in placed.part.listed
    ]


def _own_contents(plate: Plate, places: Sequence[Place]) -> Numbers:
    return tuple(
        place.content(number)
        for placed, place in zip(plate.parts, places, strict=True)
        for number, sheet in enumerate(placed.part.sheets)
        if sheet.is_own
    )
