"""Looks at this machine's disk and at the program's own files."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from kiosk.domain.errors import StorageError, StorageFault

_FONTS = (
    "SourceSans3_400Regular.ttf",
    "SourceSans3_600SemiBold.ttf",
    "SourceSans3_700Bold.ttf",
)
_TRUE_TYPE = (b"\x00\x01\x00\x00", b"true", b"OTTO")
_TRIED = b"kiosk self-test\n"


class DiskProbe:
    """Implements ``MachineProbe``.

    Args:
        data: Folder of the record; need not be there yet.
        fonts: Folder of the program's fonts.
    """

    def __init__(self, data: Path, fonts: Path) -> None:
        self._data = data
        self._fonts = fonts

    def write_and_read(self) -> None:
        """Write a small file into the record's folder, read it back and remove it."""
        path = self._data / f"self-test-{os.getpid()}.tmp"
        with _asking():
            self._data.mkdir(parents=True, exist_ok=True)
            try:
                path.write_bytes(_TRIED)
                is_same = path.read_bytes() == _TRIED
            finally:
                path.unlink(missing_ok=True)
        if not is_same:
            raise StorageError(StorageFault.FAILED)

    def free_bytes(self) -> int:
        """Room on the disk of the record's folder."""
        with _asking():
            there = next(each for each in (self._data, *self._data.parents) if each.is_dir())
            return shutil.disk_usage(there).free

    def missing_fonts(self) -> tuple[str, ...]:
        """Names of font files that are not there or hold no font."""
        return tuple(name for name in _FONTS if not _is_font(self._fonts / name))


def local_now() -> datetime:
    """Now, in the time zone that the machine is set to."""
    return datetime.now().astimezone()


@contextmanager
def _asking() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageError(StorageFault.FAILED) from error


def _is_font(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) in _TRUE_TYPE
    except OSError:
        return False
