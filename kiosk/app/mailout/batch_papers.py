"""Puts the papers of a batch beside its letters: what lies there, and what it comes to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.app.mailout.batch_files import strays
from kiosk.app.mailout.batch_report import MANIFEST, TOTALS, BatchReport
from kiosk.app.mailout.known_batch import KnownBatch, known_batch
from kiosk.app.ports.press import MailFolder
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
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
            places: Where else to look than where it was begun; the first of them is taken where
                the letters lie nowhere.

        Raises:
            RefusedError: None of the places takes anything.
            NotFoundError: There is no such batch.
            StorageError: The record could not be read.
        """
        found = list(self._folders(known_batch(self.record, batch), places))
        if not found:
            raise RefusedError([Refusal("mailout.no_place")])
        return next((each for each, names in found if names), found[0][0])

    def without_strays(self, batch: str, folder: MailFolder) -> None:
        """Take away files whose letters do not count, so that nobody posts them.

        Raises:
            NotFoundError: There is no such batch.
            PrintError: The folder could not be read, or a file not be removed.
            StorageError: The record could not be read.
        """
        for name in strays(folder, known_batch(self.record, batch)):
            folder.remove(name)

    def missing_files(self, batch: str, folder: MailFolder) -> int:
        """How many files with letters of a batch do not lie in its folder.

        Raises:
            NotFoundError: There is no such batch.
            PrintError: The folder could not be read.
            StorageError: The record could not be read.
        """
        return len(known_batch(self.record, batch).files.keys() - folder.names())

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
