"""Documents as files: whole or not at all, readable by their owner only."""

import errno
import os
import re
import tempfile
from pathlib import Path

from kiosk.app.ports.paper import PrinterInfo
from kiosk.domain.errors import PrintError
from kiosk.printing.codes import DISK_FULL, FILE_NOT_WRITABLE, NO_FOLDER, NO_PRINTER

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


def require_folder(path: Path) -> None:
    """Refuse a file that has no folder, before anything is dealt or stored for it.

    Raises:
        PrintError: ``no_folder`` or ``file_not_writable``.
    """
    if not path.parent.is_dir():
        raise PrintError(NO_FOLDER)
    if not os.access(path.parent, os.W_OK):
        raise PrintError(FILE_NOT_WRITABLE)


def write_pdf(pdf: bytes, path: Path) -> None:
    """Write a document; an older file of that name stays until the new one is complete.

    Raises:
        PrintError: Nothing was written; ``no_folder``, ``disk_full`` or ``file_not_writable``.
    """
    require_folder(path)
    try:
        _replace(pdf, path)
    except OSError as fault:
        raise PrintError(DISK_FULL if fault.errno in _FULL else FILE_NOT_WRITABLE) from fault


def _replace(pdf: bytes, path: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


class FilePrinter:
    """A folder that looks like a printer: every job becomes the next numbered file.

    Attributes:
        folder: Existing folder.
    """

    name = "file"

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def printers(self) -> tuple[PrinterInfo, ...]:
        """The folder as the only printer."""
        return (PrinterInfo(self.name, str(self.folder), is_default=True),)

    def print_pdf(self, pdf: bytes, printer: str) -> None:
        """Write the job; the files are numbered, so no name tells whom they are about.

        Raises:
            PrintError: The file could not be written, or there is no such printer.
        """
        if printer != self.name:
            raise PrintError(NO_PRINTER)
        number = 1
        while (path := self.folder / f"utskrift-{number:03}.pdf").exists():
            number += 1
        write_pdf(pdf, path)
