"""Writes one letter as a file of its own: nearly all of it is ready before."""

import re
from dataclasses import replace
from datetime import datetime
from hashlib import md5
from itertools import pairwise

from brochures.file_facts import date_of, xmp
from brochures.packing import (
    ROW_BYTES,
    Objects,
    one_object,
    packed_begin,
    raw_stream_body,
    row,
    table_words,
)
from brochures.press.deflate import Ready, joined, little, ready
from brochures.press.plate import PLACEHOLDER_MOMENT, LetterForm, Plate
from brochures.press.strike import Struck

_GAP = b"null"
_ID = re.compile(rb"/ID\s*\[.*?\]", re.DOTALL)


def letter_file(letter: Struck, issued_at: datetime) -> bytes:
    """The file; the same letter and moment give the same bytes in every process."""
    plate = letter.plate
    form = plate.forms.get(issued_at)
    if form is None:
        # A mail-out has one moment: a plate keeps the last one only.
        plate.forms.clear()
        form = plate.forms[issued_at] = _form(plate, issued_at)
    bodies = _own_bodies(letter)
    parts, at = [form.begun], len(form.begun)
    rows = dict[int, bytes]()
    for number, body in zip(plate.own, bodies, strict=True):
        parts.append(one_object(number, body))
        rows[number] = row(at)
        at += len(parts[-1])
    rows[form.number] = row(at)
    table = joined(form.rows, [little(rows[number]) for number in sorted(rows)])
    key = md5(b"".join((form.digest, *bodies)), usedforsecurity=False).hexdigest().encode()
    trailer = b"%s/ID[<%s><%s>]" % (form.trailer, key, key)
    words = table_words(form.number + 1, trailer)
    parts.append(one_object(form.number, raw_stream_body(words, table)))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % at)
    return b"".join(parts)


def _own_bodies(letter: Struck) -> list[bytes]:
    """The objects ``plate.own``, in that order."""
    plate = letter.plate
    drawn = (raw_stream_body(b"", joined(page.drawn, letter.drawn)) for page in plate.own_pages)
    figures = (
        b"%s/Alt%s%s" % (figure.before, alt, figure.after)
        for figure, alt in zip(plate.figures, letter.alts, strict=True)
    )
    return [*drawn, *figures]


def _form(plate: Plate, issued_at: datetime) -> LetterForm:
    objects = plate.objects
    bodies = {number: dated(body, plate, issued_at) for number, body in objects.bodies.items()}
    bodies |= dict.fromkeys(plate.own, _GAP)
    begun, rows, number = packed_begin(Objects(objects.header, bodies, b""))
    trailer = _ID.sub(b"", objects.trailer)
    digest = md5(begun, usedforsecurity=False).digest()
    edges = [-1, *sorted(plate.own), number]
    parts: list[Ready | int] = []
    for index, (before, after) in enumerate(pairwise(edges)):
        parts += [ready(rows[(before + 1) * ROW_BYTES : after * ROW_BYTES]), index]
    return LetterForm(begun, tuple(parts), number, trailer, digest)


def dated(body: bytes, plate: Plate, issued_at: datetime) -> bytes:
    """An object of a plate, dated where it tells the date of the file."""
    if b"/Subtype /XML" in body:
        content = xmp(replace(plate.facts, issued_at=issued_at))
        return b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s\nendstream" % (
            len(content),
            content,
        )
    if body.endswith(b"endstream"):
        return body
    return body.replace(date_of(PLACEHOLDER_MOMENT).encode(), date_of(issued_at).encode())
