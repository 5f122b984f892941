"""Where rows lie: what the record needs from a ledger."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from kiosk.domain.case import CaseRef
from kiosk.domain.receipt_number import Stored
from kiosk.domain.soundness import Damage
from kiosk.record.folding.snapshot import Ends, Shelf
from kiosk.record.ledger.row import Row


class Log(Protocol):
    """Rows in the order in which they were stored; the caller serialises every call."""

    @property
    def device(self) -> str:
        """Id of this machine."""
        ...

    @property
    def public(self) -> bytes:
        """What checks the signatures of the ledger; empty for a log that signs nothing."""
        ...

    @property
    def damage(self) -> Damage | None:
        """What does not fit in the ledger, as far as it was read; it is not written to then."""
        ...

    @property
    def keys_destroyed_again(self) -> int:
        """How many keys that a disposal had destroyed were back, and were destroyed once more."""
        ...

    @property
    def has_older_slots(self) -> bool:
        """Whether a passphrase or another way to open it is back that was replaced or removed."""
        ...

    def note(self, damage: Damage) -> None:
        """Take note of damage that shows in what a row holds; nothing is written from then on."""
        ...

    def append(self, rows: Sequence[Row], cases: Sequence[CaseRef | None]) -> None:
        """Store all rows durably, or none.

        Args:
            rows: In the order of their numbers.
            cases: Whom each row is about, same order; None for what belongs to no case.

        Raises:
            StorageError: Nothing was stored.
        """
        ...

    @property
    def shelf(self) -> Shelf | None:
        """Where a copy of what was folded lies; None for a log that keeps none."""
        ...

    def all(self) -> Iterator[Row]:
        """Every row, oldest first."""
        ...

    def after(self, position: int, ends: Ends) -> Iterator[Row]:
        """Rows behind a position, oldest first.

        Args:
            position: Of the last row that is known already.
            ends: Per device the last number and its hash up to there.
        """
        ...

    def at(self, positions: Iterable[int]) -> tuple[Row, ...]:
        """Rows at positions that exist."""
        ...

    def check_some(self, count: int) -> bool:
        """Check so many more rows that the opening did not read; whether some are left."""
        ...

    def find(self, event_id: str) -> Row | None:
        """The row of an event."""
        ...

    def at_place(self, place: Stored) -> Row | None:
        """The row with a device's number."""
        ...

    def hash_at(self, place: Stored) -> bytes | None:
        """Hash of the event with a device's number, 32 bytes; None without one."""
        ...

    def fingerprint(self, text: str) -> bytes:
        """The same text always gives the same bytes, which tell nothing without the keys."""
        ...

    def begin_disposal(self, event_id: str, cases: Iterable[CaseRef]) -> tuple[Stored, ...]:
        """Note durably that cases go once an event is stored.

        Returns:
            Every place that will be erased, in order of the ledger; empty for unknown cases.

        Raises:
            StorageError: Nothing was noted.
        """
        ...

    def finish_disposal(self) -> None:
        """Destroy and erase what was noted, if its event is stored.

        Raises:
            StorageError: It is not finished; the next opening goes on with it.
        """
        ...

    def close(self) -> None:
        """Let the store go; a second call does nothing."""
        ...
