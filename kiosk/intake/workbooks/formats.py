"""How XLSX shows a number: as a day, as a time, with zeros in front, or plainly.

openpyxl tells days from times by small letters only, so that ``DD.MM.YYYY`` were a time, and
knows nothing of zeros.
"""

import re
from dataclasses import dataclass

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


def format_of(code: str) -> NumberFormat:
    """What a format such as ``dd.mm.yyyy;@`` or ``0000`` asks for."""
    shown = _NO_PLACEHOLDER.sub("", code).partition(";")[0].strip().casefold()
    if shown in {"general", "standard"}:
        return PLAIN
    marks = set(shown)
    if marks & set("dy") or ("m" in marks and not marks & set("hs")):
        return NumberFormat(is_day=True)
    if marks & set("hs"):
        return NumberFormat(is_time=True)
    return NumberFormat(digits=len(shown) if len(shown) > 1 and marks == {"0"} else 0)
