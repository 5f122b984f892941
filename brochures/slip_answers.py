"""How the boxes of a service stay together: no answer stands apart from the others.

A hole or the turn of a page before "I do not want to choose" would set that answer apart.
"""

from collections.abc import Sequence
from dataclasses import replace

from brochures.flow import Piece
from brochures.letter_look import LetterLook
from brochures.slip_sheets import FOLD_AIR_PT, several_pages
from brochures.window import MIDDLE_PT

FIRST, LAST = 3, 4
"""So many boxes stay with the heading, and so many at the end with each other: those that name no
provider, and one that does."""


def kept_together(
    above: Sequence[Piece], boxes: Sequence[Piece], look: LetterLook, other: int = 0
) -> list[Piece]:
    """The boxes of a service; they stay on one side of the fold, or else on one page, if they can.

    Where they have no room on the page that they begin on, that page is filled all the same.

    Args:
        above: What stands above them on the page; the heading stays with the first.
        boxes: At least one, all at the same distance.
        look: Of the slip.
        other: So many pieces of ``above`` are no part of the heading.
    """
    room, last, head = several_pages(look), len(boxes) - 1, above[other:]
    height = _height_pt((*head, *boxes))
    if height <= room.bottom_pt - MIDDLE_PT - FOLD_AIR_PT:
        stays = [replace(each, keeps_next=True, goes_below=True) for each in boxes[:last]]
        return [*stays, boxes[last]]
    ends = {*range(FIRST - 1), *range(len(boxes) - LAST, last)}
    start, waste = room.top_pt + _height_pt(above[:other]), look.slip.pitch_pt + 2 * FOLD_AIR_PT
    if start + _height_pt((*head, *boxes[:FIRST])) > MIDDLE_PT - FOLD_AIR_PT:
        start, waste = MIDDLE_PT + FOLD_AIR_PT, 0
    is_whole = start + height + waste <= room.bottom_pt
    return [
        replace(
            each,
            keeps_next=number < last and (is_whole or number in ends),
            goes_below=number < last and number in ends,
            repeats=head[0],
        )
        for number, each in enumerate(boxes)
    ]


def _height_pt(pieces: Sequence[Piece]) -> float:
    return sum(each.gap_pt + each.height_pt for each in pieces)
