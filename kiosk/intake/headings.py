"""The headings of one file: which columns it has, and what they are called there."""

from collections.abc import Sequence

from kiosk.app.intake_reasons import FileReason
from kiosk.app.list_columns import SEVERAL, Column, missing
from kiosk.app.ports.intake import NOTHING_EXPLAINED, Meanings, plain_heading
from kiosk.domain.birth_number import holds_birth_number
from kiosk.domain.errors import CaseListError, Refusal
from kiosk.intake.columns import column_of
from kiosk.intake.spelling import key


class Headings:
    """Places of columns in a file.

    Args:
        headings: Order of the file.
        meanings: What staff said that some of them mean; it counts more than what we think.
    """

    def __init__(self, headings: Sequence[str], meanings: Meanings = NOTHING_EXPLAINED) -> None:
        self.count = len(headings)
        self._headings = headings
        self._meanings = meanings
        self._places: dict[Column, tuple[int, ...]] = {}
        self._unread: list[int] = []
        self._twins: list[tuple[int, int]] = []
        for place, heading in enumerate(headings):
            self._take(place, self._meaning(heading))
        self._refuse_without_needed()

    def _meaning(self, heading: str) -> Column | None:
        if self._is_explained(heading):
            return self._meanings[plain_heading(heading)]
        return column_of(heading)

    def _is_explained(self, heading: str) -> bool:
        return plain_heading(heading) in self._meanings

    def _take(self, place: int, column: Column | None) -> None:
        if column is None:
            self._unread.append(place)
        elif column not in self._places or column in SEVERAL:
            self._places[column] = (*self._places.get(column, ()), place)
        else:
            self._take_one_of(column, self._places[column][0], place)

    def _take_one_of(self, column: Column, first: int, second: int) -> None:
        """Of two columns that say the same, read the first, but ours where only one is called so.

        What staff explained goes before both.
        """
        names = [self._headings[place] for place in (first, second)]
        is_said = [self._is_explained(name) for name in names]
        is_ours = [key(name) == key(column.value) for name in names]
        takes_second = is_said == [False, True] or (
            is_said != [True, False] and is_ours == [False, True]
        )
        read, left = (second, first) if takes_second else (first, second)
        self._places[column] = (read,)
        self._twins.append((read, left))

    def _refuse_without_needed(self) -> None:
        lacking = missing(self._places)
        if lacking:
            values = {"columns": "\n".join(column.value for column in lacking)}
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

    def twins(self) -> tuple[tuple[str, str], ...]:
        """Headings of two columns that say the same: the one that is read, and the other."""
        return tuple((self._shown(read), self._shown(left)) for read, left in self._twins)

    def _shown(self, place: int) -> str:
        heading = self._headings[place]
        return "" if holds_birth_number(heading) else heading
