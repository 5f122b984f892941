"""A granted service together with what the record knows beside it; never stored as such."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from kiosk.domain.case import GrantedService
from kiosk.domain.choice import ServiceAnswer
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.taken import Taken
from kiosk.domain.service import ProviderId


@dataclass(frozen=True, slots=True)
class NotedService(GrantedService):
    """What the list says of a service, and what the municipality noted beside it.

    Attributes:
        known: Who knows the person already.
        objects_to: Providers that the person expressly does not want.
        taken: How much others have of each provider's room where the person lives.
        is_meanwhile: The present provider helps only until it is settled who does; for the rule
            the person is new.
        stopped: The provider that stopped, where the present one stands in for it; for the rule
            the person comes from there.
        given: The answer that holds, where a rule gave its provider; None for one that the person
            gave, and for an open service.
    """

    known: Known = Known()  # noqa: RUF009  a value without state
    objects_to: frozenset[ProviderId] = frozenset()
    taken: Mapping[ProviderId, Taken] = field(default_factory=dict, hash=False)
    is_meanwhile: bool = False
    stopped: ProviderId | None = None
    given: ServiceAnswer | None = None


def with_taken(granted: GrantedService, taken: Mapping[ProviderId, Taken]) -> GrantedService:
    """A granted service with what others have of the providers' room; may be nothing."""
    return replace(_noted(granted), taken=taken) if taken else granted


def with_notes(
    granted: GrantedService, known: Known, objects_to: frozenset[ProviderId]
) -> NotedService:
    """A granted service with what was noted."""
    return replace(_noted(granted), known=known, objects_to=objects_to)


def as_meanwhile(granted: GrantedService) -> NotedService:
    """A granted service whose present provider helps only until it is settled who does."""
    return replace(_noted(granted), is_meanwhile=True)


def as_stood_in(granted: GrantedService, stopped: ProviderId) -> NotedService:
    """A granted service whose present provider stands in for one that stopped."""
    return replace(_noted(granted), stopped=stopped)


def as_given(granted: GrantedService, answer: ServiceAnswer) -> NotedService:
    """A granted service whose provider a rule gave."""
    return replace(_noted(granted), given=answer)


def given(granted: GrantedService) -> ServiceAnswer | None:
    """The answer that holds, where a rule gave its provider."""
    return granted.given if isinstance(granted, NotedService) else None


def stopped(granted: GrantedService) -> ProviderId | None:
    """The provider that stopped, where the present one stands in for it."""
    return granted.stopped if isinstance(granted, NotedService) else None


def is_meanwhile(granted: GrantedService) -> bool:
    """Whether the present provider helps only until it is settled who does."""
    return isinstance(granted, NotedService) and granted.is_meanwhile


def _noted(granted: GrantedService) -> NotedService:
    if isinstance(granted, NotedService):
        return granted
    return NotedService(**{each.name: getattr(granted, each.name) for each in fields(granted)})


def notes_of(granted: GrantedService) -> tuple[Known, frozenset[ProviderId]]:
    """What was noted; nothing for a service as a list names it."""
    if isinstance(granted, NotedService):
        return granted.known, granted.objects_to
    return Known(), frozenset()
