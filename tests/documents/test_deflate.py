"""Streams that are joined of ready parts are the streams of the whole."""

import zlib

from hypothesis import given
from hypothesis import strategies as st

from brochures.press.deflate import joined, little, ready

contents = st.lists(st.binary(max_size=300).map(lambda part: part * 3), max_size=6)


@given(contents, contents)
def test_what_is_joined_is_read_as_one(shared, own):
    parts = [
        each for pair in zip(map(ready, shared), range(len(own)), strict=False) for each in pair
    ]
    told = [each for pair in zip(shared, own, strict=False) for each in pair]

    stream = joined(parts, [little(each) for each in own])

    # The sum of check is looked at here too.
    assert zlib.decompress(stream) == b"".join(told)
