"""Writes letters one after the other for a print shop: what is equal stands in the file once.

PDF/A-2b, without tags: a printer sees it, nobody reads it on a screen. Pages of different letters
share what is drawn on them; resources stand on each page, since PDF/A lets none be inherited
(ISO 19005-2, 6.2.2).
"""

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from brochures.file_facts import xmp_of_print_file
from brochures.packing import raw_stream_body
from brochures.press.deflate import Ready, joined
from brochures.press.plate import Plate
from brochures.press.sink import Sink
from brochures.press.strike import Struck
from brochures.press.type_case import FIRST, TypeCase
from brochures.styles import PAGE_HEIGHT_PT, PAGE_WIDTH_PT
from brochures.tongues import LANGUAGE_TAGS
from kiosk.app.ports.press import ByteSink

_REFERENCE = re.compile(rb"(\d+) 0 R")
_STREAM = b"stream\n"
_FREE = b"0000000000 65535 f \n"


def print_file(letters: Iterable[Struck], issued_at: datetime, file: ByteSink) -> None:
    """Write the file; the same letters and moment give the same bytes in every process.

    Args:
        letters: At least one.
        issued_at: Aware moment; date of the file.
        file: Open for writing at its beginning; gets what is finished now and then, and is left
            open.

    Raises:
        ValueError: There are no letters; nothing was written.
        OSError: It could not be written; what is there is to be thrown away.
    """
    writer = _Writer(file)
    plate: Plate | None = None
    for letter in letters:
        writer.add(letter)
        plate = plate or letter.plate
    if plate is None:
        message = "no letters"
        raise ValueError(message)
    writer.finish(plate, issued_at)


class _Writer:
    def __init__(self, file: ByteSink) -> None:
        self._out = Sink(file)
        self._offsets = array("Q")
        self._known: dict[bytes, int] = {}
        self._drawn: dict[Ready, int] = {}
        self._cases: dict[TypeCase, tuple[int, int]] = {}
        self._letters: list[int] = []
        self._pages = 0
        self._root = self._new()

    def add(self, letter: Struck) -> None:
        """Another letter, as a node of the tree of pages."""
        plate = letter.plate
        if not self._letters:
            self._out.write(plate.case.header)
        resources, _ = self._case(plate.case)
        node = self._new()
        body = b"<</Type/Page/Parent %d 0 R/Contents[%%s]/Resources %d 0 R>>" % (node, resources)
        pages = [self._object(body % _list(streams)) for streams in self._contents(letter)]
        self._put(
            node,
            b"<</Type/Pages/Parent %d 0 R/MediaBox[0 0 %.4f %.4f]/Count %d/Kids[%s]>>"
            % (self._root, PAGE_WIDTH_PT, PAGE_HEIGHT_PT, len(pages), _list(pages)),
        )
        self._letters.append(node)
        self._pages += len(pages)

    def _contents(self, letter: Struck) -> Iterator[list[int]]:
        """The streams of each page: what is somebody's own stands between what letters share."""
        for parts in letter.plate.drawn:
            yield [
                self._object(_stream(letter.drawn[part]))
                if isinstance(part, int)
                else self._shared(part)
                for part in parts
            ]

    def _shared(self, part: Ready) -> int:
        known = self._drawn.get(part)
        if known is None:
            known = self._drawn[part] = self._object(_stream(part))
        return known

    def finish(self, plate: Plate, issued_at: datetime) -> None:
        """Write what the file says about itself, which is what the plate says, and its end."""
        facts = replace(plate.facts, issued_at=issued_at)
        kids = _list(self._letters)
        self._put(self._root, b"<</Type/Pages/Count %d/Kids[%s]>>" % (self._pages, kids))
        content = xmp_of_print_file(facts)
        words = b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s\nendstream"
        about = self._object(words % (len(content), content))
        _, colours = self._case(plate.case)
        catalog = self._object(
            b"<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R/OutputIntents %d 0 R/Lang(%s)"
            b"/ViewerPreferences<</Duplex/DuplexFlipLongEdge/PrintScaling/None>>>>"
            % (self._root, about, colours, LANGUAGE_TAGS[facts.language].encode())
        )
        self._end(catalog)

    def _end(self, catalog: int) -> None:
        at = self._out.place
        key = self._out.key().encode()
        self._out.write(b"xref\n0 %d\n%s" % (len(self._offsets) + 1, _FREE))
        self._out.writelines(b"%010d 00000 n \n" % offset for offset in self._offsets)
        self._out.write(
            b"trailer\n<</Size %d/Root %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n"
            % (len(self._offsets) + 1, catalog, key, key, at)
        )
        self._out.flush()

    def _case(self, case: TypeCase) -> tuple[int, int]:
        """The resources of pages, and which red, green and blue are meant."""
        known = self._cases.get(case)
        if known is None:
            numbers: dict[int, int] = {}
            fonts, colours = (self._adopted(case, n, numbers) for n in (case.fonts, case.colours))
            resources = self._once(b"<</Font %d 0 R/ProcSet[/PDF/Text]>>" % fonts)
            known = self._cases[case] = (resources, colours)
        return known

    def _adopted(self, case: TypeCase, number: int, numbers: dict[int, int]) -> int:
        """An object of a case with all that it refers to; what another has alike is there."""
        known = numbers.get(number)
        if known is None:
            words, stream, rest = case.objects[number - FIRST].partition(_STREAM)
            words = _REFERENCE.sub(
                lambda found: b"%d 0 R" % self._adopted(case, int(found[1]), numbers), words
            )
            known = numbers[number] = self._once(words + stream + rest)
        return known

    def _once(self, body: bytes) -> int:
        key = sha256(body).digest()
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._object(body)
        return known

    def _object(self, body: bytes) -> int:
        number = self._new()
        self._put(number, body)
        return number

    def _new(self) -> int:
        self._offsets.append(0)
        return len(self._offsets)

    def _put(self, number: int, body: bytes) -> None:
        self._offsets[number - 1] = self._out.place
        self._out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))


def _stream(part: Ready) -> bytes:
    return raw_stream_body(b"", joined((part,), ()))


def _list(numbers: Iterable[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)
