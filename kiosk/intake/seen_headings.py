"""The headings of a file for people, with what the cells below look like."""

from collections.abc import Iterator, Sequence

from kiosk.app.ports.intake import SeenHeading
from kiosk.domain.birth_number import holds_birth_number
from kiosk.intake.columns import column_of
from kiosk.intake.grid import SheetRow
from kiosk.intake.sheet import Sheet

_MOST_SAMPLES = 3
_LONGEST_SAMPLE = 24
# Enough rows to see what a column holds.
_ROWS = 200


def seen_headings(sheet: Sheet) -> tuple[SeenHeading, ...]:
    """Every heading, order of the file."""
    return tuple(
        SeenHeading(
            "" if holds_birth_number(heading) else heading,
            column_of(heading),
            _samples(sheet.rows[:_ROWS], place),
        )
        for place, heading in enumerate(sheet.headings)
    )


def _samples(rows: Sequence[SheetRow], place: int) -> tuple[str, ...]:
    cells = (row.cells[place] for row in rows if place < len(row.cells))
    shapes = dict.fromkeys(masked(cell) for cell in cells if cell.strip())
    return tuple(shapes)[:_MOST_SAMPLES]


def masked(cell: str) -> str:
    """What a cell looks like: ``Aa`` for letters, ``0`` for digits, and every other mark.

    It tells a name from a day or a telephone number, and nothing about the person.
    """
    text = " ".join(cell.split())
    shape = "".join(_shapes(text))
    return shape if len(shape) <= _LONGEST_SAMPLE else f"{shape[: _LONGEST_SAMPLE - 1]}…"


def _shapes(text: str) -> Iterator[str]:
    for letter in text:
        if letter.isdigit():
            yield "0"
        elif letter.isalpha():
            yield "A" if letter.isupper() else "a"
        else:
            yield letter if letter.isprintable() else " "
