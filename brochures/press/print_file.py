"""Writes letters one after the other for a print shop: what is equal stands in the file once.

PDF/A-2b, without tags: a printer sees it, nobody reads it on a screen. Pages of different letters
share what is drawn on them; resources stand on each page, since PDF/A lets none be inherited
(ISO 19005-2, 6.2.2).
"""

import re
from array import array
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from brochures.file_facts import xmp_of_print_file
from brochures.packing import raw_stream_body
from brochures.press.deflate import Ready, joined
from brochures.press.plate import OwnPage, Plate
from brochures.press.sink import Sink
from brochures.press.strike import Struck
from brochures.styles import PAGE_HEIGHT_PT, PAGE_WIDTH_PT
from brochures.tongues import LANGUAGE_TAGS
from kiosk.app.ports.press import ByteSink

_REFERENCE = re.compile(rb"(\d+) 0 R")
_FONTS = re.compile(rb"/Font (\d+) 0 R")
_STREAM = b"stream\n"
Shared = dict[int | tuple[int, int], int]
"""The numbers of what is in the file, by those of the plate, or by page and place on the page."""

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
        self._shared: dict[Plate, Shared] = {}
        self._letters: list[int] = []
        self._pages = 0
        self._root = self._new()

    def add(self, letter: Struck) -> None:
        """Another letter, as a node of the tree of pages."""
        plate = letter.plate
        if not self._shared:
            self._begin(plate.objects.header)
        shared = self._shared.setdefault(plate, {})
        own = {page.index: self._own(page, letter, shared) for page in plate.own_pages}
        node = self._new()
        pages = []
        for index, (page, content) in enumerate(zip(plate.pages, plate.contents, strict=True)):
            drawn = own.get(index) or b"%d 0 R" % self._adopted(plate, content, shared)
            resources = self._resources(plate, page, shared)
            body = b"<</Type/Page/Parent %d 0 R/Contents %s/Resources %d 0 R>>"
            pages.append(self._object(body % (node, drawn, resources)))
        self._put(
            node,
            b"<</Type/Pages/Parent %d 0 R/MediaBox[0 0 %.4f %.4f]/Count %d/Kids[%s]>>"
            % (self._root, PAGE_WIDTH_PT, PAGE_HEIGHT_PT, len(pages), _list(pages)),
        )
        self._letters.append(node)
        self._pages += len(pages)

    def _own(self, page: OwnPage, letter: Struck, shared: Shared) -> bytes:
        """The streams of a page with gaps: what fills them stands between what all letters share."""
        streams: list[int] = []
        for place, part in enumerate(page.drawn):
            if isinstance(part, int):
                streams.append(self._object(_stream(letter.drawn[part])))
                continue
            known = shared.get((page.index, place))
            if known is None:
                known = shared[page.index, place] = self._once(_stream(part))
            streams.append(known)
        return b"[%s]" % _list(streams)

    def finish(self, plate: Plate, issued_at: datetime) -> None:
        """Write what the file says about itself, which is what the plate says, and its end."""
        facts = replace(plate.facts, issued_at=issued_at)
        kids = _list(self._letters)
        self._put(self._root, b"<</Type/Pages/Count %d/Kids[%s]>>" % (self._pages, kids))
        content = xmp_of_print_file(facts)
        words = b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s\nendstream"
        about = self._object(words % (len(content), content))
        colours = next(
            number for number, body in plate.objects.bodies.items() if b"/GTS_PDFA1" in body
        )
        catalog = self._object(
            b"<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R/OutputIntents %d 0 R/Lang(%s)"
            b"/ViewerPreferences<</Duplex/DuplexFlipLongEdge/PrintScaling/None>>>>"
            % (
                self._root,
                about,
                self._adopted(plate, colours, self._shared[plate]),
                LANGUAGE_TAGS[facts.language].encode(),
            )
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

    def _begin(self, header: bytes) -> None:
        self._out.write(header)

    def _resources(self, plate: Plate, page: int, shared: Shared) -> int:
        """The resources of a page, under its own number in what is shared."""
        known = shared.get(page)
        if known is None:
            found = _FONTS.search(plate.objects.bodies[page])
            fonts = b""
            if found is not None:
                fonts = b"/Font %d 0 R" % self._adopted(plate, int(found[1]), shared)
            known = shared[page] = self._once(b"<<%s/ProcSet[/PDF/Text]>>" % fonts)
        return known

    def _adopted(self, plate: Plate, number: int, shared: Shared) -> int:
        """An object of a plate with all that it refers to; what another plate has alike is there."""
        known = shared.get(number)
        if known is None:
            words, stream, rest = plate.objects.bodies[number].partition(_STREAM)
            words = _REFERENCE.sub(
                lambda found: b"%d 0 R" % self._adopted(plate, int(found[1]), shared), words
            )
            known = shared[number] = self._once(words + stream + rest)
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
