"""How many switches of a year a person has made, where a municipality limits them (domain 6.5)."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import zip_longest

from kiosk.domain.choice import Outcome
from kiosk.domain.lifecycle import Held
from kiosk.domain.service import ProviderId

Offers = Callable[[ProviderId, date], bool]
_OWN_CHOICE = frozenset({Outcome.CHOSEN, Outcome.KEEPS})


def has_chosen(answers: Sequence[Held], today: date) -> bool:
    """Whether the person has made a choice that came into force; before it nothing is a switch.

    Args:
        answers: All of the service, oldest first, withdrawn ones among them; may be empty.
        today: The day that is asked about.
    """
    return any(held.outcome in _OWN_CHOICE for held in _in_force(answers, today))


def switches_in(year: int, answers: Sequence[Held], today: date, offers: Offers) -> int:
    """Switches that the municipality received in a calendar year.

    The first choice is none. Nor is one that was taken back, or replaced before it began, or made
    because the provider had left. A correction stands in the place of what it corrects, so that
    it counts as that does.

    Args:
        year: Calendar year.
        answers: All of the service, oldest first, withdrawn ones among them; may be empty.
        today: The day that is asked about.
        offers: Whether a provider could be chosen on a day.
    """
    count = 0
    before: ProviderId | None = None
    has_own = False
    for held in _in_force(answers, today):
        leaves = before is not None and held.provider != before and offers(before, held.on)
        is_switch = has_own and leaves and held.outcome is Outcome.CHOSEN
        count += is_switch and held.on.year == year
        before, has_own = held.provider, has_own or held.outcome in _OWN_CHOICE
    return count


def _in_force(answers: Sequence[Held], today: date) -> list[Held]:
    """Answers whose provider began before the next answer came."""
    return [
        held
        for held, later in zip_longest(answers, answers[1:])
        if not held.is_withdrawn and held.has_begun(today if later is None else later.on)
    ]
