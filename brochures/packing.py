"""Packs the small objects of a finished file together (ISO 32000-1, 7.5.7 and 7.5.8).

Tags are many small objects in nearly the same words: one by one they are more than half of a
brochure, and packed together a tenth of that. ReportLab writes no object streams.
"""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise
from struct import Struct

_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_ROW_BYTES = 20
_FREE, _ALONE, _PACKED = 0, 1, 2
_KEPT_OF_TRAILER = re.compile(rb"/(?:Root|Info) \d+ 0 R|/ID\s*\[.*?\]", re.DOTALL)
_ROW = Struct(">BIH")
ROW_BYTES = _ROW.size
"""Length of a row in the table of objects of a packed file."""


@dataclass(frozen=True, slots=True)
class Objects:
    """What a finished file consists of.

    Attributes:
        header: Up to the first object.
        bodies: By the numbers of the objects, from 1 on without a gap; without the words around.
        trailer: Which object is the root, which one tells about the file, and the file's id.
    """

    header: bytes
    bodies: dict[int, bytes]
    trailer: bytes


def packed(pdf: bytes) -> bytes:
    """The same file in fewer bytes; the same input gives the same output.

    Args:
        pdf: As ReportLab writes it: one table of objects that all stand in their order, no
            encryption.
    """
    objects = objects_of(pdf)
    begun, rows, number = packed_begin(objects)
    end = table_object(number, rows + row(len(begun)), objects.trailer)
    return b"%s%sstartxref\n%d\n%%%%EOF\n" % (begun, end, len(begun))


def packed_begin(objects: Objects) -> tuple[bytes, bytes, int]:
    """All of a packed file but its table of objects.

    Returns:
        The bytes, the rows of the table, and the number of the next object.
    """
    bodies = objects.bodies
    alone = {number: body for number, body in bodies.items() if body.endswith(b"endstream")}
    together = {number: body for number, body in bodies.items() if number not in alone}
    pack = len(bodies) + 1
    parts, places = [objects.header], dict[int, bytes]()
    at = len(objects.header)
    for number, body in (*alone.items(), (pack, object_stream(together))):
        places[number] = row(at)
        parts.append(one_object(number, body))
        at += len(parts[-1])
    for place, number in enumerate(together):
        places[number] = packed_row(pack, place)
    rows = b"".join(places[number] for number in sorted(places))
    return b"".join(parts), FREE_ROW + rows, pack + 1


def objects_of(pdf: bytes) -> Objects:
    """The parts of a file as ReportLab writes it.

    Raises:
        ValueError: It is another file.
    """
    start = int(pdf.rpartition(b"startxref")[2].split()[0])
    header = pdf[: pdf.index(b"1 0 obj")]
    kept = b"".join(_KEPT_OF_TRAILER.findall(pdf[start:]))
    return Objects(header, _bodies(pdf, start), kept)


def one_object(number: int, body: bytes) -> bytes:
    """An object with the words around it."""
    return b"%d 0 obj\n%s\nendobj\n" % (number, body)


def packed_row(pack: int, place: int) -> bytes:
    """The row of an object at this place in the object ``pack``."""
    return _ROW.pack(_PACKED, pack, place)


FREE_ROW = _ROW.pack(_FREE, 0, 65535)
"""The first row of every table."""


def row(at: int) -> bytes:
    """The row of an object that begins at this byte of the file."""
    return _ROW.pack(_ALONE, at, 0)


def table_object(number: int, rows: bytes, trailer: bytes) -> bytes:
    """The table of objects, itself the last of them."""
    return one_object(number, stream_body(table_words(number + 1, trailer), rows))


def table_words(count: int, trailer: bytes) -> bytes:
    """What the table says of itself; ``count`` rows."""
    return b"/Type/XRef/Size %d/W[1 4 2]%s" % (count, trailer)


def stream_body(words: bytes, content: bytes) -> bytes:
    """A stream, compressed.

    Args:
        words: Further entries of its dictionary.
        content: As it is before that.
    """
    return raw_stream_body(words, zlib.compress(content))


def raw_stream_body(words: bytes, data: bytes) -> bytes:
    """The same of a content that is compressed already."""
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (words, len(data), data)


def _bodies(pdf: bytes, start: int) -> dict[int, bytes]:
    head = _TABLE.match(pdf, start)
    if head is None:
        message = "not a file as ReportLab writes it"
        raise ValueError(message)
    rows = range(head.end() + _ROW_BYTES, head.end() + _ROW_BYTES * int(head[1]), _ROW_BYTES)
    edges = [*(int(pdf[at : at + 10]) for at in rows), start]
    return {
        number: pdf[begin:end].partition(b"obj")[2].rpartition(b"endobj")[0].strip()
        for number, (begin, end) in enumerate(pairwise(edges), start=1)
    }


def object_stream(objects: Mapping[int, bytes]) -> bytes:
    """The body of an object that holds others, in their order; none of them a stream."""
    offsets = accumulate((len(body) + 1 for body in objects.values()), initial=0)
    index = b" ".join(b"%d %d" % pair for pair in zip(objects, offsets, strict=False)) + b"\n"
    words = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(index))
    return stream_body(words, index + b"\n".join(objects.values()))
