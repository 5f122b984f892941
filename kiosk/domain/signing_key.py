"""The key that a record is signed with, as people note it outside the machine and compare it.

Whoever rewrites a whole record can sign it anew, but not with the same key: its fingerprint, kept
apart from the machine, tells the two from each other (record.md 4).
"""

from hashlib import sha256

from kiosk.domain.receipt_mark import read_typed, typed_text

# 128 bits: nobody finds another key with the same ones.
FINGERPRINT_BYTES = 16


def fingerprint_of(public: bytes) -> bytes:
    """The beginning of SHA-256 of the public half, 16 bytes."""
    return sha256(public).digest()[:FINGERPRINT_BYTES]


def fingerprint_text(public: bytes) -> str:
    """The fingerprint in eight groups of four digits, in the digits of a receipt's mark."""
    return typed_text(fingerprint_of(public))


def read_fingerprint(text: str) -> bytes | None:
    """The fingerprint behind a typed text; None for any other text."""
    return read_typed(text, FINGERPRINT_BYTES)
