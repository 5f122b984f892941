"""The end of the ledger: which numbers come next."""

from collections.abc import Mapping

from kiosk.domain.event_kind import Event
from kiosk.domain.receipt_number import Stored
from kiosk.record.folding.versions import FORMS
from kiosk.record.ledger.row import Row


class Tail:
    """Counts rows in the store and per device; numbers have no gaps."""

    def __init__(self, device: str) -> None:
        self._device = device
        self._count = 0
        self._last: dict[str, int] = {}

    def row(self, event: Event, payload: bytes, ahead: int) -> Row:
        """The row for a new event, ``ahead`` places behind the end; 1 is the next."""
        place = Stored(self._device, self._last.get(self._device, 0) + ahead)
        kind = event.kind.value
        version = FORMS.current[kind]
        return Row(self._count + ahead, place, event.id, kind, version, payload)

    def advance(self, row: Row) -> None:
        """Move on to a stored row; the chain tells of one that is missing before it."""
        self._count = row.position
        self._last[row.place.device] = row.place.sequence

    def go_to(self, count: int, last: Mapping[str, int]) -> None:
        """Stand behind rows that are known already.

        Args:
            count: How many rows.
            last: Per device its last number.
        """
        self._count = count
        self._last = dict(last)

    @property
    def count(self) -> int:
        """Rows in the store."""
        return self._count

    @property
    def last(self) -> Mapping[str, int]:
        """Per device its last number."""
        return self._last

    @property
    def end(self) -> Stored:
        """The last event of this machine; number 0 before its first."""
        return Stored(self._device, self._last.get(self._device, 0))
