"""What is shown whole on one turn, and what stays in sight when the turns are planned anew."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtQuick import QQuickItem

from kiosk.ui.item_tree import shown_below
from kiosk.ui.turning import Turn


@dataclass(frozen=True, slots=True)
class Unit:
    """Blocks side by side, or one slice of a tall text.

    Attributes:
        row: Blocks from the left; at least one.
        offset: Pixels of the block above this slice.
        height: Pixels that the unit takes.
    """

    row: list[QQuickItem]
    offset: float
    height: float

    @property
    def is_slice(self) -> bool:
        """Whether a part of the block is on another turn."""
        return self.offset > 0 or self.height < self.row[0].height() - 0.5


@dataclass(frozen=True, slots=True)
class Held:
    """A place that stays in sight when blocks above it grow, come or go.

    Attributes:
        block: The block that is seen there.
        offset: Pixels of the block above the place.
    """

    block: QQuickItem
    offset: float


def held_among(units: Sequence[Unit]) -> Held | None:
    """What has the focus, or else the first that is seen.

    Args:
        units: What is seen, order of the page; may be empty.
    """
    used = (unit for unit in units if any(_is_used(block) for block in unit.row))
    unit = next(used, units[0] if units else None)
    return None if unit is None else Held(unit.row[0], unit.offset)


def turn_with(held: Held, units: Sequence[Unit], turns: Sequence[Turn], otherwise: int) -> int:
    """The turn on which a place is seen.

    Args:
        held: The place.
        units: The whole page as it is planned now.
        turns: Turns of these units.
        otherwise: The turn to show when the block is no longer on the page.
    """
    places = [
        index
        for index, unit in enumerate(units)
        if held.block in unit.row and unit.offset <= held.offset
    ]
    if not places:
        return otherwise
    return next(n for n, turn in enumerate(turns) if turn.first <= places[-1] < turn.end)


def _is_used(block: QQuickItem) -> bool:
    return block.hasActiveFocus() or any(item.hasActiveFocus() for item in shown_below(block))
