"""Backs the record up while it is open, for those who may."""

from collections.abc import Sequence

from kiosk.app.ports.record import Record
from kiosk.app.ports.record_copies import RecordCopies
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.staff import StaffRight


class BackUpRecord:
    """The record and its keys go to two places: together they would open each other."""

    def __init__(self, record: Record, copies: RecordCopies) -> None:
        self._record = record
        self._copies = copies

    def objections(self, actor: str) -> Sequence[Refusal]:
        """Why somebody may not; empty for those who may."""
        return rights_objections(self._record, actor, StaffRight.BACK_UP)

    def record(self, folder: str, actor: str) -> int:
        """Back up the record, without its keys, to a new folder.

        Returns:
            How many events are in it.

        Raises:
            RefusedError: ``actor`` may not, or it cannot go there.
            StorageError: The record cannot be read.
        """
        self._require(actor)
        return self._copies.back_up(folder)

    def keys(self, file: str, actor: str) -> None:
        """Back up the keys to a new file.

        Raises:
            RefusedError: ``actor`` may not, or it cannot go there.
            StorageError: The keys cannot be read.
        """
        self._require(actor)
        self._copies.back_up_keys(file)

    def _require(self, actor: str) -> None:
        objections = self.objections(actor)
        if objections:
            raise RefusedError(objections)
