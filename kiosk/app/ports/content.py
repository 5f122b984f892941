"""What lists of cases need to know of the municipality's content."""

from datetime import date
from typing import Protocol

from kiosk.domain.service import ServiceId, ZoneId


class Offering(Protocol):
    """What a list of cases needs to know of the municipality's content."""

    @property
    def key(self) -> str:
        """The same for offerings that answer the same to all that is asked here."""
        ...

    def is_offered(self, zone: ZoneId, service: ServiceId, born: date) -> bool:
        """Whether somebody born on a day can choose for a service in a zone."""
        ...

    def zone_name(self, zone: ZoneId) -> str:
        """The zone's name as it is shown; its key when the content no longer has it."""
        ...
