"""Makes the letters of a batch into a folder, and the papers that belong to them."""

from contextlib import suppress
from dataclasses import dataclass, replace

from kiosk.app.mailout.batch import Made
from kiosk.app.mailout.batch_papers import BatchPapers
from kiosk.app.mailout.choose_recipients import Chosen
from kiosk.app.mailout.discard_batch import DiscardBatch
from kiosk.app.mailout.known_batch import known_batch
from kiosk.app.mailout.make_batch import MakeBatch
from kiosk.app.ports.words import Words
from kiosk.app.watch import Watch
from kiosk.domain.errors import KioskError, NotFoundError, RefusedError

_ANY = "utsending"


@dataclass(frozen=True, slots=True)
class PrintBatch:
    """A folder per batch."""

    batches: MakeBatch
    discarding: DiscardBatch
    papers: BatchPapers

    def require_place(self, place: str) -> None:
        """Refuse a place that takes nothing, before anything is stored.

        Raises:
            PrintError: It takes nothing.
        """
        self.papers.folder_in(place, _ANY)

    def make(
        self,
        place: str,
        batch: str,
        chosen: Chosen,
        actor: str,
        words: Words,
        watch: Watch | None = None,
    ) -> Made:
        """Make what is left of a batch, then its papers; also where it is stopped.

        One of which no letter can be made is discarded, since there is nothing to post.

        Args:
            place: Where the folder of the batch is made.
            batch: One that was begun, and perhaps stopped.
            chosen: As chosen now.
            actor: Who is signed in.
            words: Of the papers.
            watch: Who looks on; None for nobody.

        Raises:
            RefusedError, NotFoundError, CancelledError, PrintError, StorageError: As
                ``MakeBatch.make``.
        """
        folder = self.papers.folder_in(place, batch)
        try:
            made = self.batches.make(batch, chosen, folder, actor, watch)
        except (RefusedError, NotFoundError):
            raise
        except BaseException:
            # Why it stopped is told, and not that the same disk has no room for the papers.
            with suppress(KioskError):
                self.papers.write(batch, folder, words)
            raise
        if not known_batch(self.batches.record, batch).made:
            self.discarding.discard(batch, actor)
            made = replace(made, is_discarded=True)
        self.papers.write(batch, folder, words)
        return made
