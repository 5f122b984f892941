"""SQLite files that somebody copied: are they whole, and is the journal beside one its own?

SQLite reads a page that was cut off as zeros. And it takes any journal for the file's own and
writes it into the file for good, so it must be asked before. Our files only ever grow, and what
was emptied stays empty: a journal that would take something away from a sound file belongs to
another record, or to an earlier day of this one.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from struct import Struct
from typing import NamedTuple

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.files.faults import primary_code

_NO_TABLE = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_MAGIC = b"SQLite format 3\0"
# Magic, bytes of a page, and after eleven other fields how many pages there are.
_HEADER = Struct(">16sH10xI")


class Kept(NamedTuple):
    """What of a table stays for good.

    Attributes:
        table: Its name.
        columns: Of rows that are never changed or removed; never empty.
        emptied: Column that may be emptied, and is never filled again; empty for none.
        only: Which rows; SQL about the table ``p``.
    """

    table: str
    columns: tuple[str, ...]
    emptied: str = ""
    only: str = "TRUE"


def require_own_journal(file: Path, kept: Iterable[Kept]) -> None:
    """Refuse a journal that would take away what the file holds; nothing is changed.

    Without a journal only the length of the file is looked at.

    Args:
        file: Perhaps with a journal; nobody else has it open.
        kept: What stays in the file.

    Raises:
        StorageError: ``FOREIGN_JOURNAL``; or ``DAMAGED``, when the file was cut off.
        sqlite3.Error, OSError: The file cannot be read.
    """
    if not file.exists():
        return
    journal = file.with_name(f"{file.name}-wal")
    if not journal.exists() or not journal.stat().st_size:
        if _is_cut_off(file):
            raise StorageError(StorageFault.DAMAGED)
        return
    if any(_takes_away(file, each) for each in kept) and _is_sound(file):
        raise StorageError(StorageFault.FOREIGN_JOURNAL)


def _is_sound(file: Path) -> bool:
    """Whether the file makes sense without its journal.

    Where a power cut stopped SQLite in the middle of folding its own journal in, it does not: pages
    of two days stand side by side, and what they seem to hold is nothing that was ever stored. Only
    the journal makes such a file whole, so it must be its own.
    """
    with closing(sqlite3.connect(_uri(file, "mode=ro&immutable=1"), uri=True)) as plain:
        try:
            found = plain.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.DatabaseError:
            return False
    return bool(found == ("ok",))


def _is_cut_off(file: Path) -> bool:
    """Whether a file is shorter than it says itself; one that is no SQLite file is not."""
    with file.open("rb") as opened:
        header = opened.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return bool(header)
    magic, page_bytes, pages = _HEADER.unpack(header)
    # One stands for 65 536, which does not fit.
    size = pages * (65_536 if page_bytes == 1 else page_bytes)
    return bool(magic == _MAGIC and size > file.stat().st_size)


def _takes_away(file: Path, kept: Kept) -> bool:
    # A connection that only reads never folds the journal into the file.
    with closing(sqlite3.connect(_uri(file, "mode=ro"), uri=True)) as journalled:
        try:
            journalled.execute("ATTACH ? AS plain", (_uri(file, "mode=ro&immutable=1"),))
            return journalled.execute(_missing(kept)).fetchone() is not None
        except sqlite3.DatabaseError as error:
            if primary_code(error) not in _NO_TABLE:
                raise
            # Pages of two files make no table; half a folded journal makes none of the file alone.
            return _is_readable(file, kept)


def _missing(kept: Kept) -> str:
    same = " AND ".join(f"m.{column} = p.{column}" for column in kept.columns)
    if kept.emptied:
        same += f" AND (m.{kept.emptied} IS NULL OR p.{kept.emptied} IS NOT NULL)"
    found = f"SELECT 1 FROM main.{kept.table} AS m WHERE {same}"  # noqa: S608  constants only
    return (
        f"SELECT 1 FROM plain.{kept.table} AS p"  # noqa: S608  constants only
        f" WHERE {kept.only} AND NOT EXISTS ({found}) LIMIT 1"
    )


def _is_readable(file: Path, kept: Kept) -> bool:
    """Whether the file alone holds the table."""
    columns = ", ".join(kept.columns)
    with closing(sqlite3.connect(_uri(file, "mode=ro&immutable=1"), uri=True)) as plain:
        try:
            plain.execute(f"SELECT {columns} FROM {kept.table}").fetchall()  # noqa: S608  constants only
        except sqlite3.DatabaseError:
            return False
    return True


def _uri(file: Path, options: str) -> str:
    return f"{file.absolute().as_uri()}?{options}"
