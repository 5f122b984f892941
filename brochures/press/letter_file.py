"""Writes one letter as a file of its own: nearly all of it is ready before."""

from datetime import datetime
from hashlib import md5

from brochures.packing import one_object, raw_stream_body, row, table_words
from brochures.press.bind import letter_form
from brochures.press.deflate import joined, little
from brochures.press.plate import LetterForm
from brochures.press.strike import Struck


def letter_file(letter: Struck, issued_at: datetime) -> bytes:
    """The file; the same letter and moment give the same bytes in every process."""
    plate = letter.plate
    form = plate.forms.get(issued_at)
    if form is None:
        # A mail-out has one moment: a plate keeps the last one only.
        plate.forms.clear()
        form = plate.forms[issued_at] = letter_form(plate, issued_at)
    bodies = _own_bodies(letter, form)
    parts, at = [form.begun], len(form.begun)
    rows = dict[int, bytes]()
    for number, body in zip(form.own, bodies, strict=True):
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


def _own_bodies(letter: Struck, form: LetterForm) -> list[bytes]:
    """The objects ``form.own``, in that order."""
    plate = letter.plate
    parts = (plate.drawn[page.index] for page in plate.own_pages)
    drawn = (raw_stream_body(b"", joined(each, letter.drawn)) for each in parts)
    figures = (
        b"%s/Alt%s%s" % (figure.before, alt, figure.after)
        for figure, alt in zip(form.figures, letter.alts, strict=True)
    )
    return [*drawn, *figures]
