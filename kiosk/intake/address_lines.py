"""The lines of an address as the window of an envelope has room for them.

A list is read alike whether it has a column for whom a letter goes through, a line break in a cell,
or a comma.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kiosk.domain.mailing import MOST_LINES
from kiosk.intake.facts import PersonFacts
from kiosk.intake.row_cells import RowCells

_Lines = tuple[str, ...]
_THROUGH = re.compile(r"(?:c\s*/\s*o|v\s*/|co/)\s*\S", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")


def with_window_lines(cells: RowCells, facts: PersonFacts) -> PersonFacts:
    """The person, with both addresses in lines that have room, where there is a way to it.

    Whom a letter goes through gets a line of its own; lines that are too many share one.
    """
    name = f"{facts.given_name} {facts.family_name}".strip()
    last = f"{facts.postcode or ''} {facts.town or ''}".strip()
    post_last = f"{facts.post_postcode or ''} {facts.post_town or ''}".strip()
    post_name = facts.post_name or ""
    return replace(
        facts,
        lines=facts.lines and _Window(cells, name, last).lines(facts.lines),
        post_lines=facts.post_lines
        and _Window(cells, post_name, post_last).lines(facts.post_lines),
    )


class _Window:
    """One envelope."""

    def __init__(self, cells: RowCells, name: str, last: str) -> None:
        self._cells = cells
        self._name = name
        self._last = (last,) if last else ()
        self._room = MOST_LINES - 1 - len(self._last)

    def lines(self, lines: _Lines) -> _Lines:
        """The lines as they have room, or as they are."""
        if len(lines) > self._room:
            return self._joined(lines)
        parted = tuple(part for line in lines for part in _parts(line))
        # A long name may need the line more.
        is_worse = len(parted) > self._room or self._over(parted) > self._over(lines)
        return lines if is_worse else parted

    def _joined(self, lines: _Lines) -> _Lines:
        """Neighbours on one line, the shortest first; whom a letter goes through last of all."""
        found = lines
        while len(found) > self._room:
            pairs = range(len(found) - 1)
            at = min(pairs, key=lambda at: (_is_through(found[at]), len(found[at] + found[at + 1])))
            found = (*found[:at], _in_one(found[at : at + 2]), *found[at + 2 :])
        return lines if self._over(found) else found

    def _over(self, lines: _Lines) -> int:
        return sum(self._cells.letters.over_window((self._name, *lines, *self._last)))


def _parts(line: str) -> Iterator[str]:
    """Up to the first part with a number, which is the street, or else to the first comma."""
    pieces = [piece for piece in _COMMA.split(line) if piece]
    if not _is_through(line) or len(pieces) == 1:
        yield line
        return
    places = range(1, len(pieces))
    street = next((place for place in places if _has_number(pieces[place])), 1)
    yield from (_in_one(pieces[:street]), _in_one(pieces[street:]))


def _is_through(line: str) -> bool:
    return _THROUGH.match(line) is not None


def _in_one(pieces: Sequence[str]) -> str:
    return ", ".join(pieces)


def _has_number(text: str) -> bool:
    return any(each.isdecimal() for each in text)
