"""How far a machine has come in its ledger, and how far that is signed."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.receipt_number import Stored
from kiosk.record.ledger.chain import Link
from kiosk.record.ledger.ledger_file import LedgerFile
from kiosk.record.ledger.signing import EVERY, Checkpoint, Erasure, Now, Signer, stamp


class SignedEnd:
    """The last line of this machine and the last checkpoint.

    Attributes:
        place: The last line; number 0 before the first.
        head: Its hash.
    """

    def __init__(self, file: LedgerFile, private: Callable[[], bytes], now: Now) -> None:
        """Stand where the ledger ends.

        Args:
            file: Ledger of the store.
            private: Gives the private half that the store signs with, 32 bytes.
            now: The machine's time.

        Raises:
            StorageError: The file cannot be read.
        """
        self._store = file.meta.store
        self._signer = Signer(private)
        self._now = now
        sequence, self.head = file.end(file.meta.device)
        self.place = Stored(file.meta.device, sequence)
        self._last = file.last_checkpoint()

    @property
    def public(self) -> bytes:
        """What checks the signatures of the store, as its keys say and not the ledger."""
        return self._signer.public

    def due_at(self, sequence: int, head: bytes, every: int = EVERY) -> Checkpoint | None:
        """The checkpoint to store with a line that comes.

        Args:
            sequence: Number of the line.
            head: Its hash.
            every: How many lines behind the last checkpoint make the next one due.
        """
        last = self._last
        is_ours = last is not None and last.place.device == self.place.device
        signed = last.place.sequence if last is not None and is_ours else 0
        if sequence - signed < every:
            return None
        number = 1 if last is None else last.number + 1
        place = Stored(self.place.device, sequence)
        bare = Checkpoint(number, place, head, stamp(self._now()))
        return replace(bare, signature=self._signer.sign(bare.statement(self._store)))

    def due_here(self) -> Checkpoint | None:
        """The checkpoint of the last line; None where it is signed already."""
        return self.due_at(self.place.sequence, self.head, every=1)

    def move_to(self, sequence: int, head: bytes, checkpoint: Checkpoint | None) -> None:
        """Stand at a line that was stored, with the checkpoint that was stored with it."""
        self.place, self.head = Stored(self.place.device, sequence), head
        self._last = checkpoint or self._last

    def erasure(self, link: Link) -> Erasure:
        """The signed note that the payload of a line was erased."""
        bare = Erasure(link.place, link.payload_hash, stamp(self._now()))
        return replace(bare, signature=self._signer.sign(bare.statement(self._store)))
