"""Which pages of a booklet stand side by side on a sheet that is folded and stapled in the fold."""

from collections.abc import Callable, Sequence
from typing import TypeVar

PAGES_OF_A_SHEET = 4
T = TypeVar("T")


def whole_sheets(pages: Sequence[T], blank: Callable[[], T]) -> tuple[T, ...]:
    """The pages, with blank ones before the back cover so that they fill their sheets.

    Args:
        pages: Reading order, front cover first, back cover last; at least one.
        blank: Makes the page that stands where one is missing; each is read on its own.
    """
    missing = -len(pages) % PAGES_OF_A_SHEET
    return (*pages[:-1], *(blank() for _ in range(missing)), pages[-1])


def sides(count: int) -> tuple[tuple[int, int], ...]:
    """Indexes of the left and the right page of each side, front and back of the outer sheet first.

    The back of a sheet is printed upside down to its front: it is turned over its short edge.

    Args:
        count: Of pages; a multiple of four.

    Raises:
        ValueError: It is not.
    """
    if count % PAGES_OF_A_SHEET:
        message = f"{count} pages do not fill their sheets"
        raise ValueError(message)
    found: list[tuple[int, int]] = []
    for first in range(0, count // 2, 2):
        last = count - 1 - first
        found += [(last, first), (first + 1, last - 1)]
    return tuple(found)


def sheet_count(pages: int) -> int:
    """Sheets that so many pages take, blank ones counted."""
    return -(-pages // PAGES_OF_A_SHEET)
