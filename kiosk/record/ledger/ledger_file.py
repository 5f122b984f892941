"""The ledger in one SQLite file: sealed lines are added and never changed.

What may be done to a line later is to erase its payload; its hash stays, and with it the chain.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.receipt_number import Stored
from kiosk.record.files.faults import told_plainly
from kiosk.record.files.sqlite_files import Connect, connect, empty_journal, fold_journal
from kiosk.record.files.writing import Writing
from kiosk.record.ledger.chain import GENESIS, Link
from kiosk.record.ledger.ledger_meta import LedgerMeta, lossy, meta_of
from kiosk.record.ledger.ledger_rows import (
    INSERT,
    PUT_CHECKPOINT,
    PUT_ERASURE,
    SELECT,
    SELECT_CHECKPOINT,
    SELECT_ERASURE,
    checkpoint_of,
    checkpoint_values,
    erasure_of,
    erasure_values,
    link_of,
    values_of,
)
from kiosk.record.ledger.ledger_schema import FORMAT, has_tables
from kiosk.record.ledger.signing import Checkpoint, Erasure

LEDGER_FILE = "ledger.sqlite3"
_LOG = logging.getLogger(__name__)

_BEHIND_A_GAP = """
    SELECT device, seq FROM event AS line
    WHERE position > 1
        AND NOT EXISTS (SELECT 1 FROM event WHERE position = line.position - 1)
    ORDER BY position LIMIT 1
"""
# The index of fingerprints alone tells it.
_POSITION_OF_TAG = "SELECT position FROM event WHERE tag = ?"
_ERASE = "UPDATE event SET payload = NULL WHERE device = ? AND seq = ?"


class LedgerFile:
    """Sealed lines in SQLite; the caller serialises every call.

    After a failed commit nothing more is written until the store is opened anew.
    """

    def __init__(self, connection: sqlite3.Connection, meta: LedgerMeta) -> None:
        self._connection = connection
        self._writing = Writing(connection)
        self.meta = meta

    def append(self, links: Sequence[Link], checkpoint: Checkpoint | None = None) -> None:
        """Store all lines durably and the checkpoint with them, or nothing.

        Raises:
            StorageError: Nothing was stored; with ``UNSURE`` that is not known.
        """
        with self._writing.all_or_nothing():
            self._connection.executemany(INSERT, map(values_of, links))
            if checkpoint is not None:
                self._connection.execute(PUT_CHECKPOINT, checkpoint_values(checkpoint))

    def erase(self, erasures: Sequence[Erasure]) -> bool:
        """Overwrite payloads with zeros for good, and keep the signed notes of it; all or none.

        Returns:
            Whether the journal, which still held them, was emptied. Not while somebody reads.

        Raises:
            StorageError: Everything is as it was.
        """
        with self._writing.all_or_nothing():
            for note in erasures:
                self._connection.execute(PUT_ERASURE, erasure_values(note))
                self._connection.execute(_ERASE, (note.place.device, note.place.sequence))
        with told_plainly():
            # The journal still holds what the file does not.
            return empty_journal(self._connection)

    def all(self) -> Iterator[Link]:
        """Every line, in the order of this store."""
        with told_plainly():
            yield from map(link_of, self._connection.execute(f"{SELECT} ORDER BY position"))

    def after(self, position: int, most: int = -1) -> Iterator[Link]:
        """Lines behind a position, in the order of this store; below 0, all of them."""
        with told_plainly():
            yield from map(
                link_of,
                self._connection.execute(
                    f"{SELECT} WHERE position > ? ORDER BY position LIMIT ?", (position, most)
                ),
            )

    def last_position(self) -> int:
        """Where the last line stands; 0 without one."""
        with told_plainly():
            (last,) = self._connection.execute(
                "SELECT coalesce(max(position), 0) FROM event"
            ).fetchone()
        return int(last)

    def first_gap(self) -> Stored | None:
        """The line behind the first position that is empty; None where all are taken, from 1.

        Counting is quick: no line is read.
        """
        with told_plainly():
            (count,) = self._connection.execute("SELECT count(*) FROM event").fetchone()
            if count == self.last_position():
                return None
            found = self._connection.execute(_BEHIND_A_GAP).fetchone()
        return None if found is None else Stored(*found)

    def at(self, positions: Iterable[int]) -> tuple[Link, ...]:
        """Lines at positions, those that are there."""
        found = (self._one("position = ?", (position,)) for position in positions)
        return tuple(link for link in found if link is not None)

    def find(self, tag: bytes) -> Link | None:
        """The line with a fingerprint; that there is none is quick to tell."""
        with told_plainly():
            found = self._connection.execute(_POSITION_OF_TAG, (tag,)).fetchone()
        return None if found is None else self._one("position = ?", found)

    def at_place(self, place: Stored) -> Link | None:
        """The line with a device's number."""
        return self._one("device = ? AND seq = ?", (place.device, place.sequence))

    def end(self, device: str) -> tuple[int, bytes]:
        """A device's last number and its hash; 0 and zeros before its first."""
        with told_plainly():
            found = self._connection.execute(
                "SELECT seq, hash FROM event WHERE device = ? ORDER BY seq DESC LIMIT 1", (device,)
            ).fetchone()
        return (0, GENESIS) if found is None else (found[0], bytes(found[1]))

    def checkpoints(self) -> Iterator[Checkpoint]:
        """Every checkpoint, oldest first."""
        with told_plainly():
            yield from map(
                checkpoint_of, self._connection.execute(f"{SELECT_CHECKPOINT} ORDER BY number")
            )

    def last_checkpoint(self) -> Checkpoint | None:
        """The newest checkpoint."""
        with told_plainly():
            found = self._connection.execute(
                f"{SELECT_CHECKPOINT} ORDER BY number DESC LIMIT 1"
            ).fetchone()
        return None if found is None else checkpoint_of(found)

    def erasures(self) -> Iterator[Erasure]:
        """The notes of all erased payloads, any order."""
        with told_plainly():
            yield from map(erasure_of, self._connection.execute(SELECT_ERASURE))

    def count_erasures(self) -> int:
        """How many payloads were erased."""
        with told_plainly():
            (count,) = self._connection.execute("SELECT count(*) FROM erasure").fetchone()
        return int(count)

    def erasure_at(self, place: Stored) -> Erasure | None:
        """The note that the payload of an event was erased."""
        with told_plainly():
            found = self._connection.execute(
                f"{SELECT_ERASURE} WHERE device = ? AND seq = ?", (place.device, place.sequence)
            ).fetchone()
        return None if found is None else erasure_of(found)

    def copy_into(self, target: sqlite3.Connection) -> None:
        """Copy what is stored into an empty file.

        Raises:
            sqlite3.Error: The file cannot be read, or the target not written.
        """
        self._connection.backup(target)

    def check(self, holds: Callable[[sqlite3.Connection], bool]) -> bool:
        """Whether something holds of the file."""
        with told_plainly():
            return holds(self._connection)

    def close(self) -> None:
        """Fold the journal into the file and let it go; a second call does nothing."""
        self._writing.end()
        with suppress(sqlite3.Error):
            if not fold_journal(self._connection):
                # No harm: the next opening reads it. Whoever copies files by hand should know.
                _LOG.info("The journal stays beside %s: somebody reads the record.", LEDGER_FILE)
        self._connection.close()

    def _one(self, condition: str, values: tuple[object, ...]) -> Link | None:
        with told_plainly():
            found = self._connection.execute(f"{SELECT} WHERE {condition}", values).fetchone()
        return None if found is None else link_of(found)


