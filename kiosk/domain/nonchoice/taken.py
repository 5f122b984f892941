"""How much of a provider's room in one zone is spoken for, by whom it is, is not told."""

from dataclasses import dataclass

from kiosk.domain.nonchoice.parts import Unit


@dataclass(frozen=True, slots=True)
class Taken:
    """Counts of one service in one zone; minutes are those of the decisions, a week.

    Attributes:
        users, minutes: Of those who have help from the provider, or are promised it.
        waiting_users, waiting_minutes: Of those who wait for a place.
    """

    users: int = 0
    minutes: int = 0
    waiting_users: int = 0
    waiting_minutes: int = 0

    def measured(self, unit: Unit) -> int:
        """All that is spoken for: users, or minutes a week."""
        if unit is Unit.USERS:
            return self.users + self.waiting_users
        return self.minutes + self.waiting_minutes

    def promised(self, unit: Unit) -> int:
        """The same without those who wait."""
        return self.users if unit is Unit.USERS else self.minutes

    def __add__(self, other: "Taken") -> "Taken":
        """Both together."""
        return Taken(
            self.users + other.users,
            self.minutes + other.minutes,
            self.waiting_users + other.waiting_users,
            self.waiting_minutes + other.waiting_minutes,
        )

    def __sub__(self, other: "Taken") -> "Taken":
        """Without the other."""
        return Taken(
            self.users - other.users,
            self.minutes - other.minutes,
            self.waiting_users - other.waiting_users,
            self.waiting_minutes - other.waiting_minutes,
        )
