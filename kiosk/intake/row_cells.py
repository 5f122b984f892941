"""The cells of one row by column, and what is wrong with them."""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TypeVar

from kiosk.app.intake_reasons import RowReason
from kiosk.app.list_columns import NEEDED, Column
from kiosk.app.ports.intake import RowProblem
from kiosk.app.ports.paper import PaperLetters
from kiosk.domain.birth_number import holds_birth_number
from kiosk.intake.cells import FAULT, CellError
from kiosk.intake.columns import ADDRESSES, DAYS, NAMES
from kiosk.intake.grid import CellKind, SheetRow
from kiosk.intake.headings import Headings

T = TypeVar("T")

DASHES = frozenset({"-", "–", "—"})
"""What stands in a cell that says nothing."""

_NEEDED = frozenset(NEEDED) | NAMES
# What stands on every paper, and what stands on some.
_PRINTED = NAMES | {Column.CASE_NUMBER}
_MAY_BE_PRINTED = (
    _PRINTED
    | ADDRESSES
    | {Column.DECISION_REFERENCE, Column.POST_NAME, Column.POST_ROLE, Column.INTERPRETER}
)
# Numbers of ten digits are usual there, and one in 121 would pass for one without its zero.
_OF_THE_CASE_SYSTEM = frozenset({Column.CASE_NUMBER, Column.DECISION_REFERENCE})
# A day that a spreadsheet made of a text is told there by whoever reads the text.
_MAY_BE_DAYS = frozenset({*DAYS, Column.HOURS, Column.DECISION_REFERENCE})
_NO_VALUE = frozenset(
    reason.value
    for reason in (
        RowReason.VALUE_MISSING,
        RowReason.NO_RESULT,
        RowReason.CELL_FAULT,
        RowReason.TURNED_INTO_NUMBER,
        RowReason.TURNED_INTO_DATE,
    )
)
_OF_PAPER = frozenset(
    reason.value
    for reason in (RowReason.NOT_PRINTABLE, RowReason.LINE_TOO_LONG, RowReason.TOO_MANY_LINES)
)
_LONGEST_WORD = 20
_LONG_WORD = re.compile(rf"[^\s/-]{{{_LONGEST_WORD + 1}}}")
# What stands for a letter that a program could not write, and for one that we do not show.
_LOST = "\ufffd"
_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
# Where a line break inside a cell separates things.
_IN_LINES = frozenset({Column.SERVICE, Column.NEEDS, Column.ADDRESS, Column.POST_ADDRESS})


def _holds_birth_number(column: Column, text: str) -> bool:
    return holds_birth_number(text, may_lack_zero=column not in _OF_THE_CASE_SYSTEM)


