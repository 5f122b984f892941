"""The headings of one file: which columns it has, and what they are called there."""

from collections.abc import Sequence

from kiosk.app.intake_reasons import FileReason
from kiosk.domain.birth_number import holds_birth_number
from kiosk.domain.errors import CaseListError, Refusal
from kiosk.intake.columns import NEEDED, SEVERAL, Column, column_of


class Headings:
    """Places of columns in a file."""

    def __init__(self, headings: Sequence[str]) -> None:
        self.count = len(headings)
        self._headings = headings
        self._places: dict[Column, tuple[int, ...]] = {}
        self._unread: list[int] = []
        for place, heading in enumerate(headings):
            self._take(place, column_of(heading))
        self._refuse_without_needed()

    def _take(self, place: int, column: Column | None) -> None:
        if column is None or (column in self._places and column not in SEVERAL):
            self._unread.append(place)
        else:
            self._places[column] = (*self._places.get(column, ()), place)

    def _refuse_without_needed(self) -> None:
        missing = [column.value for column in NEEDED if column not in self._places]
        if Column.NAME not in self._places and Column.FAMILY_NAME not in self._places:
            missing.append(Column.NAME.value)
        if missing:
            values = {"columns": ", ".join(missing)}
            raise CaseListError(Refusal(FileReason.COLUMNS_MISSING.value, values))

    def places(self, column: Column) -> tuple[int, ...]:
        """Where a column stands; empty where the file has none."""
        return self._places.get(column, ())

    def of(self, column: Column) -> str:
        """A column's heading as written in the file, or our own name where the file has none."""
        places = self.places(column)
        return self._shown(places[0]) if places else column.value

    def unread(self) -> tuple[tuple[int, str], ...]:
        """Place and heading of every column that is not read."""
        return tuple((place, self._shown(place)) for place in self._unread)

    def _shown(self, place: int) -> str:
        heading = self._headings[place]
        return "" if holds_birth_number(heading) else heading
