"""Turn, do not cut: which whole blocks stand on the screen together."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """Blocks shown together: from ``first`` up to and without ``end``."""

    first: int
    end: int


def slice_lines(height: float, line_top: float, line_step: float, room: float) -> tuple[float, ...]:
    """Cut a text that is taller than the screen between its lines.

    Args:
        height: Height of the block in pixels.
        line_top: Where its first line begins.
        line_step: From one line to the next; 0 for a block that cannot be cut.
        room: Height of the screen area in pixels.

    Returns:
        Heights of the slices from the top; one slice when the block fits or cannot be cut.
    """
    if height <= room + 0.5 or line_step <= 0 or line_top + line_step > room:
        return (height,)
    first = line_top + math.floor((room - line_top) / line_step) * line_step
    full = max(1, math.floor(room / line_step)) * line_step
    slices = [first]
    while height - sum(slices) > room + 0.5:
        slices.append(full)
    return (*slices, height - sum(slices))


def plan_turns(heights: Sequence[float], spacing: float, room: float) -> tuple[Turn, ...]:
    """Fill turns with whole blocks in order.

    Args:
        heights: Height per block in pixels; a block of height 0 takes no spacing.
        spacing: Pixels between two blocks.
        room: Height of the screen area in pixels.

    Returns:
        At least one turn; a block taller than the room has a turn of its own.
    """
    turns: list[Turn] = []
    first, used = 0, 0.0
    for index, height in enumerate(heights):
        gap = spacing if used > 0 and height > 0 else 0.0
        if used > 0 and used + gap + height > room + 0.5:
            turns.append(Turn(first, index))
            first, used, gap = index, 0.0, 0.0
        used += gap + height
    turns.append(Turn(first, len(heights)))
    return tuple(turns)
