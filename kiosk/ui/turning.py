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
    """Cut a text that is taller than the screen between its lines, as evenly as they allow.

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
    lines = math.floor((height - line_top) / line_step)
    most_first = math.floor((room - line_top) / line_step)
    most = max(1, math.floor(room / line_step))
    # What is not a line, such as the rule under the text, stays with the last slice.
    rest = height - line_top - most_first * line_step
    count = 2 + max(0, math.ceil((rest - room - 0.5) / (most * line_step)))
    slices: list[float] = []
    for still in range(count, 1, -1):
        part = min(most if slices else most_first, math.ceil(lines / still))
        slices.append(part * line_step + (0 if slices else line_top))
        lines -= part
    return (*slices, height - sum(slices))


def plan_turns(
    heights: Sequence[float], spacing: float, room: float, keeps_next: Sequence[bool] = ()
) -> tuple[Turn, ...]:
    """Fill as few turns as possible with whole blocks in order, all turns about equally full.

    Args:
        heights: Height per block in pixels; a block of height 0 takes no spacing.
        spacing: Pixels between two blocks.
        room: Height of the screen area in pixels.
        keeps_next: Per block whether it stays with the next, as a heading does; nothing by default.

    Returns:
        At least one turn; a block taller than the room has a turn of its own.
    """
    groups = _groups(heights, spacing, room, keeps_next)
    # Per number of groups: the fewest turns, how unevenly full they are, where the last begins;
    # negative, because of ways that are as even the one with the lightest last turn is taken.
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    for end in range(1, len(groups) + 1):
        ways = []
        for start in range(end - 1, -1, -1):
            used = _used(heights[groups[start].first : groups[end - 1].end], spacing)
            if used > room + 0.5 and start < end - 1:
                break
            # Whole pixels: rows that differ by less are as high as each other.
            ways.append((best[start][0] + 1, best[start][1] + round(used) ** 2, -start))
        best.append(min(ways))
    turns: list[Turn] = []
    end = len(groups)
    while end > 0:
        start = -best[end][2]
        turns.append(Turn(groups[start].first, groups[end - 1].end))
        end = start
    return tuple(reversed(turns)) or (Turn(0, 0),)


def _groups(
    heights: Sequence[float], spacing: float, room: float, keeps_next: Sequence[bool]
) -> list[Turn]:
    """Blocks that stay together, as far as the screen has room for them."""
    groups: list[Turn] = []
    first = 0
    for index in range(len(heights)):
        stays = index < len(keeps_next) and keeps_next[index] and index + 1 < len(heights)
        if stays and _used(heights[first : index + 2], spacing) <= room + 0.5:
            continue
        groups.append(Turn(first, index + 1))
        first = index + 1
    return groups


def _used(heights: Sequence[float], spacing: float) -> float:
    shown = [height for height in heights if height > 0]
    return sum(shown) + spacing * max(0, len(shown) - 1)
