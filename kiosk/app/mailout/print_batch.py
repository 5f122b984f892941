"""Makes the letters of a batch into a folder, and the papers that belong to them."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.app.mailout.batch import Made
from kiosk.app.mailout.batch_report import MANIFEST, TOTALS, BatchReport
from kiosk.app.mailout.choose_recipients import Chosen
from kiosk.app.mailout.make_batch import MakeBatch
from kiosk.app.ports.press import MailFolder
from kiosk.app.ports.words import Words
from kiosk.app.watch import Watch

_ANY = "utsending"


@dataclass(frozen=True, slots=True)
class PrintBatch:
    """A folder per batch.

    Attributes:
        folder_in: The folder of a batch, in a place and by the key of the batch.
    """

    batches: MakeBatch
    report: BatchReport
    folder_in: Callable[[str, str], MailFolder]

    def require_place(self, place: str) -> None:
        """Refuse a place that takes nothing, before anything is stored.

        Raises:
            PrintError: It takes nothing.
        """
        self.folder_in(place, _ANY)

    def make(
        self,
        place: str,
        batch: str,
        chosen: Chosen,
        actor: str,
        words: Words,
        watch: Watch | None = None,
    ) -> Made:
        """Make what is left of a batch, then its manifest and its totals.

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
        folder = self.folder_in(place, batch)
        made = self.batches.make(batch, chosen, folder, actor, watch)
        folder.put(MANIFEST, self.report.manifest(batch, words))
        folder.put(TOTALS, self.report.totals(batch, words))
        return made
