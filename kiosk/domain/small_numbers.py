"""Tables in which no small group can be seen, or worked out from the rest (domain 6.2)."""

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

LEAST = 5
"""People; a smaller group is not told."""

K = TypeVar("K", bound=Hashable)


def masked(
    counts: Mapping[K, int], also: Collection[K] = (), least: int = LEAST
) -> dict[K, int | None]:
    """Hide groups that are too small; where only one is, the next one too.

    One hidden number beside a total could be worked out. Nobody at all is told as it is.

    Args:
        counts: People per group; groups that a reader can add up.
        also: Groups to hide too, since a part of them is hidden elsewhere.
        least: Smallest group that is told.

    Returns:
        The same keys in the same order; None for what is hidden.
    """
    hidden = {key for key, count in counts.items() if 0 < count < least or key in also}
    if len(hidden) == 1:
        rest = sorted(
            (count, place)
            for place, (key, count) in enumerate(counts.items())
            if count and key not in hidden
        )
        keys = list(counts)
        hidden |= {keys[place] for _, place in rest[:1]}
    return {key: None if key in hidden else count for key, count in counts.items()}
