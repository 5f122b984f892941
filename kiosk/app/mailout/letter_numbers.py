"""Numbers of letters as somebody writes them: 3, 17-19."""

import re

from kiosk.domain.errors import Refusal, RefusedError

_PART = re.compile(r"([0-9]{1,6})(?:\s*[-\u2013]\s*([0-9]{1,6}))?")
_BETWEEN = re.compile(r"[,;\s]+")


def letter_numbers(text: str) -> frozenset[int]:
    """The numbers in a text; empty for an empty one.

    Raises:
        RefusedError: Something in it is no number, or runs backwards.
    """
    numbers: set[int] = set()
    joined = re.sub(r"\s*([-\u2013])\s*", r"\1", text.strip())
    for part in filter(None, _BETWEEN.split(joined)):
        found = _PART.fullmatch(part)
        first = int(found[1]) if found is not None else 0
        last = int(found[2] or first) if found is not None else 0
        if not 0 < first <= last:
            raise RefusedError([Refusal("mailout.numbers_unreadable", {"text": part})])
        numbers.update(range(first, last + 1))
    return frozenset(numbers)


def numbers_text(numbers: frozenset[int] | set[int]) -> str:
    """Numbers in order, with those that follow each other as one stretch."""
    parts: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if parts and parts[-1][1] == number - 1:
            parts[-1] = (parts[-1][0], number)
        else:
            parts.append((number, number))
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in parts)
