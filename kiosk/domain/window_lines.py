"""How name and address share the lines of a window: a wide line takes two where there is room."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from kiosk.domain.mailing import MOST_LINES

Measure = Callable[[str], float]
_AFTER = (",", "–")


def lines_in_window(
    lines: Sequence[str], width_of: Measure, most: float
) -> tuple[tuple[str, ...], ...]:
    """Each line as it is set: by itself, or over several where it is wider than the window.

    A line is broken after a comma or a dash if it can be, else where the parts are most alike. The last of
    several, which has postcode and town, stays whole (paper.md 4). What has no room even so comes
    back as it is.

    Args:
        lines: Name and address; may be empty.
        width_of: How wide a text is.
        most: How wide a line may be, in the same measure.
    """
    room = MOST_LINES - len(lines)
    whole = len(lines) - 1 if len(lines) > 1 else -1
    found = list[tuple[str, ...]]()
    for number, line in enumerate(lines):
        parts = (line,) if number == whole else _parts(line, width_of, most, room)
        room -= len(parts) - 1
        found.append(parts)
    return tuple(found)


def _parts(line: str, width_of: Measure, most: float, room: int) -> tuple[str, ...]:
    """The line in as few parts as it can be, or whole where there is no room for them."""
    whole = width_of(line)
    if whole <= most or whole > (room + 1) * most + room * width_of(" "):
        # Of what cannot fit, the ways to break it are too many to try.
        return (line,)
    words = line.split(" ")
    for cuts in range(1, room + 1):
        if fitting := [way for way in _ways(words, cuts) if max(map(width_of, way)) <= most]:
            return min(fitting, key=lambda way: (_torn(way), max(map(width_of, way))))
    return (line,)


def _ways(words: Sequence[str], cuts: int) -> Iterator[tuple[str, ...]]:
    for places in combinations(range(1, len(words)), cuts):
        edges = pairwise((0, *places, len(words)))
        yield tuple(" ".join(words[start:end]) for start, end in edges)


def _torn(way: Sequence[str]) -> int:
    """How many parts end where the line has neither comma nor dash."""
    return sum(not part.endswith(_AFTER) for part in way[:-1])
