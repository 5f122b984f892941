"""The folder of a mail-out: each file appears whole and durable, or not at all."""

import os
from collections.abc import Callable
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath

from kiosk.app.ports.press import ByteSink
from kiosk.printing.files import require_folder, sync_folder, worded

_UNFINISHED = ".part"


class _Watched:
    """A file that is being written, with the digest of what went into it."""

    def __init__(self, file: ByteSink) -> None:
        self._file = file
        self._passed = sha256()

    def write(self, content: bytes, /) -> object:
        self._passed.update(content)
        return self._file.write(content)

    def digest(self) -> str:
        """SHA-256 until now, in hexadecimal digits."""
        return self._passed.hexdigest()


class DiskMailFolder:
    """Implements ``MailFolder`` below a folder that exists; made with the first file.

    Only its owner can read it: it is full of names and addresses.
    """

    def __init__(self, folder: Path, batch: str) -> None:
        """Take a place.

        Args:
            folder: Where the folders of all mail-outs are put.
            batch: Key of the batch; name of its own folder.

        Raises:
            PrintError: The place takes nothing.
        """
        require_folder(folder)
        self.path = folder / batch

    @property
    def where(self) -> str:
        """Its path."""
        return str(self.path)

    def names(self) -> frozenset[str]:
        """Every file in it; one that was never finished by the name it was to have."""
        with worded():
            found = [each for each in self.path.rglob("*") if each.is_file()]
        named = (each.relative_to(self.path) for each in found)
        return frozenset(each.with_name(_meant(each.name)).as_posix() for each in named)

    def digest(self, name: str) -> str | None:
        """SHA-256 of a finished file; None where there is none of this name."""
        with worded():
            try:
                with self._file(name).open("rb") as file:
                    return file_digest(file, "sha256").hexdigest()
            except FileNotFoundError:
                return None

    def remove(self, name: str) -> None:
        """Take a file away for good, finished or not."""
        file = self._file(name)
        with worded():
            file.unlink(missing_ok=True)
            _fresh(file).unlink(missing_ok=True)
            sync_folder(file.parent)

    def put(self, name: str, content: bytes) -> None:
        """Put a file there, in place of an earlier one of this name."""

        def writing(file: ByteSink) -> None:
            file.write(content)

        self.write(name, writing)

    def write(self, name: str, writing: Callable[[ByteSink], None]) -> str:
        """Put a file there that is written piece by piece."""
        file = self._file(name)
        fresh = _fresh(file)
        with worded():
            self._make(file.parent)
            try:
                handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
                with os.fdopen(handle, "wb") as opened:
                    watched = _Watched(opened)
                    writing(watched)
                    opened.flush()
                    os.fsync(opened.fileno())
                fresh.replace(file)
                sync_folder(file.parent)
            except BaseException:
                fresh.unlink(missing_ok=True)
                raise
        return watched.digest()

    def _file(self, name: str) -> Path:
        return self.path.joinpath(*PurePosixPath(name).parts)

    def _make(self, folder: Path) -> None:
        if folder.is_dir():
            return
        self._make(folder.parent)
        folder.mkdir(mode=0o700)
        sync_folder(folder.parent)


def _fresh(file: Path) -> Path:
    """Where a file is written before it appears."""
    return file.with_name(f".{file.name}{_UNFINISHED}")


def _meant(name: str) -> str:
    """What a file is called, or shall be called once it is finished."""
    is_fresh = name.startswith(".") and name.endswith(_UNFINISHED)
    return name.removeprefix(".").removesuffix(_UNFINISHED) if is_fresh else name
