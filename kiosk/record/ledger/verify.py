"""Whether a ledger is the one that was written, for those who hold no key to it.

``verify_alone.py`` tells the same without this program.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from pathlib import Path

from kiosk.domain.errors import StorageError, StorageFault, StoreBusyError
from kiosk.domain.receipt_mark import MARK_BYTES
from kiosk.domain.receipt_number import Stored
from kiosk.domain.signing_key import fingerprint_of
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.files.faults import told_plainly
from kiosk.record.files.store_lock import own
from kiosk.record.keys.slot_file import SLOT_FILE
from kiosk.record.keys.vault_file import VAULT_FILE
from kiosk.record.ledger.audit import Audit
from kiosk.record.ledger.ledger_file import LEDGER_FILE, LedgerFile, read_ledger
from kiosk.record.ledger.ledger_schema import has_guards
from kiosk.record.ledger.signing import Checkpoint


class Finding(Enum):
    """What a ledger turned out to be."""

    INTACT = "intact"
    DAMAGED = "damaged"
    ROLLED_BACK = "rolled back"
    UNKNOWN_MARK = "unknown mark"
    OTHER_KEY = "other key"


@dataclass(frozen=True, slots=True)
class OutsideMark:
    """What somebody holds on paper; at least one of the two.

    Attributes:
        mark: Beginning of an event's hash, 8 bytes.
        place: Device and number that the receipt number names.
    """

    mark: bytes | None = None
    place: Stored | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found.

    Attributes:
        damage: What does not fit; only where the ledger does not fit in itself.
        mark: The first outside mark that does not fit.
        ends: Per device the last number and its hash.
        checkpoints: Every checkpoint, oldest first.
        public: What checks the signatures, as the ledger says; None where it cannot be read.
        unsigned: How many lines at the end lie behind the last checkpoint; they are not signed
            yet. None after a normal close.
        is_open: Whether somebody had the record open, so that this is how it was at one moment.
    """

    finding: Finding
    damage: Damage | None = None
    mark: OutsideMark | None = None
    ends: Mapping[str, tuple[int, bytes]] | None = None
    checkpoints: tuple[Checkpoint, ...] = ()
    public: bytes | None = None
    unsigned: int = 0
    is_open: bool = False

    @property
    def set_back(self) -> tuple[Checkpoint, ...]:
        """Checkpoints that bear an earlier time than the one before: the clock was set back."""
        pairs = pairwise(self.checkpoints)
        return tuple(later for earlier, later in pairs if later.at < earlier.at)


# What is no fault of the file.
_OTHERS = {StorageFault.NEWER_VERSION, StorageFault.OLDER_TRIAL, StorageFault.BUSY}
_FILE_DAMAGED = Verdict(Finding.DAMAGED, Damage(Harm.FILE))


def verify_folder(
    folder: Path, marks: Sequence[OutsideMark] = (), key: bytes | None = None
) -> Verdict:
    """Check the ledger of a data folder, also while the program has it open; nothing is changed.

    Args:
        folder: Data folder.
        marks: What it must hold.
        key: Fingerprint of the key that must have signed it.

    Raises:
        StorageError: There is no ledger, or another version wrote it.
    """
    file = folder / LEDGER_FILE
    if not file.exists():
        is_half = (folder / SLOT_FILE).exists() or (folder / VAULT_FILE).exists()
        raise StorageError(StorageFault.HALF if is_half else StorageFault.NOT_SET_UP)
    with _owned(folder) as is_owned:
        verdict = verify_file(file, marks, key, is_owned=is_owned)
    return replace(verdict, is_open=not is_owned)


def verify_file(
    file: Path,
    marks: Sequence[OutsideMark] = (),
    key: bytes | None = None,
    *,
    is_owned: bool = True,
) -> Verdict:
    """Check one ledger file; ``is_owned`` tells that nobody writes to it meanwhile.

    Raises:
        StorageError: It cannot be read, or another version wrote it.
    """
    try:
        with closing(read_ledger(file, is_owned=is_owned)) as ledger:
            return replace(_verdict(ledger, marks, key), public=ledger.meta.public)
    except StorageError as error:
        if error.fault in _OTHERS or not os.access(file, os.R_OK):
            raise
        return _FILE_DAMAGED


