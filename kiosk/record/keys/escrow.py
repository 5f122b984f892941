"""The municipality's escrow key: opens the record when the passphrase is forgotten.

The public half stays beside the store, so that a new root key can be wrapped for it. The private
half is written once, to a file that the municipality takes off the machine. The wrapping is HPKE
(RFC 9180) in its base mode, X25519 with HKDF-SHA256 and AES-256-GCM.
"""

import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from kiosk.domain.errors import Refusal, RefusedError
from kiosk.record.files.place import synced_fault
from kiosk.record.files.sqlite_files import sync_folder
from kiosk.record.keys.sealing import SealBrokenError

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_BEGIN = b"-----BEGIN PRIVATE KEY-----"
_LONGEST = 64 * 1024


def fresh_pair() -> tuple[bytes, bytes]:
    """Private and public half of a new escrow key, 32 bytes each."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def wrap(root: bytes, public: bytes, bound: bytes) -> bytes:
    """A root key that the private half opens, together with exactly the same ``bound``."""
    return _SUITE.encrypt(root, X25519PublicKey.from_public_bytes(public), info=bound)


def unwrap(sealed: bytes, private: bytes, bound: bytes) -> bytes:
    """The root key.

    Raises:
        SealBrokenError: The key is another one, or the bytes were changed.
    """
    try:
        return _SUITE.decrypt(sealed, X25519PrivateKey.from_private_bytes(private), info=bound)
    except (InvalidTag, ValueError):
        raise SealBrokenError from None


def require_place(file: Path, data: Path) -> None:
    """Refuse a place for the private half before anything is made.

    Raises:
        RefusedError: The file is there already, or it would lie with what it opens or in a cloud.
    """
    if file.resolve().is_relative_to(data.resolve()):
        raise RefusedError([Refusal("escrow.inside")])
    if synced_fault(file.resolve(), os.environ) is not None:
        raise RefusedError([Refusal("escrow.synced")])
    if file.exists() or file.is_symlink():
        raise RefusedError([Refusal("escrow.exists")])
    if not file.parent.is_dir():
        raise RefusedError([Refusal("escrow.no_folder")])


def write_escrow_file(file: Path, head: str, private: bytes) -> None:
    """Write the private half durably, readable by one user, never over anything.

    Args:
        file: Where.
        head: What it is and what to do with it, for the person who finds it.
        private: The private half.

    Raises:
        RefusedError: There is a file already, or it cannot be written; none is left then.
    """
    key = X25519PrivateKey.from_private_bytes(private)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise RefusedError([Refusal("escrow.exists")]) from None
    except OSError:
        raise RefusedError([Refusal("escrow.unwritable")]) from None
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(head.encode() + b"\n\n" + pem)
            opened.flush()
            os.fsync(opened.fileno())
        sync_folder(file.parent)
    except OSError:
        file.unlink(missing_ok=True)
        raise RefusedError([Refusal("escrow.unwritable")]) from None


def read_escrow_file(file: Path) -> bytes:
    """The private half from its file.

    Raises:
        RefusedError: The file cannot be read, or holds no such key.
    """
    try:
        with file.open("rb") as opened:
            written = opened.read(_LONGEST)
    except OSError:
        raise RefusedError([Refusal("escrow.unreadable")]) from None
    try:
        key = load_pem_private_key(written[written.index(_BEGIN) :], password=None)
    except (ValueError, TypeError):
        raise RefusedError([Refusal("escrow.not_one")]) from None
    if not isinstance(key, X25519PrivateKey):
        raise RefusedError([Refusal("escrow.not_one")])
    return key.private_bytes_raw()
