"""The parts of a zipped workbook, and never more of them than a case list can fill.

What was made to fill the memory, or to name other files, is refused here, before a reader of XML
or a library for workbooks holds any of it.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from kiosk.app.intake_reasons import FileReason
from kiosk.domain.errors import CaseListError, Refusal

# Far above a list of 100 000 cases; a part that claims more was made to fill the memory.
_LARGEST_PART = 150_000_000
# A list of 100 000 cases has half as many.
_MOST_ELEMENTS = 10_000_000
# In memory at the same time: those of one row, and all that is in no row.
_MOST_HELD = 400_000
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

    def raw(self, name: str) -> IO[bytes]:
        """A part, whatever it holds.

        Raises:
            CaseListError: It needs a password, or is larger than any case list.
            KeyError: There is no such part.
        """
        info = self._parts[_plain(name)]
        if info.flag_bits & _SEALED:
            raise refused(FileReason.PASSWORD)
        if info.file_size > _LARGEST_PART:
            raise refused(FileReason.SHEET_TOO_LARGE)
        # A part that is longer than it claims is cut there, and fails its checksum.
        return self._zip.open(info)

    def elements(self, name: str, done: str = "") -> Iterator[tuple[str, Element]]:
        """The elements of a part in XML: each as it starts, and when it is complete.

        Args:
            name: The part.
            done: Elements of this local name are let go with all before them under the same
                parent, as soon as they were complete.

        Raises:
            CaseListError: As ``raw``, or more elements than any case list has.
            KeyError: There is no such part.
            SyntaxError: It is no XML.
            ValueError: It declares a document type, as only a forged workbook does: entities grow
                without end there, or name other files.
        """
        count = _Count()
        with self.raw(name) as part:
            for event, element in iterparse(part, ("start", "end"), forbid_dtd=True):
                if event == "start":
                    count.start(element)
                    yield event, element
                else:
                    yield event, element
                    count.end(is_done=local(element.tag) == done)

    def root(self, name: str) -> Element:
        """A small part in XML as a whole.

        Raises:
            CaseListError: As ``elements``; so with all others.
        """
        *_, (_, last) = self.elements(name)
        return last


class _Count:
    """How many elements there were, and how many are held."""

    def __init__(self) -> None:
        self._open: list[tuple[Element, int]] = []
        self._all = 0
        self._held = 0

    def start(self, element: Element) -> None:
        self._all += 1
        self._held += 1
        if self._all > _MOST_ELEMENTS or self._held > _MOST_HELD:
            raise refused(FileReason.SHEET_TOO_LARGE)
        self._open.append((element, self._held))

    def end(self, *, is_done: bool) -> None:
        self._open.pop()
        if is_done and self._open:
            parent, self._held = self._open[-1]
            del parent[:]


def refused(reason: FileReason) -> CaseListError:
    """A file that is not read."""
    return CaseListError(Refusal(reason.value))


def _plain(name: str) -> str:
    path = posixpath.normpath(name.replace("\\", "/")).lstrip("/")
    return path.casefold()


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]
