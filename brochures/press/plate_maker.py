"""Makes plates of pages: what was drawn for another plate is not drawn again."""

from collections.abc import Sequence
from dataclasses import replace

from brochures.file_facts import FileFacts
from brochures.marks import Page
from brochures.press.engrave import Engraver
from brochures.press.kept_texts import Drawings, Drawn, Used, characters_of, used_in
from brochures.press.kit_pages import LaidPart
from brochures.press.new_plate import new_plate
from brochures.press.part import Part, has_heading, ranks_above
from brochures.press.plate import PLACEHOLDER_MOMENT, PlacedPart, Plate
from brochures.press.shelf import Shelf
from brochures.press.type_case import Characters, TypeCase, type_case
from brochures.typeface import Typeface

CASES, PARTS = 8, 1024
"""So many are kept: fonts with other characters, and parts."""


class PlateMaker:
    """Makes plates; none depends on those before it.

    Args:
        typeface: Of all texts.
    """

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface
        self._drawings = Drawings()
        self._cases: Shelf[TypeCase] = Shelf(CASES)
        self._parts: Shelf[tuple[tuple[Page, ...], Part]] = Shelf(PARTS)
        self._used: Shelf[tuple[tuple[Page, ...], Used]] = Shelf(PARTS)

    def whole(self, pages: tuple[Page, ...], facts: FileFacts) -> Plate:
        """A plate without gaps, of pages that may share elements."""
        facts = replace(facts, issued_at=PLACEHOLDER_MOMENT)
        used = [used_in(mark for page in pages for mark in page.marks)]
        characters = characters_of(used, self._typeface, is_struck=False)
        case = type_case(characters, facts, self._typeface)
        engraver = Engraver(case, self._typeface, Drawings())
        part = engraver.part(pages)
        feet = tuple(engraver.foot(sheet, ()) for sheet in part.sheets)
        return new_plate((PlacedPart(part, feet, is_same=False),), facts, case)

    def plate(self, laid: Sequence[LaidPart], facts: FileFacts) -> Plate:
        """The plate of parts, in reading order, without a word of what is somebody's own.

        Args:
            laid: Of which none stands in the plate twice.
            facts: What the file says about itself; its moment does not count.
        """
        facts = replace(facts, issued_at=PLACEHOLDER_MOMENT)
        characters = self._characters(laid)
        case = self._cases.get(characters, lambda: type_case(characters, facts, self._typeface))
        engraver = Engraver(case, self._typeface, self._drawings)
        ranks: tuple[int, ...] = ()
        placed: list[PlacedPart] = []
        for each in laid:
            above = ranks_above(each.pages, ranks)
            part = self._part(each, above, characters, engraver)
            pairs = zip(part.sheets, each.feet, strict=True)
            feet = tuple(engraver.foot(sheet, foot) for sheet, foot in pairs)
            placed.append(PlacedPart(part, feet, each.is_same))
            ranks = part.tree.ranks if has_heading(each.pages) else ranks
        return new_plate(placed, facts, case)

    def known(self, plate: Plate) -> Drawn:
        """What was drawn in the fonts of a plate."""
        return self._drawings.of(plate.case.characters)

    def _part(
        self,
        laid: LaidPart,
        ranks: tuple[int, ...],
        characters: Characters,
        engraver: Engraver,
    ) -> Part:
        # The pages are kept with what was drawn, so nothing else can come to be at their place.
        key = (id(laid.pages), ranks, characters)
        drawn = self._parts.get(
            key, lambda: (laid.pages, engraver.part(laid.pages, ranks, laid.spans))
        )
        return drawn[1]

    def _characters(self, laid: Sequence[LaidPart]) -> Characters:
        used = [self._used_in(each) for each in laid]
        used += [
            used_in(mark for foot in each.feet for mark in foot) for each in laid if any(each.feet)
        ]
        return characters_of(used, self._typeface, is_struck=True)

    def _used_in(self, laid: LaidPart) -> Used:
        pages = laid.pages
        own = {(span.page, at) for span in laid.spans for at in range(span.start, span.end)}
        marks = (
            mark
            for number, page in enumerate(pages)
            for at, mark in enumerate(page.marks)
            if (number, at) not in own
        )
        return self._used.get(id(pages), lambda: (pages, used_in(marks)))[1]
