"""One row as a sealed line of the chain."""

from hashlib import sha256

from kiosk.record.keys.vault import Vault
from kiosk.record.ledger.chain import Link, hash_of
from kiosk.record.ledger.envelope import Header, Inside, close_envelope
from kiosk.record.ledger.row import Row


def sealed_line(vault: Vault, row: Row, key: bytes, previous: bytes) -> Link:
    """Seal a new row.

    Args:
        vault: Keys of the store.
        row: What is stored.
        key: Id of the key that its payload is sealed with.
        previous: Hash of the device's line before.

    Raises:
        StorageError: The key was destroyed, or never was here.
    """
    generation = vault.generation
    inside = Inside(row.id, row.kind, row.schema, key)
    header = Header(row.place, generation, vault.fingerprint(row.id))
    envelope = close_envelope(vault.envelopes(generation), header.as_bytes(), previous, inside)
    payload = vault.seal(key).close(row.payload or b"", envelope)
    payload_hash = sha256(payload).digest()
    return Link(
        position=row.position,
        device=row.place.device,
        sequence=row.place.sequence,
        tag=header.tag,
        previous=previous,
        hash=hash_of(previous, envelope, payload_hash),
        envelope=envelope,
        payload_hash=payload_hash,
        payload=payload,
    )
