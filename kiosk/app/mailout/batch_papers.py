"""Puts the papers of a batch beside its letters: what lies there, and what it comes to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.app.mailout.batch_files import strays
from kiosk.app.mailout.batch_report import MANIFEST, TOTALS, BatchReport
from kiosk.app.mailout.known_batch import KnownBatch, known_batch
from kiosk.app.mailout.lacking_files import LackingFiles, lacking_files, missing_files
from kiosk.app.ports.press import MailFolder
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.app.watch import ALONE, Watch
from kiosk.domain.errors import PrintError, Refusal, RefusedError


@dataclass(frozen=True, slots=True)
class BatchPapers:
    """Both papers are made from the record, so that they can be written at any time.

    Attributes:
        folder_in: The folder of a batch, in a place and by the key of the batch.
    """

    record: Record
    report: BatchReport
    folder_in: Callable[[str, str], MailFolder]

    def write(self, batch: str, folder: MailFolder, words: Words) -> None:
        """Write them anew, by what the record knows now.

        Raises:
            NotFoundError: There is no such batch.
            PrintError: One could not be written.
            StorageError: The record could not be read.
        """
        folder.put(MANIFEST, self.report.manifest(batch, words))
        folder.put(TOTALS, self.report.totals(batch, words))

    def folder_of(self, batch: str, places: Sequence[str] = ()) -> MailFolder:
        """Where the letters of a batch lie; else a place that takes its papers.

        Args:
            batch: Key of the batch.
            places: Where else to look than where it was begun. The folder with the most of its
                files is taken, and the first of those with equally many.

        Raises:
            RefusedError: None of the places takes anything.
            NotFoundError: There is no such batch.
            StorageError: The record could not be read.
        """
        known = known_batch(self.record, batch)
        found = list(self._folders(known, places))
        if not found:
            raise RefusedError([Refusal("mailout.no_place")])
        folder, _ = max(found, key=lambda pair: len(pair[1] & known.files.keys()))
        return folder

    def without_strays(self, batch: str, folder: MailFolder) -> None:
        """Take away files whose letters do not count, so that nobody posts them.

        Raises:
            NotFoundError: There is no such batch.
            PrintError: The folder could not be read, or a file not be removed.
            StorageError: The record could not be read.
        """
        for name in strays(folder, known_batch(self.record, batch)):
            folder.remove(name)

    def lacking(self, batch: str, places: Sequence[str] = (), watch: Watch = ALONE) -> LackingFiles:
        """Read all files with letters of a batch, and tell those that are not as they were made.

        Raises:
            RefusedError, NotFoundError, StorageError: As ``folder_of``.
            CancelledError: Somebody stopped it.
            PrintError: A file could not be read.
        """
        folder = self.folder_of(batch, places)
        return lacking_files(known_batch(self.record, batch), folder, watch)

    def missing(self, batch: str, places: Sequence[str] = ()) -> LackingFiles:
        """The same by the names alone.

        Raises:
            RefusedError, NotFoundError, PrintError, StorageError: As ``folder_of``.
        """
        folder = self.folder_of(batch, places)
        return missing_files(known_batch(self.record, batch), folder)

    def _folders(
        self, known: KnownBatch, places: Sequence[str]
    ) -> Iterator[tuple[MailFolder, frozenset[str]]]:
        """Those that can be used, with what lies in them."""
        begun_in = "" if known.begun is None else known.begun.place
        for place in filter(None, dict.fromkeys((*places, begun_in))):
            try:
                folder = self.folder_in(place, known.key)
                yield folder, folder.names()
            except PrintError:
                continue
