"""The log of a public machine as JSON lines, and the blocks from which it deals orders."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kiosk.app.ports.machine_log import LogRead, OpenBlock
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.machine_event import TIMED, MachineEvent
from kiosk.domain.ordering import Block
from kiosk.domain.service import ProviderId
from kiosk.machine.log_book import LogBook

LOG_NAME = "machine-log.jsonl"
OPERATION_NAME = "machine-operation.jsonl"
STOCK_NAME = "machine-orders.json"


class FileMachineLog:
    """Implements ``MachineLog`` and ``MachineLogReading``: one JSON object a line, in UTF-8.

    What has a time of day is kept apart, so that it tells nothing of the sessions around it.
    """

    def __init__(self, folder: Path) -> None:
        self._sessions = LogBook(folder / LOG_NAME)
        self._operation = LogBook(folder / OPERATION_NAME)

    def append(self, events: Sequence[MachineEvent]) -> None:
        """Add whole lines; half a line that a power cut left is ended first."""
        for book, is_timed in ((self._operation, True), (self._sessions, False)):
            book.append([event for event in events if (event.id in TIMED) is is_timed])

    def read(self) -> LogRead:
        """Every event that is still kept."""
        return self._operation.read() + self._sessions.read()

    def last_of_sessions(self) -> tuple[MachineEvent, ...]:
        """The last lines about sessions, oldest first.

        Raises:
            StorageError: They could not be read.
        """
        return self._sessions.read_last()


class FileOrderStock:
    """Implements ``OrderStock``: one JSON file that is replaced whole."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / STOCK_NAME

    def open_blocks(self) -> Sequence[OpenBlock]:
        """What was kept last; none where the file is missing or cannot be read.

        A new block is as fair as the lost one.
        """
        try:
            written = json.loads(self._path.read_text("utf-8"))
            return tuple(_block(each) for each in written["blocks"])
        except (OSError, ValueError, KeyError, TypeError):
            return ()

    def keep(self, blocks: Sequence[OpenBlock]) -> None:
        """Put these in place of the earlier ones, whole or not at all."""
        written = [
            {"block": block.id, "rows": [list(row) for row in block.rows], "dealt": dealt}
            for block, dealt in blocks
        ]
        fresh = self._path.with_name(f"{STOCK_NAME}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with fresh.open("w", encoding="utf-8") as file:
                json.dump({"blocks": written}, file, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._path)
        except OSError as error:
            raise StorageError(StorageFault.FAILED) from error


def _block(written: Any) -> OpenBlock:
    rows = tuple(tuple(ProviderId(str(each)) for each in row) for row in written["rows"])
    dealt = int(written["dealt"])
    if not rows or not rows[0] or dealt < 0:
        raise ValueError
    return Block(str(written["block"]), rows), dealt
