"""The fonts that plates write with: codes of characters, and the objects of the file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfmetrics

from brochures.file_facts import FileFacts
from brochures.packing import Objects, objects_of
from brochures.pdf import new_canvas
from brochures.press.gap_canvas import Type, new_type
from brochures.typeface import Typeface

Characters = tuple[str, str]
"""Of the regular weight and of the bold one, in the order in which they get their codes."""

FIRST = 9
"""The number of the first object of a case, in every file that is bound."""

_REFERENCE = re.compile(rb"(\d+) 0 R")
_FONTS = re.compile(rb"/Font (\d+) 0 R")
_COLOURS = re.compile(rb"/OutputIntents (\d+) 0 R")
_STREAM = b"stream\n"


@dataclass(frozen=True, slots=True, eq=False)
class TypeCase:
    """What all plates with the same characters have alike.

    Attributes:
        types: By the names of the weights.
        header: What a file begins with.
        objects: Numbered from ``FIRST`` on, in which they call each other.
        fonts: Number of the one that names the fonts.
        colours: Number of the one that says which red, green and blue are meant.
    """

    characters: Characters
    types: Mapping[str, Type]
    header: bytes
    objects: tuple[bytes, ...]
    fonts: int
    colours: int


def type_case(characters: Characters, facts: FileFacts, typeface: Typeface) -> TypeCase:
    """The fonts with these characters, as ReportLab embeds them.

    Args:
        characters: All that is drawn, and what letters may bring.
        facts: Their colours count only.
        typeface: Both weights.
    """
    buffer = BytesIO()
    canvas: Any = new_canvas(buffer, facts, typeface)
    states = _seeded(canvas, typeface, characters)
    types = {
        name: new_type(f"/{state.internalName}", dict(state.assignments))
        for name, state in states.items()
    }
    canvas.showPage()
    canvas.save()
    objects = objects_of(buffer.getvalue())
    numbers: dict[int, int] = {}
    fonts, colours = (_adopt(objects, found, numbers) for found in _roots(objects))
    bodies = tuple(_renumbered(objects.bodies[number], numbers) for number in numbers)
    return TypeCase(characters, types, objects.header, bodies, fonts, colours)


def _seeded(canvas: Any, typeface: Typeface, characters: Characters) -> Mapping[str, Any]:
    """Give the characters their codes; the fonts of the file by their names, until it is saved."""
    document, states = canvas._doc, dict[str, Any]()  # noqa: SLF001
    names = (typeface.regular_name, typeface.bold_name)
    for name, known in zip(names, characters, strict=True):
        font = pdfmetrics.getFont(name)
        font.splitString(known, document)
        font.getSubsetInternalName(0, document)
        states[name] = font.state[document]
    return states


def _roots(objects: Objects) -> tuple[int, int]:
    found = (
        next(match for body in objects.bodies.values() if (match := pattern.search(body)))
        for pattern in (_FONTS, _COLOURS)
    )
    fonts, colours = (int(match[1]) for match in found)
    return fonts, colours


def _adopt(objects: Objects, number: int, numbers: dict[int, int]) -> int:
    """The new number of an object, given with those of all that it refers to."""
    known = numbers.get(number)
    if known is not None:
        return known
    known = numbers[number] = FIRST + len(numbers)
    for match in _REFERENCE.finditer(objects.bodies[number].partition(_STREAM)[0]):
        _adopt(objects, int(match[1]), numbers)
    return known


def _renumbered(body: bytes, numbers: Mapping[int, int]) -> bytes:
    words, stream, rest = body.partition(_STREAM)
    words = _REFERENCE.sub(lambda match: b"%d 0 R" % numbers[int(match[1])], words)
    return words + stream + rest
