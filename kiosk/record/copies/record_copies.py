"""Backups of a record that a window has open."""

from pathlib import Path

from kiosk.domain.errors import Refusal, RefusedError
from kiosk.record.late_record import LateRecord
from kiosk.record.ledger_record import LedgerRecord


class OpenRecordCopies:
    """Implements ``RecordCopies``."""

    def __init__(self, record: LedgerRecord | LateRecord) -> None:
        self._record = record

    def back_up(self, folder: str) -> int:
        """Back up the record, without its keys, to a new folder; gives the number of events."""
        return self._opened.back_up_ledger(_whole(folder)).events

    def back_up_keys(self, file: str) -> None:
        """Back up the keys to a new file."""
        self._opened.back_up_keys(_whole(file))

    @property
    def _opened(self) -> LedgerRecord:
        record = self._record
        return record.opened if isinstance(record, LateRecord) else record


def _whole(text: str) -> Path:
    """A path that does not depend on where the program was started."""
    path = Path(text.strip().strip('"')).expanduser()
    if not path.is_absolute():
        raise RefusedError([Refusal("backup.half_path")])
    return path
