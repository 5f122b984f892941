"""Deliveries as folders: each appears whole and durable, or not at all; only its owner reads it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from kiosk.domain.errors import PrintError
from kiosk.printing.codes import NOT_A_FILE
from kiosk.printing.files import require_folder, sync_folder, worded

_UNFINISHED = ".part"


class FolderParcel:
    """Implements ``Parcel`` in an unfinished folder.

    Attributes:
        folder: Where it is being made; hidden, so that nobody takes half of it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._folders = {folder}

    def put(self, path: str, content: bytes) -> None:
        """Add a file; it is durable before the next one."""
        file = self.folder.joinpath(*PurePosixPath(path).parts)
        with worded():
            self._make(file.parent)
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as writing:
                writing.write(content)
                writing.flush()
                os.fsync(writing.fileno())

    def settle(self) -> None:
        """Make the names of all files durable."""
        with worded():
            for folder in sorted(self._folders, reverse=True):
                sync_folder(folder)

    def _make(self, folder: Path) -> None:
        if folder in self._folders:
            return
        self._make(folder.parent)
        folder.mkdir(mode=0o700)
        self._folders.add(folder)


class FolderOutbox:
    """Implements ``Outbox`` in a folder that exists."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def parcel(self, name: str, kin: str) -> Iterator[FolderParcel]:
        """A folder that appears under its name at the end, or leaves nothing."""
        target = self._folder / name
        require_folder(self._folder)
        with worded():
            # A rename would put the parcel in place of an empty folder.
            if target.exists():
                raise PrintError(NOT_A_FILE)
            unfinished = self._folder / f".{name}{_UNFINISHED}"
            # Left behind by a program that was stopped; it must not lie there for good.
            for left in self._folder.glob(f".{kin}*{_UNFINISHED}"):
                shutil.rmtree(left)
            unfinished.mkdir(mode=0o700)
        try:
            parcel = FolderParcel(unfinished)
            yield parcel
            parcel.settle()
            with worded():
                unfinished.rename(target)
                self._make_durable(target, unfinished)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise

    def _make_durable(self, target: Path, unfinished: Path) -> None:
        try:
            sync_folder(self._folder)
        except OSError:
            # What is told as failed must not lie there for somebody to take: it comes again.
            target.rename(unfinished)
            raise
