"""A signature drawn on the screen: thinned to what paper shows, without speed, pressure or place.

What is kept are lines alone. Nobody has to sign, and an answer holds as well without (pbrl asks
for no form); so what is too short to be a name counts as no signature.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[int, int]
"""Hundredths of a millimetre to the right and down."""

Drawn = Sequence[tuple[float, float]]
"""Where the pen was on the screen during one stroke; millimetres, in order, at least one place."""

MOST_POINTS = 400
MOST_STROKES = 100
_STEP_MM = 0.5
_COARSER = 1.1
_SHORTEST_MM = 5.0
_HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class Signature:
    """What somebody drew; who that was stands in the choice as the one who decided.

    Attributes:
        strokes: One per touch of the pen, in the order drawn; at least one, and each has at least
            one point. Together at most ``MOST_POINTS``. The upper left corner is at zero.
    """

    strokes: tuple[tuple[Point, ...], ...]

    @property
    def size(self) -> Point:
        """Width and height, in hundredths of a millimetre."""
        points = [point for stroke in self.strokes for point in stroke]
        return max(x for x, _ in points), max(y for _, y in points)

    @property
    def lines_mm(self) -> tuple[tuple[tuple[float, float], ...], ...]:
        """The strokes in millimetres."""
        return tuple(
            tuple((x / _HUNDREDTHS, y / _HUNDREDTHS) for x, y in stroke) for stroke in self.strokes
        )


def signature_of(drawn: Sequence[Drawn]) -> Signature | None:
    """Thin a drawing to points half a millimetre apart, farther where it is long.

    Args:
        drawn: Strokes in the order drawn; may be empty. Of more than ``MOST_STROKES`` the shortest
            are left out.

    Returns:
        None for what is shorter than 5 mm altogether; the ends of every stroke stay where they
        were drawn. The same drawing always gives the same signature.
    """
    if sum(map(_length, drawn)) < _SHORTEST_MM:
        return None
    strokes = _longest(drawn)
    step = _STEP_MM
    while sum(_count(stroke, step) for stroke in strokes) > MOST_POINTS:
        step *= _COARSER
    thinned = [[*_places(stroke, step)] for stroke in strokes]
    left = min(x for stroke in thinned for x, _ in stroke)
    top = min(y for stroke in thinned for _, y in stroke)
    return Signature(
        tuple(tuple((_hundredths(x - left), _hundredths(y - top)) for x, y in s) for s in thinned)
    )


def _longest(drawn: Sequence[Drawn]) -> list[Drawn]:
    """At most ``MOST_STROKES``, in the order drawn."""
    by_length = sorted(range(len(drawn)), key=lambda at: _length(drawn[at]), reverse=True)
    return [drawn[at] for at in sorted(by_length[:MOST_STROKES])]


def _length(stroke: Drawn) -> float:
    return sum(_lengths(stroke))


def _lengths(stroke: Drawn) -> Iterator[float]:
    """Distance from each place to the next."""
    return (math.dist(a, b) for a, b in pairwise(stroke))


def _count(stroke: Drawn, step_mm: float) -> int:
    """Points of a stroke; one for a dot."""
    length = _length(stroke)
    return 1 if length == 0 else math.ceil(length / step_mm) + 1


def _places(stroke: Drawn, step_mm: float) -> Iterator[tuple[float, float]]:
    """Places at equal distances along a stroke, both ends among them."""
    yield stroke[0]
    count = _count(stroke, step_mm)
    if count == 1:
        return
    spacing = _length(stroke) / (count - 1)
    yield from _between(stroke, (spacing * number for number in range(1, count - 1)))
    yield stroke[-1]


def _between(stroke: Drawn, wanted_mm: Iterable[float]) -> Iterator[tuple[float, float]]:
    """Places at rising distances from the beginning of a stroke."""
    at, passed = 0, 0.0
    lengths = [*_lengths(stroke)]
    for distance in wanted_mm:
        while at < len(lengths) - 1 and passed + lengths[at] < distance:
            passed += lengths[at]
            at += 1
        (x0, y0), (x1, y1) = stroke[at], stroke[at + 1]
        share = min(1.0, (distance - passed) / lengths[at]) if lengths[at] else 0.0
        yield x0 + (x1 - x0) * share, y0 + (y1 - y0) * share


def _hundredths(length_mm: float) -> int:
    return round(length_mm * _HUNDREDTHS)
