"""Enters what becomes of a batch, and sees to it that its papers lie with it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.mailout.batch_papers import BatchPapers
from kiosk.app.mailout.discard_batch import DiscardBatch
from kiosk.app.mailout.post_batch import PostBatch, Posting
from kiosk.app.ports.words import Words
from kiosk.domain.errors import PrintError, RefusedError


@dataclass(frozen=True, slots=True)
class CloseBatch:
    """A batch may have been stopped or killed before its papers were written."""

    posting: PostBatch
    discarding: DiscardBatch
    papers: BatchPapers

    def post(
        self,
        batch: str,
        day: date,
        actor: str,
        words: Words,
        apart: frozenset[int] = frozenset(),
        places: Sequence[str] = (),
    ) -> Posting:
        """Enter that the letters of a batch were posted; never without its papers.

        Args:
            batch: Key of the batch.
            day: Day of posting.
            actor: Who enters it.
            words: Of the papers.
            apart: Numbers of letters that somebody has pulled out.
            places: Where to look for its folder, besides where it was begun.

        Raises:
            RefusedError: As ``PostBatch.post``, or there is no place for the papers.
            NotFoundError: There is no such batch.
            PrintError: The papers could not be written; nothing was stored.
            StorageError: Nothing was stored.
        """
        self.posting.require(batch, day, actor, apart)
        folder = self.papers.folder_of(batch, places)
        self.papers.without_strays(batch, folder)
        self.papers.write(batch, folder, words)
        missing = self.papers.missing_files(batch, folder)
        posting = self.posting.post(batch, day, actor, apart)
        # They are whole already; all that is new is that it was posted, which the record tells.
        with suppress(PrintError):
            self.papers.write(batch, folder, words)
        return replace(posting, missing_files=missing)

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
