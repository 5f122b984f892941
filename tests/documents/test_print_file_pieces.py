"""A file for a print shop leaves memory while it is made, and that changes nothing in it."""

import io
from hashlib import md5

import pytest

from brochures.press import sink
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from tests.documents import samples
from tests.documents.envelopes import NAMES, addressed, chance, envelope, press, somebody


class Pieces:
    """A file that remembers how it was written."""

    def __init__(self) -> None:
        self.written: list[bytes] = []

    def write(self, content: bytes, /) -> int:
        self.written.append(content)
        return len(content)


@pytest.fixture(scope="module")
def made():
    return press()


@pytest.fixture(scope="module")
def letters(made):
    by_chance = chance(3)
    return [
        made.set(
            addressed(envelope(language), somebody(by_chance, by_chance.choice(NAMES))),
            Edition.STANDARD,
        )
        for language in (Language.BOKMAL, Language.NYNORSK)
        for _ in range(10)
    ]


def in_pieces(made, letters, monkeypatch, enough: int) -> Pieces:
    monkeypatch.setattr(sink, "_ENOUGH", enough)
    file = Pieces()
    made.print_file(letters, samples.ISSUED_AT, file)
    return file


@pytest.mark.parametrize("enough", [1, 1000, 65_536])
def test_the_same_bytes_whatever_the_size_of_the_pieces(made, letters, monkeypatch, enough):
    whole = io.BytesIO()
    made.print_file(letters, samples.ISSUED_AT, whole)

    pieces = in_pieces(made, letters, monkeypatch, enough).written

    assert b"".join(pieces) == whole.getvalue()
    assert len(pieces) > 2


def test_the_file_names_itself_by_all_that_stands_before_its_end(made, letters):
    whole = io.BytesIO()
    made.print_file(letters, samples.ISSUED_AT, whole)

    before, _, end = whole.getvalue().rpartition(b"xref\n0 ")
    key = md5(before, usedforsecurity=False).hexdigest().encode()
    assert b"/ID[<%s><%s>]" % (key, key) in end


def test_no_piece_holds_more_than_what_is_enough_and_one_object(made, letters, monkeypatch):
    enough = 4096
    largest_object = max(len(each) for each in in_pieces(made, letters, monkeypatch, 1).written)

    pieces = in_pieces(made, letters, monkeypatch, enough).written

    assert max(map(len, pieces)) <= enough + largest_object


def test_no_letters_write_nothing(made):
    file = Pieces()
    with pytest.raises(ValueError, match="no letters"):
        made.print_file([], samples.ISSUED_AT, file)
    assert file.written == []


def test_a_full_disk_is_told_at_once(made, letters, monkeypatch):
    class Full(Pieces):
        def write(self, content: bytes, /) -> int:
            super().write(content)
            if len(self.written) > 3:
                raise OSError
            return len(content)

    monkeypatch.setattr(sink, "_ENOUGH", 4096)
    file = Full()
    with pytest.raises(OSError):  # noqa: PT011  that of the file, whatever it says
        made.print_file(letters, samples.ISSUED_AT, file)
    assert len(file.written) == 4