def _verdict(ledger: LedgerFile, marks: Sequence[OutsideMark], key: bytes | None) -> Verdict:
    if not ledger.check(has_guards):
        return Verdict(Finding.DAMAGED, Damage(Harm.GUARDS))
    audit, search = Audit(ledger), _Search(marks)
    damage = _damage(ledger, audit, search)
    if damage is not None:
        is_cut = damage.harm is Harm.CUT_OFF
        finding = Finding.ROLLED_BACK if is_cut else Finding.DAMAGED
        return Verdict(finding, damage, None, audit.ends, audit.checkpoints)
    if key not in (None, fingerprint_of(ledger.meta.public)):
        # Whole in itself, and made by somebody else: its marks say nothing.
        return Verdict(Finding.OTHER_KEY, None, None, audit.ends, audit.checkpoints)
    finding, mark = search.result(audit.known_ends)
    return Verdict(finding, None, mark, audit.ends, audit.checkpoints, unsigned=audit.unsigned)


def _damage(ledger: LedgerFile, audit: Audit, search: "_Search") -> Damage | None:
    """The first thing that does not fit in the ledger itself."""
    for link in ledger.all():
        damage = audit.take(link)
        if damage is not None:
            # What comes after may not even be readable.
            return damage
        search.take(link.place, link.hash)
    damage = audit.damage()
    if damage is None and not ledger.check(is_well_formed):
        return Damage(Harm.FILE)
    return damage


class _Search:
    """Looks for outside marks while the lines go by."""

    def __init__(self, marks: Sequence[OutsideMark]) -> None:
        self._marks = marks
        self._places = {mark.place for mark in marks}
        self._wanted = {mark.mark for mark in marks}
        self._seen: set[bytes] = set()
        self._at: dict[Stored, bytes] = {}

    def take(self, place: Stored, hash_: bytes) -> None:
        """The next line."""
        start = hash_[:MARK_BYTES]
        if start in self._wanted:
            self._seen.add(start)
        if place in self._places:
            self._at[place] = start

    def result(self, ends: Mapping[str, int]) -> tuple[Finding, OutsideMark | None]:
        """The first mark that does not fit."""
        for each in self._marks:
            finding = self._finding(each, ends)
            if finding is not Finding.INTACT:
                return finding, each
        return Finding.INTACT, None

    def _finding(self, each: OutsideMark, ends: Mapping[str, int]) -> Finding:
        place, mark = each.place, each.mark
        if place is None:
            return Finding.INTACT if mark in self._seen else Finding.UNKNOWN_MARK
        if place in self._at:
            fits = mark is None or self._at[place] == mark
            return Finding.INTACT if fits else Finding.UNKNOWN_MARK
        is_known = place.device in ends and place.sequence > ends[place.device]
        return Finding.ROLLED_BACK if is_known else Finding.UNKNOWN_MARK


def is_well_formed(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds nothing wrong with pages and indexes."""
    rows: Iterable[tuple[str]] = connection.execute("PRAGMA integrity_check(1)")
    return [said for (said,) in rows] == ["ok"]


@contextmanager
def _owned(folder: Path) -> Iterator[bool]:
    """Keep the program away where it is not there already; whether nobody has the record open."""
    with ExitStack() as closing_:
        is_owned = True
        try:
            with told_plainly():
                closing_.callback(own(folder).release)
        except StoreBusyError:
            is_owned = False
        except StorageError as error:
            if error.fault is not StorageFault.READ_ONLY:
                raise
            # Others may write where this one may not.
            is_owned = not (folder / f"{LEDGER_FILE}-shm").exists()
        yield is_owned
