"""The record without a disk: same fold, same refusals, gone with the process."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from kiosk.app.ports.content import Offering
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.receipt_number import Stored
from kiosk.domain.soundness import Damage
from kiosk.record.folding.codec import contents
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.folding.snapshot import Ends
from kiosk.record.ledger.row import Row


class MemoryLog:
    """Implements ``Log`` in a list."""

    def __init__(self, device: str) -> None:
        self._device = device
        self._damage: Damage | None = None
        self._rows: list[Row] = []
        self._by_id: dict[str, Row] = {}
        self._doomed: list[Row] = []
        self._doomed_by = ""

    @property
    def device(self) -> str:
        """Id of this machine."""
        return self._device

    @property
    def public(self) -> bytes:
        """Nothing is signed."""
        return b""

    @property
    def damage(self) -> Damage | None:
        """What a test noted."""
        return self._damage

    @property
    def keys_destroyed_again(self) -> int:
        """There are none."""
        return 0

    @property
    def has_older_slots(self) -> bool:
        """Whether a passphrase or another way to open it is back that was replaced or removed."""
        return False

    def note(self, damage: Damage) -> None:
        """Behave like a damaged ledger."""
        self._damage = self._damage or damage

    def append(self, rows: Sequence[Row], cases: Sequence[CaseRef | None]) -> None:  # noqa: ARG002
        """Keep all rows."""
        if self._damage is not None:
            raise StorageError(StorageFault.UNSOUND)
        self._rows += rows
        self._by_id |= {row.id: row for row in rows}

    @property
    def shelf(self) -> None:
        """None."""

    def after(self, position: int, ends: Ends) -> Iterator[Row]:  # noqa: ARG002
        """Rows behind a position."""
        return iter(self._rows[position:])

    def all(self) -> Iterator[Row]:
        """Every row, oldest first."""
        return iter(self._rows)

    def at(self, positions: Iterable[int]) -> tuple[Row, ...]:
        """Rows at positions that exist."""
        return tuple(self._rows[position - 1] for position in positions)

    def check_some(self, count: int) -> bool:  # noqa: ARG002
        """Nothing lies on a disk."""
        return False

    def find(self, event_id: str) -> Row | None:
        """The row of an event."""
        return self._by_id.get(event_id)

    def at_place(self, place: Stored) -> Row | None:
        """The row with a device's number."""
        return next((row for row in self._rows if row.place == place), None)

    def hash_at(self, place: Stored) -> bytes | None:
        """A hash that changes with the event; there is no chain."""
        row = self.at_place(place)
        return None if row is None else sha256(repr(row).encode()).digest()

    def fingerprint(self, text: str) -> bytes:
        """The same for the same text; no secret."""
        return sha256(text.encode()).digest()[:16]

    def begin_disposal(self, event_id: str, cases: Iterable[CaseRef]) -> tuple[Stored, ...]:
        """Note which rows go."""
        gone = set(cases)
        self._doomed = [row for row in self._rows if _case_of(row) in gone]
        self._doomed_by = event_id
        return tuple(row.place for row in self._doomed)

    def finish_disposal(self) -> None:
        """Empty the rows."""
        for row in self._doomed if self._doomed_by in self._by_id else []:
            emptied = row._replace(payload=None)
            self._rows[row.position - 1] = self._by_id[row.id] = emptied
        self._doomed = []

    def close(self) -> None:
        """Nothing to let go."""


def _case_of(row: Row) -> str | None:
    case: str | None = None if row.payload is None else contents(row.payload)["case"]
    return case


class MemoryRecord(FoldedRecord):
    """A record for tests and rehearsals."""

    def __init__(self, device: str = "7F3K", offering: Offering | None = None) -> None:
        super().__init__(MemoryLog(device), offering)
