"""Checks a whole ledger without any key: chain, checkpoints, and notes of what was erased."""

from collections.abc import Sequence

from kiosk.domain.receipt_number import Stored
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.ledger.chain import ChainCheck, Link
from kiosk.record.ledger.ledger_file import LedgerFile
from kiosk.record.ledger.ledger_schema import has_guards
from kiosk.record.ledger.signing import EVERY, Checkpoint, Erasure, is_signed

# A place, or the same as a bare pair, which is quicker to make.
_OfPlace = dict[tuple[str, int], bytes]


class Audit:
    """Takes every line of a ledger in order, then says whether all of it fits together.

    Attributes:
        checkpoints: Every checkpoint, oldest first, those with a wrong signature too.
        statements: Everything that must be signed: checkpoints and notes of what was erased.
    """

    def __init__(self, file: LedgerFile, *, checks_signatures: bool = True) -> None:
        """Begin with what was signed.

        Args:
            file: The ledger.
            checks_signatures: A tenth of a millisecond each; False where ``is_ours`` is asked.

        Raises:
            StorageError: The file cannot be read.
        """
        self._meta = file.meta
        self._chain = ChainCheck()
        self._first: Damage | None = None
        self.checkpoints = tuple(file.checkpoints())
        erasures = tuple(file.erasures())
        self.statements: tuple[Checkpoint | Erasure, ...] = (*self.checkpoints, *erasures)
        self._signed_damage = self._first_unsigned(self.statements if checks_signatures else ())
        self._hashes: _OfPlace = {each.place: each.hash for each in self.checkpoints}
        self._erased: _OfPlace = {note.place: note.payload_hash for note in erasures}

    @property
    def ends(self) -> dict[str, tuple[int, bytes]]:
        """Per device the last number and its hash, of the lines so far."""
        return self._chain.ends

    @property
    def known_ends(self) -> dict[str, int]:
        """Per device its last number; 0 for one that the store names and that wrote nothing."""
        devices = {self._meta.device, *(each.place.device for each in self.checkpoints)}
        return dict.fromkeys(devices, 0) | {name: end for name, (end, _hash) in self.ends.items()}

    @property
    def unsigned(self) -> int:
        """How many lines of this machine lie behind its last checkpoint, of the lines so far."""
        return self._behind_checkpoint(self._meta.device)

    def take(self, link: Link, *, is_opened: bool = False) -> Damage | None:
        """Check the next line, and go on from it however it is; see ``ChainCheck``."""
        damage = self._chain.take(link, is_opened=is_opened)
        if damage is None and (harm := self._harm(link)) is not None:
            damage = Damage(harm, link.place)
        self._first = self._first or damage
        return damage

    def _harm(self, link: Link) -> Harm | None:
        place = link.device, link.sequence
        erased = self._erased.get(place)
        if link.payload is None and erased != link.payload_hash:
            return Harm.REMOVED
        if link.payload is not None and erased is not None:
            return Harm.RETURNED
        return None if self._hashes.get(place, link.hash) == link.hash else Harm.REPLACED

    def is_ours(self, statement: Checkpoint | Erasure) -> bool:
        """Whether the store signed a statement."""
        meta = self._meta
        return is_signed(statement.statement(meta.store), statement.signature, meta.public)

    def _first_unsigned(self, statements: Sequence[Checkpoint | Erasure]) -> Damage | None:
        for number, each in enumerate(self.checkpoints, start=1):
            if each.number != number:
                return Damage.at(Harm.SIGNATURE, each.place)
        for statement in statements:
            if not self.is_ours(statement):
                return Damage.at(Harm.SIGNATURE, statement.place)
        if not self.checkpoints:
            return Damage(Harm.SIGNATURE)
        last = self.checkpoints[-1].place
        return None if last.device == self._meta.device else Damage(Harm.OTHER_DEVICE, last)

    def damage(self) -> Damage | None:
        """The first thing that does not fit, after every line was taken; None when all is well."""
        return self._first or self._signed_damage or self._cut_off() or self._unsigned_end()

    def _cut_off(self) -> Damage | None:
        ends = self.ends
        for place in (each.place for each in self.statements):
            if place.sequence > ends.get(place.device, (0, b""))[0]:
                return Damage(Harm.CUT_OFF, place)
        return None

    def _unsigned_end(self) -> Damage | None:
        for device, (end, _hash) in self.ends.items():
            # The end of an earlier machine was signed when the record was moved from it.
            too_many = EVERY if device == self._meta.device else 1
            if self._behind_checkpoint(device) >= too_many:
                return Damage(Harm.UNSIGNED, Stored(device, end))
        return None

    def _behind_checkpoint(self, device: str) -> int:
        places = (each.place for each in self.checkpoints)
        signed = [place.sequence for place in places if place.device == device]
        return self.ends.get(device, (0, b""))[0] - max(signed, default=0)


def damage_at_a_glance(file: LedgerFile, public: bytes) -> Damage | None:
    """What shows without reading every line: the guards, a gap, and whether the end is signed.

    Args:
        file: Ledger of the store.
        public: What checks the signatures of the store, as its keys say and not the ledger.

    Raises:
        StorageError: The file cannot be read.
    """
    if not file.check(has_guards):
        return Damage(Harm.GUARDS)
    gap = file.first_gap()
    if gap is not None:
        return Damage.at(Harm.MISSING, gap)
    last = file.last_checkpoint()
    if last is None:
        return Damage(Harm.SIGNATURE)
    harm = Harm.SIGNATURE if file.meta.public != public else _harm_of_end(file, last)
    return None if harm is None else Damage.at(harm, last.place)


def _harm_of_end(file: LedgerFile, last: Checkpoint) -> Harm | None:
    if not is_signed(last.statement(file.meta.store), last.signature, file.meta.public):
        return Harm.SIGNATURE
    if last.place.device != file.meta.device:
        return Harm.OTHER_DEVICE
    link = file.at_place(last.place)
    if link is None and last.place.sequence:
        return Harm.CUT_OFF
    return None if link is None or link.hash == last.hash else Harm.REPLACED
