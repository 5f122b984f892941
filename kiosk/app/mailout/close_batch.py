"""Enters what becomes of a batch, and sees to it that its papers lie with it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.mailout.batch_papers import BatchPapers
from kiosk.app.mailout.discard_batch import DiscardBatch
from kiosk.app.mailout.lacking_files import LackingFiles, names_text
from kiosk.app.mailout.post_batch import PostBatch, Posting
from kiosk.app.ports.words import Words
from kiosk.app.watch import ALONE, Watch
from kiosk.domain.errors import PrintError, Refusal, RefusedError


@dataclass(frozen=True, slots=True)
class FilesSaid:
    """What is said of the files of a batch that is entered as posted.

    Attributes:
        places: Where to look for its folder, besides where it was begun.
        anyway: The letters are posted although files with letters are gone, as after a print shop
            has them, or are no longer as they were made.
        watch: Who looks on while they are read.
    """

    places: Sequence[str] = ()
    anyway: bool = False
    watch: Watch = ALONE


@dataclass(frozen=True, slots=True)
class CloseBatch:
    """A batch may have been stopped or killed before its papers were written."""

    posting: PostBatch
    discarding: DiscardBatch
    papers: BatchPapers

    def look(
        self,
        batch: str,
        day: date,
        actor: str,
        apart: frozenset[int] = frozenset(),
        files: FilesSaid = FilesSaid(),
    ) -> LackingFiles:
        """Which files are not as they were made, of one that may be posted; stores nothing.

        Raises:
            RefusedError: As ``PostBatch.post``, or there is no place for the papers.
            CancelledError: Somebody stopped the reading of files.
            NotFoundError: There is no such batch.
            PrintError: A file could not be read.
            StorageError: The record could not be read.
        """
        self.posting.require(batch, day, actor, apart)
        if files.anyway:
            return self.papers.missing(batch, files.places)
        return self.papers.lacking(batch, files.places, files.watch)

    def post(
        self,
        batch: str,
        day: date,
        actor: str,
        words: Words,
        apart: frozenset[int] = frozenset(),
        files: FilesSaid = FilesSaid(),
    ) -> Posting:
        """Enter that the letters of a batch were posted; never without its papers.

        Args:
            batch: Key of the batch.
            day: Day of posting.
            actor: Who enters it.
            words: Of the papers.
            apart: Numbers of letters that somebody has pulled out.
            files: What is said of its files.

        Raises:
            RefusedError: As ``PostBatch.post``, there is no place for the papers, or files are
                gone or altered and nobody says that it is posted anyway; nothing was written or
                stored.
            CancelledError: Somebody stopped the reading of files; nothing was written or stored.
            NotFoundError: There is no such batch.
            PrintError: The papers could not be written; nothing was stored.
            StorageError: Nothing was stored.
        """
        lacking = self.look(batch, day, actor, apart, files)
        folder = self.papers.folder_of(batch, files.places)
        if lacking.is_any and not files.anyway:
            raise RefusedError(_as_refusals(lacking, words))
        self.papers.without_strays(batch, folder)
        self.papers.write(batch, folder, words)
        posting = self.posting.post(batch, day, actor, apart)
        # They are whole already; all that is new is that it was posted, which the record tells.
        with suppress(PrintError):
            self.papers.write(batch, folder, words)
        return replace(posting, papers_in=lacking.where if lacking.is_any else "")

    def discard(self, batch: str, actor: str, words: Words, places: Sequence[str] = ()) -> int:
        """Enter that a batch is never posted; also where its folder takes nothing more.

        Args:
            batch: Key of the batch.
            actor: Who enters it.
            words: Of the papers.
            places: Where to look for its folder, besides where it was begun.

        Returns:
            How many letters were made of it.

        Raises:
            RefusedError, NotFoundError, StorageError: As ``DiscardBatch.discard``.
        """
        letters = self.discarding.discard(batch, actor)
        with suppress(PrintError, RefusedError):
            self.papers.write(batch, self.papers.folder_of(batch, places), words)
        return letters


def _as_refusals(lacking: LackingFiles, words: Words) -> list[Refusal]:
    told = {"mailout.files_gone": lacking.missing, "mailout.files_altered": lacking.altered}
    return [
        Refusal(code, {"folder": lacking.where, "names": names_text(names, words)})
        for code, names in told.items()
        if names
    ]
