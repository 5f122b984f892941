"""Disposing of cases for good: keys first, then what was stored under them; finished in any case.

1. The vault notes what is to go, and the event that will tell of it.
2. That event is stored. Without it nothing has happened, and the note is taken away again.
3. The keys are destroyed and the snapshot's key is made anew, all at once.
4. What was stored under them is overwritten, with signed notes of it.
5. The snapshot is removed, and then the note of step 1.

Every step may be done again, so an interrupted disposal is finished at the next opening.
"""

from collections.abc import Callable, Iterable

from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import Stored
from kiosk.record.envelope import open_envelope, read_header
from kiosk.record.ledger_file import LedgerFile
from kiosk.record.snapshot import Shelf
from kiosk.record.vault import Vault
from kiosk.record.vault_file import Doomed


class Disposal:
    """Disposes of cases in the files of one store; the caller serialises every call."""

    def __init__(
        self, file: LedgerFile, vault: Vault, erase: Callable[[Iterable[Stored]], None]
    ) -> None:
        self._file = file
        self._vault = vault
        self._erase = erase

    def doomed(self, cases: Iterable[CaseRef]) -> tuple[Doomed, ...]:
        """Every line of some cases, also those of kinds that this version does not know."""
        keys = self._vault.keys_of(cases)
        if not keys:
            return ()
        found = []
        for link in self._file.all():
            header, size = read_header(link.envelope)
            seal = self._vault.envelopes(header.generation)
            key = open_envelope(seal, link.envelope, size, link.previous).key
            if key in keys:
                found.append(Doomed(link.place, key))
        return tuple(found)

    def begin(self, event_id: str, doomed: Iterable[Doomed]) -> None:
        """Note what is to go once the event is stored."""
        self._vault.begin_disposal(event_id, doomed)

    def finish(self, day: str, shelf: Shelf | None) -> bool:
        """Do what is left of a disposal, if one was begun.

        Args:
            day: ISO date of the destroying.
            shelf: Where the snapshot lies.

        Returns:
            Whether anything was disposed of.

        Raises:
            StorageError: It is not finished; the next opening goes on with it.
        """
        event_id, doomed = self._vault.disposal()
        if not event_id:
            return False
        is_told = self._file.find(self._vault.fingerprint(event_id)) is not None
        if is_told:
            self._vault.destroy_keys({each.key for each in doomed}, day)
            self._erase(each.place for each in doomed if self._is_there(each.place))
            self._drop(shelf)
        self._vault.end_disposal()
        return is_told

    def _is_there(self, place: Stored) -> bool:
        link = self._file.at_place(place)
        return link is not None and link.payload is not None

    def _drop(self, shelf: Shelf | None) -> None:
        if shelf is None:
            return
        try:
            shelf.drop()
        except OSError:
            raise StorageError(StorageFault.FAILED) from None
        shelf.reseal(self._vault.snapshot_seal())
