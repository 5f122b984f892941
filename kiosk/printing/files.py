"""Documents as files: whole or not at all, readable by their owner only."""

import errno
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.domain.errors import PrintError
from kiosk.printing.codes import DISK_FULL, FILE_NOT_WRITABLE, NO_FOLDER, NOT_A_FILE

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_UNSAFE = re.compile(r"[^0-9A-Za-zÆØÅæøå_-]+")


def suggested_name(kind: str, code: str) -> str:
    """A file name for a document, safe on every file system.

    Args:
        kind: What it is, for example ``Kvittering``.
        code: Receipt number or code of the brochure; never a name or a case number.
    """
    parts = (_UNSAFE.sub("-", part).strip("-") for part in (kind.lower(), code))
    return "-".join(part for part in parts if part) + ".pdf"


def require_place(path: Path) -> None:
    """Refuse a place that takes no file, before anything is dealt or stored for it.

    Raises:
        PrintError: ``no_folder``, ``file_not_writable``, or ``not_a_file`` where a folder, a pipe
            or a device has this name.
    """
    with worded():
        if path.parent.is_dir() and path.exists() and not path.is_file():
            raise PrintError(NOT_A_FILE)
    require_folder(path.parent)


def require_folder(folder: Path) -> None:
    """Refuse a folder that takes no file; a file without a name is tried in it.

    What the system says of rights is not asked: it says nothing of a disk that can only be read, and
    on Windows nothing of who may write.

    Raises:
        PrintError: ``no_folder``, ``file_not_writable`` or ``disk_full``.
    """
    with worded():
        if not folder.is_dir():
            raise PrintError(NO_FOLDER, str(folder))
        try:
            with tempfile.TemporaryFile(dir=folder, prefix=".", suffix=".part"):
                return
        except OSError as fault:
            if fault.errno in _FULL:
                raise
            raise PrintError(FILE_NOT_WRITABLE, str(folder)) from fault


def make_folder(path: Path) -> None:
    """Make a folder and those above it; one that exists is kept as it is.

    Raises:
        PrintError: ``disk_full`` or ``file_not_writable``.
    """
    with worded():
        path.mkdir(parents=True, exist_ok=True)


def write_file(content: bytes, path: Path) -> None:
    """Write a file; an older one of that name stays until the new one is complete.

    A link is followed, so that what it points at gets the content.

    Raises:
        PrintError: Nothing was written; ``disk_full``, or one that ``require_place`` raises.
    """
    place = Path(os.path.realpath(path))
    require_place(place)
    with worded():
        _replace(content, place)


@contextmanager
def worded() -> Iterator[None]:
    """What the system says, as a fault that the catalogues know."""
    try:
        yield
    except OSError as fault:
        raise PrintError(DISK_FULL if fault.errno in _FULL else FILE_NOT_WRITABLE) from fault


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows does so on its own and opens no folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _replace(content: bytes, path: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
