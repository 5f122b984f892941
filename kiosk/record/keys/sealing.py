"""Sealing bytes: AES-256-GCM under a random nonce, bound to bytes that stay readable."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_NONCE_BYTES = 12


class SealBrokenError(Exception):
    """The key is another one, or the bytes were changed; the two look alike."""


class Seal:
    """Seals and opens bytes under one key."""

    __slots__ = ("_cipher",)

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def close(self, plain: bytes, bound: bytes) -> bytes:
        """Seal ``plain``; it opens together with exactly the same ``bound`` only.

        Returns:
            Nonce of 12 bytes, ciphertext, tag of 16 bytes.
        """
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, bound)

    def open(self, sealed: bytes, bound: bytes, begin: int = 0) -> bytes:
        """What was sealed.

        Args:
            sealed: As ``close`` returned it.
            bound: What it is bound to.
            begin: How many bytes lie before it.

        Raises:
            SealBrokenError: The key or any of the bytes is not the one of the sealing.
        """
        try:
            end = begin + _NONCE_BYTES
            return self._cipher.decrypt(sealed[begin:end], sealed[end:], bound)
        except (InvalidTag, ValueError):
            raise SealBrokenError from None


def fresh_key() -> bytes:
    """A new random key."""
    return os.urandom(KEY_BYTES)
