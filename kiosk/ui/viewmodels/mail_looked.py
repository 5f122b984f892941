"""Who gets a letter, as it stands on the page before anything is made."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.app.fault_texts import fault_text
from kiosk.app.mailout.batch import BatchPlan
from kiosk.app.mailout.choose_recipients import Chosen
from kiosk.app.mailout.mail_texts import chosen_lines
from kiosk.app.mailout.make_batch import MakeBatch
from kiosk.app.mailout.sheet_count import SheetCount, sheet_lines
from kiosk.app.ports.words import Words
from kiosk.app.watch import Watch
from kiosk.domain.errors import RefusedError


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found.

    Attributes:
        sheets: None where nobody gets a letter, or none could be laid out.
        message: Why none could be; empty otherwise.
    """

    plan: BatchPlan
    chosen: Chosen
    sheets: SheetCount | None = None
    message: str = ""

    def lines(self, words: Words) -> Iterator[str]:
        """Who gets a letter and who does not, sheets and envelope."""
        yield from chosen_lines(self.chosen, words)
        if self.sheets is not None:
            yield from sheet_lines(self.sheets, words)


def looked(batches: MakeBatch, plan: BatchPlan, actor: str, words: Words, watch: Watch) -> Looked:
    """Look at everybody, and lay some letters out; slow.

    Raises:
        CancelledError: Somebody stopped it.
        StorageError: The record could not be read, or an order not be stored.
    """
    chosen = batches.choose(plan, watch)
    if not chosen.cases:
        return Looked(plan, chosen)
    try:
        return Looked(plan, chosen, batches.sheets(plan, chosen, actor))
    except RefusedError as error:
        return Looked(plan, chosen, None, fault_text(error, words))
