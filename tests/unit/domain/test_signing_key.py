"""The fingerprint of the key that signs a record."""

from hashlib import sha256

import pytest

from kiosk.domain.signing_key import fingerprint_of, fingerprint_text, read_fingerprint

PUBLIC = bytes(range(32))


def test_it_is_the_beginning_of_the_hash_of_the_key():
    assert fingerprint_of(PUBLIC) == sha256(PUBLIC).digest()[:16]


def test_it_is_written_in_groups_and_read_back_as_it_is_typed():
    text = fingerprint_text(PUBLIC)

    assert [len(group) for group in text.split("\u00a0")] == [4] * 8
    for typed in (text, text.replace("\u00a0", " "), text.replace("\u00a0", "").lower()):
        assert read_fingerprint(typed) == fingerprint_of(PUBLIC)


@pytest.mark.parametrize("typed", ["", "3F2A", "3F2A 91C0 44KE 0H17", "X" * 32])
def test_anything_else_is_none(typed):
    assert read_fingerprint(typed) is None
