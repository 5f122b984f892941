"""Decided hours as whole minutes, and what they take of a limit."""

from decimal import ROUND_HALF_UP, Decimal

from kiosk.domain.nonchoice.parts import Unit


def minutes_of(hours: Decimal | None) -> int:
    """Decided hours a week in whole minutes; 0 where unknown."""
    if hours is None:
        return 0
    return int((hours * 60).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def needed_of(minutes: int, unit: Unit) -> int:
    """What a person needs of a limit: one user, or the minutes of the decision.

    Somebody of unknown hours needs at least a little, so that whoever is full gets nobody.
    """
    return 1 if unit is Unit.USERS else max(minutes, 1)
