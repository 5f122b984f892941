"""The log of a public machine as JSON lines, and the blocks from which it deals orders."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from kiosk.app.ports.machine_log import OpenBlock
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.machine_event import MachineEvent
from kiosk.domain.ordering import Block
from kiosk.domain.service import ProviderId

LOG_NAME = "machine-log.jsonl"
STOCK_NAME = "machine-orders.json"


class FileMachineLog:
    """Implements ``MachineLog``: one JSON object a line, in UTF-8."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOG_NAME

    def append(self, events: Sequence[MachineEvent]) -> None:
        """Add whole lines; half a line that a power cut left is ended first."""
        text = "".join(f"{_line(event)}\n" for event in events).encode()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a+b") as file:
                if _ends_torn(file):
                    text = b"\n" + text
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StorageError(StorageFault.FAILED) from error


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


def _line(event: MachineEvent) -> str:
    said = {"event": event.id.value, "day": event.day.isoformat(), **event.fields}
    return json.dumps(said, ensure_ascii=False)


def _ends_torn(file: BinaryIO) -> bool:
    if file.seek(0, os.SEEK_END) == 0:
        return False
    file.seek(-1, os.SEEK_END)
    return file.read(1) != b"\n"


def _block(written: Any) -> OpenBlock:
    rows = tuple(tuple(ProviderId(str(each)) for each in row) for row in written["rows"])
    dealt = int(written["dealt"])
    if not rows or not rows[0] or dealt < 0:
        raise ValueError
    return Block(str(written["block"]), rows), dealt
