"""A granted service together with what the record knows beside it; never stored as such."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from kiosk.domain.case import GrantedService
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
    """

    known: Known = Known()  # noqa: RUF009  a value without state
    objects_to: frozenset[ProviderId] = frozenset()
    taken: Mapping[ProviderId, Taken] = field(default_factory=dict, hash=False)


def with_taken(granted: GrantedService, taken: Mapping[ProviderId, Taken]) -> GrantedService:
    """A granted service with what others have of the providers' room; may be nothing."""
    if not taken:
        return granted
    known, objects_to = notes_of(granted)
    return replace(with_notes(granted, known, objects_to), taken=taken)


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
