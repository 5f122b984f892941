"""The picture of the cover: five equal houses on a ground line."""

from collections.abc import Iterator

from brochures.marks import Ink, Mark, Outline, Stroke
from brochures.styles import CONTENT_WIDTH_PT, LEFT_PT, MM, RIGHT_PT

HOUSE_COUNT = 5
"""Always five, whatever the number of providers, so that nobody counts themselves in."""

GROUND_PT = 212.9 * MM
HOUSE_WIDTH_PT = 28.3 * MM
EAVES_PT = 192.3 * MM
RIDGE_PT = 177.8 * MM
DOOR_WIDTH_PT = 6.2 * MM
DOOR_TOP_PT = 201.5 * MM
LINE_PT = 1.6
GROUND_LINE_PT = 2.4


def houses() -> Iterator[Mark]:
    """The houses, no door open and no window lit."""
    step = (CONTENT_WIDTH_PT - HOUSE_WIDTH_PT) / (HOUSE_COUNT - 1)
    for index in range(HOUSE_COUNT):
        yield from _house(LEFT_PT + index * step)
    yield Stroke(LEFT_PT, GROUND_PT, RIGHT_PT, GROUND_PT, GROUND_LINE_PT, Ink.ACCENT)


def _house(left_pt: float) -> Iterator[Mark]:
    right = left_pt + HOUSE_WIDTH_PT
    middle = left_pt + HOUSE_WIDTH_PT / 2
    walls = (
        (left_pt, GROUND_PT),
        (left_pt, EAVES_PT),
        (middle, RIDGE_PT),
        (right, EAVES_PT),
        (right, GROUND_PT),
    )
    yield Outline(walls, LINE_PT, Ink.ACCENT)
    door_left, door_right = middle - DOOR_WIDTH_PT / 2, middle + DOOR_WIDTH_PT / 2
    door = (
        (door_left, GROUND_PT),
        (door_left, DOOR_TOP_PT),
        (door_right, DOOR_TOP_PT),
        (door_right, GROUND_PT),
    )
    yield Outline(door, LINE_PT, Ink.ACCENT)
