"""Into a workbook by what the file holds, whatever its name says."""

import zipfile
import zlib
from collections.abc import Sequence

from kiosk.app.intake_reasons import FileReason
from kiosk.intake.grid import Grid
from kiosk.intake.workbooks.ods import is_ods, ods_grids
from kiosk.intake.workbooks.package import Package, refused

_ZIPPED = b"PK\x03\x04"
# Files of office programs from before 2007, and wrappers around newer ones with a password.
_COMPOUND = b"\xd0\xcf\x11\xe0"
_SEALED_PART = "EncryptedPackage".encode("utf-16-le")
# What broken and forged files lead to in the tools below; their texts may hold parts of cells.
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    OverflowError,
    TypeError,
    RecursionError,
    NotImplementedError,
)


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are those of a zipped or an old file of an office program."""
    return data.startswith((_ZIPPED, _COMPOUND))


def read_workbook(data: bytes) -> Sequence[Grid]:
    """All sheets of a workbook, order of the tabs.

    Raises:
        CaseListError: It is of a kind that is not read, needs a password, or is damaged.
    """
    if data.startswith(_COMPOUND):
        is_sealed = _SEALED_PART in data
        raise refused(FileReason.PASSWORD if is_sealed else FileReason.OLD_WORKBOOK)
    try:
        return _grids(Package(data))
    except _FAULTS:
        # The fault itself may hold parts of the list.
        raise refused(FileReason.DAMAGED) from None


def _grids(package: Package) -> Sequence[Grid]:
    if is_ods(package):
        return ods_grids(package)
    # A library that no other kind of file needs.
    from kiosk.intake.workbooks.xlsx import is_office_file, xlsx_grids  # noqa: PLC0415

    if is_office_file(package):
        return xlsx_grids(package)
    raise refused(FileReason.OTHER_DOCUMENT)
