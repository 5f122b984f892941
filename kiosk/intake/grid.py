"""Rows of cells as a file has them, before anybody knows what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from types import MappingProxyType

_LETTERS = 26


class CellKind(Enum):
    """What a spreadsheet holds in a cell that is no text; a CSV file knows only text."""

    NUMBER = auto()
    DATE = auto()
    NO_RESULT = auto()
    """A formula that was never calculated."""


_ALL_TEXT: Mapping[int, CellKind] = MappingProxyType({})


def _all_text() -> Mapping[int, CellKind]:
    return _ALL_TEXT


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as a spreadsheet shows it.

    Attributes:
        number: The first row of the file or sheet is 1; a line break inside a cell starts no row.
        kinds: By place from 0, of cells that are no text; empty for a CSV file.
    """

    number: int
    cells: tuple[str, ...]
    kinds: Mapping[int, CellKind] = field(default_factory=_all_text)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.strip() for cell in self.cells) and not self.kinds


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet of a workbook, or the only one of a CSV file.

    Attributes:
        name: As the tab says; empty for a CSV file.
        rows: Rows that are not blank, by number.
        is_hidden: Whether the spreadsheet program shows no tab for it.
        hidden_rows: Numbers of rows that a filter or a person hid.
        starts_1904: Whether days are counted from 1904, as old Macs did, and not from 1900.
    """

    name: str
    rows: tuple[SheetRow, ...]
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    starts_1904: bool = False


def letters_of(place: int) -> str:
    """A column as spreadsheets name it: 0 is A, 26 is AA."""
    letters = ""
    while place >= 0:
        place, letter = divmod(place, _LETTERS)
        letters = chr(ord("A") + letter) + letters
        place -= 1
    return letters
