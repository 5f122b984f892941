"""What a screen reader has to tell of other providers, or another order, than were shown before."""

from kiosk.domain.asked_view import AskedView
from kiosk.domain.document.service_section import ServiceSection
from kiosk.domain.service import ServiceId

_Seen = tuple[bool, frozenset[str]]


class ViewNews:
    """Remembers how each service was seen last; nothing is news the first time."""

    def __init__(self) -> None:
        self._last: dict[ServiceId, _Seen] = {}

    def forget(self) -> None:
        """Another person comes."""
        self._last = {}

    def look(self, section: ServiceSection, view: AskedView) -> str:
        """How many are shown now, and how; empty where that is as it was."""
        seen = view.is_a_to_z, frozenset(each.id for each in section.providers)
        before = self._last.get(section.service, seen)
        self._last[section.service] = seen
        return "" if before == seen else section.count_line
