"""What becomes of somebody who waits for a place, as events (domain 6.4).

The wish itself is the answer that was stored; these tell what followed.
"""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.choice import EventId, ServiceAnswer
from kiosk.domain.language import LocalText
from kiosk.domain.service import ProviderId, ServiceId


@dataclass(frozen=True, slots=True)
class PlaceOffered:
    """A free place was offered to the first in line.

    Attributes:
        choice_id: The choice whose place is waited for.
        reply_by: Last day for an answer; nothing happens by itself after it.
        service_name, provider_name: Names on the day.
    """

    choice_id: EventId
    service: ServiceId
    provider: ProviderId
    offered_on: date
    reply_by: date
    service_name: LocalText
    provider_name: LocalText


@dataclass(frozen=True, slots=True)
class PlaceTaken:
    """The person took the place.

    Attributes:
        answer: The answer as it holds from now on: when the provider begins, counted from
            ``taken_on``, and who helps meanwhile.
    """

    choice_id: EventId
    taken_on: date
    answer: ServiceAnswer


@dataclass(frozen=True, slots=True)
class PlaceDeclined:
    """The person did not take the place, or did not reply in time; the next in line is offered it.

    Attributes:
        is_expired: Nobody replied; that is no answer, so the person goes on waiting.
        stays: The person goes on waiting, last in line; otherwise the wish is gone.
    """

    choice_id: EventId
    service: ServiceId
    provider: ProviderId
    declined_on: date
    is_expired: bool
    stays: bool
    service_name: LocalText
    provider_name: LocalText
