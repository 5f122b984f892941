"""Sealed lines as rows in the clear."""

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.receipt_number import Stored
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.keys.sealing import Seal, SealBrokenError
from kiosk.record.keys.vault import Vault
from kiosk.record.ledger.chain import Link
from kiosk.record.ledger.envelope import NotAnEnvelopeError, open_envelope, read_generation
from kiosk.record.ledger.ledger_file import LedgerFile
from kiosk.record.ledger.row import Row
from kiosk.record.ledger.signing import is_signed


class OpenLines:
    """Opens the lines of one store; the caller serialises every call.

    Attributes:
        gone: Ids of keys whose disposal is told of and not finished: their lines hold no more.
        lacks_keys: Whether a line named a key that never was here.
        returned: Ids of keys of erased lines that were not destroyed, or are back.
    """

    def __init__(self, file: LedgerFile, vault: Vault) -> None:
        self.gone: frozenset[bytes] = frozenset()
        self.lacks_keys = False
        self.returned: set[bytes] = set()
        self._file = file
        self._vault = vault

    def row(self, link: Link) -> Row:
        """What a line holds; without payload after its case was disposed of.

        Raises:
            StorageError: ``DAMAGED`` when it does not open, and where its payload or its key is
                gone and nothing proves that this was meant.
        """
        try:
            generation, header_bytes = read_generation(
                link.envelope, link.device, link.sequence, link.tag
            )
            seal = self._vault.envelopes(generation)
            inside = open_envelope(seal, link.envelope, header_bytes, link.previous)
            payload = self._payload(link, inside.key)
        except (SealBrokenError, NotAnEnvelopeError):
            raise StorageError(StorageFault.DAMAGED) from None
        place = Stored(link.device, link.sequence)
        return Row(link.position, place, inside.id, inside.kind, inside.schema, payload)

    def harm_of(self, link: Link) -> Damage:
        """What to tell of a line that did not open."""
        return Damage.at(Harm.KEYS_OLDER if self.lacks_keys else Harm.UNREADABLE, link.place)

    def _payload(self, link: Link, key: bytes) -> bytes | None:
        seal = self._vault.at_hand(key)
        if key in self.gone or (seal is None and self._vault.is_destroyed(key)):
            return None
        if link.payload is None:
            # The key may be back from a backup; what was erased stays erased.
            self._require_erased(link)
            self.returned.add(key)
            return None
        return (seal or self._seal(key)).open(link.payload, link.envelope)

    def _seal(self, key: bytes) -> Seal:
        try:
            return self._vault.seal(key)
        except StorageError as error:
            if error.fault is not StorageFault.HALF:
                raise
            # One key says nothing of the other lines.
            self.lacks_keys = True
            raise StorageError(StorageFault.DAMAGED) from None

    def _require_erased(self, link: Link) -> None:
        meta, note = self._file.meta, self._file.erasure_at(link.place)
        if note is None or note.payload_hash != link.payload_hash:
            raise StorageError(StorageFault.DAMAGED)
        if not is_signed(note.statement(meta.store), note.signature, meta.public):
            raise StorageError(StorageFault.DAMAGED)
