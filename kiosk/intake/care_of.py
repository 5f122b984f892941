"""Whom a letter goes through, ``c/o`` or ``v/``: a line of its own, where a list writes one line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kiosk.domain.mailing import MOST_LINES
from kiosk.intake.facts import PersonFacts
from kiosk.intake.row_cells import RowCells

_THROUGH = re.compile(r"(?:c\s*/\s*o|v\s*/|co/)\s*\S", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
# Name and town are lines too.
_ROOM = MOST_LINES - 2


def with_through_apart(cells: RowCells, facts: PersonFacts) -> PersonFacts:
    """The person, with that line apart in both addresses where the window has room for it.

    A list is read alike whether it has a column for it, a line break in a cell, or a comma.
    """
    name = f"{facts.given_name} {facts.family_name}".strip()
    last = f"{facts.postcode or ''} {facts.town or ''}".strip()
    post_last = f"{facts.post_postcode or ''} {facts.post_town or ''}".strip()
    return replace(
        facts,
        lines=_apart(cells, name, facts.lines, last),
        post_lines=_apart(cells, facts.post_name or "", facts.post_lines, post_last),
    )


def _apart(
    cells: RowCells, name: str, lines: tuple[str, ...] | None, last: str
) -> tuple[str, ...] | None:
    parted = tuple(part for line in lines or () for part in _parts(line))
    if lines is None or parted == lines or len(parted) > _ROOM:
        return lines
    measure = cells.letters.over_window
    # A long name may need the line more.
    is_worse = sum(measure((name, *parted, last))) > sum(measure((name, *lines, last)))
    return lines if is_worse else parted


def _parts(line: str) -> Iterator[str]:
    """Up to the first part with a number, which is the street, or else to the first comma."""
    pieces = [piece for piece in _COMMA.split(line) if piece]
    if _THROUGH.match(line) is None or len(pieces) == 1:
        yield line
        return
    places = range(1, len(pieces))
    street = next((place for place in places if _has_number(pieces[place])), 1)
    yield from (_joined(pieces[:street]), _joined(pieces[street:]))


def _joined(pieces: Sequence[str]) -> str:
    return ", ".join(pieces)


def _has_number(text: str) -> bool:
    return any(each.isdecimal() for each in text)
