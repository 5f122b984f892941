"""How many sheets lie in an envelope, and which envelope has room for them."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.app.mailout.known_batch import KnownBatch
from kiosk.app.ports.words import Words

PAGES_PER_SHEET = 2
MOST_SHEETS_C5 = 6


@dataclass(frozen=True, slots=True)
class SheetCount:
    """Of the letters that were laid out to look at.

    Attributes:
        least, most: Sheets of the thinnest and the thickest envelope.
    """

    least: int
    most: int

    @classmethod
    def of_pages(cls, *pages: int) -> "SheetCount":
        """The counts of envelopes with so many pages; at least one."""
        sheets = [-(-each // PAGES_PER_SHEET) for each in pages]
        return cls(min(sheets), max(sheets))

    @classmethod
    def of_batch(cls, batch: KnownBatch) -> "SheetCount | None":
        """The counts of the letters that were made; None without any."""
        pages = [each.pages // each.copies for each in batch.made.values()]
        return cls.of_pages(*pages) if pages else None


def sheet_lines(count: SheetCount, words: Words) -> Iterator[str]:
    """What to have at hand before anything is printed."""
    if count.least == count.most:
        text = words.ngettext(
            "{count} sheet in each envelope.", "{count} sheets in each envelope.", count.most
        )
        yield text.format(count=words.number(count.most))
    else:
        text = words.gettext("From {least} to {most} sheets in each envelope.")
        yield text.format(least=words.number(count.least), most=words.number(count.most))
    if count.most <= MOST_SHEETS_C5:
        yield words.gettext("Use C5 envelopes with a window: they take up to 6 sheets.")
    elif count.least > MOST_SHEETS_C5:
        yield words.gettext("Use C4 envelopes with a window: C5 takes only 6 sheets.")
    else:
        yield words.gettext(
            "Use C4 envelopes with a window: C5 takes only 6 sheets, and some letters have more."
        )
