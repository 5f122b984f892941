"""The parts of a zipped workbook, and never more of them than a case list can fill."""

import io
import posixpath
import zipfile
from collections.abc import Iterator

from kiosk.app.intake_reasons import FileReason
from kiosk.domain.errors import CaseListError, Refusal

_MEGABYTE = 1_000_000
# Far above a list of 100 000 cases; a part that claims more was made to fill the memory.
_LARGEST_PART = 150
_CHUNK = 1 << 16
_SEALED = 0x1


class Package:
    """A zip file whose parts are found whatever slashes and capitals a program wrote.

    Args:
        data: The bytes of the file.

    Raises:
        zipfile.BadZipFile: It is none.
    """

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._parts = {_plain(info.filename): info for info in self._zip.infolist()}

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return _plain(name) in self._parts

    def has_in(self, folder: str) -> bool:
        """Whether some part lies below a folder."""
        return any(name.startswith(_plain(folder) + "/") for name in self._parts)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece.

        Raises:
            CaseListError: It needs a password, or is larger than any case list.
            KeyError: There is no such part.
        """
        info = self._parts[_plain(name)]
        if info.flag_bits & _SEALED:
            raise CaseListError(Refusal(FileReason.PASSWORD.value))
        if info.file_size > _LARGEST_PART * _MEGABYTE:
            raise CaseListError(Refusal(FileReason.SHEET_TOO_LARGE.value))
        # A part that is longer than it claims is cut there, and fails its checksum.
        with self._zip.open(info) as part:
            while piece := part.read(_CHUNK):
                yield piece


def _plain(name: str) -> str:
    path = posixpath.normpath(name.replace("\\", "/")).lstrip("/")
    return path.casefold()
