"""What stands in one cell of an XLSX sheet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.intake.grid import CellKind
from kiosk.intake.workbooks.formats import PLAIN, NumberFormat
from kiosk.intake.workbooks.values import (
    FALSE,
    TRUE,
    Cell,
    day_cell,
    number_text,
    time_cell,
)

# Characters that XML cannot hold are written by their number, as in _x000D_.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as the file has it.

    Attributes:
        kind: Letter of the file: ``s`` for a shared text, ``b``, ``e``, ``d``, ``str``,
            ``inlineStr``, ``n``.
        style: Number of the format; None for no format.
        value: None where the file has none, which is another thing than an empty text.
    """

    kind: str
    style: int | None
    value: str | None
    is_formula: bool


@dataclass(frozen=True, slots=True)
class CellReader:
    """Understands cells.

    Attributes:
        texts: Shared texts by number.
        formats: How numbers are shown, by the number of the style.
    """

    texts: Sequence[str]
    formats: Sequence[NumberFormat]
    starts_1904: bool

    def read(self, cell: RawCell) -> Cell:
        """A text, and what it was unless it was one.

        Raises:
            LookupError: A text or format is missing.
            ValueError: A number is none.
        """
        if cell.value is None:
            return "", CellKind.NO_RESULT if cell.is_formula else None
        if not cell.value:
            return "", None
        match cell.kind:
            case "s":
                text = self.texts[int(cell.value)]
            case "b":
                text = TRUE if cell.value.strip() in {"1", "true"} else FALSE
            case "str" | "inlineStr" | "e":
                text = unescaped(cell.value)
            case _:
                return self._number(cell)
        return text, None

    def _number(self, cell: RawCell) -> Cell:
        written = (cell.value or "").strip()
        if not written or cell.kind == "d":
            return written, CellKind.DATE if written else None
        shown = PLAIN if cell.style is None else self.formats[cell.style]
        if shown.is_day:
            return day_cell(written, starts_1904=self.starts_1904)
        if shown.is_time:
            return time_cell(written)
        text = number_text(written)
        if shown.digits and text.isdigit() and len(text) <= shown.digits:
            # The zeros in front belong to what everybody sees: nothing is lost.
            return text.zfill(shown.digits), None
        return text, CellKind.NUMBER


def unescaped(text: str) -> str:
    """A text with the characters that stand in it by their number."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(_letter, text)


def _letter(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    # Half of a pair is no letter, and no file or store could hold it.
    return letter if letter.isprintable() or letter.isspace() else _LOST
