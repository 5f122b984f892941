"""Packs the small objects of a finished file together (ISO 32000-1, 7.5.7 and 7.5.8).

Tags are many small objects in nearly the same words: one by one they are more than half of a
brochure, and packed together a tenth of that. ReportLab writes no object streams.
"""

import re
import zlib
from dataclasses import dataclass
from itertools import accumulate, pairwise
from struct import pack

_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_ROW_BYTES = 20
_FREE, _ALONE, _PACKED = 0, 1, 2
_KEPT_OF_TRAILER = re.compile(rb"/(?:Root|Info) \d+ 0 R|/ID\s*\[.*?\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Row:
    """Where an object stands: at a byte of the file, or at a place in a pack of objects."""

    kind: int
    where: int
    place: int = 0

    def written(self) -> bytes:
        return pack(">BIH", self.kind, self.where, self.place)


def packed(pdf: bytes) -> bytes:
    """The same file in fewer bytes; the same input gives the same output.

    Args:
        pdf: As ReportLab writes it: one table of objects that all stand in their order, no
            encryption.
    """
    start = int(pdf.rpartition(b"startxref")[2].split()[0])
    bodies = _bodies(pdf, start)
    header = pdf[: pdf.index(b"1 0 obj")]
    alone = {number: body for number, body in bodies.items() if body.endswith(b"endstream")}
    together = {number: body for number, body in bodies.items() if number not in alone}
    pack_number = len(bodies) + 1
    alone[pack_number] = _pack(together)
    parts, rows = [header], {0: _Row(_FREE, 0, 65535)}
    at = len(header)
    for number, body in alone.items():
        rows[number] = _Row(_ALONE, at)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        at += len(parts[-1])
    rows |= {number: _Row(_PACKED, pack_number, place) for place, number in enumerate(together)}
    rows[pack_number + 1] = _Row(_ALONE, at)
    kept = b"".join(_KEPT_OF_TRAILER.findall(pdf[start:]))
    table = _table(rows, kept)
    parts.append(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (pack_number + 1, table, at))
    return b"".join(parts)


def _bodies(pdf: bytes, start: int) -> dict[int, bytes]:
    """The objects by their numbers, without the words around them."""
    head = _TABLE.match(pdf, start)
    if head is None:
        message = "not a file as ReportLab writes it"
        raise ValueError(message)
    rows = range(head.end() + _ROW_BYTES, head.end() + _ROW_BYTES * int(head[1]), _ROW_BYTES)
    edges = [*(int(pdf[row : row + 10]) for row in rows), start]
    return {
        number: pdf[begin:end].partition(b"obj")[2].rpartition(b"endobj")[0].strip()
        for number, (begin, end) in enumerate(pairwise(edges), start=1)
    }


def _pack(objects: dict[int, bytes]) -> bytes:
    offsets = accumulate((len(body) + 1 for body in objects.values()), initial=0)
    index = b" ".join(b"%d %d" % pair for pair in zip(objects, offsets, strict=False)) + b"\n"
    words = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(index))
    return _stream(words, index + b"\n".join(objects.values()))


def _table(rows: dict[int, _Row], trailer: bytes) -> bytes:
    words = b"/Type/XRef/Size %d/W[1 4 2]%s" % (len(rows), trailer)
    return _stream(words, b"".join(rows[number].written() for number in sorted(rows)))


def _stream(words: bytes, content: bytes) -> bytes:
    data = zlib.compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (words, len(data), data)
