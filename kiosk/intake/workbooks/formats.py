"""How XLSX shows a number: as a day, as a time, with zeros in front, or plainly.

Source of the numbers of built-in formats: ECMA-376 part 1, 18.8.30.
"""

import re
from dataclasses import dataclass

_DAYS = frozenset({14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 55), 57, 58})
_TIMES = frozenset({18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56})
# Texts between quotes, single letters after a mark, colours and languages.
_NO_PLACEHOLDER = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]')


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a number is shown.

    Attributes:
        digits: At least so many, with zeros in front; 0 where there is no such rule.
    """

    is_day: bool = False
    is_time: bool = False
    digits: int = 0


PLAIN = NumberFormat()


def built_in(number: int) -> NumberFormat:
    """A format that files name only by its number."""
    return NumberFormat(is_day=number in _DAYS, is_time=number in _TIMES)


def format_of(code: str) -> NumberFormat:
    """A format that the file spells out, such as ``dd.mm.yyyy;@`` or ``0000``."""
    shown = _NO_PLACEHOLDER.sub("", code).partition(";")[0].strip().casefold()
    if shown in {"general", "standard"}:
        return PLAIN
    marks = set(shown)
    if marks & set("dy") or ("m" in marks and not marks & set("hs")):
        return NumberFormat(is_day=True)
    if marks & set("hs"):
        return NumberFormat(is_time=True)
    return NumberFormat(digits=len(shown) if len(shown) > 1 and marks == {"0"} else 0)
