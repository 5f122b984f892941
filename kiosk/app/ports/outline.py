"""Open cases in outline: enough to count them, and to tell those nothing is to be done about.

The record has an outline of every case at hand; the case itself has to be read from the ledger.
"""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.case import CaseRef
from kiosk.domain.helping import Help
from kiosk.domain.nonchoice.silence import Letter
from kiosk.domain.outcome import Outcome
from kiosk.domain.service import ProviderId, ServiceId, ZoneId


@dataclass(frozen=True, slots=True)
class AnswerOutline:
    """The answer that holds for a service; names as in the domain's ``ServiceAnswer``.

    Attributes:
        on: Day on which the municipality received it.
    """

    outcome: Outcome
    provider: ProviderId | None
    previous_provider: ProviderId | None
    waits_for_place: bool
    on: date


@dataclass(frozen=True, slots=True)
class ServiceOutline:
    """A granted service; names as in the domain's ``GrantedService``.

    Attributes:
        minutes_per_week: Of the decision; 0 where unknown.
        help: All that is stored about who helps.
        answer: None for an open service.
        is_unclear: A slip came that nobody can read, and no answer since.
    """

    service: ServiceId
    decided_on: date
    reply_by: date | None
    minutes_per_week: int
    present_since: date | None
    help: Help
    answer: AnswerOutline | None = None
    is_unclear: bool = False


@dataclass(frozen=True, slots=True)
class CaseOutline:
    """An open case.

    Attributes:
        services: In the order of the case.
        letters: Letters that were posted to the person, oldest first.
    """

    reference: CaseRef
    zone: ZoneId
    services: tuple[ServiceOutline, ...]
    letters: tuple[Letter, ...] = ()
