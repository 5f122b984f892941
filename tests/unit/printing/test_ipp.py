"""Answers of a printing system, whole and broken."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.printing.ipp import IppError, UnknownError, asked, question, read

NAME, ENUM, KEYWORD = 0x42, 0x23, 0x44


def field(content: bytes) -> bytes:
    return len(content).to_bytes(2, "big") + content


def answer(*attributes: tuple[int, str, bytes], status: int = 0) -> bytes:
    head = b"\x02\x00" + status.to_bytes(2, "big") + b"\x00\x00\x00\x01\x01"
    told = (bytes([tag]) + field(name.encode()) + field(value) for tag, name, value in attributes)
    return head + b"\x02".join(told) + b"\x03"


WHOLE = answer(
    (ENUM, "job-state", b"\x00\x00\x00\x09"),
    (KEYWORD, "reasons", b"media-empty"),
    (KEYWORD, "", b"cover-open"),
    (NAME, "job-name", "Skranke på Øya".encode()),
)


def test_numbers_and_words_and_several_values_are_read():
    assert read(WHOLE) == {
        "job-state": ("9",),
        "reasons": ("media-empty", "cover-open"),
        "job-name": ("Skranke på Øya",),
    }


@pytest.mark.parametrize("length", range(len(WHOLE)))
def test_an_answer_that_is_cut_off_is_none(length):
    with pytest.raises(IppError):
        read(WHOLE[:length])


def test_what_the_server_does_not_know_is_told_apart_from_what_it_refuses():
    with pytest.raises(UnknownError):
        read(answer(status=0x0406))
    with pytest.raises(IppError) as refused:
        read(answer(status=0x0403))
    assert not isinstance(refused.value, UnknownError)


@given(st.binary(max_size=200))
def test_no_answer_is_so_strange_that_it_breaks_anything(content):
    with suppress(IppError):
        read(b"\x02\x00\x00\x00\x00\x00\x00\x01" + content)


def test_a_question_says_what_it_is_about_and_what_it_wants():
    asking = question(9, ("job-uri", "ipp://localhost/jobs/3"), ("job-state", "other"), "kari")

    assert read(asking[:2] + b"\x00\x00" + asking[4:]) == {
        "attributes-charset": ("utf-8",),
        "attributes-natural-language": ("en",),
        "job-uri": ("ipp://localhost/jobs/3",),
        "requesting-user-name": ("kari",),
        "requested-attributes": ("job-state", "other"),
    }
    assert asking[2:4] == b"\x00\x09"


@pytest.mark.parametrize("server", ["", "/nowhere/at/all", "127.0.0.1:none", "127.0.0.1:1", "a b"])
def test_a_server_that_is_not_there_is_an_error_of_ours(server):
    with pytest.raises(IppError):
        asked(server, question(9, ("job-uri", "x"), ("job-state",), "kari"), 1.0)