def open_ledger(folder: Path, connect: Connect = connect) -> LedgerFile:
    """The ledger of a data folder.

    Args:
        folder: Data folder.
        connect: How its file is opened.

    Raises:
        StorageError: The file cannot be read, is no ledger, or comes from a newer version.
    """
    with told_plainly():
        connection = connect(folder / LEDGER_FILE)
        connection.text_factory = lossy
        try:
            return LedgerFile(connection, meta_of(connection))
        except BaseException:
            connection.close()
            raise


def read_ledger(file: Path, *, is_owned: bool = True) -> LedgerFile:
    """A ledger to look at as it is at one moment: nothing is changed, and no journal is left.

    Args:
        file: The ledger, or a copy of it.
        is_owned: Whether nobody writes to it; False while the program may have it open.

    Raises:
        StorageError: It cannot be read, is no ledger, or another version wrote it.
    """
    journal = file.with_name(f"{file.name}-wal")
    # Immutable: reading leaves no journal behind, and takes no lock either. Beside a writer SQLite's
    # own locks keep the moment; they are safe here, since the WAL-reset fault before 3.51.3
    # (sqlite.org/wal.html#walresetbug) needs two connections that commit or checkpoint, and one with
    # mode=ro does neither, not even when it is the last to close. What it does: while it reads, the
    # writer cannot empty the journal, and is told so.
    is_whole = is_owned and not (journal.exists() and journal.stat().st_size)
    option = "&immutable=1" if is_whole else ""
    with told_plainly():
        uri = f"{file.absolute().as_uri()}?mode=ro{option}"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        connection.text_factory = lossy
        try:
            connection.execute("BEGIN")
            return LedgerFile(connection, meta_of(connection))
        except BaseException:
            connection.close()
            raise


def peek(file: Path) -> tuple[int | None, bool]:
    """Format of a ledger that lies there without its keys, and whether it holds any event.

    Returns:
        The format is None for a file that nothing was written to yet.

    Raises:
        StorageError: It is no ledger of ours.
        sqlite3.Error: It cannot be read.
    """
    journal = file.with_name(f"{file.name}-wal")
    if journal.exists() and journal.stat().st_size:
        return FORMAT, True
    # Immutable: reading leaves no journal behind.
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        if connection.execute("SELECT 1 FROM sqlite_schema").fetchone() is None:
            return None, False
        if not has_tables(connection):
            raise StorageError(StorageFault.DAMAGED)
        told = connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        if told is None or not str(told[0]).isdigit():
            raise StorageError(StorageFault.DAMAGED)
        has_events = connection.execute("SELECT 1 FROM event LIMIT 1").fetchone() is not None
    finally:
        connection.close()
    return int(told[0]), has_events
