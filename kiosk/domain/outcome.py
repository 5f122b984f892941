"""What became of a service, where the answer was given, and what it is known by."""

from enum import Enum
from typing import NewType

EventId = NewType("EventId", str)


class Outcome(Enum):
    """What became of a service; "abandoned" belongs to a kiosk session, never to a service."""

    CHOSEN = "chosen"
    KEEPS = "keeps"
    DOES_NOT_WISH = "does_not_wish"
    CANNOT = "cannot"
    NO_REPLY = "no_reply"
    NOT_OFFERED = "not_offered"
    POSTPONED = "postponed"


class Channel(Enum):
    """Where an answer was given."""

    HOME_VISIT = "home_visit"
    CASE_PAGE = "case_page"


def choice_of_run(run: str, position: int) -> EventId:
    """What the answer of an allocation is known by; the same on every device."""
    return EventId(f"{run}/{position}")