class RowCells:
    """Reads cells and collects problems on the way.

    Attributes:
        refused: Why the row cannot be taken in; empty for a good one.
        notices: What is left out of it, or is worth a look.
        letters: Of the papers.
    """

    def __init__(self, row: SheetRow, headings: Headings, letters: PaperLetters) -> None:
        self.number = row.number
        self.refused: list[RowProblem] = []
        self.notices: list[RowProblem] = []
        self._cells = row.cells
        self._kinds = row.kinds
        self._headings = headings
        self.letters = letters
        self._hidden: frozenset[Column] = frozenset()
        if any(cell.strip() for cell in row.cells[headings.count :]):
            # A mark between cells that was not quoted: every value may stand in a wrong column.
            self.refuse(RowReason.TOO_MANY_CELLS, None)

    def text(self, column: Column) -> str:
        """The cell of a column; empty where there is none, or a fødselsnummer that may be lost."""
        places = self._headings.places(column)
        return self._text(column, places[0]) if places else ""

    def said(self, column: Column) -> str | None:
        """A text, or None where the cell is empty or holds a dash only."""
        text = self.text(column)
        return None if text in DASHES else text or None

    def texts(self, column: Column) -> tuple[str, ...]:
        """All lines of a column that may fill several; empty ones are left out."""
        places = self._headings.places(column)
        return tuple(line for place in places for line in self._text(column, place).splitlines())

    def _text(self, column: Column, place: int) -> str:
        if place >= len(self._cells):
            return ""
        text = _tidy(self._cells[place], column)
        if self._is_spoiled(column, place, text):
            return ""
        if column in _PRINTED:
            self._refuse_unprintable(column, text)
        if column in _MAY_BE_PRINTED:
            self._tell_lost_and_missing_letters(column, text)
        if not _holds_birth_number(column, text):
            return text
        if column in _NEEDED:
            self.refuse(RowReason.BIRTH_NUMBER_IN_NEEDED, column)
        else:
            self.notice(RowReason.BIRTH_NUMBER_LEFT_OUT, column)
        return ""

    def _is_spoiled(self, column: Column, place: int, text: str) -> bool:
        """Whether a spreadsheet shows no value, or made of one what it never was; tells of it."""
        kind = self._kinds.get(place)
        shown = self.shown(column)
        if kind is CellKind.NO_RESULT:
            self.refuse(RowReason.NO_RESULT, column)
        elif FAULT.fullmatch(text):
            self.refuse(RowReason.CELL_FAULT, column, text)
        elif kind is CellKind.DATE and column not in _MAY_BE_DAYS:
            self.refuse(RowReason.TURNED_INTO_DATE, column, shown)
        elif kind is not None and column is Column.CASE_NUMBER:
            self.refuse(RowReason.TURNED_INTO_NUMBER, column, shown)
        elif kind is not None and column is Column.DECISION_REFERENCE:
            self.notice(RowReason.REFERENCE_LEFT_OUT, column, shown)
        else:
            return False
        return True

    def _refuse_unprintable(self, column: Column, text: str) -> None:
        """Refuse what would make the receipt fail on the day of the visit."""
        if text != _without_hidden(text):
            self.refuse(RowReason.UNPRINTABLE, column, self.shown(column))
        if _LONG_WORD.search(text):
            shown = self.shown(column)
            self.refuse(RowReason.WORD_TOO_LONG, column, shown, limit=str(_LONGEST_WORD))

    def _tell_lost_and_missing_letters(self, column: Column, text: str) -> None:
        if _LOST in text:
            self.refuse(RowReason.LETTER_LOST, column, self.shown(column))
        if self.letters.can_print(text):
            return
        missing = dict.fromkeys(letter for letter in text if not self.letters.can_print(letter))
        letters = " ".join(map(_without_hidden, missing))
        self.notice(RowReason.NOT_PRINTABLE, column, self.shown(column), letters=letters)

    def hide_address(self) -> None:
        """Tell no part of the address from now on, and take back what was told."""
        self._hidden = ADDRESSES
        hidden = {self._headings.of(column) for column in ADDRESSES}
        self.refused = [_without_value(problem, hidden) for problem in self.refused]
        # Nothing is printed there, and the letters would be part of the address.
        self.notices = [
            _without_value(problem, hidden)
            for problem in self.notices
            if problem.column not in hidden or problem.code not in _OF_PAPER
        ]

    def needed(self, column: Column, parse: Callable[[str], T]) -> T | None:
        """A value without which the row is refused."""
        before = len(self.refused)
        text = self.text(column)
        if not text and len(self.refused) == before:
            self.refuse(RowReason.VALUE_MISSING, column)
        return self._parsed(column, text, parse, self.refused)

    def optional(self, column: Column, parse: Callable[[str], T]) -> T | None:
        """A value that may be empty, but not wrong."""
        return self._parsed(column, self.text(column), parse, self.refused)

    def lenient(self, column: Column, parse: Callable[[str], T]) -> T | None:
        """A value that is left out with a notice where it is not understood."""
        return self._parsed(column, self.text(column), parse, self.notices)

    def _parsed(
        self, column: Column, text: str, parse: Callable[[str], T], problems: list[RowProblem]
    ) -> T | None:
        if not text:
            return None
        try:
            return parse(text)
        except CellError as error:
            problems.append(self._problem(error.reason, column, text, error.values))
        return None

    def has(self, column: Column) -> bool:
        """Whether the file has a column."""
        return bool(self._headings.places(column))

    def lacks(self, column: Column) -> bool:
        """Whether the row is refused because nobody can tell what a column says."""
        heading = self._headings.of(column)
        return any(each.column == heading and each.code in _NO_VALUE for each in self.refused)

    def heading(self, column: Column) -> str:
        """By which the problems of a column name it."""
        return self._headings.of(column)

    def shown(self, column: Column) -> str:
        """A cell as written, for the preview; empty where it may not be shown."""
        if column in self._hidden:
            return ""
        places = self._headings.places(column)[:1]
        cells = [self._cells[place] for place in places if place < len(self._cells)]
        if any(_holds_birth_number(column, cell) for cell in cells):
            return ""
        return _without_hidden(" ".join(" ".join(cells).split()))

    def refuse(
        self, reason: RowReason, column: Column | None, text: str = "", **values: str
    ) -> None:
        """Say why the row cannot be taken in."""
        self.refused.append(self._problem(reason, column, text, tuple(values.items())))

    def notice(self, reason: RowReason, column: Column, text: str = "", **values: str) -> None:
        """Say what is left out of the row, or is worth a look."""
        self.notices.append(self._problem(reason, column, text, tuple(values.items())))

    def _problem(
        self,
        reason: RowReason,
        column: Column | None,
        text: str,
        values: tuple[tuple[str, str], ...] = (),
    ) -> RowProblem:
        heading = "" if column is None else self._headings.of(column)
        return RowProblem(self.number, heading, text, reason.value, values)


def _without_value(problem: RowProblem, headings: Collection[str]) -> RowProblem:
    return replace(problem, value="") if problem.column in headings else problem


def _without_hidden(text: str) -> str:
    """With a mark for every character that no page shows, or that turns the others around."""
    if text.isprintable():
        return text
    return "".join(_LOST if unicodedata.category(mark) in _HIDDEN else mark for mark in text)


def _tidy(cell: str, column: Column) -> str:
    """A cell without needless spaces; lines stay apart only where they mean something."""
    if "\n" not in cell or column not in _IN_LINES:
        return " ".join(cell.split())
    return "\n".join(filter(None, (" ".join(line.split()) for line in cell.splitlines())))
