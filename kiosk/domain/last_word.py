"""When a person last said something about a service, in whatever way."""

from collections.abc import Iterable
from datetime import date

from kiosk.domain.choice_events import ChoiceRecorded, ChoiceWithdrawn
from kiosk.domain.event import EventBody
from kiosk.domain.service import ServiceId
from kiosk.domain.waiting_events import PlaceDeclined, PlaceTaken


def last_word(bodies: Iterable[EventBody], service: ServiceId) -> date | None:
    """The last day on which the person was heard about a service; None for nobody heard yet.

    An answer counts from the day on which it came. What a rule gave, and an offer that nobody
    replied to, are no words of the person.
    """
    days = (_said_on(body, service) for body in bodies)
    return max((day for day in days if day is not None), default=None)


def _said_on(body: EventBody, service: ServiceId) -> date | None:
    match body:
        case ChoiceRecorded():
            services = {each.service for each in body.choice.answers}
            return body.received if service in services else None
        case ChoiceWithdrawn(withdrawal=back):
            return back.at.date() if service in {each.service for each in back.services} else None
        case PlaceTaken():
            return body.taken_on if body.answer.service == service else None
        case PlaceDeclined():
            is_said = body.service == service and not body.is_expired
            return body.declined_on if is_said else None
        case _:
            return None
