"""Puts parts together to a plate."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from brochures.file_facts import FileFacts
from brochures.press.deflate import Parts
from brochures.press.plate import OwnPage, PlacedPart, Plate
from brochures.press.type_case import TypeCase

Told = tuple[bytes | int, ...]


def new_plate(parts: Sequence[PlacedPart], facts: FileFacts, case: TypeCase) -> Plate:
    """The plate of parts.

    Args:
        parts: In reading order, drawn with the fonts of the case.
        facts: Dated ``PLACEHOLDER_MOMENT``.
        case: The fonts.
    """
    drawn, digests, own_pages, first = list[Parts](), list[bytes](), list[OwnPage](), 0
    for each in parts:
        for sheet, foot in zip(each.part.sheets, each.feet, strict=True):
            end = () if foot.drawn is None else (foot.drawn,)
            told: Told = (*sheet.told, foot.told)
            if sheet.is_own:
                told = tuple(part + first if isinstance(part, int) else part for part in told)
                own_pages.append(OwnPage(len(drawn), told))
            pieces = (*sheet.drawn, *end)
            drawn.append(tuple(part + first if isinstance(part, int) else part for part in pieces))
            digests.append(b"" if sheet.is_own else _digest(told))
        first += len(each.part.gaps)
    gaps = tuple(gap for each in parts for gap in each.part.gaps)
    return Plate(facts, case, tuple(parts), gaps, tuple(drawn), tuple(own_pages), tuple(digests))


def _digest(told: Iterable[bytes | int]) -> bytes:
    return sha256(b"".join(part for part in told if isinstance(part, bytes))).digest()
