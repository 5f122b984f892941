"""Four taps that nobody makes by chance: the corners of the screen, clockwise from the top left.

The pattern only asks for a staff code; by itself it opens nothing (access O13).
"""

from dataclasses import dataclass
from enum import Enum

WITHIN_S = 10.0


class Corner(Enum):
    """A corner of the screen."""

    TOP_LEFT = "top_left"
    TOP_RIGHT = "top_right"
    BOTTOM_RIGHT = "bottom_right"
    BOTTOM_LEFT = "bottom_left"


ORDER = tuple(Corner)


def corner_at(x: float, y: float, width: float, height: float, reach: float) -> Corner | None:
    """The corner that a tap hit; all lengths in one unit.

    Args:
        x: From the left edge.
        y: From the top edge.
        width: Of the screen.
        height: Of the screen.
        reach: How far from both edges a tap still counts.
    """
    is_left, is_right = x < reach, x >= width - reach
    is_top, is_bottom = y < reach, y >= height - reach
    if is_top and (is_left or is_right):
        return Corner.TOP_LEFT if is_left else Corner.TOP_RIGHT
    if is_bottom and (is_left or is_right):
        return Corner.BOTTOM_LEFT if is_left else Corner.BOTTOM_RIGHT
    return None


@dataclass(frozen=True, slots=True)
class CornerPattern:
    """What was tapped so far; every tap gives a new value.

    Attributes:
        hit: How many corners in their order.
        began_s: When the first was hit, by a clock that never goes back.
    """

    hit: int = 0
    began_s: float = 0.0

    @property
    def is_complete(self) -> bool:
        """Whether all four were hit in time."""
        return self.hit == len(ORDER)

    def tapped(self, corner: Corner | None, now_s: float) -> "CornerPattern":
        """After another tap; one elsewhere begins anew."""
        known = CornerPattern() if self.is_complete or now_s - self.began_s > WITHIN_S else self
        if corner is ORDER[known.hit]:
            began = now_s if known.hit == 0 else known.began_s
            return CornerPattern(known.hit + 1, began)
        return CornerPattern(1, now_s) if corner is ORDER[0] else CornerPattern()
