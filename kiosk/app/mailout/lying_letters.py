"""Letters that are made and lie there: nobody has posted them, and nobody has discarded them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.app.mailout.known_batch import known_batch
from kiosk.app.ports.record import Record
from kiosk.domain.case import CaseRef
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.service import ServiceId

Lying = Mapping[CaseRef, frozenset[ServiceId] | None]
"""Per case the services of its letters that lie there; None where that is everything."""


@dataclass(frozen=True, slots=True)
class LyingLetters:
    """Reads each batch until nothing more can come of it."""

    record: Record
    _closed: set[str] = field(default_factory=set, repr=False, compare=False)

    def of_kind(self, letter: LetterKind, apart_from: str = "") -> Lying:
        """Whose letters of a kind lie in batches; may be empty.

        Args:
            letter: Which kind.
            apart_from: Key of a batch that does not count.

        Raises:
            StorageError: The record could not be read.
        """
        lying: dict[CaseRef, frozenset[ServiceId] | None] = {}
        for key in self.record.batches():
            if key == apart_from or key in self._closed:
                continue
            known = known_batch(self.record, key)
            if not known.is_open:
                self._closed.add(key)
                continue
            for case, made in known.made.items():
                if made.letter is letter:
                    lying[case] = _both(lying.get(case, frozenset()), made.services)
        return lying


def _both(
    known: frozenset[ServiceId] | None, more: tuple[ServiceId, ...] | None
) -> frozenset[ServiceId] | None:
    return None if known is None or more is None else known.union(more)
