"""The picture of the cover: five equal houses on a ground line."""

from collections.abc import Iterator

from brochures.look import HousesLook, Paper
from brochures.marks import Ink, Mark, Outline, Stroke

HOUSE_COUNT = 5
"""Always five, whatever the number of providers, so that nobody counts themselves in."""

LINE_PT = 1.6
GROUND_LINE_PT = 2.4


def houses(look: HousesLook, paper: Paper) -> Iterator[Mark]:
    """The houses, no door open and no window lit."""
    step = (paper.content_width_pt - look.width_pt) / (HOUSE_COUNT - 1)
    for index in range(HOUSE_COUNT):
        yield from _house(paper.left_pt + index * step, look)
    ground = look.ground_pt
    yield Stroke(paper.left_pt, ground, paper.right_pt, ground, GROUND_LINE_PT, Ink.ACCENT)


def _house(left_pt: float, look: HousesLook) -> Iterator[Mark]:
    right = left_pt + look.width_pt
    middle = left_pt + look.width_pt / 2
    walls = (
        (left_pt, look.ground_pt),
        (left_pt, look.eaves_pt),
        (middle, look.ridge_pt),
        (right, look.eaves_pt),
        (right, look.ground_pt),
    )
    yield Outline(walls, LINE_PT, Ink.ACCENT)
    door_left, door_right = middle - look.door_width_pt / 2, middle + look.door_width_pt / 2
    door = (
        (door_left, look.ground_pt),
        (door_left, look.door_top_pt),
        (door_right, look.door_top_pt),
        (door_right, look.ground_pt),
    )
    yield Outline(door, LINE_PT, Ink.ACCENT)
