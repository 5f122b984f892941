"""At which place the chosen providers stood when they were shown, per staff member and machine (N35).

Orders are dealt so that every place is equally likely for every provider. Where people who are helped by
one staff member choose one place far more often than the others, somebody should look.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import erfc, sqrt

from kiosk.app.ports.record import Record
from kiosk.app.report.count_states import Period
from kiosk.domain.choice import Outcome, RecordedChoice
from kiosk.domain.event import ChoiceRecorded

LEAST_CHOICES = 10
"""Fewer choices of one staff member or machine are not told."""

_ALWAYS = Period()

LEAST_CHANCE = 0.001
"""What happens by chance less often than this is worth a look (as in N12)."""


@dataclass(slots=True)
class Places:
    """Choices of one staff member or machine.

    Attributes:
        chosen: How often the chosen provider stood at a place, from 1.
        expected: How often that would be if no place had an influence.
    """

    chosen: Counter[int] = field(default_factory=Counter)
    expected: Counter[int] = field(default_factory=Counter)

    def add(self, place: int, shown: int) -> None:
        """One choice among so many that were shown."""
        self.chosen[place] += 1
        for each in range(1, shown + 1):
            # Counter takes fractions; its stubs know whole numbers only.
            self.expected[each] += 1 / shown  # type: ignore[assignment]

    @property
    def total(self) -> int:
        """Choices, each counted once."""
        return self.chosen.total()

    @property
    def chance(self) -> float:
        """How likely it is that places differ so much where none has an influence, from 0 to 1."""
        squares = sum(
            (self.chosen[place] - expected) ** 2 / expected
            for place, expected in self.expected.items()
        )
        return chance_of(squares, len(self.expected) - 1)

    @property
    def is_worth_a_look(self) -> bool:
        """Whether the places differ more than chance lets expect."""
        return self.total >= LEAST_CHOICES and self.chance < LEAST_CHANCE


@dataclass(frozen=True, slots=True)
class CountedPlaces:
    """Places of what was chosen, by who was signed in and by the machine that stored it."""

    staff: dict[str, Places] = field(default_factory=dict)
    machines: dict[str, Places] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CountPlaces:
    """Reads every choice in the record once."""

    record: Record

    def count(self, period: Period = _ALWAYS) -> CountedPlaces:
        """Choices that came in a period, on the screen or on paper; corrections are no choices.

        Raises:
            StorageError: The record could not be read.
        """
        counted = CountedPlaces()
        for reference in sorted(self.record.case_refs()):
            for stored, event in self.record.history(reference):
                body = event.body
                if not isinstance(body, ChoiceRecorded) or body.correction is not None:
                    continue
                for place, shown in _places(body.choice) if period.holds(body.received) else ():
                    by_staff = counted.staff.setdefault(body.choice.recorded_by, Places())
                    by_staff.add(place, shown)
                    counted.machines.setdefault(stored.device, Places()).add(place, shown)
        return counted


def _places(choice: RecordedChoice) -> Iterator[tuple[int, int]]:
    """Place and number of those shown, for each service with a choice among several."""
    for answer in choice.answers:
        shown = choice.shown.get(answer.service, ())
        if answer.outcome is Outcome.CHOSEN and answer.provider in shown and len(shown) > 1:
            yield shown.index(answer.provider) + 1, len(shown)


def chance_of(squares: float, freedom: int) -> float:
    """How likely chi-square is at least so large (Wilson and Hilferty 1931); 1 without freedom."""
    if freedom < 1:
        return 1.0
    spread = 2 / (9 * freedom)
    normal = ((squares / freedom) ** (1 / 3) - (1 - spread)) / sqrt(spread)
    return erfc(normal / sqrt(2)) / 2
