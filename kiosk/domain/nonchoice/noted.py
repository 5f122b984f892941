"""A granted service together with what an officer noted for the rule; never stored as such."""

from dataclasses import dataclass, fields

from kiosk.domain.case import GrantedService
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.service import ProviderId


@dataclass(frozen=True, slots=True)
class NotedService(GrantedService):
    """What the list says of a service, and what the municipality noted beside it.

    Attributes:
        known: Who knows the person already.
        objects_to: Providers that the person expressly does not want.
    """

    known: Known = Known()  # noqa: RUF009  a value without state
    objects_to: frozenset[ProviderId] = frozenset()


def with_notes(
    granted: GrantedService, known: Known, objects_to: frozenset[ProviderId]
) -> NotedService:
    """A granted service with what was noted."""
    listed = {each.name: getattr(granted, each.name) for each in fields(GrantedService)}
    return NotedService(**listed, known=known, objects_to=objects_to)


def notes_of(granted: GrantedService) -> tuple[Known, frozenset[ProviderId]]:
    """What was noted; nothing for a service as a list names it."""
    if isinstance(granted, NotedService):
        return granted.known, granted.objects_to
    return Known(), frozenset()
