"""One log of JSON lines that is put away month by month, and thrown away when it is old."""

import errno
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import BinaryIO

from kiosk.app.ports.machine_log import LogRead
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.machine_event import MachineEvent
from kiosk.machine.lines import event_in, line_of

_LARGEST_BYTES = 2_000_000
# Many times what one session writes.
_LAST_BYTES = 100_000
# A year and a month: whoever checks last year's orders in January finds them.
_KEPT = timedelta(days=400)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class LogBook:
    """A file, and beside it the older ones: ``name-2026-03-02-1.jsonl`` by their first day.

    Args:
        path: The file that is written now.
        largest_bytes: Above this it is put away even within a month.
    """

    def __init__(self, path: Path, largest_bytes: int = _LARGEST_BYTES) -> None:
        self._path = path
        self._largest_bytes = largest_bytes

    def append(self, events: Sequence[MachineEvent]) -> None:
        """Add whole lines; half a line that a power cut left is ended first.

        Raises:
            StorageError: They could not be written; ``DISK_FULL`` where there is no room.
        """
        if not events:
            return
        text = "".join(f"{line_of(event)}\n" for event in events).encode()
        with _storing():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._put_away(events[0].day)
            with self._path.open("a+b") as file:
                if _ends_torn(file):
                    text = b"\n" + text
                file.write(text)
                file.flush()
                os.fsync(file.fileno())

    def read(self) -> LogRead:
        """Every event that is still kept, oldest first.

        Raises:
            StorageError: A file could not be read.
        """
        events, unreadable = [], 0
        with _storing():
            for path in (*self._older(), self._path):
                for line in _lines(path):
                    event = event_in(line)
                    if event is None:
                        unreadable += 1
                    else:
                        events.append(event)
        return LogRead(tuple(events), unreadable)

    def read_last(self) -> tuple[MachineEvent, ...]:
        """What was written last, oldest first; it may have been put away since. Unreadable left out.

        Raises:
            StorageError: It could not be read.
        """
        with _storing():
            lines = [line for path in (*self._older()[-1:], self._path) for line in _last_of(path)]
        return tuple(each for each in map(event_in, lines) if each is not None)

    def _put_away(self, today: date) -> None:
        first = next((day for day in map(_day_in, _lines(self._path)) if day is not None), today)
        is_old = (first.year, first.month) < (today.year, today.month)
        if is_old or (self._path.exists() and self._path.stat().st_size > self._largest_bytes):
            self._rename(first)
        for path in self._older():
            if today - _named_day(path) > _KEPT:
                path.unlink(missing_ok=True)

    def _rename(self, first: date) -> None:
        """Put the file away; a command may do the same at this very moment."""
        path = self._own_name(first)
        try:
            self._path.replace(path)
        except FileNotFoundError:
            path.unlink()

    def _own_name(self, first: date) -> Path:
        """A name that nobody else gives: an empty file holds it until the log takes its place."""
        for number in count(1):
            path = self._path.with_name(self._older_name(first, number))
            with suppress(FileExistsError):
                path.touch(exist_ok=False)
                return path
        raise AssertionError

    def _older_name(self, first: date, number: int) -> str:
        return f"{self._path.stem}-{first.isoformat()}-{number:03}{self._path.suffix}"

    def _older(self) -> list[Path]:
        name = re.compile(rf"{re.escape(self._path.stem)}-\d{{4}}-\d\d-\d\d-\d+\.jsonl")
        if not self._path.parent.is_dir():
            return []
        found = (path for path in self._path.parent.iterdir() if name.fullmatch(path.name))
        return sorted(found, key=lambda path: path.name)


@contextmanager
def _storing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        is_full = error.errno in _FULL
        raise StorageError(StorageFault.DISK_FULL if is_full else StorageFault.FAILED) from error


def _lines(path: Path) -> Iterator[str]:
    """Lines without their ends; empty ones left out. None of a file that is not there."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return
    with file:
        for line in file:
            text = line.decode("utf-8", "replace").strip()
            if text:
                yield text


def _last_of(path: Path) -> list[str]:
    """Lines at the end of a file; the first may be half a one. None of a file that is not there."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return []
    with file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - _LAST_BYTES))
        return file.read().decode("utf-8", "replace").splitlines()


def _day_in(line: str) -> date | None:
    event = event_in(line)
    return None if event is None else event.day


def _named_day(path: Path) -> date:
    year, month, day = path.stem.split("-")[-4:-1]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        # No name that this program gave; it is left alone.
        return date.max


def _ends_torn(file: BinaryIO) -> bool:
    if file.seek(0, os.SEEK_END) == 0:
        return False
    file.seek(-1, os.SEEK_END)
    return file.read(1) != b"\n"
