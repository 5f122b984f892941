"""When staff must state anew whether they have ties to a provider (neutrality N34)."""

from datetime import date, datetime, timedelta

from kiosk.domain.nonchoice.parts import add_months

# What a municipality that asks for statements usually sets: anew each year.
USUAL_MONTHS = 12


def valid_until(stated_at: datetime, months: int) -> date:
    """The last day on which a statement holds.

    Args:
        stated_at: With time zone.
        months: For how long; at least 1.
    """
    return add_months(stated_at.date(), months) - timedelta(days=1)
